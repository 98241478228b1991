"""Which phrase around a figure is what it counts: the rules' own, unless another one is clearly likelier."""

import math
from collections.abc import Sequence

from reader.analysis.figures.measures import Draft
from reader.analysis.figures.phrases import Around, Told, features, group_of, ranked
from reader.analysis.regression import Weights, alone
from reader.document.span import Span

MARGIN = 1.25
"""By how much another phrase must be better than what the rules say."""
SURE = 0.3
"""How likely a phrase must be where the rules say nothing."""
MOST, CROWD = 6, 160
"""Figures so close together are a table, in which no phrase tells them apart."""


def chosen(text: str, draft: Draft, paragraph: Span, others: Sequence[Span], said: Told) -> Span | None:
    """What a figure counts; *others*: the figures beside it, *said*: what the rules say."""
    is_plain = draft.dimension == "age" or (draft.attached and (said.span or draft.dimension == "count"))
    is_crowded = len(others) > MOST and others[-1].end - others[0].start < CROWD
    if said.is_sure or is_plain or is_crowded:
        return said.span
    weights = alone("counted")
    around = Around(text, draft.span, paragraph, others)
    group = group_of(draft.dimension, attached=draft.attached)
    scores: dict[Span, float] = {}
    for phrase, rank in ranked(around):
        span = around.span(phrase)
        scores.setdefault(span, score(weights, features(around, phrase, rank, group, said)))
    if not scores:
        return said.span
    if said.span is not None:
        scores.setdefault(said.span, score(weights, only_told(group)))
    best = max(scores, key=lambda span: (scores[span], -span.start))
    if said.span is not None:
        return best if scores[best] - scores[said.span] > MARGIN else said.span
    return best if sum(math.exp(each - scores[best]) for each in scores.values()) < 1 / SURE else None


def only_told(group: str) -> list[str]:
    """Of what the rules say and no phrase is."""
    return ["only-told", f"only-told|{group}"]


def score(weights: Weights, found: Sequence[str]) -> float:
    """How good a phrase is."""
    get = weights.get
    total = 0.0
    for each in found:
        total += get(each, 0.0)
    return total
