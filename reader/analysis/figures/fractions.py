"""Fractions and multiples in words: “nearly half”, “two-thirds”, “fivefold”."""

import re

from reader.analysis.figures.measures import Draft
from reader.analysis.figures.numbers import FRACTIONS, value_of
from reader.document.span import Span
from reader.document.units import named

_FRACTION = re.compile(
    rf"\b(?:(?P<count>a|an|one|two|three|four|five|seven|nine)[ -](?P<part>{'|'.join(FRACTIONS)})s?"
    r"|(?P<half>half))\b(?![- ](?:time|dozen|brother|sister|back|finals?|place|party|world|way|term|person|anniversary"
    r"|staff|mast)\b)",
    re.IGNORECASE,
)
_NOT_BEFORE_HALF = frozenset("first second last other latter and a one this that each either".split())
_BEFORE_FRACTION = frozenset("by about nearly almost roughly than over around some".split())
_UNIT = re.compile(r"(?:[ -](?P<article>an?)[ -]|[ -](?:of[ ]an?[ ])?)(?P<unit>[a-z]+(?:[ -][a-z]+)?)")
"""Behind a fraction of one unit: half {a century}, a quarter {of an hour}, a half-{mile}."""
_OF = re.compile(r"s?\s+(?:of|the)\b")
_MIXED = re.compile(
    r"(?:(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hours?|years?|miles?|days?)\s+and|\d|\bfirst|\bsecond|\blast|\blatter|\bother)(?:\s+(?:an?|one))?\s+$"
)
"""Before a fraction that belongs to a number, or to one of two halves."""
_NO_UNITS = frozenset(["point", "second", "degree"])
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


def _of_unit(text: str, match: re.Match[str]) -> Draft | None:
    """A fraction of one unit: half a day, a quarter of a mile, three-quarters of an inch."""
    behind = _UNIT.match(text, match.end())
    if behind is None:
        return None
    said = behind["unit"].replace("-", " ").split()
    for count in range(len(said), 0, -1):
        unit = named("en").get(" ".join(said[:count]))
        if unit and unit.dimension not in {"share", "multiple", "money"} and said[0] not in _NO_UNITS:
            whole = match["half"] or match["part"]
            many = 1.0 if match["half"] or match["count"].lower() in {"a", "an"} else value_of(match["count"])
            end = behind.start("unit") + len(" ".join(said[:count]))
            is_sized = behind["article"] or match["half"] or " of " in behind[0]
            return Draft(Span(match.start(), end), many * FRACTIONS[whole.lower()], None, unit.symbol, unit.dimension,
                         text[match.end()] == "-") if is_sized else None  # fmt: skip
    return None


def _fraction(text: str, match: re.Match[str]) -> Draft | None:
    unit = _of_unit(text, match)
    if unit:
        led = text[max(0, match.start() - 30) : match.start()].lower()
        return None if _MIXED.search(led) else unit
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
