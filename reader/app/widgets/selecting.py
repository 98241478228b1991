"""Selecting the article's own words with the mouse: every cell knows its position in the text."""

from dataclasses import dataclass

from rich.style import Style
from textual import events
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection

from reader.app.layout import Layout
from reader.app.widgets.drawing import Drawing
from reader.app.wrapping import Line
from reader.document.span import Span
from reader.sanitise import printable_lines


class SelectingView(Drawing, ScrollView, can_focus=False, inherit_bindings=False):
    """A text in lines whose words can be clicked on and selected."""

    @dataclass
    class Clicked(Message):
        """The user clicked on a word; on a second click on the same place it is chosen."""

        position: int
        again: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's name
        super().__init__(id=id)
        self.text = self.shown = ""
        self.layout_ = Layout("", (), 1)

    def redraw(self) -> None:
        """Draw every line anew."""
        raise NotImplementedError

    @staticmethod
    def offset_style(x: int, y: int) -> Style:
        """The style that tells Textual which character of which line a cell shows."""
        return Style.from_meta({"offset": (x, y)})

    def mouse_selected(self, number: int, line: Line) -> list[Span]:
        """What of a line the mouse has selected."""
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is None:
            return []
        start, end = span
        return [Span(line.start + start, line.end if end == -1 else min(line.end, line.start + end))]

    def selection_updated(self, selection: Selection | None) -> None:
        """The mouse selected something else."""
        self.redraw()

    def selected_span(self) -> Span | None:
        """The range of the text that the mouse selected."""
        selection = self.text_selection
        if selection is None or not self.layout_.lines:
            return None
        start = self._position(selection.start.x, selection.start.y) if selection.start else 0
        end = self._position(selection.end.x, selection.end.y) if selection.end else len(self.shown)
        return Span(start, end).trimmed(self.shown) if start < end else None

    def _position(self, x: int, y: int) -> int:
        lines = self.layout_.lines
        line = lines[max(0, min(len(lines) - 1, y))]
        return min(line.end, line.start + x)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as the article has them, not as they are broken into lines."""
        span = self.selected_span()
        return (printable_lines(span.text(self.text)), "\n") if span else None

    def on_click(self, event: events.Click) -> None:
        """Say where the mouse is."""
        offset = event.style.meta.get("offset") if event.style else None
        if offset is not None and self.layout_.lines and self.selected_span() is None:
            self.post_message(self.Clicked(self._position(*offset), again=event.chain >= 2))
