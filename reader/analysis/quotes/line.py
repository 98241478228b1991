"""The article as one line of units, each with the numbers of its paragraph and its sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis.findings import Findings
from reader.analysis.quotes.units import Unit, sentence_numbers, units
from reader.document.span import Span

_SINGLE = frozenset("‘’'‚‹›")
_ENDS = frozenset(",.?!…")
_AROUND_NAMES = frozenset("“”\"‘’'«»„")
"""Marks that are no units where a name stands between them: the name is read as any other."""
MOST = 400
"""Units that are read as one paragraph; a longer one (text without line ends) is read in pieces."""


class Line(NamedTuple):
    """All units of an article; `pieces` are the first and last (exclusive) unit of each paragraph."""

    units: Sequence[Unit]
    paragraphs: Sequence[int]
    sentences: Sequence[int]
    pieces: Sequence[tuple[int, int]]

    def span(self, first: int, last: int) -> Span:
        """The range of text of the units *first* to *last* (exclusive)."""
        return Span(self.units[first].start, self.units[last - 1].end)

    def sentence(self, at: int) -> tuple[int, int]:
        """First and last (exclusive) unit of the sentence that holds a unit."""
        number = self.sentences[at]
        return bisect_left(self.sentences, number), bisect_right(self.sentences, number)

    def starts_paragraph(self, at: int) -> bool:
        """Whether the unit is the first of its paragraph."""
        return at == 0 or self.paragraphs[at - 1] != self.paragraphs[at]

    def ends_paragraph(self, at: int) -> bool:
        """Whether the unit is the last of its paragraph."""
        return at + 1 >= len(self.units) or self.paragraphs[at + 1] != self.paragraphs[at]


def line_of(findings: Findings) -> Line:
    """The units of the text with its quoted passages as one unit each."""
    all_units: list[Unit] = []
    paragraphs: list[int] = []
    sentences: list[int] = []
    pieces: list[tuple[int, int]] = []
    single = _prints_single(findings)
    edges = {at for span in findings.marked for at in (span.start - 1, span.end, span.end + 1)}
    for number, paragraph in enumerate(findings.paragraphs):
        found = units(findings.text, paragraph, _quoted_in(findings, paragraph))
        if edges:
            found = [unit for unit in found if unit.start not in edges or unit.text not in _AROUND_NAMES]
        for piece in _cut([_with_double(unit) for unit in found] if single else found):
            base = sentences[-1] + 1 if sentences else 0
            pieces.append((len(all_units), len(all_units) + len(piece)))
            all_units += piece
            paragraphs += [number] * len(piece)
            sentences += [base + each for each in sentence_numbers(piece)]
    return Line(all_units, paragraphs, sentences, pieces)


def _quoted_in(findings: Findings, paragraph: Span) -> list[tuple[int, Span]]:
    """The quoted passages that touch a paragraph, with their numbers."""
    quoted = findings.quoted
    first = bisect_right(quoted, paragraph.start, key=lambda span: span.end)
    last = bisect_left(quoted, paragraph.end, key=lambda span: span.start)
    return [(number, quoted[number]) for number in range(first, last)]


def _prints_single(findings: Findings) -> bool:
    """Whether the text quotes between single marks, its headline apart, as much British print does."""
    body = findings.paragraphs[0].end if findings.paragraphs else 0
    marks = [findings.text[span.start] in _SINGLE for span in findings.quoted if span.start >= body]
    return 2 * sum(marks) > len(marks)


def _with_double(unit: Unit) -> Unit:
    """Speech between single marks as if they were the usual ones, which the tagger has learnt from."""
    if unit.quote is None or unit.text[0] not in _SINGLE or unit.text[-2:-1] not in _ENDS:
        return unit
    closes = unit.text[-1] in _SINGLE
    return unit._replace(text=f"“{unit.text[1:-1]}”" if closes else f"“{unit.text[1:]}")


def _cut(found: list[Unit]) -> Iterator[list[Unit]]:
    for start in range(0, len(found), MOST):
        yield found[start : start + MOST]
