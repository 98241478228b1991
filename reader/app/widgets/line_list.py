"""A list of any length, drawn line by line: what a line says is asked for when it is seen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.app.bidi import in_order
from reader.app.widgets.drawing import Drawing
from reader.app.wrapping import cell_length, cut

Piece = tuple[str, str]
"""Words, and the component class of the sheet that says how they look."""


class Cells(NamedTuple):
    """A line: what stands before the words, the words, cut where there is no room, and what is at the right."""

    before: tuple[Piece, ...]
    words: Piece
    after: tuple[Piece, ...] = ()


class LineList(Drawing, ScrollView, can_focus=False, inherit_bindings=False):
    """Shows lines, one of which is selected. Knows nothing of where they come from."""

    COMPONENT_CLASSES = {
        "list--unread", "list--read", "list--mark", "list--quiet", "list--folder", "list--problem", "list--state",
        "list--selected", "list--blurred",
    }  # fmt: skip

    @dataclass
    class Clicked(Message):
        """The user clicked on a line; *again*: on the one that was selected."""

        lines: "LineList"
        again: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's name
        super().__init__(id=id)
        self.is_active = False
        self.count = 0
        self.at = 0
        self._cells: Callable[[int], Cells] = lambda _: Cells((), ("", "list--state"))

    def show(self, count: int, cells: Callable[[int], Cells], at: int = 0) -> None:
        """Show so many lines, made by *cells* from their number, with the one *at* a place selected."""
        self._cells = cells
        self.at = max(0, min(at, count - 1))
        if count != self.count:
            self.count = count
            self.virtual_size = Size(self.size.width, count)
        self._show_selected()
        self.refresh()

    @property
    def seen(self) -> range:
        """The lines on the screen."""
        top = int(self.scroll_y)
        return range(top, min(self.count, top + max(1, self.size.height)))

    def move_to(self, number: int) -> None:
        """Select a line."""
        before, self.at = self.at, max(0, min(number, self.count - 1))
        if not self._show_selected():
            self.redraw(before, self.at)

    def activate(self, active: bool) -> None:
        """Keys are for this list now, or no more."""
        if active != self.is_active:
            self.is_active = active
            self.redraw(self.at)

    def redraw(self, *numbers: int) -> None:
        """Draw some lines anew, as far as they are seen."""
        for number in set(numbers):
            if number in self.seen:
                self.refresh(Region(0, number - int(self.scroll_y), self.size.width, 1))

    def _show_selected(self) -> bool:
        """Scroll so that the selected line is seen, by half a screen; whether that was needed."""
        top, height = int(self.scroll_y), max(1, self.size.height)
        if top <= self.at < top + height:
            return False
        step = height // 2 if abs(self.at - top) < 2 * height else height // 3
        self.scroll_to(y=max(0, self.at - step), animate=False, immediate=True, force=True)
        return True

    def _on_resize(self, event: events.Resize) -> None:
        self.virtual_size = Size(event.size.width, self.count)
        self._show_selected()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, number = self.size.width, y + int(self.scroll_y)
        if number >= self.count:
            return Strip.blank(width, self.base)
        cells = self._cells(number)
        chosen = Style.null()
        if number == self.at and cells.words[1] != "list--state":
            chosen = self.look("list--selected" if self.is_active else "list--blurred")
        base = self.base + Style.from_meta({"line": number}) + chosen
        left = [Segment(words, base + self.look(look) + chosen) for words, look in cells.before]
        right = [Segment(words, base + self.look(look) + chosen) for words, look in cells.after]
        used = sum(cell_length(each.text) for each in (*left, *right))
        words = cut(cells.words[0], max(4, width - used - 2))
        said = in_order(words) if self.reorders else words
        left.append(Segment(said, base + self.look(cells.words[1]) + chosen))
        gap = max(1, width - used - cell_length(words) - 1)
        return Strip([*left, Segment(" " * gap, base), *right, Segment(" ", base)]).adjust_cell_length(
            width, base
        )

    def on_click(self, event: events.Click) -> None:
        """Select a line; a click on the selected one opens it."""
        number = event.style.meta.get("line") if event.style else None
        if number is not None:
            again = number == self.at and self.is_active
            self.move_to(number)
            self.post_message(self.Clicked(self, again))
