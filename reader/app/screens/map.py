"""The map of an article's places."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from reader.app.keys import bindings
from reader.app.screens.dialog import Dialog
from reader.app.widgets.map_view import MapView
from reader.document.outline import Location
from reader.sanitise import printable

_NEARER = 0.6
_STEP = 0.25


class MapScreen(Dialog[str | None]):
    """Shows where the places are; the answer is the id of the place whose passage is wanted."""

    place = "map"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("map")]

    def __init__(self, places: tuple[Location, ...], chosen: str | None) -> None:
        super().__init__()
        self._places = [each for each in places if each.latitude is not None and each.longitude is not None]
        self._unknown = [printable(each.name) for each in places if each.latitude is None]
        self._first = next((n for n, each in enumerate(self._places) if each.id == chosen), 0)

    def compose(self) -> ComposeResult:
        """The map over two lines: the place, and the keys."""
        yield MapView(self._places)
        yield Static(id="map-place")
        yield Static(id="map-keys")

    def on_mount(self) -> None:
        """Begin with the place that was selected in the outline."""
        keys = (
            ("j k", "place"),
            ("+ −", "zoom"),
            ("← → ↑ ↓", "move"),
            ("0", "all"),
            ("enter", "passage"),
            ("q", "back"),
        )
        parts = [part for key, word in keys for part in ((key, "bold"), f" {word}   ")]
        self.query_one("#map-keys", Static).update(Content.assemble(*parts))
        self.call_after_refresh(self._choose, self._first)

    @property
    def _map(self) -> MapView:
        return self.query_one(MapView)

    @on(MapView.Chosen)
    def _clicked(self, event: MapView.Chosen) -> None:
        self._choose(event.place)

    def _choose(self, place: int) -> None:
        self._map.choose(place)
        each = self._places[place]
        times = f"{len(each.mentions)} mention{'s' if len(each.mentions) > 1 else ''}"
        where = f"{each.latitude:.2f}, {each.longitude:.2f}"
        facts = " · ".join(filter(None, (each.country, times, where)))
        missing = f"   not on the map: {', '.join(self._unknown)}" if self._unknown else ""
        words = Content.assemble((printable(each.name), "bold"), f" · {facts}", (missing, "dim"))
        self.query_one("#map-place", Static).update(words)

    def action_step(self, count: int) -> None:
        """The next place, or the one before."""
        self._choose((self._map.chosen + count) % len(self._places))

    def action_zoom(self, nearer: bool) -> None:
        """Nearer or farther, around the selected place."""
        north, east = self._map.positions[self._map.chosen]
        view = self._map.shown.zoomed(_NEARER if nearer else 1 / _NEARER)
        self._map.show(view._replace(north=north, east=east) if nearer else view)

    def action_fit(self) -> None:
        """All places."""
        self._map.fit()

    def action_pan(self, across: int, down: int) -> None:
        """Move the map by a quarter of what is shown."""
        self._map.show(self._map.shown.moved(_STEP * across, _STEP * down))

    def action_follow(self) -> None:
        """To the first passage that names the place."""
        self.dismiss(self._places[self._map.chosen].id)
