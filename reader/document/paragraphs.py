"""Lines and paragraphs of a plain text, in whatever way its author breaks them."""

import re
from itertools import groupby

from reader.document.span import Span

_LINE = re.compile(r"[^\r\n]+")
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t\u00a0]*(?:\r\n|\r|\n)")


def lines(text: str) -> tuple[Span, ...]:
    """Every line that holds more than white space, without white space at its edges."""
    found = (Span.of(match).trimmed(text) for match in _LINE.finditer(text))
    return tuple(line for line in found if line.end > line.start)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of *text*: its lines, or, where lines are hard-wrapped, its blocks of lines."""
    found = lines(text)
    blocks = _blocks(text, found)
    if not _is_hard_wrapped(text, blocks):
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


def _is_hard_wrapped(text: str, blocks: list[list[Span]]) -> bool:
    """Most lines that another follows in their block end near one column, 40 to 100, and in mid-sentence."""
    inner = [line for block in blocks for line in block[:-1]]
    if len(inner) < 3 or len(inner) < len(blocks) / 2:
        return False
    lengths = [line.end - line.start for line in inner]
    whole = sum(
        _ENDS_SENTENCE.search(text, max(line.start, line.end - 4), line.end) is not None for line in inner
    )
    ordered = sorted(lengths)
    usual = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    return max(lengths) <= 100 and usual >= 40 and usual >= max(lengths) * 0.75 and whole * 2 < len(inner)
