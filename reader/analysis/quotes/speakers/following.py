"""Whom a pronoun is followed to, if to anybody: those named before it compete, and nobody competes with them."""

import math
from collections.abc import Collection, Sequence

from reader.analysis.quotes.speakers.mentions import Mentions
from reader.analysis.quotes.speakers.pronouns import candidates
from reader.analysis.quotes.speakers.topics import Turn
from reader.analysis.regression import weights
from reader.document.outline import Person
from reader.document.span import Span

LIKELY = 0.4
"""Probability from which a pronoun is followed to a name."""
NOBODY = "nobody"
"""The weight of there being nobody, beside those of the features."""


def ranked(
    mentions: Mentions, pronoun: Span, spoke: Sequence[Turn], left_out: Collection[str]
) -> list[tuple[float, Person]]:
    """Everybody whom *pronoun* can mean, the likeliest first, with the probability by a conditional logit model.

    *spoke*: who was quoted before, the last one last; *left_out*: ids of those whom it cannot mean.
    """
    table = weights("name of pronoun")
    found = [
        (math.exp(sum(table.get(each, 0.0) for each in features)), person)
        for person, features in candidates(mentions, pronoun, spoke)
        if person.id not in left_out
    ]
    total = sum(score for score, _ in found) + math.exp(table.get(NOBODY, 0.0))
    return sorted(((score / total, person) for score, person in found), key=lambda each: -each[0])
