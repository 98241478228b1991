"""Figures of a text: every number with its unit, bound and what it counts, unless it is none."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.analysis.figures.ages import ages_in
from reader.analysis.figures.bounds import bound_of
from reader.analysis.figures.choosing import chosen
from reader.analysis.figures.counted import (
    aged,
    beside,
    counted_after,
    counted_in,
    counted_of,
    in_turn,
    lies,
    listed,
    moved,
)
from reader.analysis.figures.drafts import read
from reader.analysis.figures.fractions import fractions
from reader.analysis.figures.lists import shared
from reader.analysis.figures.masks import masked
from reader.analysis.figures.measures import Draft
from reader.analysis.figures.numbers import NUMBER, joined
from reader.analysis.figures.phrases import Told
from reader.analysis.figures.settling import Setting, places_of
from reader.analysis.figures.subject import named_before, subject_of
from reader.analysis.findings import Findings
from reader.document.outline import Bound, Figure
from reader.document.span import Span

_OF = re.compile(r"\s+of\s")
_AND_MORE = re.compile(r"(?:,|\band|,\sand)\s(?:(?:another|about|some|only|at least)\s)?$")
_NO_NOUN_BEHIND = re.compile(
    r"\s(?:in|at|near|on|from|of\s(?:them|whom|those)|were|was|are|is|more)\b|[,.;]\s"
)
"""Behind a count whose noun was said with the one before: “five people in one town and three {in} another”."""
_WHOLE = re.compile(r"\bOf\s(?:the\s|its\s|those\s|all\s)?(?:\w+\s)?$")
"""Before the whole of which a part follows: “{Of the} 96 lamps, 20 are broken”."""
_GOES_ON = re.compile(r",?\s(?:up\s|down\s)?(?:to|from)\s(?:(?:about|around|just|only|nearly)\s)?")
"""Between two figures of one thing: “by three points{, to} six per cent”."""
_IN_OTHER_UNITS = re.compile(r"\s?(?:\(|/\s?)(?:about |or )?")
"""Between a figure and the same in other units: 8 miles (13 kilometres)."""
_OF_MANY_THINGS = frozenset(["time", "length", "count", "fraction"])
"""Dimensions of which the subject of the clause is often no bearer: “he left six minutes later”."""
_MOVED = re.compile(r"\b(?:to|at|by|from|total of)\s+(?:about\s+|around\s+|nearly\s+|almost\s+)?\Z")
"""Before a number that something rose to, fell by, closed at."""
_OF_COUNT = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)


def find_figures(findings: Findings) -> Findings:
    """Step: the figures of every paragraph, in order."""
    found: list[Figure] = []
    text = joined(findings.text)
    locations = findings.outline.locations
    setting = Setting(
        text,
        places_of((mention.start, each.country) for each in locations for mention in each.mentions),
        findings.article.uri,
    )
    for paragraph, drafts in groupby(drafts_in(text, findings.paragraphs), key=lambda each: each[1]):
        for draft, of in counted_in_paragraph(text, paragraph, [each for each, _ in drafts]):
            figure = replace(_finished(text, draft, len(found) + 1, setting), of=of)
            last = found[-1] if found else None
            if last and _IN_OTHER_UNITS.fullmatch(text, last.span.end, figure.span.start):
                bound = last.bound if figure.bound == "=" else figure.bound
                figure = replace(figure, of=last.of, bound=bound)
            found.append(figure)
    return replace(findings, outline=replace(findings.outline, figures=tuple(found)))


def counted_in_paragraph(
    text: str, paragraph: Span, drafts: Sequence[Draft]
) -> Iterator[tuple[Draft, Span | None]]:
    """The figures of a paragraph, each with what it counts."""
    spans = [draft.span for draft in drafts]
    for at, (draft, said) in enumerate(said_by_rules(text, paragraph, drafts)):
        near = [each for each in spans[max(0, at - 6) : at + 4] if each is not draft.span]
        yield draft, chosen(text, draft, paragraph, near, said)


def said_by_rules(text: str, paragraph: Span, drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Told]]:
    """The figures of a paragraph, each with what the rules say that it counts."""
    last: Span | None = None
    before: Draft | None = None
    end = paragraph.start
    for each in drafts:
        draft = each
        link = (
            " ".join(text[end : draft.span.start].lower().split()[-2:]) if draft.span.start - end < 40 else ""
        )
        sure = _outright(text, draft, paragraph)
        of = sure or _counted(text, draft, paragraph)
        if last and not sure and (of is None or of.start < draft.span.start):
            sure = _with_the_last(text, draft, last, end)
            of = sure or of
        whole = (
            _WHOLE.search(text, max(paragraph.start, before.span.start - 10), before.span.start)
            if before
            else None
        )
        if (
            before
            and last
            and whole
            and draft.dimension == "count"
            and text[last.end : draft.span.start] == ", "
        ):
            sure = of = of if of and of.start > draft.span.end else last
            draft = replace(draft, total=before.value if before.value > draft.value else None)
        yield draft, Told(of, last, link, is_sure=sure is not None)
        last, end, before = of, draft.span.end, draft


def _outright(text: str, draft: Draft, paragraph: Span) -> Span | None:
    """What a figure counts by a turn of phrase that leaves no doubt."""
    if draft.attached or draft.dimension == "age":
        return None
    found = (lies if draft.dimension == "length" else listed)(text, draft.span, paragraph.start)
    if not found and draft.dimension in {"share", "money"}:
        found = moved(text, draft.span, paragraph.start)
    if not found and draft.dimension not in {"count", "time", "multiple"} and _OF.match(text, draft.span.end):
        found = counted_of(text, draft.span.end, limit=paragraph.end)
    if draft.total is not None:
        return counted_of(text, draft.span.end, limit=paragraph.end)
    vague = _OF_COUNT.match(text, draft.span.end) if draft.dimension == "count" and draft.upper else None
    if vague:
        return counted_after(text, vague.end() - 1, limit=paragraph.end)
    if not found and draft.dimension == "count" and draft.upper is None:
        found = counted_after(text, draft.span.end, limit=paragraph.end)
    return found


def _with_the_last(text: str, draft: Draft, last: Span, end: int) -> Span | None:
    """What a figure counts that goes on from the one before, which ends at *end*: the same, or the next in turn."""
    if _GOES_ON.fullmatch(text, end, draft.span.start):
        return last
    if draft.dimension in {"share", "money"}:
        return in_turn(text, draft.span, end)
    between = text[end : draft.span.start]
    joins = draft.dimension == "count" and last.start >= end - 1 and _AND_MORE.search(between)
    goes_on = joins and not re.search(r"[.!?;\n]", between) and _NO_NOUN_BEHIND.match(text, draft.span.end)
    return last if goes_on else None


class _Masks:
    """The ranges of a text in which numbers are no figures."""

    def __init__(self, text: str) -> None:
        self.masks = masked(text)
        self.starts = [mask.start for mask in self.masks]

    def hide(self, draft: Draft) -> bool:
        """Whether a draft begins in a range, and is no figure whatever it looks like: “$2016”, “50/50 %”, “1/2 cup”."""
        index = bisect_right(self.starts, draft.span.start) - 1
        if index < 0 or self.masks[index].end <= draft.span.start or draft.is_ratio:
            return False
        return draft.dimension not in {"money", "share", "age"} or draft.span.end <= self.masks[index].end


def drafts_in(text: str, paragraphs: Sequence[Span]) -> list[tuple[Draft, Span]]:
    """All figures of *paragraphs* in order, each with its paragraph."""
    masks = _Masks(text)
    ages = ages_in(text)
    found: list[tuple[Draft, Span]] = []
    for paragraph in paragraphs:
        drafts = [each for each in fractions(text, paragraph) if not masks.hide(each)]
        drafts += _numbers(text, paragraph, ages, masks)
        drafts.sort(key=lambda each: (each.span.start, -each.span.end))
        found += ((draft, paragraph) for draft in shared(text, drafts))
    return found


def _numbers(text: str, paragraph: Span, ages: set[int], masks: _Masks) -> list[Draft]:
    found: list[Draft] = []
    at = paragraph.start
    while match := NUMBER.search(text, at, paragraph.end):
        draft = read(text, match, paragraph, ages)
        at = match.end()
        if draft and not masks.hide(draft):
            found.append(draft)
            at = max(at, draft.span.end)
    return found


def _finished(text: str, draft: Draft, number: int, setting: Setting) -> Figure:
    start, end = draft.span
    unit = draft.unit
    if draft.currencies:
        is_sign = "$" in text[start:end]
        unit = setting.currency(draft.currencies, start, is_sign=is_sign)
        unit = f"{unit}{'/' * bool(draft.per)}{draft.per}".replace("//", "/") if unit else None
    return Figure(
        id=f"f{number}",
        span=draft.span,
        value=draft.value,
        upper=draft.upper,
        bound=_bound(text, draft),
        unit=unit,
        dimension=draft.dimension,
        of=None,
        total=draft.total,
    )


def _bound(text: str, draft: Draft) -> Bound:
    """The bound of a figure; of a range, whose ends are bounds already, only whether it is about so."""
    bound = bound_of(text, *draft.span, draft.dimension)
    is_range = draft.upper is not None and draft.upper < 10 * draft.value
    return bound if not is_range or bound == "~" else "="


def _counted(text: str, draft: Draft, paragraph: Span) -> Span | None:
    """The noun phrase that a figure counts or measures: behind it, behind “of”, else the subject before it."""
    end, limit = draft.span.end, paragraph.end
    end += len("-plus") if text.startswith("-plus", end) else 0
    if draft.dimension == "age" and not draft.attached:
        return aged(text, draft.span.start, paragraph.start)
    if draft.dimension in {"share", "fraction", "ratio"} and not draft.attached:
        after = counted_after(text, end, limit=limit) if draft.dimension == "ratio" else None
        found = counted_of(text, end, limit=limit) or after or beside(text, end, limit=limit)
    elif draft.attached and draft.dimension == "count":
        return Span(text.index("-", draft.span.start) + 1, end)
    elif draft.attached or draft.dimension == "count":
        of = _OF_COUNT.match(text, end, limit) if draft.upper and draft.dimension == "count" else None
        found = counted_after(text, of.end() - 1 if of else end, limit=limit)
        found = found or (None if draft.attached else counted_of(text, end, limit=limit))
    else:
        found = (
            named_before(text, draft.span, paragraph.start)
            or counted_in(text, end, limit=limit, money=draft.dimension == "money")
            or counted_of(text, end, limit=limit)
        )
    found = found or named_before(text, draft.span, paragraph.start)
    has_moved = draft.dimension == "count" and _has_moved(text, draft.span.start)
    near = draft.dimension in _OF_MANY_THINGS and not has_moved
    return found or subject_of(text, draft.span, paragraph.start, near=near)


def _has_moved(text: str, start: int) -> bool:
    return _MOVED.search(text, max(0, start - 24), start) is not None
