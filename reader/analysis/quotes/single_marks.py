"""Passages between single quotation marks, told from apostrophes by what stands beside them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from reader.document.span import Span

LONGEST = 1_500
"""Code points that such a passage may run on."""
_SINGLE = re.compile("[‘’'‚‹›]")
_ENDS = ",.?!…"
"""Marks before which a passage with others inside may close."""


def between_single(text: str, gap: Span) -> Iterator[Span]:
    """Passages between single marks, told from apostrophes by what stands beside them."""
    start = -1
    for match in _SINGLE.finditer(text, *gap):
        at, mark = match.start(), match[0]
        before = text[at - 1] if at > gap.start else " "
        after = text[at + 1] if at + 1 < gap.end else " "
        opened = text[start] if start >= 0 else ""
        if start < 0 and mark in "‚‹" and not after.isspace():
            start = at
        elif start >= 0 and _closes_single(opened, mark) and not before.isspace() and not after.isalnum():
            possessive = before == "s" and after == " " and text[at + 2 : at + 3].islower()
            if not (possessive and _closes_later(text, at, gap.end)) or at - start > LONGEST:
                if at - start > 2:
                    yield Span(start, at + 1)
                start = -1
        elif start < 0 and mark in "‘'" and not before.isalnum() and after.isalpha():
            start = at


def left_open(text: str, rest: Span) -> int:
    """Where the last mark stands that can open a passage and that nothing closes, or -1."""
    at = text.rfind("‘", *rest)
    opens = at >= 0 and text[at + 1 : at + 2].isalpha() and (at == rest.start or not text[at - 1].isalnum())
    return at if opens else -1


def holding(text: str, paragraph: Span, inside: list[Span]) -> Iterator[Span]:
    """Passages between single marks that hold the double ones *inside*: ‘She said “never”,’ he said."""
    if not inside or text.find("‘", *paragraph) < 0:
        return
    hidden = list(text[slice(*paragraph)])
    for span in inside:
        at, end = span.start - paragraph.start, span.end - paragraph.start
        hidden[at:end] = "x" * (end - at)
    for span in between_single("".join(hidden), Span(0, len(hidden))):
        found = Span(paragraph.start + span.start, paragraph.start + span.end)
        first = bisect_left(inside, Span(found.start, found.start))
        holds = first < len(inside) and found.holds(inside[first])
        if holds and text[found.start] == "‘" and text[found.end - 2] in _ENDS:
            yield found


def is_in(span: Span, outer: list[Span]) -> bool:
    """Whether a passage lies in one of *outer*, which are in order."""
    before = bisect_right(outer, Span(span.start, span.end)) - 1
    return before >= 0 and outer[before].holds(span)


def _closes_later(text: str, at: int, end: int) -> bool:
    """Whether the next mark closes, so that this one, behind an s, is an apostrophe: the workers’ union."""
    following = _SINGLE.search(text, at + 1, min(end, at + LONGEST))
    while following and text[following.end() : following.end() + 1].isalnum():
        if following[0] == "‘":
            return False
        following = _SINGLE.search(text, following.end(), min(end, at + LONGEST))
    return following is not None and not text[following.start() - 1].isspace()


def _closes_single(opened: str, mark: str) -> bool:
    if opened == "‚":
        return mark in "‘’"
    return mark == "›" if opened == "‹" else mark in "’'"
