"""Two numbers that are one figure: “20 to 30 millimetres”, “5% to 10%”."""

import re
from dataclasses import replace

from reader.analysis.figures.measures import Draft, unit_after
from reader.analysis.figures.numbers import NUMBER, Number, number_at
from reader.document.span import Span

RANGE = re.compile(
    r"(?P<link>-\s+to\s+|\s*[-–—]\s*|\s+(?:to|or|and|up\s+to)\s+)(?P<sign>\$(?:US|A|C|NZ|HK|S)?|(?:US|[ACSA]|AU|CA|HK|NZ)?\$|[£€¥₹])?(?=[\da-z])",
    re.IGNORECASE,
)
CHANGE = re.compile(
    r"\b(?:from|by|up|down|rose|risen|fell|fallen|grew|grown|cut|raised|increased|dropped)\s+(?:about\s+|around\s+)?$",
    re.IGNORECASE,
)
"""Before a number that another follows after “to”: two figures and no range."""
_NOUN = re.compile(r"\s[a-z]{3,}")
"""Behind a range with a dash that counts something: 250–300 eggs."""
_LOCAL = re.compile(r"(?:hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)


def range_at(text: str, number: Number, limit: int) -> Draft | None:
    """Two numbers that are the ends of one figure: “20 to 30 millimetres”, “between 5 and 10 percent”."""
    if number.scaled and not _LOCAL.search(text, number.span.end, number.span.end + 40):
        return None
    link = RANGE.match(text, number.span.end, limit)
    far = NUMBER.match(text, link.end(), limit) if link else None
    if not link or not far:
        return None
    other = number_at(far)
    word = link["link"].strip(" \n\t-").lower()
    before = text[max(0, number.span.start - 12) : number.span.start].lower()
    if word == "and" and not before.rstrip().endswith("between"):
        return None
    unit = unit_after(text, other, limit)
    counted = word in {"", "–", "—"} and far["digits"] and _NOUN.match(text, other.span.end, limit)
    if not (unit or other.scaled or word in {"and", "or", "to"} or counted):
        return None
    if word == "up to" and not before.rstrip().endswith("from"):
        return None
    if word == "to" and unit is None and not other.scaled and _is_change(text, number.span.start):
        return None
    if unit and unit.dimension == "money" and _has_other_sign(text, number):
        return None
    if word == "to" and number.scaled and CHANGE.search(before):
        return None
    value = number.value
    if other.scaled and value <= other.value / other.scale:
        value *= other.scale
    if not value < other.value:
        return None
    end = unit.span.end if unit else other.span.end
    if unit is None:
        return Draft(Span(number.span.start, end), value, other.value)
    return replace(unit, span=Span(number.span.start, end), value=value, upper=other.value)


def _alike(one: Draft, other: Draft) -> bool:
    return (one.unit, one.currencies, one.per) == (other.unit, other.currencies, other.per)


def _is_change(text: str, start: int) -> bool:
    """Whether “from 6 to 8” tells what became of one number: something rose from it, or a verb of change is near."""
    before = text[max(0, start - 60) : start]
    if not before.lower().rstrip().endswith("from"):
        return False
    clause = re.split(r"[.;:!?,(—–]\s|\n", before.rstrip()[: -len("from")])[-1]
    return bool(clause.strip()) and _SPREAD.search(clause) is None


_SPREAD = re.compile(
    r"\b(?:rang\w+|var(?:y|ies|ied|ying)|anything|anywhere|somewhere|between|aged?|hold|seats?)\s*$",
    re.IGNORECASE,
)
"""Before “from 6 to 8” that is a range."""


def _has_other_sign(text: str, number: Number) -> bool:
    return text[number.span.start - 1 : number.span.start] in {"$", "£", "€"}


def pair_at(text: str, number: Number, near: Draft | None, limit: int) -> Draft | None:
    """A range with the unit at both ends: “5% to 10%”, “between 15kHz and 17kHz”; *near*: the first with its unit."""
    link = RANGE.match(text, near.span.end, limit) if near and (near.unit or near.currencies) else None
    far = NUMBER.match(text, link.end(), limit) if link else None
    end = unit_after(text, number_at(far), limit) if far else None
    if near is None or link is None or end is None or not _alike(near, end) or end.value <= near.value:
        return None
    before = text[max(0, number.span.start - 16) : number.span.start].lower()
    word = link["link"].strip().lower()
    if CHANGE.search(before) or (word == "and" and not before.rstrip().endswith("between")):
        return None
    return replace(near, span=Span(number.span.start, end.span.end), upper=end.value)
