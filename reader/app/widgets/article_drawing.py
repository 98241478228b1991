"""The lines of an article as they are drawn: highlights, cursor, selection, right-to-left text, straight edges."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from reader.app.bidi import begins_right_to_left, has_right_to_left, visual
from reader.app.highlights import Highlights, SpanIndex, runs
from reader.app.layout import stretched
from reader.app.widgets.selecting import SelectingView
from reader.app.wrapping import Line, cell_length
from reader.document.article import BlockKind
from reader.document.span import Span

MEASURE = 72
"""Characters on a line at most: what print sets for long reading."""
MARGIN = 3


class ArticleDrawing(SelectingView):
    """Draws a text in lines, each once until something on it changes.

    `measure`: characters of a line; `spacing`: lines between paragraphs; `justified`: both edges straight.
    """

    COMPONENT_CLASSES = {
        "article--heading",
        "article--reported",
        "article--quote",
        "article--figure",
        "article--place",
        "article--person",
        "article--note",
        "article--match",
        "article--related",
        "article--selected",
        "article--cursor",
        "article--selection",
    }

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's name
        super().__init__(id=id)
        self.measure, self.spacing, self.justified = MEASURE, 1, False
        self.cursor = 0
        self.selected: Span | None = None
        self.is_aimed = False
        """Whether the reader went to the selected passage; otherwise it is only what stands on the cursor's line."""
        self.chosen: Span | None = None
        """What the keyboard has selected."""
        self._paragraphs: tuple[Span, ...] = ()
        self._starts: list[int] = []
        self._marks: Highlights = {}
        self._blocks = SpanIndex(())
        self._kinds: dict[Span, BlockKind] = {}
        self._close: set[int] = set()
        self._matches = SpanIndex(())
        self._related: tuple[Span, ...] = ()
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._indent = MARGIN
        self._width = 0
        self._wrapped_for = 0

    def lay_out(self) -> None:
        """Set the text in lines for the width there is."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        if not self._wrapped_for:
            self.lay_out()  # the first picture is painted before the first resize is told
        number = y + int(self.scroll_y) - 1
        width = self.size.width
        if not 0 <= number < len(self.layout_.lines):
            return Strip.blank(width, self.base)
        strip = self._strips.get(number)
        if strip is None:
            strip = Strip(self._drawn(number)).adjust_cell_length(width, self.base)
            self._strips[number] = strip
        return strip.adjust_cell_length(width, self.base)

    def _drawn(self, number: int) -> Iterator[Segment]:
        line = self.layout_.lines[number]
        at_cursor = number == self.layout_.line_of(self.cursor)
        gutter = self.look("article--cursor") if at_cursor else Style.null()
        bar = "▎" if at_cursor and self._indent > 1 else " "
        mark = self._block_mark(line)
        margin = f"{bar:>{self._indent - len(mark) - 1}}{mark} " if self._indent > 2 else " " * self._indent
        yield Segment(margin, self.base + gutter + self.offset_style(0, number))
        words = self.shown[line.start : line.end]
        if self.reorders and has_right_to_left(words):
            yield from self._from_right(number, line, words)
        else:
            yield from self._from_left(number, line)

    def _from_left(self, number: int, line: Line) -> Iterator[Segment]:
        gaps = iter(self._gaps(line))
        for start, end, style in self._styled(number, line):
            for first, last, more in self._pieces(start, end, gaps):
                placed = style + self.offset_style(first - line.start, number)
                yield Segment(self.shown[first:last], placed)
                for _ in range(more):
                    yield Segment(" ", placed)

    def _from_right(self, number: int, line: Line, words: str) -> Iterator[Segment]:
        """A line with right-to-left text in the order of sight; such a paragraph is set from the right."""
        at = bisect_right(self._starts, line.start) - 1
        from_right = begins_right_to_left(self.shown[self._paragraphs[at].start : line.end])
        styles = [style for start, end, style in self._styled(number, line) for _ in range(start, end)]
        if from_right:
            yield Segment(
                " " * max(0, self._width - cell_length(words)), self.base + self.offset_style(0, number)
            )
        for shown, index in visual(words, from_right=from_right):
            yield Segment(shown, styles[index] + self.offset_style(index, number))

    def _styled(self, number: int, line: Line) -> Iterator[tuple[int, int, Style]]:
        """The runs of a line, each with all that lies over it."""
        for start, end, names in runs(self._layers(number, line), *line):
            style = self.base
            for name in names:
                style += self.look(name)
            yield start, end, style

    def _layers(self, number: int, line: Line) -> list[tuple[str, Iterable[Span]]]:
        """What lies over the text of a line, the strongest last."""
        return [
            *((name, marks.within(*line)) for name, marks in self._marks.items()),
            ("article--match", self._matches.within(*line)),
            ("article--related", () if self.chosen else self._related),
            ("article--selected", (self.selected,) if self.selected and not self.chosen else ()),
            ("article--selection", (self.chosen,) if self.chosen else self.mouse_selected(number, line)),
            ("article--selected", (Span(self.cursor, self.cursor + 1),) if self.chosen else ()),
        ]

    def _gaps(self, line: Line) -> list[int]:
        """What each space of a line takes more, where lines are justified; the last of a paragraph is not."""
        if not self.justified or self.shown[line.end : line.end + 1] != " ":
            return []
        at = bisect_right(self._starts, line.start) - 1
        if line.end >= self._paragraphs[at].end:
            return []
        words = self.shown[line.start : line.end]
        return stretched(words, self._width - cell_length(words))

    def _pieces(self, start: int, end: int, gaps: Iterator[int]) -> Iterator[tuple[int, int, int]]:
        """A run in pieces, each with the cells to add behind it."""
        if not self.justified:
            yield start, end, 0
            return
        while (space := self.shown.find(" ", start, end)) >= 0:
            yield start, space + 1, next(gaps, 0)
            start = space + 1
        if start < end:
            yield start, end, 0

    def _block_mark(self, line: Line) -> str:
        """What stands before a line of a list's item (its first) or of a block quote (each)."""
        block = next(iter(self._blocks.within(*line)), None) if line.start < line.end else None
        kind = self._kinds.get(block) if block else None
        if kind == "quote":
            return "│"
        return "•" if kind == "item" and block and line.start == block.start else ""
