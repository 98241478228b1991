"""Fractions and multiples in words: “nearly half”, “two-thirds”, “fivefold”."""

import re

from reader.analysis.figures.measures import Draft
from reader.analysis.figures.numbers import FRACTIONS, value_of
from reader.document.span import Span

_FRACTION = re.compile(
    rf"\b(?:(?P<count>a|an|one|two|three|four|five|seven|nine)[ -](?P<part>{'|'.join(FRACTIONS)})s?"
    r"|(?P<half>half))\b(?![- ](?:century|hour|year|time|day|mile|dozen|brother|sister|back|finals?|place"
    r"|party|world|way|term|person|anniversary|staff|mast)\b)",
    re.IGNORECASE,
)
_NOT_BEFORE_HALF = frozenset("first second last other latter and a one this that each either".split())
_BEFORE_FRACTION = frozenset("by about nearly almost roughly than over around some".split())
_OF = re.compile(r"s?\s+(?:of|the)\b")
_FOLD = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|\d+)[ -]?fold\b", re.IGNORECASE
)


def fractions(text: str, paragraph: Span) -> list[Draft]:
    """Fractions and multiples that are written as words, in no order."""
    parts = (_fraction(text, match) for match in _FRACTION.finditer(text, *paragraph))
    folds = (
        Draft(Span.of(match), value_of(match["number"]), unit="×", dimension="multiple")
        for match in _FOLD.finditer(text, *paragraph)
    )
    return [*filter(None, parts), *folds]


def _fraction(text: str, match: re.Match[str]) -> Draft | None:
    before = text[max(0, match.start() - 20) : match.start()].lower().split()
    if match["half"]:
        joined = before[-1:] == ["and"] and _OF.match(text, match.end())  # “and half of the harvest”
        whole_name = bool(before) and before[-1] in _NOT_BEFORE_HALF and not joined
        return None if whole_name else Draft(Span.of(match), 0.5, dimension="fraction")
    article = match["count"].lower() in {"a", "an"}
    if article and not _OF.match(text, match.end()) and not set(before[-1:]) & _BEFORE_FRACTION:
        return None  # “a third attempt”, “a quarter of an hour” says so itself
    count = 1.0 if article else value_of(match["count"])
    return Draft(Span.of(match), count * FRACTIONS[match["part"].lower()], dimension="fraction")
