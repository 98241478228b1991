"""The outline beside the article: a list to scan, drawn line by line, with the full words when selected."""

from bisect import bisect_right
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.app.bidi import in_order
from reader.app.outline_layout import Drawn, OutlineLayout
from reader.app.row import TABS, Row, Tab, Target
from reader.app.widgets.drawing import Drawing

_BENEATH = 8
"""Lines beneath the last row: room for the selected one to unfold without laying the screen out again."""


class OutlinePane(Drawing, ScrollView, can_focus=False, inherit_bindings=False):
    """Shows rows; the selected one is shown in full. Knows nothing of where rows come from."""

    COMPONENT_CLASSES = {
        "outline--header", "outline--key", "outline--section",
        "outline--speaker", "outline--doubtful", "outline--unnamed", "outline--quote", "outline--reported",
        "outline--figure", "outline--place", "outline--person", "outline--note",
        "outline--state", "outline--tail", "outline--count", "outline--amount", "outline--selected",
        "outline--blurred", "outline--tab", "outline--tab-on",
    }  # fmt: skip

    @dataclass
    class Clicked(Message):
        """The user clicked on a row; *again*: on the one that was selected."""

        again: bool

    @dataclass
    class TabChosen(Message):
        """The user clicked on the name of a tab."""

        tab: Tab

    def __init__(self, *, id: str | None = None, tabbed: bool = True) -> None:  # noqa: A002 Textual's name
        super().__init__(id=id)
        self.tab: Tab = "all"
        self._tabbed = tabbed
        self.is_active = False
        self._rows: list[Row] = []
        self._able: list[int] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._layout = OutlineLayout([], 1)
        self._at: int | None = None

    def show(self, rows: list[Row], tab: Tab) -> None:
        """Show these rows, keeping the selected item where it is still among them."""
        selected = self.selected
        self._rows, self.tab = rows, tab
        self._able = [number for number, row in enumerate(rows) if row.target]
        self._numbers = {
            (row.target.kind, row.target.id): number
            for number, row in reversed([*enumerate(rows)])
            if row.target
        }
        self._at = self._number(selected) if selected else None
        self._lay_out()

    @property
    def count(self) -> int:
        """How many rows have an item."""
        return len(self._able)

    @property
    def selected(self) -> Target | None:
        """The item of the selected row."""
        return self._rows[self._at].target if self._at is not None else None

    def select(self, target: Target | None) -> None:
        """Select the row of *target*; None selects nothing."""
        self._mark(self._number(target) if target else None)

    def move(self, count: int) -> None:
        """Move to the row *count* further that has an item."""
        if not self._able:
            return
        before = bisect_right(self._able, self._at if self._at is not None else -1) - 1
        self._mark(self._able[max(0, min(len(self._able) - 1, before + count))])

    def move_end(self, *, last: bool) -> None:
        """Move to the first or last row with an item."""
        if self._able:
            self._mark(self._able[-1 if last else 0])

    def _number(self, target: Target) -> int | None:
        return self._numbers.get((target.kind, target.id))

    def activate(self, active: bool) -> None:
        """Keys are for the outline now, or no more: the selected row is the strong one, or the weak one."""
        if active != self.is_active:
            self.is_active = active
            self._redraw(self._layout.lines_of_selected())

    # -- layout ----------------------------------------------------------------------------------

    def _on_resize(self, event: events.Resize) -> None:
        self._lay_out()
        self._show_selected()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width or self.size.width
        self._layout = OutlineLayout(self._rows, width or 1)
        self._layout.select(self._at)
        if width:
            self.virtual_size = Size(width, self._layout.height + _BENEATH)
            self.refresh()

    def _mark(self, number: int | None) -> None:
        """Show the row of this number as the selected one, drawing only what changes."""
        if number != self._at:
            before, height = self._layout.lines_of_selected(), self._layout.height
            self._at = number
            self._layout.select(number)
            now = self._layout.lines_of_selected()
            if self._layout.height == height and len(before) == len(now) == 1:
                self._redraw(before, now)
            else:
                if self._layout.height + 2 > self.virtual_size.height:
                    self.virtual_size = Size(self.virtual_size.width, self._layout.height + 2)
                firsts = [lines.start for lines in (before, now) if lines]
                self._redraw(range(min(firsts, default=0), int(self.scroll_y) + self.size.height))
        self._show_selected()

    def _redraw(self, *lines: range) -> None:
        """Draw these lines anew, as far as they are seen."""
        top, width, height = int(self.scroll_y), self.size.width, self.size.height
        for each in lines:
            first, last = max(1, each.start + 2 - top), min(height, each.stop + 2 - top)
            if first < last:
                self.refresh(Region(0, first, width, last - first))

    def _show_selected(self) -> None:
        """Scroll so that the selected row is seen with some around it, seldom rather than by little."""
        mine = self._layout.lines_of_selected()
        top, height = int(self.scroll_y), self.size.height - 2
        if mine and (mine.start - 1 < top or mine.stop + 1 > top + height):
            high = 0 if mine.start < height // 2 else mine.start - height // 3
            self.scroll_to(y=high, animate=False, immediate=True, force=True)

    # -- drawing ---------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the tabs on top, which stay, then the rows."""
        width = self.size.width
        if y == 0:
            return (
                Strip.blank(width, self.base)
                if not self._tabbed
                else self._tabs().adjust_cell_length(width, self.base)
            )
        index = y + int(self.scroll_y) - 2
        if not 0 <= index < self._layout.height:
            return Strip.blank(width, self.base)
        return self._strip(self._layout.line(index), width).adjust_cell_length(width, self.base)

    def _tabs(self) -> Strip:
        gap = "  " if sum(map(len, TABS)) + 2 * len(TABS) < self.size.width else " "
        segments = [Segment(" ", self.base)]
        for tab in TABS if self.tab in TABS else (TABS[0], self.tab, *TABS[1:]):
            name = "outline--tab-on" if tab == self.tab else "outline--tab"
            style = self.base + self.look(name)
            segments += [
                Segment(tab, style + Style.from_meta({"tab": tab})),
                Segment(gap, self.base),
            ]
        return Strip(segments)

    def _strip(self, line: Drawn, width: int) -> Strip:
        row = self._rows[line.row]
        base = self.base + Style.from_meta({"row": line.row})
        chosen = Style.null()
        if line.row == self._at and row.target:
            chosen = self.look("outline--selected" if self.is_active else "outline--blurred")
        words = base + self.look(row.style) + chosen
        tail = base + self.look("outline--tail") + chosen
        count = base + self.look("outline--count") + chosen
        hue = "outline--quote" if row.target and row.target.kind == "speaker" else "outline--amount"
        lead = base + self.look(hue) + chosen
        base += chosen
        said = in_order(line.words) if self.reorders else line.words
        left = Strip([Segment(line.lead, lead), Segment(said, words), Segment(line.tail, tail)])
        gap = max(0, width - left.cell_length - len(line.right) - (1 if line.right else 0))
        return Strip(
            [
                *left,
                Segment(" " * gap, base),
                Segment(line.right, count),
                Segment(" " if line.right else "", base),
            ]
        )

    # -- the mouse -------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Choose a tab or a row; a click on the selected row goes to its source."""
        meta = event.style.meta if event.style else {}
        if "tab" in meta:
            self.post_message(self.TabChosen(meta["tab"]))
            return
        index = meta.get("row")
        if index is None or not self._rows[index].target:
            return
        again = index == self._at
        self._mark(index)
        self.post_message(self.Clicked(again))
