"""Draws a map with the article's places on it."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip

from reader.analysis.places.gazetteer import lookup
from reader.app.map.labels import Label, labels
from reader.app.map.view import View, drawn
from reader.app.widgets.drawing import Drawing
from reader.document.outline import Location
from reader.sanitise import printable


def is_country(place: Location) -> bool:
    """Whether a place is a whole country."""
    return any(
        each.kind == "country" and each.geonames_id == place.geonames_id for each in lookup(place.name)
    )


class MapView(Drawing):
    """Coasts, borders and marks; `chosen` is the number of the selected place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"map--coast", "map--place", "map--selected"}

    class Chosen(Message):
        """The reader clicked on a place."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, places: Sequence[Location]) -> None:
        super().__init__(id="map")
        self.positions = [(each.latitude or 0.0, each.longitude or 0.0) for each in places]
        small = [where for each, where in zip(places, self.positions, strict=True) if not is_country(each)]
        self._fitted = small or self.positions
        self.names = [printable(each.name) for each in places]
        self.chosen = 0
        self.shown = View.around(self.positions, 80, 24)
        self._rows: list[str] = []
        self._labels: list[Label] = []

    def on_resize(self, event: events.Resize) -> None:
        """Fit the places into the new size."""
        self.fit()

    def fit(self) -> None:
        """Show all places; countries, whose marks stand in their middle, only where nothing else is named."""
        self.show(View.around(self._fitted, max(4, self.size.width), max(2, self.size.height)))

    def show(self, view: View) -> None:
        """Show another part of the world."""
        self.shown = view
        self._rows = drawn(view)
        self._place()

    def choose(self, place: int) -> None:
        """Select a place, and bring it into sight."""
        self.chosen = place
        moved = self.shown.centred(self.positions[place])
        if moved != self.shown:
            self.show(moved)
        else:
            self._place()

    def _place(self) -> None:
        cells = [self.shown.cell(*position) for position in self.positions]
        self._labels = labels(cells, self.names, self.chosen, self.shown.width)
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Select the place whose mark or name was clicked."""
        for label in self._labels:
            if label.row == event.y and label.column <= event.x < label.column + cell_len(label.words):
                self.post_message(self.Chosen(label.place))
                return

    def render_line(self, y: int) -> Strip:
        """One row: the coast with marks and names over it."""
        width, base = self.size.width, self.base
        row = self._rows[y] if y < len(self._rows) else ""
        segments: list[Segment] = []
        at = 0
        for label in sorted(each for each in self._labels if each.row == y):
            look = self.look("map--selected" if label.place == self.chosen else "map--place")
            segments.append(Segment(row[at : label.column], base + self.look("map--coast")))
            words = Segment(label.words, base + look)
            segments.append(words)
            at = label.column + words.cell_length
        segments.append(Segment(row[at:], base + self.look("map--coast")))
        return Strip(segments).adjust_cell_length(width, base)
