"""Weights by which candidates compete with each other and with nobody: a conditional logit model.

McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior" (1974); fitted by AdaGrad (Duchi, Hazan & Singer
2011) over single questions, in an order that a seed fixes.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

from reader.analysis.quotes.speakers.following import NOBODY
from reader.analysis.regression import Weights

Candidates = Sequence[tuple[list[str], bool]]
"""The candidates of one question: features of each, and whether it is the answer."""
PENALTY = 80.0
"""Of squared weights (L2): so chosen that pronouns are followed best in kinds of text that were not learnt from."""
RATE, ROUNDS, SEED = 0.3, 20, 1
FEWEST = 3
"""Times that a feature must be seen to count."""


def fit(questions: Iterable[Candidates]) -> Weights:
    """The weights under which the answers are likeliest; that of `NOBODY` is for questions whose answer is none of
    the candidates."""
    asked = [each for each in questions if each]
    seen = Counter(feature for each in asked for features, _ in each for feature in features)
    weights: Weights = {feature: 0.0 for feature, times in sorted(seen.items()) if times >= FEWEST} | {
        NOBODY: 0.0
    }
    moved = dict.fromkeys(weights, 1e-6)
    order = Random(SEED)
    for _ in range(ROUNDS):
        order.shuffle(asked)
        for each in asked:
            for feature, slope in _slopes(weights, each).items():
                step = slope - PENALTY * weights[feature] / seen.get(feature, len(asked))
                moved[feature] += step * step
                weights[feature] += RATE * step / math.sqrt(moved[feature])
    return {feature: round(weight, 4) for feature, weight in sorted(weights.items())}


def _slopes(weights: Weights, question: Candidates) -> Weights:
    """The gradient of the logarithm of the answer's probability."""
    kept = [[each for each in features if each in weights] for features, _ in question] + [[NOBODY]]
    right = [answer for _, answer in question]
    right.append(not any(right))
    scores = [sum(weights[each] for each in features) for features in kept]
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total, of_right = sum(shares), sum(share for share, answer in zip(shares, right, strict=True) if answer)
    slopes: Weights = {}
    for features, share, answer in zip(kept, shares, right, strict=True):
        gained = (share / of_right if answer else 0.0) - share / total
        for each in features:
            slopes[each] = slopes.get(each, 0.0) + gained
    return slopes
