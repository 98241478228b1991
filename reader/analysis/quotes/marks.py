"""Passages between quotation marks, paragraph by paragraph.

Marks are read in the order “ ” « » „ “ 「 」 and straight ", then single ones outside those. A mark
that never closes runs to the end of its paragraph, unless that is far away; where the next paragraph
opens with the same mark again, the quotation goes on there (the convention of English print).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from reader.analysis.findings import Findings
from reader.analysis.quotes.known_as import without_names
from reader.analysis.quotes.single_marks import between_single, holding, is_in, left_open
from reader.document.span import Span

LONGEST_OPEN = 1_500
"""Code points up to which an unclosed quotation may run on; beyond, only its first sentence counts."""

_CLOSES = {"“": "”", "«": "»", "»": "«", "„": "“”", "「": "」", "『": "』", '"': '"”', "”": "”"}
_DOUBLE = re.compile('[“”«»„「」『』"]')
_SENTENCE_END = re.compile(r"[.!?](?=\s)")


def find_quoted(findings: Findings) -> Findings:
    """Step: every passage between quotation marks, marks included, in order, but for names printed in marks."""
    found, named = without_names(findings.text, quoted_passages(findings.text, findings.paragraphs))
    return replace(findings, quoted=tuple(found), marked=tuple(named))


def quoted_passages(text: str, paragraphs: tuple[Span, ...]) -> list[Span]:
    """The quoted passages of *text*; one over several paragraphs is one passage."""
    found: list[Span] = []
    open_mark = ""
    waiting = -1
    for paragraph in paragraphs:
        inside = list(_double(text, paragraph))
        outer = list(holding(text, paragraph, [span for span, _ in inside]))
        inside = [each for each in inside if not is_in(each[0], outer)]
        outside = _gaps(paragraph, sorted([*outer, *(span for span, _ in inside)]))
        singles = [*outer, *(single for gap in outside for single in between_single(text, gap))]
        here = sorted([*singles, *(span for span, _ in inside)])
        begins = bool(here) and here[0].start == paragraph.start
        if begins and text[paragraph.start] == open_mark:
            found[-1] = Span(found[-1].start, here.pop(0).end)
        elif begins and waiting >= 0 and text[paragraph.start] == "‘":
            here[0] = Span(waiting, here[0].end)
        if waiting < 0 or here or text[paragraph.start] != "‘":
            waiting = left_open(text, Span(here[-1].end if here else paragraph.start, paragraph.end))
        found += here
        closed = not inside or inside[-1][1]
        open_mark = "" if closed else text[inside[-1][0].start]
    return found


def _double(text: str, paragraph: Span) -> Iterator[tuple[Span, bool]]:
    """Passages between double marks in one paragraph, and whether each was closed."""
    start = -1
    depth = 0
    nests = text.count("“", *paragraph) == text.count("”", *paragraph)
    for match in _DOUBLE.finditer(text, *paragraph):
        at, mark = match.start(), match[0]
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if start < 0:
            if _opens(mark, before, after):
                start = at
        elif nests and text[start] == "“" == mark and _opens(mark, before, after):
            depth += 1
        elif depth and mark == "”":
            depth -= 1
        elif mark == '"' and before.isdigit() and _is_inch(text, start, at, paragraph.end):
            continue
        elif mark in _CLOSES[text[start]] or (
            text[start] != "«" and _ends_by_neighbours(mark, before, after)
        ):
            if mark == '"' and before.isspace() and after.isalnum():
                yield from _unclosed(text, start, Span(paragraph.start, at), last=False)
                start = at
            else:
                if text[start + 1 : at].strip():
                    yield Span(start, at + 1), True
                start = -1
        elif mark == text[start]:
            yield from _unclosed(text, start, Span(paragraph.start, at), last=False)
            start = at
    if start >= 0:
        yield from _unclosed(text, start, paragraph, last=True)


def _ends_by_neighbours(mark: str, before: str, after: str) -> bool:
    """Whether a mark of another kind closes: “ or " typed where ” was meant."""
    return mark in '“"' and not before.isspace() and not after.isalnum()


def _is_inch(text: str, start: int, at: int, end: int) -> bool:
    """Whether the mark behind a digit stands inside curly marks that close later: “14" of rain”."""
    if text[start] != "“":
        return False
    end = min(end, at + LONGEST_OPEN)
    closes, opens = text.find("”", at, end), text.find("“", at, end)
    return closes >= 0 and not 0 <= opens < closes


def _opens(mark: str, before: str, after: str) -> bool:
    if mark == "»":
        return before.isspace() and after.isalnum()
    if mark in "」』" or (after.isspace() and not (mark in "“„«" and before.isspace())):
        return False
    if mark == "”":
        return before.isspace() and after.isalnum()
    return mark != '"' or not (before.isalnum() or before in ".,!?")


def _unclosed(text: str, start: int, within: Span, *, last: bool) -> Iterator[tuple[Span, bool]]:
    """The passage of a mark that nothing closes; *last*: it may go on in the next paragraph."""
    end = Span(start, within.end).trimmed(text).end
    if end - start > LONGEST_OPEN or not last:
        stop = _SENTENCE_END.search(text, start, min(end, start + LONGEST_OPEN))
        end = stop.end() if stop else min(end, start + LONGEST_OPEN)
        last = False
    if any(map(str.isalnum, text[start:end])):
        yield Span(start, end), not last


def _gaps(paragraph: Span, inside: list[Span]) -> list[Span]:
    """What lies between the double-quoted passages of a paragraph."""
    starts = [paragraph.start, *(span.end for span in inside)]
    ends = [*(span.start for span in inside), paragraph.end]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
