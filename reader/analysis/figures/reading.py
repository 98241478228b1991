"""Figures of a text: every number with its unit, bound and what it counts, unless it is none."""

import re
from bisect import bisect_right
from dataclasses import replace

from reader.analysis.figures.bounds import bound_of
from reader.analysis.figures.counted import counted_after, counted_of
from reader.analysis.figures.fractions import fractions
from reader.analysis.figures.masks import masked
from reader.analysis.figures.measures import Draft, unit_after, with_rate
from reader.analysis.figures.numbers import NUMBER, Number, number_at, value_of
from reader.analysis.figures.units import CURRENCIES, UNITS
from reader.analysis.findings import Findings
from reader.document.outline import Figure
from reader.document.span import Span

_CURRENCY = re.compile(
    "(?:" + "|".join(re.escape(sign) for sign in sorted(CURRENCIES, key=len, reverse=True)) + r")\s?$"
)
_RANGE = re.compile(
    r"(?P<link>\s*[-–—]\s*|\s+(?:to|or|and)\s+|-\s+to\s+)(?P<sign>\$(?:US|A|C|NZ|HK|S)?|[£€¥])?(?=[\da-z])",
    re.IGNORECASE,
)
_RATIO = re.compile(
    r"\s+(?P<link>in|out of|of every|in every|of)\s+"
    r"(?P<whole>\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twenty)\b",
    re.IGNORECASE,
)
_AGE_AFTER_NAME = re.compile(r"(?<=[^\W\d_]), (?P<age>\d{1,3})(?=,|\.(?!\d)|;|\)| and\b)")
_AGED = re.compile(r"\baged?\s+$", re.IGNORECASE)
_TIMES = re.compile(
    r"\s+times\s+(?:the|as|more|higher|larger|greater|bigger|that|what|its|their|faster|lower|less|over)\b",
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
_CHANGE = re.compile(
    r"\b(?:from|by|up|down|rose|risen|fell|fallen|grew|grown|cut|raised|increased|dropped)\s+$", re.IGNORECASE
)
"""Before a number that another follows after “to”: two figures and no range."""
_LOCAL = re.compile(r"(?:hundred|thousand|million|billion|trillion)\b", re.IGNORECASE)
_MINUS = re.compile(r"(?:\bminus[\s-]|(?:(?<=\s)|(?<=\()|(?<=^))[−-])$", re.IGNORECASE)
_EITHER = re.compile(r"\bplus[ /](?:or[ /])?$", re.IGNORECASE)


def find_figures(findings: Findings) -> Findings:
    """Step: the figures of every paragraph, in order."""
    found = [
        _finished(findings.text, draft, paragraph, number)
        for number, (draft, paragraph) in enumerate(_drafts(findings), 1)
    ]
    return replace(findings, outline=replace(findings.outline, figures=tuple(found)))


def _drafts(findings: Findings) -> list[tuple[Draft, Span]]:
    text = findings.text
    masks = masked(text)
    starts = [mask.start for mask in masks]
    ages = {match.start("age") for match in _AGE_AFTER_NAME.finditer(text)}
    found: list[tuple[Draft, Span]] = []
    for paragraph in findings.paragraphs:
        at = paragraph.start
        for draft in sorted(
            [*fractions(text, paragraph), *_numbers(text, paragraph, ages)],
            key=lambda each: (each.span.start, -each.span.end),
        ):
            index = bisect_right(starts, draft.span.start) - 1
            hidden = index >= 0 and masks[index].end > draft.span.start and not _outlives(draft, masks[index])
            if draft.span.start >= at and not hidden:
                found.append((draft, paragraph))
                at = draft.span.end
    return found


def _outlives(draft: Draft, mask: Span) -> bool:
    """Money and shares are figures whatever they look like: “$2016”, “50/50 %”."""
    return draft.dimension in {"money", "share", "age"} and draft.span.end > mask.end


def _numbers(text: str, paragraph: Span, ages: set[int]) -> list[Draft]:
    found: list[Draft] = []
    at = paragraph.start
    while match := NUMBER.search(text, at, paragraph.end):
        draft = _read(text, match, paragraph, ages)
        at = max(draft.span.end if draft else 0, match.end())
        if draft:
            found.append(draft)
    return found


def _read(text: str, match: re.Match[str], paragraph: Span, ages: set[int]) -> Draft | None:
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
    return _range(text, number, limit) or _pair(text, number, limit) or _plain(text, number, limit)


def _is_year_like(whole: str, number: Number) -> bool:
    return (len(whole) == 4 and whole.isdigit()) or (number.value > 20 and whole.isdigit() and len(whole) < 3)


def _money(text: str, number: Number, sign: re.Match[str], limit: int) -> Draft:
    unit = CURRENCIES[sign[0].strip()]
    value, upper, end = number.value, None, number.span.end
    link = _RANGE.match(text, end, limit)
    far = NUMBER.match(text, link.end(), limit) if link else None
    before = text[max(0, sign.start() - 16) : sign.start()]
    joined = link is not None and (link["sign"] or "-" in link["link"] or "–" in link["link"])
    if link and "and" in link["link"]:
        joined = before.lower().rstrip().endswith("between")
    if link and far and far["digits"] and joined and not _CHANGE.search(before):
        other = number_at(far)
        scale = (
            other.value / float(far["digits"].replace(",", "")) if other.scaled and not number.scaled else 1.0
        )
        if value * scale < other.value:
            value, upper, end = value * scale, other.value, far.end()
    word = re.compile(r"\s+(?:US |Australian |Canadian )?(?:dollars|pounds|euros)\b").match(text, end, limit)
    end = word.end() if word else end
    unit, end = with_rate(text, unit, end, limit)
    return Draft(Span(sign.start(), end), value, upper, unit, "money")


def _range(text: str, number: Number, limit: int) -> Draft | None:
    """Two numbers that are the ends of one figure: “20 to 30 millimetres”, “between 5 and 10 percent”."""
    if number.scaled and not _LOCAL.search(text, number.span.end, number.span.end + 40):
        return None
    link = _RANGE.match(text, number.span.end, limit)
    far = NUMBER.match(text, link.end(), limit) if link else None
    if not link or not far:
        return None
    other = number_at(far)
    word = link["link"].strip(" \n\t-").lower()
    before = text[max(0, number.span.start - 12) : number.span.start].lower()
    if word == "and" and not before.rstrip().endswith("between"):
        return None
    unit = unit_after(text, other, limit)
    if not (unit or other.scaled or word in {"and", "or", "to"}):
        return None
    if word == "to" and unit is None and not other.scaled and before.rstrip().endswith("from"):
        return None
    value = number.value
    if other.scaled and value < 1000:
        value *= other.value / float(far["digits"].replace(",", "")) if far["digits"] else 1.0
    if not value < other.value:
        return None
    end = unit.span.end if unit else other.span.end
    return Draft(
        Span(number.span.start, end),
        value,
        other.value,
        unit.unit if unit else None,
        unit.dimension if unit else "count",
        unit is not None and unit.attached,
    )


def _pair(text: str, number: Number, limit: int) -> Draft | None:
    """A range with the unit at both ends: “5% to 10%”, “between 15kHz and 17kHz”."""
    near = unit_after(text, number, limit)
    link = _RANGE.match(text, near.span.end, limit) if near and near.unit else None
    far = NUMBER.match(text, link.end(), limit) if link else None
    end = unit_after(text, number_at(far), limit) if far else None
    if near is None or link is None or end is None or end.unit != near.unit or end.value <= near.value:
        return None
    before = text[max(0, number.span.start - 16) : number.span.start].lower()
    word = link["link"].strip().lower()
    if _CHANGE.search(before) or (word == "and" and not before.rstrip().endswith("between")):
        return None
    return replace(near, span=Span(number.span.start, end.span.end), upper=end.value)


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
    return Draft(number.span, number.value, attached=True)


def _finished(text: str, draft: Draft, paragraph: Span, number: int) -> Figure:
    start, end = draft.span
    return Figure(
        id=f"f{number}",
        span=draft.span,
        value=draft.value,
        upper=draft.upper,
        bound=bound_of(text, start, end),
        unit=draft.unit,
        dimension=draft.dimension,
        of=_counted(text, draft, paragraph.end),
    )


def _counted(text: str, draft: Draft, limit: int) -> Span | None:
    end = draft.span.end
    if draft.dimension in {"share", "fraction", "ratio"} and not draft.attached:
        after = counted_after(text, end, limit=limit) if draft.dimension == "ratio" else None
        return counted_of(text, end, limit=limit) or after
    if draft.attached and text[end : end + 1] == "-":
        return counted_after(text, end + 1, limit=min(limit, _word_end(text, end + 1)))
    if draft.attached or draft.dimension == "count":
        of = (
            re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE).match(text, end, limit)
            if draft.upper and draft.dimension == "count"
            else None
        )
        return counted_after(text, of.end() - 1 if of else end, limit=limit)
    return None


def _word_end(text: str, at: int) -> int:
    match = re.compile(r"\w+").match(text, at)
    return match.end() if match else at
