"""An article's text set in lines of one width: which line a position is on, which lines lie how far away."""

from bisect import bisect_right
from collections.abc import Collection, Iterable
from itertools import pairwise

from reader.app.wrapping import wrapped
from reader.document.article import Block
from reader.document.span import Span


class Layout:
    """The lines of *text*, each a range of it; those between paragraphs are empty."""

    def __init__(
        self,
        text: str,
        paragraphs: tuple[Span, ...],
        width: int,
        *,
        close: Collection[int] = (),
        spacing: int = 1,
    ) -> None:
        self.lines = wrapped(text, paragraphs, width, close, spacing)
        self._starts = [line.start for line in self.lines]

    def line_of(self, position: int) -> int:
        """The number of the line on which *position* is."""
        return max(0, bisect_right(self._starts, position) - 1)

    def is_empty(self, number: int) -> bool:
        """Whether this line stands between paragraphs."""
        return self.lines[number].start == self.lines[number].end

    def lines_of(self, spans: Iterable[Span]) -> Iterable[range]:
        """The lines on which *spans* stand."""
        for span in spans:
            yield range(self.line_of(span.start), self.line_of(max(span.start, span.end - 1)) + 1)

    def stepped(self, number: int, count: int) -> int:
        """The line *count* lines with words further, or as far as there are any."""
        step = 1 if count > 0 else -1
        for _ in range(abs(count)):
            beyond = number + step
            while 0 <= beyond < len(self.lines) and self.is_empty(beyond):
                beyond += step
            if not 0 <= beyond < len(self.lines):
                break
            number = beyond
        return number

    def rows_on(self, number: int, count: int) -> int:
        """The line with words at or just beyond *count* lines of the screen from here."""
        at = max(0, min(len(self.lines) - 1, number + count))
        step = 1 if count > 0 else -1
        while self.is_empty(at) and 0 <= at + step < len(self.lines):
            at += step
        return at


def close_blocks(text: str, blocks: tuple[Block, ...]) -> set[int]:
    """Where items of a list and rows of a table start that follow the one before without an empty line."""
    return {
        two.span.start
        for one, two in pairwise(blocks)
        if one.kind == two.kind != "quote" and not text[one.span.end : two.span.start].strip()
    }


def stretched(words: str, room: int) -> list[int]:
    """How many cells more each space of *words* takes so that they fill *room* cells more: even, from the right.

    None take any where the gaps would tear the line apart: over one cell more for each space.
    """
    spaces = words.count(" ")
    if not 0 < room <= spaces:
        return [0] * spaces
    return [(number + 1) * room // spaces - number * room // spaces for number in range(spaces)]
