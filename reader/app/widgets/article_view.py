"""The article, drawn line by line: a book of 30,000 words costs what a screenful does."""

from bisect import bisect_right
from collections.abc import Iterable

from textual import events
from textual.geometry import Region, Size

from reader.app.highlights import Highlights, SpanIndex
from reader.app.layout import Layout, close_blocks
from reader.app.widgets.article_drawing import MARGIN, ArticleDrawing
from reader.document.article import Block
from reader.document.paragraphs import paragraphs
from reader.document.span import Span
from reader.sanitise import printable

MEASURE = 72
"""Characters on a line at most: what print sets for long reading."""
_MARGIN = 3


class ArticleView(ArticleDrawing):
    """Shows one text with its highlights, a cursor line, and the selected passage."""

    # -- what is shown ---------------------------------------------------------------------------

    def show_text(self, text: str, *, cursor: int = 0, blocks: tuple[Block, ...] = ()) -> None:
        """Show another *text*, from its beginning or at *cursor*; *blocks* are what its markup sets apart."""
        self.text = text
        self._blocks = SpanIndex(each.span for each in blocks)
        self._kinds = {each.span: each.kind for each in blocks}
        self._close = close_blocks(text, blocks)
        self.shown = printable(text.replace("\n", " ").replace("\r", " "))
        self._paragraphs = paragraphs(text)
        self._starts = [each.start for each in self._paragraphs]
        self._marks, self._matches = {}, SpanIndex(())
        self.cursor, self.selected, self.chosen, self._related = cursor, None, None, ()
        self.set_again()
        self._show_line(self.layout_.line_of(cursor))

    def set_again(self) -> None:
        """Set the text in lines anew: it, the measure or the spacing is another."""
        self._wrapped_for = 0
        self.lay_out()

    def mark(self, marks: Highlights) -> None:
        """Put these highlights on the text."""
        self._marks = marks
        self.redraw()

    def show_matches(self, spans: list[Span]) -> None:
        """Highlight what a search found."""
        self._matches = SpanIndex(spans)
        self.redraw()

    def select(self, span: Span | None, related: tuple[Span, ...] = (), *, show: bool = True) -> None:
        """Mark *span* as the selected passage, with its *related* ones (cue, speaker), and go there."""
        before = self._strong()
        self.selected, self._related = span, related
        self.is_aimed = show and span is not None
        if span is not None and show:
            self.cursor = span.start
            self._reveal(span)
        if before != self._strong():
            self._redraw_at((*before, *self._strong()))

    def clear_selected(self) -> None:
        """Mark no passage as selected."""
        self.select(None)

    def choose(self, span: Span | None, caret: int | None = None) -> None:
        """Select *span* by keyboard, with the moving end at *caret*; None selects nothing."""
        before = self._strong()
        self.chosen = span
        if caret is not None:
            self.cursor = caret
            self._show_line(self.layout_.line_of(caret))
        self._redraw_at((*before, *self._strong()))

    def selected_span(self) -> Span | None:
        """What the keyboard or the mouse has selected."""
        return self.chosen or super().selected_span()

    def _strong(self) -> tuple[Span, ...]:
        """What is drawn otherwise than the text's own marks: cursor, selected and related passages."""
        chosen = [span for span in (self.selected, self.chosen) if span]
        return (Span(self.cursor, self.cursor), *chosen, *self._related)

    # -- where the reader is ---------------------------------------------------------------------

    @property
    def progress(self) -> int:
        """How far the cursor is through the article, in per cent."""
        last = len(self.layout_.lines) - 1
        return 100 * self.layout_.line_of(self.cursor) // last if last > 0 else 0

    @property
    def line(self) -> Span:
        """The range of the text on the cursor's line."""
        lines = self.layout_.lines
        return Span(*lines[self.layout_.line_of(self.cursor)]) if lines else Span(0, 0)

    @property
    def paragraph(self) -> Span:
        """The paragraph in which the cursor is."""
        at = bisect_right(self._starts, self.cursor) - 1
        return self._paragraphs[max(0, at)] if self._paragraphs else Span(0, 0)

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs of the text."""
        return self._paragraphs

    def line_at(self, position: int) -> Span:
        """The line of the screen on which a position is."""
        return Span(*self.layout_.lines[self.layout_.line_of(position)])

    def beneath(self, position: int, count: int) -> int:
        """The position *count* lines with words further down, as many characters from the line's beginning."""
        number = self.layout_.line_of(position)
        line = self.layout_.lines[self.layout_.stepped(number, count)]
        column = position - self.layout_.lines[number].start
        return min(line.start + column, max(line.start, line.end - 1))

    def move_lines(self, count: int) -> None:
        """Move the cursor by *count* lines with words, or as far as there are any."""
        self._go(self.layout_.stepped(self.layout_.line_of(self.cursor), count))

    def move_pages(self, share: float) -> None:
        """Move by *share* of a page, the text and the cursor together."""
        height = max(1, self.size.height - 2)
        count = max(1, round(abs(share) * height)) * (1 if share > 0 else -1)
        self.scroll_to(y=self.scroll_y + count, animate=False)
        if self.layout_.lines:
            self._go(self.layout_.rows_on(self.layout_.line_of(self.cursor), count))

    def move_paragraphs(self, count: int) -> None:
        """Move to the beginning of the next or an earlier paragraph."""
        at = bisect_right(self._starts, self.cursor) - 1 + count
        line_of = self.layout_.line_of
        if count < 0 and line_of(self.cursor) > line_of(self.paragraph.start):
            at += 1
        if self._starts:
            self._go(line_of(self._starts[max(0, min(len(self._starts) - 1, at))]))

    def move_end(self, *, last: bool) -> None:
        """Move to the first or the last line."""
        self._go(len(self.layout_.lines) - 1 if last else 0)

    def go_to(self, position: int) -> None:
        """Put the cursor at *position* of the text and show it."""
        before, self.cursor = Span(self.cursor, self.cursor), position
        self._show_line(self.layout_.line_of(position))
        self._redraw_at((before, Span(position, position)))

    def _go(self, number: int) -> None:
        if self.layout_.lines:
            self.go_to(self.layout_.lines[number].start)

    def _reveal(self, span: Span) -> None:
        """Scroll so that *span* is seen with some text around it, moving as little as needed."""
        first, last = self.layout_.line_of(span.start), self.layout_.line_of(max(span.start, span.end - 1))
        height = max(1, self.size.height)
        top = int(self.scroll_y)
        if first < top + 1 or last > top + height - 2:
            self.scroll_to(y=max(0, first - height // 3), animate=False, immediate=True)

    def _show_line(self, number: int) -> None:
        self.scroll_to_region(Region(0, number + 1, 1, 1), animate=False, immediate=True, force=True)

    # -- layout ----------------------------------------------------------------------------------

    def _on_resize(self, event: events.Resize) -> None:
        if (self.scrollable_content_region.width or self.size.width) == self._wrapped_for:
            self._reveal(self.selected or Span(self.cursor, self.cursor))  # a drawer took lines from beneath
        self.lay_out()

    def lay_out(self) -> None:
        """Lay the text out for the width there is; the cursor's line stays where it is on the screen."""
        width = self.scrollable_content_region.width or self.size.width
        if not width or width == self._wrapped_for:
            return
        row = self.layout_.line_of(self.cursor) - int(self.scroll_y) if self._wrapped_for else 0
        row = max(0, min(row, self.size.height - 3))
        self._wrapped_for = width
        self._width = max(1, min(self.measure, width - 2 * (MARGIN if width > 30 else 1)))
        self._indent = max(1, (width - self._width) // 2)
        self.layout_ = Layout(
            self.shown, self._paragraphs, self._width, close=self._close, spacing=self.spacing
        )
        self.virtual_size = Size(width, len(self.layout_.lines) + 2)
        self.redraw()
        top = max(0, self.layout_.line_of(self.cursor) - row)
        self.scroll_to(y=top, animate=False, immediate=True, force=True)

    def redraw(self) -> None:
        """Draw every line anew."""
        self._strips.clear()
        self.refresh()

    def _redraw_at(self, spans: Iterable[Span]) -> None:
        """Draw the lines of *spans* anew, and no others."""
        top, width = int(self.scroll_y), self.size.width
        seen = range(top - 1, top + self.size.height)
        stale: set[int] = set()
        for lines in self.layout_.lines_of(spans):
            stale.update(set(self._strips.keys()).intersection(lines))
            stale.update(range(max(seen.start, lines.start), min(seen.stop, lines.stop)))
        for number in stale:
            self._strips.discard(number)
        regions = [Region(0, number + 1 - top, width, 1) for number in sorted(stale) if number in seen]
        if regions:
            self.refresh(*regions)

    def notify_style_update(self) -> None:
        """Styles changed (another theme): nothing drawn before is right any more."""
        super().notify_style_update()
        self._strips.clear()
