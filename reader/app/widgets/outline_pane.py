"""The outline beside the article: a list to scan, drawn line by line, with the full words when selected."""

from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.app.row import TABS, Row, Tab, Target
from reader.app.widgets.drawing import Drawing
from reader.app.wrapping import Line, cut, wrapped
from reader.document.span import Span


class _Drawn(NamedTuple):
    """A line of the pane: which row it belongs to, and what stands on it."""

    row: int
    lead: str
    words: str
    tail: str
    right: str


class OutlinePane(Drawing, ScrollView, can_focus=True, inherit_bindings=False):
    """Shows rows; the selected one is shown in full. Knows nothing of where rows come from."""

    COMPONENT_CLASSES = {
        "outline--header", "outline--key", "outline--section", "outline--speaker", "outline--unnamed",
        "outline--quote", "outline--reported", "outline--figure", "outline--place", "outline--person", "outline--note",
        "outline--state", "outline--tail", "outline--count", "outline--amount", "outline--selected",
        "outline--blurred", "outline--tab", "outline--tab-on",
    }  # fmt: skip

    @dataclass
    class Moved(Message):
        """The user moved to the row of *target*."""

        target: Target

    @dataclass
    class Chosen(Message):
        """The user clicked on the selected row again."""

        target: Target

    @dataclass
    class TabChosen(Message):
        """The user clicked on the name of a tab."""

        tab: Tab

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's name
        super().__init__(id=id)
        self.tab: Tab = "all"
        self._rows: list[Row] = []
        self._lines: list[_Drawn] = []
        self._at: int | None = None

    def show(self, rows: list[Row], tab: Tab) -> None:
        """Show these rows, keeping the selected item where it is still among them."""
        selected = self.selected
        self._rows, self.tab = rows, tab
        self._at = self._index(selected) if selected else None
        self._lay_out()

    @property
    def selected(self) -> Target | None:
        """The item of the selected row."""
        return self._rows[self._at].target if self._at is not None else None

    def select(self, target: Target | None) -> None:
        """Select the row of *target*, without saying so; None selects nothing."""
        at = self._index(target) if target else None
        if at != self._at:
            self._at = at
            self._lay_out()
        self._show_selected()

    def move(self, count: int) -> None:
        """Move to the row *count* further that has an item, and say so."""
        able = [index for index, row in enumerate(self._rows) if row.target]
        if not able:
            return
        now = self._at if self._at is not None else -1
        before = sum(index <= now for index in able) - 1
        self._choose(able[max(0, min(len(able) - 1, before + count))])

    def move_end(self, *, last: bool) -> None:
        """Move to the first or last row with an item."""
        able = [index for index, row in enumerate(self._rows) if row.target]
        if able:
            self._choose(able[-1 if last else 0])

    def _choose(self, index: int) -> None:
        self._at = index
        self._lay_out()
        self._show_selected()
        if self.selected:
            self.post_message(self.Moved(self.selected))

    def _index(self, target: Target) -> int | None:
        for index, row in enumerate(self._rows):
            if row.target and (row.target.kind, row.target.id) == (target.kind, target.id):
                return index
        return None

    # -- layout ----------------------------------------------------------------------------------

    def _on_resize(self, event: events.Resize) -> None:
        self._lay_out()
        self._show_selected()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width or self.size.width
        if not width:
            return
        self._lines = []
        for index, row in enumerate(self._rows):
            if row.style == "outline--header" and index:
                self._lines.append(_Drawn(index, "", "", "", ""))
            self._lines += self._drawn(index, row, width)
        self.virtual_size = Size(width, len(self._lines) + 2)
        self.refresh()

    def _drawn(self, index: int, row: Row, width: int) -> list[_Drawn]:
        lead = " " * row.indent + row.lead
        room = max(8, width - len(lead) - (len(row.right) + 2 if row.right else 1))
        whole = f"{row.text}{row.tail}"
        if row.style == "outline--state" or (index == self._at and row.target):
            lines = wrapped(whole, (Span(0, len(whole)),), room) or [Line(0, 0)]
            return [
                _Drawn(
                    index,
                    lead if not number else " " * len(lead),
                    whole[start : min(end, len(row.text))],
                    whole[max(start, len(row.text)) : end],
                    "" if number else row.right,
                )
                for number, (start, end) in enumerate(lines)
            ]
        short = cut(whole, room) if whole else ""
        kept = len(row.text) if short.startswith(row.text) else len(short)
        return [_Drawn(index, lead, short[:kept], short[kept:], row.right)]

    def _show_selected(self) -> None:
        mine = [
            number
            for number, line in enumerate(self._lines)
            if line.row == self._at and (line.words or line.lead)
        ]
        if mine:
            top = 0 if mine[0] <= 2 else mine[0] + 1
            region = Region(0, top, 1, mine[-1] + 3 - top)
            self.scroll_to_region(region, animate=False, immediate=True, force=True)

    # -- drawing ---------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the tabs on top, which stay, then the rows."""
        width = self.size.width
        if y == 0:
            return self._tabs().adjust_cell_length(width, self.rich_style)
        index = y + int(self.scroll_y) - 2
        if not 0 <= index < len(self._lines):
            return Strip.blank(width, self.rich_style)
        return self._strip(self._lines[index], width).adjust_cell_length(width, self.rich_style)

    def _tabs(self) -> Strip:
        gap = "  " if sum(map(len, TABS)) + 2 * len(TABS) < self.size.width else " "
        segments = [Segment(" ", self.rich_style)]
        for tab in TABS:
            name = "outline--tab-on" if tab == self.tab else "outline--tab"
            style = self.rich_style + self.look(name)
            segments += [
                Segment(tab, style + Style.from_meta({"tab": tab})),
                Segment(gap, self.rich_style),
            ]
        return Strip(segments)

    def _strip(self, line: _Drawn, width: int) -> Strip:
        row = self._rows[line.row]
        base = self.rich_style + Style.from_meta({"row": line.row})
        chosen = Style.null()
        if line.row == self._at and row.target:
            chosen = self.look("outline--selected" if self.has_focus else "outline--blurred")
        words = base + self.look(row.style) + chosen
        tail = base + self.look("outline--tail") + chosen
        count = base + self.look("outline--count") + chosen
        hue = "outline--quote" if row.target and row.target.kind == "speaker" else "outline--amount"
        lead = base + self.look(hue) + chosen
        base += chosen
        left = Strip([Segment(line.lead, lead), Segment(line.words, words), Segment(line.tail, tail)])
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
        if index == self._at and self.selected:
            self.post_message(self.Chosen(self.selected))
        else:
            self._choose(index)

    def on_focus(self) -> None:
        """Draw the selection as the strong one."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the selection as the weak one."""
        self.refresh()
