"""ROUGE-1, ROUGE-2 and ROUGE-L (Lin, 2004) of a summary against summaries by people, without stemming."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

_WORD = re.compile(r"[a-z0-9]+")


def rouge(summary: str, references: Iterable[str]) -> float:
    """The mean F1 of the three measures, in the mean over the references."""
    told = _WORD.findall(summary.lower())
    found = [_mean(told, _WORD.findall(reference.lower())) for reference in references]
    return sum(found) / len(found)


def _mean(told: list[str], wanted: list[str]) -> float:
    single = _f1((Counter(told) & Counter(wanted)).total(), len(told), len(wanted))
    pairs = (Counter(pairwise(told)) & Counter(pairwise(wanted))).total()
    double = _f1(pairs, len(told) - 1, len(wanted) - 1)
    return (single + double + _f1(longest(told, wanted), len(told), len(wanted))) / 3


def _f1(shared: int, told: int, wanted: int) -> float:
    return 2 * shared / (told + wanted) if shared else 0.0


def shared(sentence: str, references: Iterable[str]) -> float:
    """Words, pairs and longest common sequence that a sentence shares with the references: the mean of the three."""
    words = sentence.lower().split()
    found = []
    for reference in references:
        told = reference.lower().split()
        single = (Counter(words) & Counter(told)).total()
        double = (Counter(pairwise(words)) & Counter(pairwise(told))).total()
        found.append((single + double + longest(words, told)) / 3)
    return sum(found) / len(found)


def longest(one: list[str], other: list[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for word in one:
        last = row[:]
        for at, each in enumerate(other, 1):
            row[at] = last[at - 1] + 1 if word == each else max(row[at - 1], last[at])
    return row[-1]
