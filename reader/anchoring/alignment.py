"""A remembered passage laid over one place of a text, word by word (Levenshtein's distance, by rapidfuzz)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from reader.anchoring.passage import Passage
from reader.anchoring.tokens import Tokens, tokens
from reader.document.span import Span

SLACK = 8
"""Tokens by which the two may be shifted within one place: what was put in or taken out around the passage."""
_NEAR = 8
"""Tokens on either side of a passage that are its context, the nearest counting most."""
_FEW = 3
"""Tokens up to which a passage's own repeated word makes it uncertain."""
_Pair = tuple[int, int]
"""A token of what is remembered, and the same in the text."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Where a passage would stand, tokens *first* to *last* of the text, and how much of it is there, from 0 to 1.

    `inside`: of the passage; `before` and `after`: of the words next to it in its paragraph, None where it begins or
    ends one; `outside`: of all that is remembered around it. `whole`: every word of the passage is
    there; `counts`: every number.
    """

    first: int
    last: int
    inside: float
    before: float | None
    after: float | None
    outside: float
    whole: bool
    counts: bool

    @property
    def score(self) -> float:
        """How good a place it is."""
        around = (0.5 if side is None else side for side in (self.before, self.after))
        return 2 * self.inside + sum(around) / 2 + self.outside


@dataclass(frozen=True)
class Window:
    """A passage with its context in tokens; it is those from *first* up to *last*, and `span` of the characters."""

    tokens: Tokens
    first: int
    last: int
    span: Span

    @classmethod
    def of(cls, passage: Passage) -> "Window | None":
        """The tokens of *passage*; None where it has none."""
        found = tokens(f"{passage.before}{passage.quoted}{passage.after}")
        span = Span(len(passage.before), len(passage.before) + len(passage.quoted))
        first, last = bisect_right(found.ends, span.start), bisect_left(found.starts, span.end)
        return cls(found, first, last, span) if first < last and passage.quoted.strip() else None

    @property
    def is_bare(self) -> bool:
        """Whether nothing is known of what stood around the passage."""
        return self.first == 0 and self.last == len(self.tokens.keys)

    @property
    def words(self) -> int:
        """How many words the passage has."""
        return sum(map(self.tokens.is_word, range(self.first, self.last)))

    def sides(self) -> tuple[range, range]:
        """The tokens next to the passage in its own paragraph, before and after."""
        part = self.paragraph()
        return (
            range(max(part.start, self.first - _NEAR), self.first),
            range(self.last, min(part.stop, self.last + _NEAR)),
        )

    def paragraph(self) -> range:
        """The tokens of the paragraph or paragraphs in which the passage stands."""
        numbers = self.tokens.paragraphs
        return range(bisect_left(numbers, numbers[self.first]), bisect_right(numbers, numbers[self.last - 1]))

    def cut(self, found: Aligned, text: Tokens) -> Span:
        """The range of *found*, cut within a word where the passage was."""
        keys, first, last = self.tokens.keys, self.first, self.last - 1
        lead = max(0, self.span.start - self.tokens.starts[first])
        tail = max(0, self.tokens.ends[last] - self.span.end)
        return Span(
            text.starts[found.first] + (lead if text.keys[found.first] == keys[first] else 0),
            text.ends[found.last] - (tail if text.keys[found.last] == keys[last] else 0),
        )


def aligned(window: Window, text: Tokens, shift: int) -> Aligned | None:
    """The passage of *window* laid over *text* with a *shift* of so many tokens; None where it falls apart.

    With all that is remembered, and with the passage's own paragraph alone: its neighbours may have gone elsewhere.
    """
    found = [
        _laid(window, text, shift, part) for part in {range(len(window.tokens.keys)), window.paragraph()}
    ]
    return max((each for each in found if each), key=lambda each: each.score, default=None)


def _laid(window: Window, text: Tokens, shift: int, part: range) -> Aligned | None:
    """As `aligned`, with a *part* of what is remembered."""
    old, first, last = window.tokens, window.first, window.last
    same = dict(_same(old, text, shift, part))
    there = _together([(at, same[at]) for at in range(first, last) if at in same], old, text)
    if not there:
        return None
    edges = _grown(there[0], -1, window, text), _grown(there[-1], 1, window, text)
    near = {
        same[at] for at, edge in _context(window, edges) if at in same and _is_close(at, same[at], edge, 1)
    }
    left, right = _beside(text, edges[0][1], edges[1][1], near)
    more = _reach(old.keys[first : edges[0][0]][::-1], left), _reach(old.keys[edges[1][0] + 1 : last], right)
    begin, end = edges[0][1] - more[0], edges[1][1] + more[1]
    if last - first <= _FEW and (
        text.keys[begin] in left[more[0] : more[0] + 1] or text.keys[end] in right[more[1] : more[1] + 1]
    ):
        return None  # the same word twice in a row: either might be it
    before, after = (_nearby(old, side, same, edge) for side, edge in zip(window.sides(), edges, strict=True))
    return Aligned(
        begin,
        end,
        _share(old, range(first, last), same),
        0.0 if before is None and not window.is_bare and len(left) - more[0] > 2 else before,
        0.0 if after is None and not window.is_bare and len(right) - more[1] > 2 else after,
        _share(old, [*range(first), *range(last, len(old.keys))], same),
        all(at in same for at in range(first, last) if old.is_word(at)),
        all(at in same for at in range(first, last) if old.is_number(at)),
    )


def _same(old: Tokens, text: Tokens, shift: int, part: range) -> Iterator[_Pair]:
    """The tokens that both have, in order, of a *part* of the old ones."""
    from rapidfuzz.distance import Levenshtein

    low = max(0, shift + part.start - SLACK)
    new = text.keys[low : max(low, shift + part.stop + SLACK)]
    for step in Levenshtein.opcodes(old.keys[part.start : part.stop], new):
        if step.tag == "equal":
            yield from zip(
                range(part.start + step.src_start, part.start + step.src_end),
                range(low + step.dest_start, low + step.dest_end),
                strict=True,
            )


def _together(pairs: list[_Pair], old: Tokens, text: Tokens) -> list[_Pair]:
    """The tokens of a passage without those at its ends that lie apart in the text.

    Nothing where much lies apart: something else was put into the passage.
    """
    gaps = [
        number
        for number, (one, other) in enumerate(pairwise(pairs), 1)
        if not _is_close(other[0], other[1], one)
        or (
            text.paragraphs[one[1]] != text.paragraphs[other[1]]
            and old.paragraphs[one[0]] == old.paragraphs[other[0]]
        )
    ]
    edges = [0, *gaps, len(pairs)]
    start, stop = max(pairwise(edges), key=lambda edge: edge[1] - edge[0], default=(0, 0))
    return pairs[start:stop] if len(pairs) - (stop - start) <= min(3, len(pairs) // 4) else []


def _grown(edge: _Pair, step: int, window: Window, text: Tokens) -> _Pair:
    """An edge moved outwards over words that both have, for its context may have been given one of its own."""
    at, to = edge
    while (
        window.first <= at + step < window.last
        and 0 <= to + step < len(text.keys)
        and text.keys[to + step] == window.tokens.keys[at + step]
    ):
        at, to = at + step, to + step
    return at, to


def _is_close(at: int, to: int, edge: _Pair, most: int = SLACK // 2) -> bool:
    """Whether a token is about as far from an *edge* in the text as it was: *most* tokens more or less."""
    return abs((to - edge[1]) - (at - edge[0])) <= most


def _context(window: Window, edges: tuple[_Pair, _Pair]) -> Iterator[tuple[int, _Pair]]:
    """The tokens around a passage, each with the edge on its side."""
    yield from ((at, edges[0]) for at in range(max(0, window.first - 2 * SLACK), window.first))
    yield from ((at, edges[1]) for at in range(window.last, window.last + 2 * SLACK))


def _beside(text: Tokens, first: int, last: int, others: set[int]) -> tuple[list[str], list[str]]:
    """The tokens before *first*, backwards, and after *last*: to the paragraph's end, or to one of the *others*."""
    numbers = text.paragraphs
    left = takewhile(lambda at: at not in others and numbers[at] == numbers[first], range(first - 1, -1, -1))
    after = range(last + 1, len(numbers))
    right = takewhile(lambda at: at not in others and numbers[at] == numbers[last], after)
    before, behind = ([text.keys[at] for at in islice(side, 2 * SLACK)] for side in (left, right))
    return before, behind


def _reach(missing: list[str], beside: list[str]) -> int:
    """How many tokens *beside* what was found still belong to the passage: up to the last of those *missing* there."""
    reach = 0
    for key in missing:
        near = beside[reach : reach + SLACK // 2 + 1]
        if key in near:
            reach += near.index(key) + 1
    return reach


def _nearby(old: Tokens, side: range, same: dict[int, int], edge: _Pair) -> float | None:
    """How much of the context on one *side* is there, close to the *edge*; the nearest counts most."""
    whole = kept = 0.0
    for at in side:
        weight = old.weight(at) * 0.8 ** (abs(at - edge[0]) - 1)
        whole += weight
        if at in same and _is_close(at, same[at], edge):
            kept += weight
    return kept / whole if any(map(old.is_word, side)) else None


def _share(old: Tokens, places: range | list[int], same: dict[int, int]) -> float:
    """How much of the tokens at *places* is there again; nothing to look for counts as half."""
    whole = sum(map(old.weight, places))
    kept = sum(old.weight(at) for at in places if at in same)
    return kept / whole if whole else 0.5
