"""Key sentences by where they stand and how near they are to what the whole text is about.

Centroid: Radev, Jing & Budzikowska, "Centroid-based summarization of multiple documents" (2000). Lead: in news the
first sentences say most. How much each counts is learnt (summary.json); sentences are then chosen together, so that
short ones are worth more than long ones and none repeats another.
"""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from math import log1p, sqrt
from typing import NamedTuple

from reader.analysis.trained import FOLDER

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
FEWEST_WORDS = 8
MOST_WORDS = 60
_LONG = 42
"""Words of a sentence that is called long."""
TOGETHER = 3
"""Sentences that are chosen together; more of them are added one by one."""
LIKELY = 14
"""Sentences of which those are chosen."""
SHORTER = 8
"""Words added to the length of a choice before it is divided by: the fewer, the more a short one is worth."""
REPEATS = 0.65
"""What is taken off for words that two sentences of a choice share."""
_SHORTEST_TERM = 3
_QUOTES = frozenset('“”"«»„')
_OPENS = frozenset("“\"'‘«„")


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
    fit.sort(key=_first)
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
    counts = Counter(
        word for each in words for word in each if len(word) >= _SHORTEST_TERM and word not in stop
    )
    weight = {word: log1p(count) ** 2 for word, count in counts.items()}
    whole = sqrt(sum(weight.values())) or 1.0
    most = max(counts.values(), default=1)
    named = {word for word in _words(title) if word in counts}
    lead = {word for each in words[:2] for word in each if word in counts}
    for at, (sentence, each) in enumerate(zip(sentences, words, strict=True)):
        terms = frozenset(word for word in each if word in counts)
        own = sum(weight[word] for word in terms)
        found = {
            "always": 1.0,
            "centroid": own / (whole * sqrt(own)) if own else 0.0,
            "frequent": sum(counts[word] for word in terms) / (len(terms) or 1) / most,
            "title": len(terms & named) / len(named) if named else 0.0,
            "lead": len(terms & lead) / len(terms) if at > 1 and terms else 0.0,
            "late": at / len(words),
            "quotes": float(not _QUOTES.isdisjoint(sentence)),
            "opens quote": float(sentence[:1] in _OPENS),
            "long": float(len(each) >= _LONG),
        }
        if at < 6:
            found["first" if at == 0 else "second" if at == 1 else "third" if at == 2 else "early"] = 1.0
        yield found, len(each), terms


def _words(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


@cache
def weights() -> Mapping[str, float]:
    """What each feature counts."""
    table: dict[str, float] = json.loads((FOLDER / "summary.json").read_text(encoding="utf-8"))
    return table
