"""The rows of the outline in lines of one width; only the selected one takes more than its line."""

from bisect import bisect_right
from typing import NamedTuple

from reader.app.row import Row
from reader.app.wrapping import Line, cut, wrapped
from reader.document.span import Span


class Drawn(NamedTuple):
    """A line of the pane: which row it belongs to, and what stands on it."""

    row: int
    lead: str = ""
    words: str = ""
    tail: str = ""
    right: str = ""


class OutlineLayout:
    """Lines of *rows*: each takes one, those that say a state as many as they need, a heading one above it.

    Lines are made when they are asked for, so that selecting a row among thousands costs what one costs.
    """

    def __init__(self, rows: list[Row], width: int) -> None:
        self.rows, self.width = rows, width
        self._firsts: list[int] = []
        """The line on which each row begins, its empty line above included."""
        self._selected: int | None = None
        self._whole: list[Drawn] = []
        count = 0
        for number, row in enumerate(rows):
            self._firsts.append(count)
            above = int(bool(number) and row.style == "outline--header")
            count += above + (len(self._in_full(number)) if row.style == "outline--state" else 1)
        self._count = count

    def select(self, number: int | None) -> None:
        """Show the row of this number in full."""
        self._selected = number
        self._whole = self._in_full(number) if number is not None and self.rows[number].target else []

    @property
    def height(self) -> int:
        """How many lines there are."""
        return self._count + max(0, len(self._whole) - 1)

    def lines_of_selected(self) -> range:
        """The lines of the row that is selected."""
        if self._selected is None:
            return range(0)
        first = self._firsts[self._selected] + self._above(self._selected)
        return range(first, first + max(1, len(self._whole)))

    def line(self, at: int) -> Drawn:
        """What stands on line *at*."""
        mine = self.lines_of_selected()
        if at in mine and self._whole:
            return self._whole[at - mine.start]
        if self._whole and at >= mine.stop:
            at -= len(self._whole) - 1
        number = bisect_right(self._firsts, at) - 1
        within = at - self._firsts[number] - self._above(number)
        if within < 0:
            return Drawn(number)
        row = self.rows[number]
        if row.style == "outline--state":
            return self._in_full(number)[within]
        whole = f"{row.text}{row.tail}"
        short = cut(whole, self._room(row)) if whole else ""
        kept = len(row.text) if short.startswith(row.text) else len(short)
        return Drawn(number, _lead(row), short[:kept], short[kept:], row.right)

    def _above(self, number: int) -> int:
        """Empty lines above a row."""
        return int(bool(number) and self.rows[number].style == "outline--header")

    def _room(self, row: Row) -> int:
        return max(8, self.width - len(_lead(row)) - (len(row.right) + 2 if row.right else 1))

    def _in_full(self, number: int) -> list[Drawn]:
        row = self.rows[number]
        whole, lead = f"{row.text}{row.tail}", _lead(row)
        lines = wrapped(whole, (Span(0, len(whole)),), self._room(row)) or [Line(0, 0)]
        return [
            Drawn(
                number,
                lead if not count else " " * len(lead),
                whole[start : min(end, len(row.text))],
                whole[max(start, len(row.text)) : end],
                "" if count else row.right,
            )
            for count, (start, end) in enumerate(lines)
        ]


def _lead(row: Row) -> str:
    return " " * row.indent + row.lead
