"""Numbers that share a unit with a neighbour: “from 4.8 to 4.7 percent”, “208 pounds to 193”, “280 million of the 1.5
billion shekels”; feet and inches, dollars and cents, that are one amount."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.analysis.figures.measures import Draft
from reader.document.span import Span

_TO_NEXT = re.compile(
    r"\s+(?:to|and|or|versus|vs\.?|nor|but)\s+(?:(?:even|then|perhaps|maybe|up to|down to|about|around|another|only"
    r"|some|over|nearly|just)\s+)?"
    r"|,\s+(?:(?:and|or)\s+)?|\s*[-–]\s*|\s+(?:of|out of)\s+(?:the|its|a)\s+(?:total\s+)?|\s+to\s+(?:a|an)\s+\w+\s+"
)
"""Between a number and the next, whose unit it has, too."""
_TO_LAST = re.compile(
    r"\s+(?:\w+\s+)?(?:to|from|versus|instead of|in \d{4} to)\s+(?:(?:about|around|only|just)\s+)?"
)
"""Between a number with a unit and one that has the same."""
_FROM = re.compile(r"\bfrom\s+(?:[a-z]+\s+){0,2}$")
_ENDS = re.compile(
    r"\s*(?:[.,;:)]|$|\s(?:by|in|at|on|for|last|this|from|after|before|when|while|with|since|and|as|per)\b)"
)
"""Behind a number that counts nothing itself."""
_SMALLER = {"ft": ("in", 12.0), "st": ("lb", 14.0), "lb": ("oz", 16.0), "m": ("cm", 100.0)}
_INCH = re.compile(r"\s?(?:in|ins)\b(?!\s+(?:the|a|an|his|her|its)\b)")
_AND = re.compile(r",?\s+(?:and\s+)?|\s*")


def shared(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """*drafts* in order, each with the unit that it shares with a neighbour, two parts of one amount as one."""
    kept: list[Draft] = []
    end = 0
    for draft in drafts:
        if draft.span.start >= end:
            kept.append(draft)
            end = draft.span.end
    kept = _composed(text, kept)
    bare_before = [*kept]
    for at in range(len(kept) - 2, -1, -1):
        one, other = kept[at], kept[at + 1]
        if _is_bare(one) and _has_unit(other) and _TO_NEXT.fullmatch(text, one.span.end, other.span.start):
            link = text[one.span.end : other.span.start]
            is_part = " of " in link
            if is_part and not (one.value > 1000 and other.dimension == "money"):
                continue
            if link.strip() == "," and other is bare_before[at + 1]:
                continue
            kept[at] = replace(
                one, unit=other.unit, dimension=other.dimension, currencies=other.currencies, per=other.per
            )
    for at in range(1, len(kept)):
        last, one = kept[at - 1], kept[at]
        near = _TO_LAST.fullmatch(text, last.span.end, one.span.start)
        is_change = _FROM.search(text, max(0, last.span.start - 24), last.span.start)
        if near and is_change and _is_bare(one) and _has_unit(last) and _ENDS.match(text, one.span.end):
            kept[at] = replace(
                one, unit=last.unit, dimension=last.dimension, currencies=last.currencies, per=last.per
            )
    return kept


def _is_bare(draft: Draft) -> bool:
    return draft.dimension == "count" and draft.unit is None and not draft.attached and draft.total is None


def _has_unit(draft: Draft) -> bool:
    return (
        (draft.unit is not None or bool(draft.currencies))
        and draft.dimension not in {"age", "multiple"}
        and not draft.attached
    )


def _composed(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Amounts of two parts as one: 5 feet 7 inches, 9st 4lb, 3 dollars 50 cents."""
    kept: list[Draft] = []
    for each in drafts:
        last = kept[-1] if kept else None
        draft = _in_inches(text, each) if last and last.unit == "ft" else each
        size = _part(last, draft) if last and _AND.fullmatch(text, last.span.end, draft.span.start) else 0.0
        if last and size:
            kept[-1] = replace(
                last, span=Span(last.span.start, draft.span.end), value=last.value + draft.value / size
            )
        else:
            kept.append(draft)
    return kept


def _in_inches(text: str, draft: Draft) -> Draft:
    """A bare number behind feet, with the “in” that is a preposition elsewhere: 5 ft 2 in."""
    inch = _INCH.match(text, draft.span.end) if _is_bare(draft) else None
    return replace(draft, span=Span(draft.span.start, inch.end()), unit="in") if inch else draft


def _part(last: Draft, draft: Draft) -> float:
    """How many of the second unit are one of the first; 0 where they are no parts of one amount."""
    if last.upper is not None or draft.upper is not None or not last.value.is_integer():
        return 0.0
    smaller, size = _SMALLER.get(last.unit or "", ("", 0.0))
    if draft.unit == smaller and draft.value < size:
        return size
    is_coin = draft.unit in {"¢", "p"} and last.dimension == "money" and bool(last.currencies)
    return 100.0 if is_coin and draft.value < 100 else 0.0
