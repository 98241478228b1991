"""Logistic regressions over named features: readable weights, one table for each question."""

import json
import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

from reader.analysis.trained import FOLDER

Weights = dict[str, float]
_ALONE = frozenset({"person", "place", "speaker", "reported", "way"})
"""Questions that have a file of their own."""
BIAS = "bias"


def probability(weights: Weights, features: Iterable[str]) -> float:
    """That the answer is yes."""
    total = weights.get(BIAS, 0.0)
    for each in features:
        total += weights.get(each, 0.0)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def steps(share: float) -> int:
    """A probability as one of nine steps, finer towards its ends."""
    for number, limit in enumerate((0.01, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95)):
        if share < limit:
            return number
    return 8


def weights(question: str) -> Weights:
    """The trained weights for one question."""
    return alone(question) if question in _ALONE else tables()[question]


@cache
def tables() -> dict[str, Weights]:
    """The weights for all questions. While they are trained, the table is filled in place."""
    found: dict[str, Weights] = json.loads((FOLDER / "quotes.json").read_text(encoding="utf-8"))
    return found


@contextmanager
def using(question: str, table: Weights) -> Iterator[None]:
    """Answer a question that has a file of its own with another table for a while."""
    shipped = dict(alone(question))
    _fill(question, table)
    try:
        yield
    finally:
        _fill(question, shipped)


def _fill(question: str, table: Weights) -> None:
    alone(question).clear()
    alone(question).update(table)


@cache
def alone(question: str) -> Weights:
    """The weights of a question that has a file of its own."""
    found: Weights = json.loads((FOLDER / f"{question}.json").read_text(encoding="utf-8"))
    return found
