"""A number with the unit that follows it: “10 kilometers”, “27-year-old”, “450 kV/cm”, “barrel-a-day”."""

import re
from dataclasses import dataclass
from functools import cache

from reader.analysis.figures.money import Currencies, name_behind, sign_behind
from reader.analysis.figures.numbers import Number
from reader.analysis.figures.words import WORDS
from reader.analysis.trained import word_classes
from reader.document.span import Span
from reader.document.units import Unit, close_signs, named, signs

_GAPS = " \u00a0\u202f"
_UNIT = re.compile(
    r"(?P<gap>[ \t\n\u00a0\u202f]*-?[ \t\u00a0]?)"
    r"(?P<words>(?:(?:[a-zA-Z]\.){2,3}|[^\W\d_][^\W_]*\.?)(?:[ \u00a0-][^\W\d_][^\W_]*\.?){0,3})"
)
_SIGN = re.compile(
    r"(?P<gap>[ \u00a0\u202f]?|-)(?P<sign>[%‰٪％″\"′℃℉]|[°º] ?[CF]?|(?:sq|cu|fl|deg|lb|oz)[ .]{1,2}[a-zA-Z]+"
    r"|[^\W\d_]+[²³23]?(?:[⋅·-][a-zA-Z]+)?)(?P<over>/[^\W\d_]+[²³23]?)?(?![^\W_]|[²³])"
)
_RATE = re.compile(
    r"(?:\s+(?P<article>an?|each|every)[\s-]+|[\s-]+per[\s-]+|/|-(?P<joined>an?)-|\sa-)"
    r"(?P<unit>(?:square[ -]|cubic[ -]|megawatt[ -]|kilowatt[ -]|sq\.? |cu\.? )?[a-zA-Z²³]+)\b"
)
_OLD = re.compile(
    r"[- ](?P<unit>year|month|week|day)s?[- ]olds?\b|\s+(?P<units>year|month)s of age\b", re.IGNORECASE
)
_BEHIND = re.compile(r"\s+(?P<word>[a-z]+)")
_AROUND = 120
_WEIGHED = re.compile(
    r"\b(?:weigh\w*|weight|heav\w+|lost|lose|los(?:es|ing)|shed|drop\w*|gain\w*|lift\w*|bench|carry\w*|body|muscle|"
    r"meat|beef|pork|fish|catch|caught|cocaine|heroin|marijuana|explosives?|fertili[sz]er|trash|garbage|waste|rice|"
    r"flour|sugar|coffee|cotton|ounces?|feet|foot|inches|tall|thrust|pressure|grain|apples|potatoes|cheese|milk|butter|"
    r"chocolate|recipe|turkey|bread)\b",
    re.IGNORECASE,
)
"""What is near pounds that are a mass."""
_SPACED_LETTERS = frozenset("W V t m g L C F".split())
_NO_UNITS = frozenset(["second", "in", "m", "b", "mb", "st", "times", "x", "fold", "c"])
"""Names of units that are other words behind a space."""
_FORCE = re.compile(r"[- ](?:feet|foot|force|weight|per square|of force|of thrust)\b")
_BETWEEN = re.compile(r"\s(?P<word>[a-z]+)\s(?P<unit>[a-z]{3,})\b")
"""Between a number and its unit of time: “three {consecutive} months”."""
_DOTTED = re.compile(r"[ \u00a0-]?(?:[a-zA-Z]\.){2,3}")
_LETTER_ENDS = re.compile(r"(?=\s[a-z]|[.,;:)]|\s*$|\s[x×(/–—-])")


@dataclass(frozen=True, slots=True)
class Draft:
    """A figure before its bound, its currency among several, and what it counts are known.

    `currencies`: those that a sign may stand for; `per`: what their rate is counted by; `total`: the whole of a part.
    """

    span: Span
    value: float
    upper: float | None = None
    unit: str | None = None
    dimension: str = "count"
    attached: bool = False
    currencies: Currencies = ()
    per: str = ""
    total: float | None = None
    is_ratio: bool = False


def unit_after(text: str, number: Number, limit: int) -> Draft | None:
    """The figure of *number* with the unit that follows it, the longest that fits."""
    end = number.span.end
    old = _OLD.match(text, end, limit)
    if old:
        stop = old.end() - 1 if text[old.end() - 1] == "s" and "-old" in old[0] else old.end()
        unit = (old["unit"] or old["units"]).lower()
        return Draft(Span(number.span.start, stop), number.value, number.upper, unit, "age", attached=True)
    return (
        _sign_after(text, number, limit)
        or _money_after(text, number, limit)
        or _name_after(text, number, limit)
    )


def _draft(text: str, number: Number, unit: Unit, end: int, limit: int, *, attached: bool) -> Draft:
    symbol = unit.symbol
    if unit.dimension not in {"share", "multiple"}:
        symbol, end = with_rate(text, symbol, end, limit)
    return Draft(Span(number.span.start, end), number.value, number.upper, symbol, unit.dimension, attached)


def _sign_after(text: str, number: Number, limit: int) -> Draft | None:
    """The unit by its sign: 224 kW, 1.3 A/cm², 5m."""
    match = _SIGN.match(text, number.span.end, limit)
    if match is None or _DOTTED.match(text, number.span.end, limit):
        return None
    sign = (
        re.sub(r"[ .]+", " ", match["sign"])
        if match["sign"][0] not in "°º"
        else "°" + match["sign"][1:].strip()
    )
    is_close = not match["gap"]
    unit = signs().get(sign) or _close(text, match, sign, number)
    if unit is None or (number.suffix and not is_close and len(sign) == 1 and sign.isalpha()):
        return None
    if (
        sign in {'"', "″", "′"}
        and (not is_close or number.scaled)
        and not text[match.end() : match.end() + 5].startswith((" long", " tall", " wide", " deep"))
    ):
        return None  # a closing quotation mark
    if sign == '"' and text.count('"', max(0, number.span.start - 200), number.span.start) % 2:
        return None
    attached = match["gap"] == "-"
    end = match.end("sign")
    if match["over"]:
        whole = signs().get(sign + match["over"])
        other = _below(match["over"][1:])
        if whole or other:
            symbol = whole.symbol if whole else f"{unit.symbol}/{other}"
            return Draft(Span(number.span.start, match.end()), number.value, number.upper, symbol,
                         whole.dimension if whole else "rate", attached)  # fmt: skip
    return _draft(text, number, unit, end, limit, attached=attached)


def _below(sign: str) -> str | None:
    """The symbol of what stands below a stroke: cm² of A/cm2, hour of km/hr."""
    known = signs().get(sign) or close_signs().get(sign) or named("en").get(sign.lower())
    base = signs().get(sign[:-1]) or close_signs().get(sign[:-1])
    power = {"2": "²", "²": "²", "3": "³", "³": "³"}.get(sign[-1])
    return known.symbol if known else (f"{base.symbol}{power}" if base and power else None)


def _close(text: str, match: re.Match[str], sign: str, number: Number) -> Unit | None:
    """A unit by a sign that counts right behind the digits, or as one letter before a small one."""
    if match["gap"] in set(_GAPS) and match["gap"]:
        is_letter = bool(match["over"]) or (
            sign in _SPACED_LETTERS and (sign in {"W", "V"} or _LETTER_ENDS.match(text, match.end()))
        )
        is_letter = is_letter or (
            sign == "p" and number.value >= 10 and _LETTER_ENDS.match(text, match.end()) is not None
        )
        is_cold = sign not in {"C", "F"} or abs(number.value) < 3000
        return close_signs().get(sign) if is_letter and is_cold and not number.scaled else None
    if match["gap"] == "-" and len(sign) < 3:
        return None
    return close_signs().get(sign) if not number.scaled and not number.spelled else None


def _money_after(text: str, number: Number, limit: int) -> Draft | None:
    end = number.span.end
    found = sign_behind(text, end, limit, scaled=number.scaled)
    found = found or name_behind(text, end, limit)
    if found is None:
        return None
    stop, codes = found
    if _FORCE.match(text, stop):
        return None
    are_pounds = "GBP" in codes and text[end:stop].strip(" -\u00a0").lower() in {"pound", "pounds"}
    if are_pounds and not number.scaled and not _is_money(text, number.span.start):
        return Draft(
            Span(number.span.start, stop), number.value, number.upper, "lb", "mass", text[end] == "-"
        )
    per, stop = with_rate(text, "", stop, limit)
    scale = (
        re.compile(r"\s(?P<scale>million|billion|trillion)\b").match(text, stop, limit)
        if not number.scaled
        else None
    )
    times = {"million": 1e6, "billion": 1e9, "trillion": 1e12}[scale["scale"]] if scale else 1.0
    span = Span(number.span.start, scale.end() if scale else stop)
    attached = text[end : end + 1] == "-"
    return Draft(span, number.value * times, number.upper, None, "money", attached, codes, per)


def _name_after(text: str, number: Number, limit: int) -> Draft | None:
    """The unit by its name, the longest that fits: square feet, miles an hour."""
    match = _UNIT.match(text, number.span.end, limit)
    if not match or match["gap"].count("\n") > 1:
        return None
    attached = "-" in match["gap"]
    words = match["words"]
    between = _BETWEEN.match(text, number.span.end, limit)
    if between and _is_long(between["word"], between["unit"]):
        return _draft(text, number, named("en")[between["unit"]], between.end("unit"), limit, attached=False)
    first = _FIRST.match(words)
    if first and first[0].casefold() not in _first_words():
        return None
    stops = [len(words), *(at.start() for at in reversed(list(re.finditer(r"[ \u00a0-]", words))))]
    for stop in stops:
        plain = _plain(words[:stop])
        unit = named("en").get(plain) or (signs().get(plain) if "." in words[:stop] else None)
        if unit is None or _is_no_unit(plain, number, match, stop, attached=attached):
            continue
        end = (
            match.start("words") + len(words[:stop].rstrip("."))
            if "." not in words[: stop - 1]
            else match.start("words") + stop
        )
        return _draft(text, number, unit, end, limit, attached=attached)
    return None


def _is_long(word: str, unit: str) -> bool:
    """Whether a word between a number and a unit of time only says which time it is: three {consecutive} months."""
    known = named("en").get(unit)
    if known is None or known.dimension != "time" or not unit.endswith("s"):
        return False
    return word in {"more", "past", "last", "next", "extra"} or word_classes().get(word, "").startswith("JJ")


_FIRST = re.compile(r"(?!(?:[a-zA-Z]\.){2})[^\W\d_]+")


@cache
def _first_words() -> frozenset[str]:
    """What the names of units begin with."""
    return frozenset(name.split(" ")[0] for name in named("en")) | {"sq", "cu"}


def _plain(words: str) -> str:
    """A unit's words as the table has them: square feet, miles per hour, mph."""
    plain = re.sub(r"[\s\u00a0-]+", " ", words.casefold())
    plain = re.sub(r"^(?:[a-z]\.){2,3}$", lambda found: found[0].replace(".", ""), plain)
    plain = re.sub(r"^sq\.? ", "square ", re.sub(r"^cu\.? ", "cubic ", plain))
    return re.sub(r" an? ", " per ", plain).rstrip(".")


def _is_money(text: str, start: int) -> bool:
    """Whether pounds are money: the text around speaks of money, or of nothing that is weighed."""
    around = text[max(0, start - _AROUND) : start + _AROUND]
    return "£" in around or "pence" in around or _WEIGHED.search(around) is None


def _is_no_unit(plain: str, number: Number, match: re.Match[str], stop: int, *, attached: bool) -> bool:
    """Words that are a unit's name and something else here."""
    if plain in _NO_UNITS:
        return not (plain == "second" and (attached or not number.value.is_integer()))
    text, end = match.string, match.start("words") + stop
    if match["words"][0].isupper() and number.spelled and text[number.span.start].isupper():
        return True  # Seventy Mile Beach
    if plain in {"cup", "cups"}:
        return number.value.is_integer() and not text.startswith((" of ", "s of "), end) and not attached
    if plain in {"stone", "bar"}:
        return number.value <= 1 or attached
    if plain in {"minute", "hour", "day", "week", "month", "year"} and not attached and number.value > 1:
        return not text[end:][:2].strip().islower()
    if plain in {"mile", "foot", "yard", "metre", "meter", "inch"} and not attached and number.value > 1:
        return not text[end:][:2].strip().islower()
    return plain == "point" and number.value != 1 and not attached


def with_rate(text: str, unit: str, end: int, limit: int) -> tuple[str, int]:
    """*unit* with what it is counted by, and where that ends: “a barrel”, “per day”, “/hour”."""
    rate = _RATE.match(text, end, limit)
    if not rate:
        return unit, end
    per = _plain(rate["unit"])
    known = named("en").get(per) or signs().get(rate["unit"])
    article = rate["article"] or rate["joined"]
    if not known and article and per not in WORDS["per"]:
        return unit, end
    if not known and not article and (len(per) < 3 or per in {"cent", "the", "our", "their", "his", "its"}):
        return unit, end
    if (
        not known
        and rate[0][0] == "/"
        and per not in WORDS["per"]
        and per.removesuffix("s") not in WORDS["per"]
    ):
        return unit, end
    if known and known.dimension in {"share", "multiple"}:
        return unit, end
    behind = _BEHIND.match(text, rate.end(), limit)
    if rate["article"] and behind and behind["word"] in WORDS["ago"] - {"and", "from", "on", "after", "into"}:
        return unit, end
    symbol = known.symbol if known else per
    return (_COMPOUND.get((unit, symbol)) or f"{unit}/{symbol}"), rate.end()


_COMPOUND = {("km", "hour"): "km/h", ("mi", "hour"): "mph", ("mi", "gal"): "mpg", ("m", "s"): "m/s"}
"""Rates with a sign of their own."""
