"""What is marked in the article's text, looked up line by line."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.document.outline import Outline
from reader.document.span import Span

if TYPE_CHECKING:
    from reader.document.note import Note


class SpanIndex:
    """Ranges sorted for look-up; ranges that overlap are taken as one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans: list[Span] = []
        for span in sorted(spans):
            if self.spans and span.start < self.spans[-1].end:
                self.spans[-1] = Span(self.spans[-1].start, max(span.end, self.spans[-1].end))
            elif span.end > span.start:
                self.spans.append(span)
        self._starts = [span.start for span in self.spans]
        self._ends = [span.end for span in self.spans]

    def within(self, start: int, end: int) -> Iterator[Span]:
        """The ranges that share something with *start* to *end*."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return iter(self.spans[first:last])


Highlights = dict[str, SpanIndex]
"""Component class of the article view → where it applies; later ones lie over earlier ones."""


def highlights(outline: Outline, notes: "Iterable[Note]" = ()) -> Highlights:
    """The marks that *outline* and *notes* put on the text."""
    return {
        "article--heading": SpanIndex(each.heading for each in outline.sections if each.heading),
        "article--reported": SpanIndex(
            span for each in outline.indirect for span in each.parts or (each.span,)
        ),
        "article--quote": SpanIndex(each.span for each in outline.direct),
        "article--figure": SpanIndex(each.span for each in outline.figures),
        "article--place": SpanIndex(span for each in outline.locations for span in each.mentions),
        "article--person": SpanIndex(span for each in outline.people for span in each.mentions),
        "article--note": SpanIndex(note.span for note in notes if note.is_placed),
    }


def runs(
    layers: Iterable[tuple[str, Iterable[Span]]], start: int, end: int
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The range *start* to *end* in pieces, each with the names of the layers that cover it."""
    edges = {start, end}
    covers: list[tuple[str, int, int]] = []
    for name, spans in layers:
        for span in spans:
            left, right = max(start, span.start), min(end, span.end)
            if left < right:
                covers.append((name, left, right))
                edges |= {left, right}
    points = sorted(edges)
    for left, right in pairwise(points):
        yield left, right, tuple(name for name, a, b in covers if a <= left and right <= b)
