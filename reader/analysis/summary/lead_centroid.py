"""Key sentences by where they stand and how much of the text is about the same.

Lead: in news the first sentences say most. Centrality: a sentence says much if many others use its words (the degree
of Erkan & Radev, "LexRank", 2004). How much each counts is learnt (summary.json) from three features: with more of
them the method did better on the kinds of articles it had learnt from, and worse on others. Sentences are then chosen
together, so that short ones are worth more than long ones and none repeats another.
"""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from math import exp, sqrt
from typing import NamedTuple

from reader.analysis.trained import FOLDER

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
FEWEST_WORDS = 8
MOST_WORDS = 50
TOGETHER = 3
"""Sentences that are chosen together; more of them are added one by one."""
LIKELY = 14
"""Sentences of which those are chosen."""
SHORTER = 8
"""Words added to the length of a choice before it is divided by: the fewer, the more a short one is worth."""
REPEATS = 0.65
"""What is taken off for words that two sentences of a choice share."""
SAME = 0.6
"""Share of the shorter sentence's terms in another one from which both say the same."""
_SHORTEST_TERM = 3
_BEGINNING = 3.0
"""Sentences after which nearness to the beginning has fallen to 1/e; in longer texts an eighth of them."""


class Scored(NamedTuple):
    """A sentence with the share of its words that a summary is expected to have too, and what it is about."""

    number: int
    share: float
    length: int
    terms: frozenset[str]


def best(
    sentences: Sequence[str],
    wanted: int,
    *,
    title: str = "",
    stop: Collection[str] = (),
    known: Mapping[str, float] | None = None,
) -> list[int]:
    """The indices of the *wanted* key sentences, the most important first.

    *stop* are words that say nothing, *known* other weights than those that are shipped.
    """
    scored = _scored(features(sentences, title=title, stop=stop), known or weights())
    fit = [each for each in scored if FEWEST_WORDS <= each.length <= MOST_WORDS]
    fit = fit if len(fit) >= wanted else [each for each in scored if each.length]
    fit = _different(sorted(fit, key=_first), wanted)
    likely = sorted(fit[:LIKELY])
    choices = combinations(likely, min(TOGETHER, wanted, len(likely)))
    chosen = sorted(max(choices, key=_worth), key=_first) if likely else []
    rest = [each for each in fit[: LIKELY * 2] if each not in chosen]
    while rest and len(chosen) < wanted:
        chosen.append(max(rest, key=lambda each: (_worth((*chosen, each)), -each.number)))
        rest.remove(chosen[-1])
    return [each.number for each in chosen]


def _scored(
    rows: Iterable[tuple[dict[str, float], int, frozenset[str]]], known: Mapping[str, float]
) -> list[Scored]:
    return [
        Scored(number, max(0.0, sum(known[name] * value for name, value in found.items())), length, terms)
        for number, (found, length, terms) in enumerate(rows)
    ]


def _different(ordered: Sequence[Scored], wanted: int) -> list[Scored]:
    """Those that can be chosen: none that says the same as one before it, unless too few are left."""
    kept: list[Scored] = []
    for each in ordered:
        if len(kept) < LIKELY * 2 and not any(_say_the_same(each, other) for other in kept):
            kept.append(each)
    return kept if len(kept) >= wanted else list(ordered)


def _say_the_same(one: Scored, other: Scored) -> bool:
    shorter = min(len(one.terms), len(other.terms))
    return shorter > 0 and len(one.terms & other.terms) >= SAME * shorter


def _first(each: Scored) -> tuple[float, int]:
    """The order of sentences by what each is worth alone."""
    return -_worth((each,)), each.number


def _worth(together: Iterable[Scored]) -> float:
    chosen = tuple(together)
    length = sum(each.length for each in chosen)
    expected = sum(each.share * each.length for each in chosen)
    terms = sum(len(each.terms) for each in chosen)
    different = len(frozenset[str]().union(*(each.terms for each in chosen)))
    repeated = 1 - different / terms if terms else 0.0
    return expected * (1 - REPEATS * repeated) / (length + SHORTER)


def features(
    sentences: Sequence[str], *, title: str = "", stop: Collection[str] = ()
) -> Iterator[tuple[dict[str, float], int, frozenset[str]]]:
    """For each sentence its features, its number of words and the terms in it that tell what it is about."""
    words = [_words(sentence) for sentence in sentences]
    used = Counter(
        word for each in words for word in set(each) if len(word) >= _SHORTEST_TERM and word not in stop
    )
    named = {word for word in _words(title) if word in used}
    for at, each in enumerate(words):
        terms = frozenset(word for word in each if word in used)
        found = {
            "always": 1.0,
            "begin": exp(-at / max(_BEGINNING, len(words) / 8)),
            "spread": sum(used[word] - 1 for word in terms) / (len(terms) or 1) / sqrt(len(words)),
            "title": len(terms & named) / len(named) if named else 0.0,
        }
        yield found, len(each), terms


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


@cache
def weights() -> Mapping[str, float]:
    """What each feature counts."""
    table: dict[str, float] = json.loads((FOLDER / "summary.json").read_text(encoding="utf-8"))
    return table
