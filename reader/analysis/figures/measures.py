"""A number with the unit that follows it: “10 kilometers”, “27-year-old”, “$61.20 a barrel”."""

import re
from dataclasses import dataclass

from reader.analysis.figures.numbers import Number
from reader.analysis.figures.units import NATIONAL, PER, SPACED, SYMBOLS, UNITS
from reader.document.span import Span

_UNIT = re.compile(
    r"(?P<gap>[ \t\n\u00a0\u202f-]*)(?P<words>°?[^\W\d_][\w/²³]*\.?(?:[ \u00a0-][^\W\d_]+\.?){0,2}|%|°[CF]?|¢)"
)
_RATE = re.compile(
    r"(?:\s+(?:per|an?)[\s-]+|/|-per-)(?P<unit>(?:square |cubic |megawatt[ -]|kilowatt[ -])?[a-z-]+)",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"[- ](?P<unit>year|month|week|day)s?[- ]olds?\b|\s+(?P<units>year|month)s of age\b", re.IGNORECASE
)


_AROUND = 120
_WEIGHED = re.compile(
    r"\b(?:weigh\w*|weight|heav\w+|lost|lose|los(?:es|ing)|shed|dropp\w+|gain\w*|lift\w*|bench|carry\w*|body|muscle|"
    r"meat|beef|pork|fish|catch|caught|cocaine|heroin|marijuana|explosives?|fertili[sz]er|trash|garbage|waste|rice|"
    r"flour|sugar|coffee|cotton|ounces?|feet|foot|inches|tall|thrust|pressure|grain|apples|potatoes|cheese|milk)\b",
    re.IGNORECASE,
)
"""What is near pounds that are a mass."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before bound and what it counts are known."""

    span: Span
    value: float
    upper: float | None = None
    unit: str | None = None
    dimension: str = "count"
    attached: bool = False


def unit_after(text: str, number: Number, limit: int) -> Draft | None:
    """The figure of *number* with the unit that follows it, the longest that fits."""
    old = _OLD.match(text, number.span.end, limit)
    if old:
        end = old.end() - 1 if text[old.end() - 1] == "s" and "-old" in old[0] else old.end()
        unit = (old["unit"] or old["units"]).lower()
        return Draft(Span(number.span.start, end), number.value, number.upper, unit, "age", attached=True)
    match = _UNIT.match(text, number.span.end, limit)
    if not match or match["gap"].count("\n") > 1:
        return None
    attached = match["gap"] == "-"
    words = match["words"]
    first = re.split(r"[ \u00a0]", words)[0].rstrip(".")
    if (first in SYMBOLS and not match["gap"]) or (
        first in SPACED and match["gap"] in {" ", "\u00a0", "\u202f"}
    ):
        symbol, dimension = SYMBOLS[first]
        end = match.start("words") + len(first)
        unit, end = with_rate(text, symbol, end, limit) if dimension != "share" else (symbol, end)
        return Draft(Span(number.span.start, end), number.value, number.upper, unit, dimension)
    candidates = [
        words,
        *(words[: at.start()] for at in reversed(list(re.finditer(r"[ \u00a0-]", words)))),
    ]
    for candidate in candidates:
        plain = re.sub(r"[\s\u00a0-]+", " ", candidate.lower()).rstrip(".")
        if plain in {"pound", "pounds"} and not number.scaled and not _is_money(text, number.span.start):
            return Draft(
                Span(number.span.start, match.start("words") + len(candidate.rstrip("."))),
                number.value,
                number.upper,
                "lb",
                "mass",
                attached,
            )
        national, _, currency = plain.rpartition(" ")
        if national in NATIONAL and currency in {"dollar", "dollars"}:
            known: tuple[str, str] | None = (NATIONAL[national], "money")
        else:
            known = UNITS.get(plain)
        if known is None or _is_no_unit(plain, number, match, attached=attached):
            continue
        end = match.start("words") + len(candidate.rstrip("."))
        unit, end = with_rate(text, known[0], end, limit) if known[1] != "share" else (known[0], end)
        return Draft(Span(number.span.start, end), number.value, number.upper, unit, known[1], attached)
    return None


def _is_money(text: str, start: int) -> bool:
    """Whether pounds are money: the text around speaks of money, or of nothing that is weighed."""
    around = text[max(0, start - _AROUND) : start + _AROUND]
    return "£" in around or "pence" in around or _WEIGHED.search(around) is None


def _is_no_unit(plain: str, number: Number, match: re.Match[str], *, attached: bool) -> bool:
    """Words that are a unit's name and something else here."""
    if plain in {
        "second",
        "in",
        "m",
        "b",
        "mb",
        "st",
        "x",
        "times",
        "real",
        "won",
        "rand",
        "stone",
    }:
        return not (plain in {"in", "m"} and not match["gap"])
    if plain in {"minute", "hour", "day", "week", "month", "year"} and not attached and number.value > 1:
        return not match.string[match.start("words") + len(plain) :][:2].strip().islower()
    return plain == "point" and number.value != 1 and not attached


def with_rate(text: str, unit: str, end: int, limit: int) -> tuple[str, int]:
    """*unit* with what it is counted by, and where that ends: “a barrel”, “per day”, “/hour”."""
    rate = _RATE.match(text, end, limit)
    if not rate:
        return unit, end
    per = rate["unit"].lower().replace(" ", "-")
    if per.removesuffix("s") in PER or per in PER:
        symbol = UNITS.get(per.replace("-", " "), (per, ""))[0]
        symbol = (
            per
            if per in {"hour", "day", "year", "month", "week", "barrel", "person", "head", "share"}
            else symbol
        )
        return f"{unit}/{symbol}", rate.end()
    return unit, end
