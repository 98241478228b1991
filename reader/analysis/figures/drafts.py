"""One number with all that belongs to it: currency, unit, whole, sign; or the finding that it is no figure."""

import re
from dataclasses import replace

from reader.analysis.figures.measures import Draft, unit_after, with_rate
from reader.analysis.figures.money import Currencies, sign_before, sign_behind
from reader.analysis.figures.numbers import NUMBER, Number, number_at, value_of
from reader.analysis.figures.ranges import CHANGE, RANGE, pair_at, range_at
from reader.analysis.figures.words import WORDS
from reader.analysis.trained import word_classes
from reader.document.span import Span
from reader.document.units import countries, named

_WHOLE = (
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?"
    + (
        r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen"
        r"|nineteen|a dozen|(?:a|one) hundred|(?:a|one) thousand|(?:a|one) million)\b(?!\s?(?:%"
        r"|per ?cent|pc\b|m?illion|bn))"
    )
)
_PART_OF = re.compile(
    r"(?:\s+(?!out\b)[a-z]+)?\s+(?P<link>in|out of|of every|in every|of)\s+"
    rf"(?P<the>(?:the|its|his|her|their|our|all|about|some|nearly|around|these|those|a total of)\s+){{0,2}}{_WHOLE}",
    re.IGNORECASE,
)
_TENS = frozenset([10.0, 100.0, 1000.0, 1e4, 1e5, 1e6])
_AGED = re.compile(r"\b(?:aged?|ages)\s+$", re.IGNORECASE)
_SHIRT = re.compile(r"[A-Z][^\W\d_]+ \($")
"""Before a number in brackets behind a name that is no age."""
_AGED_RANGE = re.compile(r"\d{1,3}(?:\s?[-–]\s?|\s(?:to|and)\s)(?P<far>\d{1,3})\b(?!\s?%)")
_TIMES = re.compile(
    r"\s+times\s+(?:the|as|more|higher|larger|greater|bigger|that|what|its|their|less|over|earnings|book|\w+er)\b",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:^|[^.!?]\s)(?P<name>[A-Z][a-z]+)\s$")
_NO_NAME = frozenset(
    """The In About Over At Nearly Some All For With And But From Its Of Only Just More Another These Those Last
    Next Around Between Up Under By On To Almost Roughly Than When While After Before Since If As Their His Her
    Our Here There Now Then Those Every Each Not No Least Most Within Below Above Until Across Among Against
    Still Yet Or Was Were Is Are Has Have Had Another Plus Is""".split()
)
_OF_UNIT = re.compile(r"\s+of\s+(?P<unit>[a-z]+)\b", re.IGNORECASE)
"""Behind a vague number: tens of millions of dollars."""
_OFTEN = re.compile(
    r"\s+times\s+(?:a|an|per|each|every)\s+(?P<per>second|minute|hour|day|week|month|year)\b", re.IGNORECASE
)
_MINUS = re.compile(r"(?:\b(?:minus|negative)[\s-]|(?:(?<=\s)|(?<=\()|(?<=^))[−-])$", re.IGNORECASE)
_EITHER = re.compile(r"\bplus[ /](?:or[ /])?$", re.IGNORECASE)
_CENTS = re.compile(r"(?:\s(?:and\s)?)(?P<cents>\d{1,2})\s?(?:cents?|pence|p)\b")
_COUNTRY_BEHIND = re.compile(
    r"\s(?P<country>U\.S\.|US|[A-Z][a-z]+(?: [A-Z][a-z]+)?)\b(?: (?:dollars?|pesos|pounds|euros)\b)?"
)
_METRES = re.compile(r"[ -](?P<word>[a-z]+)")
_BEFORE_METRES = re.compile(
    r"(?P<word>[a-z]+)\s(?:(?:of|is|was|at|about|around|some|over|nearly|to|a|only|just|up)\s){0,3}$"
)


def read(text: str, match: re.Match[str], paragraph: Span, ages: set[int]) -> Draft | None:
    """The figure that begins with a number found; *ages*: where a number after a name is an age."""
    number = number_at(match)
    limit = paragraph.end
    if number.span.start in ages and 0 < number.value < 120:
        return Draft(number.span, number.value, unit="year", dimension="age")
    if _is_name(text, number, paragraph):
        return None
    sign = sign_before(text, number.span.start, paragraph.start)
    if sign:
        return _money(text, number, sign, limit)
    part = _part_of(text, number, limit)
    if part:
        return part
    if number.suffix == "m" and _is_metres(text, number, paragraph):
        value = float(f"{number.value / 1e6:.12g}")
        behind = _METRES.match(text, number.span.end, limit)
        return Draft(
            number.span,
            value,
            None,
            "m",
            "length",
            attached=behind is not None and behind["word"] not in _NO_THING,
        )
    start = number.span.start
    aged = _AGED_RANGE.match(text, start) if _AGED.search(text, max(0, start - 6), start) else None
    if aged:
        return Draft(Span.of(aged), number.value, value_of(aged["far"]), "year", "age")
    if number.is_ratio:
        return _ratio(text, number, limit)
    found = range_at(text, number, limit)
    if found:
        return found
    unit = unit_after(text, number, limit)
    return pair_at(text, number, unit, limit) or _plain(text, number, unit, limit)


_NO_THING = frozenset(
    "in on at of from to and or for with by away above below deep high long wide tall apart is was when".split()
)


def _is_metres(text: str, number: Number, paragraph: Span) -> bool:
    """Whether “34m” is metres: before one thing, or behind what says how large or far something is."""
    start, end = number.span
    if sign_behind(text, end, paragraph.end, scaled=True) or number.value >= 1e10:
        return False
    behind = _METRES.match(text, end, paragraph.end)
    word = behind["word"] if behind else ""
    before = _BEFORE_METRES.search(text, max(paragraph.start, start - 40), start)
    is_many = before is not None and before["word"] in WORDS["many"]
    is_size = _SIZE.search(text, max(paragraph.start, start - 14), start) is not None and not is_many
    if word and word not in _NO_THING and not (is_size and word_classes().get(word, "").startswith("VB")):
        are_many = word.endswith("s") or word in WORDS["plural"] or word in named("en") or word == "dollar"
        return not are_many and not word_classes().get(word, "NN").startswith(_NO_NOUNS)
    if word in _FAR:
        return True
    if before is None or is_many:
        return text.startswith((" is equal", " x "), end)
    return is_size or before["word"] in WORDS["moves"]


_SIZE = re.compile(r"\bof\s(?:\w+\s)?$")
_FAR = frozenset("away above below deep high long wide tall apart from".split())
_NO_NOUNS = ("VB", "MD", "RB", "IN", "PRP", "DT", "WP", "JJR", "JJS")
_HEADING = 0.7
"""Share of capitalised words above which a line is a heading, in which a capital says nothing."""
_CAPITAL_UNIT = re.compile(r"\s(?P<unit>[A-Z][a-z]+)(?P<name>\s[A-Z][a-z]+)?")


def _is_name(text: str, number: Number, paragraph: Span) -> bool:
    """Whether a number in words is part of a name: Seventy Mile Beach, Riverside Seven."""
    start, end = number.span
    if not number.spelled or not text[start].isupper() or text[end : end + 1] == "-":
        return False
    led = text[max(paragraph.start, start - 40) : start].rstrip()
    is_first = not led or not (led[-1].isalnum() or led[-1] in ",’'&")
    if is_first:
        behind = _CAPITAL_UNIT.match(text, end)
        return bool(behind and behind["unit"].lower() in named("en") and behind["name"])
    return _capitals(text, start) < _HEADING


def _capitals(text: str, at: int) -> float:
    """The share of capitalised words among the longer ones of a line."""
    end = text.find("\n", at)
    line = text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]
    longer = re.findall(r"[^\W\d_]{4,}", line)
    return sum(word[0].isupper() for word in longer) / len(longer) if longer else 1.0


def _part_of(text: str, number: Number, limit: int) -> Draft | None:
    """A part of a whole: 19, of “19 of 72 drones”, with 72 as its total; a share where it stands for many: 8 of 10."""
    if number.scaled or number.upper is not None or number.value < 1 or number.is_ratio or number.suffix:
        return None
    link = _PART_OF.match(text, number.span.end, limit)
    if link is None:
        return None
    between = text[number.span.end : link.start("link")].strip()
    whole = _whole(link["whole"])
    said = link["link"].lower()
    if whole <= number.value or (
        between and said != "out of" and not (said == "in" and between.endswith("s"))
    ):
        return None
    is_year = (
        len(link["whole"]) == 4 and link["whole"].isdigit() and said in {"in", "of"} and 1500 < whole < 2100
    )
    is_exact = bool(link["the"]) and link["the"].split()[-1].lower() not in {"every"}
    if said == "in" and (
        is_year
        or is_exact
        or between
        or (number.value > 20 and link["whole"].isdigit() and len(link["whole"]) < 3)
    ):
        return None
    if is_year:
        return None
    stands_for_many = (
        said in {"in", "of every", "in every"} or whole in _TENS or (said == "out of" and whole < 10)
    )
    if stands_for_many and not is_exact and number.value.is_integer():
        return Draft(Span(number.span.start, link.end()), number.value / whole, dimension="ratio")
    return Draft(number.span, number.value, total=whole) if number.value.is_integer() else None


def _whole(words: str) -> float:
    words = words.lower().replace("a dozen", "twelve")
    return value_of(re.sub(r"^a ", "one ", words))


def _money(text: str, number: Number, sign: tuple[int, Currencies, bool], limit: int) -> Draft:
    start, codes, is_negative = sign
    value, upper, end = number.value, None, number.span.end
    link = RANGE.match(text, end, limit)
    far = NUMBER.match(text, link.end(), limit) if link else None
    before = text[max(0, start - 16) : start]
    joined = link is not None and (link["sign"] or "-" in link["link"] or "–" in link["link"])
    if link and "and" in link["link"]:
        joined = before.lower().rstrip().endswith("between")
    if link and far and far["digits"] and joined:
        other = number_at(far)
        scale = other.scale if not number.scaled and value <= other.value / other.scale else 1.0
        if CHANGE.search(before) and "to" in link["link"]:
            value *= scale
        elif value * scale < other.value:
            value, upper, end = value * scale, other.value, far.end()
    end, codes = _more_of_sign(text, end, codes, limit)
    cents = (
        _CENTS.match(text, end, limit) if not number.scaled and value.is_integer() and upper is None else None
    )
    if cents and "$" in text[start : number.span.start]:
        value, end = value + float(cents["cents"]) / 100, cents.end()
    per, end = with_rate(text, "", end, limit)
    return Draft(
        Span(start, end), -value if is_negative else value, upper, None, "money", currencies=codes, per=per
    )


def _more_of_sign(text: str, end: int, codes: Currencies, limit: int) -> tuple[int, Currencies]:
    """What behind an amount says more of its sign: $5 million US, $20 Canadian dollars."""
    if text.startswith((" (", ", "), end):
        return end, codes
    match = _COUNTRY_BEHIND.match(text, end, limit)
    if match:
        place = countries("en").get("American" if match["country"] in {"US", "U.S."} else match["country"])
        mine = place.territories[0] if place else None
        if mine in codes and (match["country"] in {"US", "U.S."} or match[0].endswith("s")):
            return match.end(), (mine,)
    word = re.compile(r"\s+(?:dollars|pounds|euros)\b").match(text, end, limit)
    code = re.compile(r"\s(?P<code>[A-Z]{3})\b").match(text, end, limit)
    if code and code["code"] in codes:
        return code.end(), (code["code"],)
    return (word.end() if word else end), codes


def _ratio(text: str, number: Number, limit: int) -> Draft | None:
    """1/2 cup, 3/4 of the town; a day and month else."""
    found = unit_after(text, number, limit)
    if found:
        return replace(found, is_ratio=True)
    of = re.compile(r"\s+of\s+(?:the|an?|its|his|her|their|all)\b").match(text, number.span.end, limit)
    return (
        Draft(number.span, number.value, dimension="fraction", is_ratio=True)
        if of and number.value < 1
        else None
    )


def _plain(text: str, number: Number, unit: Draft | None, limit: int) -> Draft | None:
    start = number.span.start
    minus = _MINUS.search(text, max(0, start - 10), start)
    if minus and _EITHER.search(text, max(0, minus.start() - 9), minus.start()):
        minus = None
    if unit:
        value = -unit.value if minus else unit.value
        return replace(
            unit,
            span=Span(minus.start() if minus else start, unit.span.end),
            value=value,
            upper=number.upper,
        )
    if minus and minus[0][0].isalpha():
        return Draft(Span(minus.start(), number.span.end), -number.value)
    kind = _OF_UNIT.match(text, number.span.end, limit) if number.upper else None
    known = _unit_named(kind["unit"]) if kind else None
    if kind and known:
        return replace(known, span=Span(start, kind.end()), value=number.value, upper=number.upper)
    often = _OFTEN.match(text, number.span.end, limit)
    if often:
        return Draft(
            Span(start, often.end()), number.value, number.upper, f"×/{often['per'].lower()}", "multiple"
        )
    times = _TIMES.match(text, number.span.end, limit)
    if times:
        return Draft(Span(start, number.span.end + 6), number.value, unit="×", dimension="multiple")
    return _bare(text, number, limit)


def _unit_named(word: str) -> Draft | None:
    """A draft of the unit or currency of a word, without a value."""
    from reader.document.units import money_names

    codes = money_names("en").get(word.lower())
    if codes:
        return Draft(Span(0, 0), 0.0, None, None, "money", currencies=codes)
    unit = named("en").get(word.lower())
    return Draft(Span(0, 0), 0.0, None, unit.symbol, unit.dimension) if unit else None


def _bare(text: str, number: Number, limit: int) -> Draft | None:
    """A number without a unit: a count, an age, the size of a thing, or no figure."""
    start = number.span.start
    words = number.span.text(text).lower()
    following = text[number.span.end : number.span.end + 1]
    if words in {"one", "zero", "nought"} or (following.isalpha() and not number.scaled):
        return None
    if _AGED.search(text, max(0, start - 6), start) and number.value < 120:
        return Draft(number.span, number.value, unit="year", dimension="age")
    if following == ")" and _SHIRT.search(text, max(0, start - 20), start):
        return None
    name = _NAME_BEFORE.search(text, max(0, start - 30), start)
    alone = (
        name
        and name["name"] == "The"
        and following != "-"
        and not text[number.span.end : number.span.end + 2].strip().isalpha()
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
