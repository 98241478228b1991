"""Quote drift: what became of each quote from one version of an article to the next."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.desk.printings import is_one_name
from reader.document.article import Article
from reader.document.finding import folded
from reader.document.names import name_key
from reader.document.outline import Outline, Quote
from reader.document.span import Span

Verdict = Literal["kept", "moved", "reattributed", "changed", "removed", "added"]
_ALIKE = 0.6
"""How much of two quotes' words must be the same, in order, for one to be the other with changes."""
_PRONOUNS = frozenset("i we you he she they it who".split())
_EVERY_PAIR = 62_500
"""Pairs of quotes up to which each is compared with each."""
_NEAR = 20
"""Quotes before and after the same place that are compared where there are more, and others that share words."""
_FEW = 4
"""Words under which a quote with other words is another quote, unless both stand in the same place."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a quote: where it was and is (None: nowhere), and who said it then and now, as far as is named."""

    verdict: Verdict
    before: Span | None
    after: Span | None
    speaker_before: str = ""
    speaker_after: str = ""


def drift(old: tuple[Article, Outline], new: tuple[Article, Outline]) -> list[Fate]:
    """The fate of every quote between marks of two versions, in the order of the new one; those removed last.

    The words decide: quotes with the same words are the same, in their order; of the others those that are most alike.
    A quote is *moved* where it changed places with others that were kept.
    """
    mine, theirs = _quotes(*old), _quotes(*new)
    pairs = [*_same(mine, theirs)]
    pairs += _alike(mine, theirs, pairs)
    moved = _moved(pairs)
    fates = {after: _fate(mine[before], theirs[after], after in moved) for before, after in pairs}
    taken = {before for before, _ in pairs}
    found = [
        fates.get(at) or Fate("added", None, each.span, "", each.speaker) for at, each in enumerate(theirs)
    ]
    gone = (each for at, each in enumerate(mine) if at not in taken)
    return [*found, *(Fate("removed", each.span, None, each.speaker) for each in gone)]


@dataclass(frozen=True, slots=True)
class _Quote:
    span: Span
    speaker: str
    words: tuple[str, ...]


def _quotes(article: Article, outline: Outline) -> list[_Quote]:
    return [_quote(article, each) for each in outline.direct]


def _quote(article: Article, quote: Quote) -> _Quote:
    words = (folded(word).strip("“”\"'‘’.,;:!?…«»()[]") for word in quote.span.text(article.text).split())
    speaker = quote.speaker.name.phrase(article.text) if quote.speaker else ""
    return _Quote(quote.span, speaker, tuple(word for word in words if word))


def _same(mine: Sequence[_Quote], theirs: Sequence[_Quote]) -> Iterator[tuple[int, int]]:
    """Quotes with the same words, the first with the first."""
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, each in reversed([*enumerate(theirs)]):
        places[each.words].append(at)
    for at, each in enumerate(mine):
        if places[each.words]:
            yield at, places[each.words].pop()


def _alike(
    mine: Sequence[_Quote], theirs: Sequence[_Quote], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Of the quotes that are left those that are most alike."""
    from rapidfuzz.distance import LCSseq

    used = {before for before, _ in pairs}, {after for _, after in pairs}
    left = [at for at in range(len(mine)) if at not in used[0]]
    right = [at for at in range(len(theirs)) if at not in used[1]]
    able = []
    for before, after in _candidates(mine, theirs, left, right):
        one, other = mine[before].words, theirs[after].words
        common = LCSseq.similarity(one, other)
        share = common / max(1, min(len(one), len(other)))
        whole = common / max(1, len(one), len(other))
        if share >= _ALIKE and (whole >= _ALIKE or (share >= 0.8 and common >= _FEW)):
            able.append((-whole, abs(before - after), before, after))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, before, after in sorted(able):
        if before not in found and after not in taken:
            found[before] = after
            taken.add(after)
    return [*found.items()]


def _candidates(
    mine: Sequence[_Quote], theirs: Sequence[_Quote], left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The pairs that may be alike: all, or of very many those near each other and those that share runs of words."""
    if len(left) * len(right) <= _EVERY_PAIR:
        yield from ((before, after) for before in left for after in right)
        return
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for after in right:
        for run in _runs(theirs[after]):
            holders[run].append(after)
    for place, before in enumerate(left):
        middle = place * len(right) // len(left)
        found = {*right[max(0, middle - _NEAR) : middle + _NEAR + 1]}
        shared = (holders.get(run, ()) for run in _runs(mine[before]))
        votes = Counter(after for each in shared if len(each) <= _NEAR for after in each)
        yield from ((before, after) for after in found | {after for after, _ in votes.most_common(_NEAR)})


def _runs(quote: _Quote) -> set[tuple[str, ...]]:
    return {*zip(quote.words, quote.words[1:], quote.words[2:], strict=False)}


def _moved(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """Those after which stand elsewhere: all but a longest run of pairs in the same order (patience sorting)."""
    ordered = sorted(pairs)
    tails: list[int] = []
    links: list[tuple[int, int | None]] = []
    ends: list[int] = []
    for number, (_, after) in enumerate(ordered):
        at = bisect_left(tails, after)
        links.append((after, ends[at - 1] if at else None))
        tails[at : at + 1] = [after]
        ends[at : at + 1] = [number]
    kept: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        after, last = links[last]
        kept.add(after)
    return {after for _, after in pairs} - kept


def _fate(before: _Quote, after: _Quote, is_moved: bool) -> Fate:
    if before.words != after.words:
        verdict: Verdict = "changed"
    elif _are_others(before.speaker, after.speaker):
        verdict = "reattributed"
    else:
        verdict = "moved" if is_moved else "kept"
    return Fate(verdict, before.span, after.span, before.speaker, after.speaker)


def _are_others(one: str, other: str) -> bool:
    """Whether two speakers are plainly different people: both have names, and neither is a form of the other's."""
    if any(not name[:1].isupper() or name.casefold() in _PRONOUNS for name in (one, other)):
        return False
    left, right = name_key(one), name_key(other)
    return not (is_one_name(left, right) or _is_familiar(left.split(), right.split()))


def _is_familiar(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names differ in a shortened first name alone: Marv and Marvin Dunleavy."""
    is_same_but_first = len(one) > 1 and one[1:] == other[1:]
    return is_same_but_first and (one[0].startswith(other[0]) or other[0].startswith(one[0]))
