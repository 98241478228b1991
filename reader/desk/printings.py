"""The same quote in several articles: who printed the long form, who trimmed or changed it.

Two quotes are one where nearly all words of the shorter stand in the longer in the same order (longest common
subsequence, by rapidfuzz), and nothing says that they are of different people. Candidates share a run of words, so that
the work grows with the quotes and not with their pairs.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from reader.document.finding import folded
from reader.document.names import name_key

_RUN = 4
_FEW = 5
"""Words under which a quote is the same only if it is so word for word."""
_LEAST = 0.8
"""How much of the shorter must stand in the longer."""
_MOST_ALIKE = 200
"""Quotes that share a run, from which on it says nothing: stock phrases."""
_MOST_ASKED = 40
"""Runs of a quote by which others are looked for; of a longer one every second, third and so on."""
_MOST_COMPARED = 100
"""Others with which a quote is compared: those that share most of its runs."""
_CONTRACTED = [
    (re.compile(rf"\b{short}\b"), whole)
    for short, whole in (
        ("won['’]t", "will not"), ("can(?:['’]t|not)", "can not"), ("(\\w+)n['’]t", r"\1 not"),
        ("(i)['’]m", r"\1 am"), ("(\\w+)['’]re", r"\1 are"), ("(\\w+)['’]ve", r"\1 have"), ("(\\w+)['’]ll", r"\1 will"),
        ("(it|he|she|that|there|here|what|who|where)['’]s", r"\1 is"),
    )
]  # fmt: skip
"""What some outlets write out and others do not: “we’re”, “we are”."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Printing:
    """A quote as one article prints it: an `id`, the words, and who is named as having said it (may be empty)."""

    id: int
    words: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words: in both, or only in the `longer`, only in the `shorter`."""

    kind: Literal["both", "longer", "shorter"]
    words: str


def groups(printings: Sequence[Printing]) -> list[list[Printing]]:
    """*printings* of the same quote together, the longest first; a quote that stands alone is a group of one.

    Quotes with the same words whose speakers have different names are kept apart: `disputed` gives those.
    """
    parent = list(range(len(printings)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    names: dict[int, set[str]] = {at: _names([each]) for at, each in enumerate(printings)}

    def may_be_one(one: int, other: int) -> bool:
        first, second = root(one), root(other)
        return first != second and _is_one_speaker(names[first], names[second])

    for one, other in _pairs(printings, may_be_one):
        first, second = root(one), root(other)
        parent[second] = first
        names[first] |= names[second]
    found: defaultdict[int, list[Printing]] = defaultdict(list)
    for at, each in enumerate(printings):
        found[root(at)].append(each)
    return [sorted(group, key=lambda each: -len(each.words)) for group in found.values()]


def disputed(printings: Sequence[Printing]) -> list[tuple[Printing, Printing]]:
    """Pairs with the same words that are said to be of different people."""
    names = [_names([each]) for each in printings]
    found = _pairs(printings, lambda one, other: not _is_one_speaker(names[one], names[other]))
    return [(printings[one], printings[other]) for one, other in found]


def compared(longer: str, shorter: str) -> list[Change]:
    """What the *shorter* form of a quote left out of the *longer*, or has otherwise, word by word."""
    left, right = longer.split(), shorter.split()
    found: list[Change] = []
    for tag, one, two, three, four in SequenceMatcher(
        None, _bare(left), _bare(right), autojunk=False
    ).get_opcodes():
        if tag == "equal":
            found.append(Change("both", " ".join(left[one:two])))
            continue
        found += [Change("longer", " ".join(left[one:two]))] if two > one else []
        found += [Change("shorter", " ".join(right[three:four]))] if four > three else []
    return found


def _bare(words: Sequence[str]) -> list[str]:
    return [folded(word).strip("“”\"'’.,;:!?…«»()") for word in words]


def is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two quotes, in words, are one that was trimmed or changed a little."""
    from rapidfuzz.distance import LCSseq

    if list(one) == list(other):
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEW:
        return False
    common = LCSseq.similarity(shorter, longer)
    return common >= _LEAST * len(shorter) and _is_close(shorter, longer)


def _is_close(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the words of the shorter stand in runs, not scattered over the longer."""
    blocks = SequenceMatcher(None, longer, shorter, autojunk=False).get_matching_blocks()
    runs = [block.size for block in blocks if block.size >= min(3, len(shorter) - 1)]
    return sum(runs) >= _LEAST * len(shorter) - 2


def _pairs(printings: Sequence[Printing], wanted: Callable[[int, int], bool]) -> Iterable[tuple[int, int]]:
    """The pairs of the same quote, of those that are *wanted*, which is asked before they are compared."""
    words = [_words(each.words) for each in printings]
    runs = [_runs(each) for each in words]
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, each in enumerate(runs):
        for run in each:
            places[run].append(at)
    seen: set[tuple[int, int]] = set()
    for at, each in enumerate(runs):
        asked = each[:: max(1, len(each) // _MOST_ASKED)]
        members = (places[run] for run in asked if len(places[run]) <= _MOST_ALIKE)
        votes = Counter(other for found in members for other in found if other != at)
        for other, _ in votes.most_common(_MOST_COMPARED):
            pair = (min(at, other), max(at, other))
            if pair not in seen and wanted(*pair):
                seen.add(pair)
                if is_same(words[at], words[other]):
                    yield pair


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The runs of a quote's words, each once; the whole of a very short one."""
    size = min(_RUN, len(words))
    found = (tuple(words[start : start + size]) for start in range(len(words) - size + 1) if size)
    return [*dict.fromkeys(found)]


def _words(text: str) -> list[str]:
    found = folded(text)
    for short, whole in _CONTRACTED:
        found = short.sub(whole, found)
    return _WORD.findall(found)


def _names(printings: Iterable[Printing]) -> set[str]:
    return {name_key(each.speaker) for each in printings if each.speaker}


def _is_one_speaker(one: set[str], other: set[str]) -> bool:
    """Whether no two names are of different people: one has all words of the other (Stoltenberg, Jens Stoltenberg)."""
    return all(is_one_name(first, second) for first in one for second in other)


def is_one_name(first: str, second: str) -> bool:
    """Whether two names, as `name_key` gives them, may be of one person: one has all words of the other."""
    left, right = set(first.split()), set(second.split())
    return left <= right or right <= left
