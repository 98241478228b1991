"""What widgets that draw their own lines share: component classes as styles that can be laid over each other."""

from rich.style import Style
from textual.widget import Widget


class Drawing(Widget):
    """A widget whose `render_line` looks styles up by component class.

    `reorders`: right-to-left text is put in order here, not by the terminal.
    """

    reorders = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's name
        super().__init__(id=id)
        self._component_cache: dict[str, Style] = {}
        self._base: Style | None = None

    @property
    def base(self) -> Style:
        """The widget's own style, looked up once: Textual makes it anew for whoever asks."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def look(self, name: str) -> Style:
        """What the sheet says of the component *name* and nothing else.

        Translucent colours are mixed with the widget's background: a terminal has no others.
        """
        style = self._component_cache.get(name)
        if style is None:
            style = self._component_cache[name] = self._mixed(name)
        return style

    def _mixed(self, name: str) -> Style:
        style = self.get_component_rich_style(name, partial=True)
        sheet = self.get_component_styles(name)
        ground = self.background_colors[1]
        if sheet.has_rule("color"):
            style += Style(color=(ground + sheet.color).rich_color)
        if sheet.has_rule("background"):
            style += Style(bgcolor=(ground + sheet.background).rich_color)
        return style

    def notify_style_update(self) -> None:
        """Styles changed (another theme): none looked up before is right any more."""
        super().notify_style_update()
        self._component_cache.clear()
        self._base = None
