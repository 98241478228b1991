"""Whom a pronoun is followed to, if to anybody: the likeliest of those named before it, where no other is as likely."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from reader.analysis.quotes.mentions import Mentions
from reader.analysis.quotes.pronouns import SHE, candidates
from reader.analysis.regression import probability, weights
from reader.document.outline import Person
from reader.document.span import Span

LIKELY = 0.5
"""Probability from which a pronoun is followed to a name."""
CLEAR = 0.3
"""The same where nobody else is half as likely."""
ONLY = 0.2
"""The same where nobody else was named whom it can mean."""
AMBIGUOUS = 0.55
"""The most that the likeliest is where another is more than a third as likely."""
OPEN = 0.8
"""How much of the probability of a person of unknown gender stays where somebody of the right one was named."""


class _Ranked(NamedTuple):
    share: float
    place: int
    person: Person
    suits: bool


def likeliest(
    mentions: Mentions, pronoun: Span, spoke: Sequence[Person], left_out: Collection[str]
) -> tuple[float, Person | None]:
    """The person whom *pronoun* means, and how likely; nobody where two are as likely.

    *spoke*: who was quoted before, the last one last; *left_out*: ids of those whom it cannot mean.
    """
    ranked = _ranked(mentions, pronoun, spoke, left_out)
    suited = [each for each in ranked if each.suits]
    among = suited or ranked
    if not among:
        return 0.0, None
    first, other = among[0], among[1].share if len(among) > 1 else 0.0
    is_clear = bool(suited) and first.share >= 2 * other
    if first.share < (ONLY if len(suited) == 1 else CLEAR if is_clear else LIKELY):
        return 0.0, None
    is_sure = bool(suited) and first.share >= 3 * other
    return first.share if is_sure else min(first.share, AMBIGUOUS), first.person


def _ranked(
    mentions: Mentions, pronoun: Span, spoke: Sequence[Person], left_out: Collection[str]
) -> list[_Ranked]:
    wanted = "f" if pronoun.text(mentions.text).lower() in SHE else "m"
    people = [each for each in candidates(mentions, pronoun, spoke) if each[0].id not in left_out]
    genders = [mentions.gender(person) for person, _ in people]
    left = {"e": OPEN if wanted in genders else 1.0}
    found = [
        _Ranked(
            probability(weights("name of pronoun"), features) * left.get(gender, 1.0),
            -number,
            person,
            gender in {wanted, "e"},
        )
        for number, ((person, features), gender) in enumerate(zip(people, genders, strict=True))
    ]
    return sorted(found, key=lambda each: each[:2], reverse=True)
