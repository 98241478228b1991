"""Which lines two versions of a text have in common.

Small ones are compared by Python's difflib. Its cost grows with the cube of many similar lines, so large ones are cut first at
lines that both have exactly once, as Cohen's patience diff does.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

_MOST_WORK = 500_000
"""Comparisons that difflib may need."""
_DEEPEST = 8
"""How often a stretch is cut again."""


class _Stretch(NamedTuple):
    """Lines *a* up to *b* of the one, *c* up to *d* of the other, and how often they were cut."""

    a: int
    b: int
    c: int
    d: int
    depth: int = 0


def matching(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Where each line of *base* that *other* keeps stands there. Of very many similar lines some may be missing."""
    found: dict[int, int] = {}
    waiting = [_Stretch(0, len(base), 0, len(other))]
    while waiting:
        here = waiting.pop()
        ones, others = base[here.a : here.b], other[here.c : here.d]
        if _work(ones, others) <= _MOST_WORK:
            blocks = SequenceMatcher(None, ones, others, autojunk=False).get_matching_blocks()
            for block in blocks:
                found.update((here.a + block.a + n, here.c + block.b + n) for n in range(block.size))
            continue
        here = _trimmed(base, other, here, found)
        anchors = _anchors(base, other, here) if here.depth < _DEEPEST else []
        if anchors:
            found.update(anchors)
            ends = [(here.a - 1, here.c - 1), *anchors, (here.b, here.d)]
            for (one, two), (one_end, two_end) in pairwise(ends):
                waiting.append(_Stretch(one + 1, one_end, two + 1, two_end, here.depth + 1))
    return found


def _work(ones: Sequence[str], others: Sequence[str]) -> int:
    """The most comparisons that difflib can need: pairs of equal lines, once for each stretch between two of them."""
    if not ones or not others:
        return 0
    left, right = Counter(ones), Counter(others)
    return sum(count * right[line] for line, count in left.items()) * min(len(ones), len(others))


def _trimmed(base: Sequence[str], other: Sequence[str], here: _Stretch, found: dict[int, int]) -> _Stretch:
    """The stretch without equal lines at both ends, which are *found*."""
    a, b, c, d, depth = here
    while a < b and c < d and base[a] == other[c]:
        found[a] = c
        a, c = a + 1, c + 1
    while a < b and c < d and base[b - 1] == other[d - 1]:
        b, d = b - 1, d - 1
        found[b] = d
    return _Stretch(a, b, c, d, depth)


def _anchors(base: Sequence[str], other: Sequence[str], here: _Stretch) -> list[tuple[int, int]]:
    """Lines that both have once in this stretch: the most of them that stand in the same order."""
    left, right = Counter(base[here.a : here.b]), Counter(other[here.c : here.d])
    where = {other[at]: at for at in range(here.c, here.d) if right[other[at]] == 1}
    pairs = [
        (at, where[base[at]]) for at in range(here.a, here.b) if left[base[at]] == 1 and base[at] in where
    ]
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        size = bisect_left(tails, there)
        before.append(last[size - 1] if size else -1)
        if size == len(tails):
            tails.append(there)
            last.append(number)
        else:
            tails[size], last[size] = there, number
    chain: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
