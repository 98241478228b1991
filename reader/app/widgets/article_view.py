"""The article, drawn line by line: a book of 30,000 words costs what a screenful does."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.app.highlights import Highlights, SpanIndex, runs
from reader.app.widgets.drawing import Drawing
from reader.app.wrapping import Line, wrapped
from reader.document.article import Block, BlockKind
from reader.document.paragraphs import paragraphs
from reader.document.span import Span
from reader.sanitise import printable, printable_lines

MEASURE = 72
"""Characters on a line at most: what print sets for long reading."""
_MARGIN = 3


class ArticleView(Drawing, ScrollView, can_focus=True, inherit_bindings=False):
    """Shows one text with its highlights, a cursor line, and the selected passage.

    Every cell knows its position in the text, so that the mouse selects the article's own words.
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

    @dataclass
    class Moved(Message):
        """The cursor went to another line of the article, by the user's hand."""

        position: int

    @dataclass
    class Chosen(Message):
        """The user clicked on the cursor's line again."""

        position: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's name
        super().__init__(id=id)
        self.text = self.shown = ""
        self.measure = MEASURE
        self.cursor = 0
        self.selected: Span | None = None
        self._paragraphs: tuple[Span, ...] = ()
        self._lines: list[Line] = []
        self._starts: list[int] = []
        self._marks: Highlights = {}
        self._blocks = SpanIndex(())
        self._kinds: dict[Span, BlockKind] = {}
        self._close: set[int] = set()
        self._matches = SpanIndex(())
        self._related: tuple[Span, ...] = ()
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._indent = _MARGIN
        self._wrapped_for = 0

    # -- what is shown ---------------------------------------------------------------------------

    def show_text(self, text: str, *, cursor: int = 0, blocks: tuple[Block, ...] = ()) -> None:
        """Show another *text*, from its beginning or at *cursor*; *blocks* are what its markup sets apart."""
        self.text = text
        self._blocks = SpanIndex(each.span for each in blocks)
        self._kinds = {each.span: each.kind for each in blocks}
        self._close = {
            two.span.start
            for one, two in pairwise(blocks)
            if one.kind == two.kind != "quote" and not text[one.span.end : two.span.start].strip()
        }
        self.shown = printable(text.replace("\n", " ").replace("\r", " "))
        self._paragraphs = paragraphs(text)
        self._marks, self._matches = {}, SpanIndex(())
        self.cursor, self.selected, self._related = cursor, None, ()
        self._wrapped_for = 0
        self._wrap()
        self._show_line(self._line_of(cursor))

    def mark(self, marks: Highlights) -> None:
        """Put these highlights on the text."""
        self._marks = marks
        self._redraw()

    def show_matches(self, spans: list[Span]) -> None:
        """Highlight what a search found."""
        self._matches = SpanIndex(spans)
        self._redraw()

    def select(self, span: Span | None, related: tuple[Span, ...] = (), *, show: bool = True) -> None:
        """Mark *span* as the selected passage, with its *related* ones (cue, speaker), and go there."""
        self.selected, self._related = span, related
        if span is not None and show:
            self.cursor = span.start
            self._reveal(span)
        self._redraw()

    def clear_selected(self) -> None:
        """Mark no passage as selected."""
        self.select(None)

    # -- where the reader is ---------------------------------------------------------------------

    @property
    def progress(self) -> int:
        """How far the cursor is through the article, in per cent."""
        return 100 * self._line_of(self.cursor) // max(1, len(self._lines) - 1) if self._lines else 0

    @property
    def line(self) -> Span:
        """The range of the text on the cursor's line."""
        return Span(*self._lines[self._line_of(self.cursor)]) if self._lines else Span(0, 0)

    @property
    def paragraph(self) -> Span:
        """The paragraph in which the cursor is."""
        at = bisect_right([each.start for each in self._paragraphs], self.cursor) - 1
        return self._paragraphs[max(0, at)] if self._paragraphs else Span(0, 0)

    def move_lines(self, count: int) -> None:
        """Move the cursor by *count* lines with words, or as far as there are any, and say so."""
        at = self._line_of(self.cursor) if self._lines else 0
        step = 1 if count > 0 else -1
        for _ in range(abs(count)):
            beyond = at + step
            while 0 <= beyond < len(self._lines) and self._is_empty(beyond):
                beyond += step
            if not 0 <= beyond < len(self._lines):
                break
            at = beyond
        if self._lines:
            self._go(at)

    def _move_rows(self, count: int) -> None:
        """Move the cursor by *count* lines of the screen, those between paragraphs too."""
        if not self._lines:
            return
        at = max(0, min(len(self._lines) - 1, self._line_of(self.cursor) + count))
        if self._is_empty(at):
            at = min(len(self._lines) - 1, at + 1) if count > 0 else max(0, at - 1)
        self._go(at)

    def move_pages(self, share: float) -> None:
        """Move by *share* of a page, the text and the cursor together."""
        height = max(1, self.size.height - 2)
        count = max(1, round(abs(share) * height)) * (1 if share > 0 else -1)
        self.scroll_to(y=self.scroll_y + count, animate=False)
        self._move_rows(count)

    def move_paragraphs(self, count: int) -> None:
        """Move to the beginning of the next or an earlier paragraph."""
        starts = [each.start for each in self._paragraphs]
        at = bisect_right(starts, self.cursor) - 1 + count
        if (
            count < 0
            and self.cursor > self.paragraph.start
            and self._line_of(self.cursor) > self._line_of(self.paragraph.start)
        ):
            at += 1
        if starts:
            self._go(self._line_of(starts[max(0, min(len(starts) - 1, at))]))

    def move_end(self, *, last: bool) -> None:
        """Move to the first or the last line."""
        if self._lines:
            self._go(len(self._lines) - 1 if last else 0)

    def go_to(self, position: int) -> None:
        """Put the cursor at *position* of the text and show it, without saying so."""
        self.cursor = position
        self._show_line(self._line_of(position))
        self._redraw()

    def _go(self, index: int) -> None:
        self.cursor = self._lines[index].start
        self._show_line(index)
        self._redraw()
        self.post_message(self.Moved(self.cursor))

    def _line_of(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def _is_empty(self, index: int) -> bool:
        return self._lines[index].start == self._lines[index].end

    def _reveal(self, span: Span) -> None:
        """Scroll so that *span* is seen with some text around it, moving as little as needed."""
        first, last = self._line_of(span.start), self._line_of(max(span.start, span.end - 1))
        height = max(1, self.size.height)
        top = int(self.scroll_y)
        if first < top + 1 or last > top + height - 2:
            self.scroll_to(y=max(0, first - height // 3), animate=False, immediate=True)

    def _show_line(self, index: int) -> None:
        self.scroll_to_region(Region(0, index + 1, 1, 1), animate=False, immediate=True, force=True)

    # -- layout ----------------------------------------------------------------------------------

    def _on_resize(self, event: events.Resize) -> None:
        self._wrap()

    def _wrap(self) -> None:
        """Lay the text out for the width there is; the cursor's line stays where it is on the screen."""
        width = self.scrollable_content_region.width or self.size.width
        if not width or width == self._wrapped_for:
            return
        row = self._line_of(self.cursor) - int(self.scroll_y) if self._wrapped_for else 0
        row = max(0, min(row, self.size.height - 3))
        self._wrapped_for = width
        measure = max(1, min(self.measure, width - 2 * (_MARGIN if width > 30 else 1)))
        self._indent = max(1, (width - measure) // 2)
        self._lines = wrapped(self.shown, self._paragraphs, measure, self._close)
        self._starts = [line.start for line in self._lines]
        self.virtual_size = Size(width, len(self._lines) + 2)
        self._redraw()
        self.scroll_to(y=max(0, self._line_of(self.cursor) - row), animate=False, immediate=True, force=True)

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Styles changed (another theme): nothing drawn before is right any more."""
        super().notify_style_update()
        self._strips.clear()

    # -- drawing ---------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        if not self._wrapped_for:
            self._wrap()  # the first picture is painted before the first resize is told
        index = y + int(self.scroll_y) - 1
        width = self.size.width
        if not 0 <= index < len(self._lines):
            return Strip.blank(width, self.rich_style)
        strip = self._strips.get(index)
        if strip is None:
            strip = self._drawn(index)
            self._strips[index] = strip
        return strip.adjust_cell_length(width, self.rich_style)

    def _drawn(self, index: int) -> Strip:
        line = self._lines[index]
        base = self.rich_style
        at_cursor = index == self._line_of(self.cursor)
        gutter = self.look("article--cursor") if at_cursor else Style.null()
        bar = "▎" if at_cursor and self._indent > 1 else " "
        mark = self._block_mark(line)
        margin = f"{bar:>{self._indent - len(mark) - 1}}{mark} " if self._indent > 2 else " " * self._indent
        segments = [Segment(margin, base + gutter + self._offset(0, index))]
        layers = [(name, marks.within(*line)) for name, marks in self._marks.items()]
        layers.append(("article--match", self._matches.within(*line)))
        layers.append(("article--related", iter(self._related)))
        layers.append(("article--selected", iter((self.selected,) if self.selected else ())))
        layers.append(("article--selection", iter(self._mouse_selected(index, line))))
        for start, end, names in runs(layers, *line):
            style = base
            for name in names:
                style += self.look(name)
            segments.append(Segment(self.shown[start:end], style + self._offset(start - line.start, index)))
        return Strip(segments)

    def _block_mark(self, line: Line) -> str:
        """What stands before a line of a list's item (its first) or of a block quote (each)."""
        block = next(iter(self._blocks.within(*line)), None) if line.start < line.end else None
        kind = self._kinds.get(block) if block else None
        if kind == "quote":
            return "│"
        return "•" if kind == "item" and block and line.start == block.start else ""

    @staticmethod
    def _offset(x: int, y: int) -> Style:
        return Style.from_meta({"offset": (x, y)})

    # -- the mouse -------------------------------------------------------------------------------

    def _mouse_selected(self, index: int, line: Line) -> list[Span]:
        selection = self.text_selection
        span = selection.get_span(index) if selection is not None else None
        if span is None:
            return []
        start, end = span
        return [Span(line.start + start, line.end if end == -1 else min(line.end, line.start + end))]

    def selection_updated(self, selection: Selection | None) -> None:
        """The mouse selected something else."""
        self._redraw()

    def selected_span(self) -> Span | None:
        """The range of the text that the mouse selected."""
        selection = self.text_selection
        if selection is None or not self._lines:
            return None
        start = self._position(selection.start.x, selection.start.y) if selection.start else 0
        end = self._position(selection.end.x, selection.end.y) if selection.end else len(self.shown)
        return Span(start, end).trimmed(self.shown) if start < end else None

    def _position(self, x: int, y: int) -> int:
        line = self._lines[max(0, min(len(self._lines) - 1, y))]
        return min(line.end, line.start + x)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as the article has them, not as they are broken into lines."""
        span = self.selected_span()
        return (printable_lines(span.text(self.text)), "\n") if span else None

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse is; a second click on the same line chooses it."""
        offset = event.style.meta.get("offset") if event.style else None
        if offset is None or self.selected_span() is not None:
            return
        position = self._position(*offset)
        if event.chain >= 2:
            self.post_message(self.Chosen(position))
            return
        self.cursor = position
        self._redraw()
        self.post_message(self.Moved(position))
