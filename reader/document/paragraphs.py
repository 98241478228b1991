"""Lines and paragraphs of a plain text, in whatever way its author breaks them."""

import re
from itertools import groupby
from statistics import median

from reader.document.span import Span

_LINE = re.compile(r"[^\r\n]+")
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t\u00a0]*(?:\r\n|\r|\n)")


def lines(text: str) -> tuple[Span, ...]:
    """Every line that holds more than white space, without white space at its edges."""
    found = (Span.of(match).trimmed(text) for match in _LINE.finditer(text))
    return tuple(line for line in found if line.end > line.start)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of *text*: its lines, or, where lines are hard-wrapped, its blocks of lines."""
    found = lines(text)
    blocks = _blocks(text, found)
    if not _is_hard_wrapped(blocks):
        return found
    return tuple(Span(block[0].start, block[-1].end) for block in blocks)


def _blocks(text: str, found: tuple[Span, ...]) -> list[list[Span]]:
    """Lines grouped between blank lines."""
    number, numbers, last = 0, [], 0
    for line in found:
        number += _BLANK.search(text, max(0, last - 1), line.start) is not None
        numbers.append(number)
        last = line.end
    paired = groupby(zip(numbers, found, strict=True), key=lambda pair: pair[0])
    return [[line for _, line in group] for _, group in paired]


def _is_hard_wrapped(blocks: list[list[Span]]) -> bool:
    """Most lines that another follows in their block end near the same column, between 40 and 100."""
    inner = [line.end - line.start for block in blocks for line in block[:-1]]
    if len(inner) < 3 or len(inner) < len(blocks) / 2:
        return False
    column = max(inner)
    return column <= 100 and median(inner) >= 40 and median(inner) >= column * 0.75
