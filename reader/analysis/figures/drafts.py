"""One number with all that belongs to it: currency, unit, ratio, sign; or the finding that it is no figure."""

import re
from dataclasses import replace

from reader.analysis.figures.measures import Draft, unit_after, with_rate
from reader.analysis.figures.numbers import NUMBER, Number, number_at, value_of
from reader.analysis.figures.ranges import CHANGE, RANGE, pair_at, range_at
from reader.analysis.figures.units import CURRENCIES, UNITS
from reader.document.span import Span

_CURRENCY = re.compile(
    "(?:" + "|".join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True)) + r")\s?$"
)
_RATIO = re.compile(
    r"\s+(?P<link>in|out of|of every|in every|of)\s+"
    r"(?P<whole>\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twenty)\b",
    re.IGNORECASE,
)
_AGED = re.compile(r"\baged?\s+$", re.IGNORECASE)
_TIMES = re.compile(
    r"\s+times\s+(?:the|as|more|higher|larger|greater|bigger|that|what|its|their|less|over|\w+er)\b",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:^|[^.!?]\s)(?P<name>[A-Z][a-z]+)\s$")
_NO_NAME = frozenset(
    """The In About Over At Nearly Some All For With And But From Its Of Only Just More Another These Those Last
    Next Around Between Up Under By On To Almost Roughly Than When While After Before Since If As Their His Her
    Our Here There Now Then Those Every Each""".split()
)
_OF_UNIT = re.compile(r"\s+of\s+(?P<unit>[a-z]+)\b", re.IGNORECASE)
"""Behind a vague number: tens of millions of dollars."""
_OFTEN = re.compile(
    r"\s+times\s+(?:a|an|per|each|every)\s+(?P<per>second|minute|hour|day|week|month|year)\b", re.IGNORECASE
)
_MINUS = re.compile(r"(?:\bminus[\s-]|(?:(?<=\s)|(?<=\()|(?<=^))[−-])$", re.IGNORECASE)
_EITHER = re.compile(r"\bplus[ /](?:or[ /])?$", re.IGNORECASE)


def read(text: str, match: re.Match[str], paragraph: Span, ages: set[int]) -> Draft | None:
    """The figure that begins with a number found; *ages*: where a number after a name is an age."""
    number = number_at(match)
    limit = paragraph.end
    if number.span.start in ages and 0 < number.value < 120:
        return Draft(number.span, number.value, unit="year", dimension="age")
    sign = _CURRENCY.search(text, max(paragraph.start, number.span.start - 5), number.span.start)
    if sign:
        return _money(text, number, sign, limit)
    ratio = _RATIO.match(text, number.span.end, limit)
    if ratio and number.value >= 1 and not number.scaled:
        whole = value_of(ratio["whole"])
        if whole > number.value and not (
            ratio["link"].lower() == "in" and _is_year_like(ratio["whole"], number)
        ):
            return Draft(Span(number.span.start, ratio.end()), number.value / whole, dimension="ratio")
    return range_at(text, number, limit) or pair_at(text, number, limit) or _plain(text, number, limit)


def _is_year_like(whole: str, number: Number) -> bool:
    return (len(whole) == 4 and whole.isdigit()) or (number.value > 20 and whole.isdigit() and len(whole) < 3)


def _money(text: str, number: Number, sign: re.Match[str], limit: int) -> Draft:
    unit = CURRENCIES[sign[0].strip()]
    value, upper, end = number.value, None, number.span.end
    link = RANGE.match(text, end, limit)
    far = NUMBER.match(text, link.end(), limit) if link else None
    before = text[max(0, sign.start() - 16) : sign.start()]
    joined = link is not None and (link["sign"] or "-" in link["link"] or "–" in link["link"])
    if link and "and" in link["link"]:
        joined = before.lower().rstrip().endswith("between")
    if link and far and far["digits"] and joined and not CHANGE.search(before):
        other = number_at(far)
        scale = other.scale if not number.scaled else 1.0
        if value * scale < other.value:
            value, upper, end = value * scale, other.value, far.end()
    word = re.compile(r"\s+(?:US |Australian |Canadian )?(?:dollars|pounds|euros)\b").match(text, end, limit)
    end = word.end() if word else end
    unit, end = with_rate(text, unit, end, limit)
    return Draft(Span(sign.start(), end), value, upper, unit, "money")


def _plain(text: str, number: Number, limit: int) -> Draft | None:
    unit = unit_after(text, number, limit)
    start = number.span.start
    if unit:
        minus = _MINUS.search(text, max(0, start - 7), start)
        if minus and _EITHER.search(text, max(0, minus.start() - 9), minus.start()):
            minus = None
        value = -number.value if minus else number.value
        return replace(
            unit,
            span=Span(minus.start() if minus else start, unit.span.end),
            value=value,
            upper=number.upper,
        )
    kind = _OF_UNIT.match(text, number.span.end, limit) if number.upper else None
    known = UNITS.get(kind["unit"].lower()) if kind else None
    if kind and known:
        return Draft(Span(start, kind.end()), number.value, number.upper, known[0], known[1])
    often = _OFTEN.match(text, number.span.end, limit)
    if often:
        return Draft(
            Span(start, often.end()), number.value, number.upper, f"×/{often['per'].lower()}", "multiple"
        )
    times = _TIMES.match(text, number.span.end, limit)
    if times:
        return Draft(Span(start, number.span.end + 6), number.value, unit="×", dimension="multiple")
    words = number.span.text(text).lower()
    following = text[number.span.end : number.span.end + 1]
    if words in {"one", "zero"} or (following.isalpha() and not number.scaled):
        return None
    if _AGED.search(text, max(0, start - 6), start) and number.value < 120:
        return Draft(number.span, number.value, unit="year", dimension="age")
    name = _NAME_BEFORE.search(text, max(0, start - 30), start)
    alone = (
        name and name["name"] == "The" and not text[number.span.end : number.span.end + 2].strip().isalpha()
    )
    if not number.spelled and name and (name["name"] not in _NO_NAME or alone) and number.upper is None:
        return None
    if following == "-" and text[number.span.end + 1 : number.span.end + 2].isalpha():
        return _hyphenated(text, number, limit)
    return Draft(number.span, number.value, number.upper)


def _hyphenated(text: str, number: Number, limit: int) -> Draft | None:
    """“a 24-page report”: the size of a thing; “four-way race” is none, “200,000-plus” is a bound."""
    word = re.compile(r"-(?P<word>[a-z]+)", re.IGNORECASE).match(text, number.span.end, limit)
    if word is None or word["word"].lower() in {
        "way",
        "time",
        "sided",
        "dimensional",
        "handed",
        "digit",
        "figure",
        "star",
        "inch",
    }:
        return None
    if word["word"].lower() in {"plus", "odd", "strong"}:
        return Draft(number.span, number.value)
    return Draft(Span(number.span.start, word.end()), number.value, attached=True)
