"""Title, headings and sections: from the source's markup, else from marks in the text, else from how it looks."""

import re
from collections import Counter
from dataclasses import replace

from reader.analysis.findings import Findings
from reader.analysis.sections.tagger import FROM, FROM_ABROAD, shares
from reader.document.article import MarkedHeading
from reader.document.outline import Section
from reader.document.span import Span

_ATX = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<words>\S.*?)[ \t#]*$")


def find_sections(findings: Findings) -> Findings:
    """Step: the title's range, and sections that cover the whole text."""
    marked = findings.article.headings
    if marked is not None:
        headings = [each for each in marked if each.span.end <= len(findings.text)]
        title = _title_among(findings, headings)
    else:
        headings = _atx(findings)
        title = _title_among(findings, headings)
        if not headings:
            title, headings = _by_look(findings)
    if title:
        headings = [MarkedHeading(title, 1), *(each for each in headings if not each.span.touches(title))]
    outline = replace(findings.outline, title=title, sections=_sections(len(findings.article.text), headings))
    return replace(findings, outline=outline)


def _atx(findings: Findings) -> list[MarkedHeading]:
    """Headings marked as Markdown does, in a text that is not known to be Markdown."""
    found = []
    for paragraph in findings.paragraphs:
        match = _ATX.match(findings.text, *paragraph)
        if match and "\n" not in match["words"]:
            found.append(MarkedHeading(Span.of(match, "words"), len(match["marks"])))
    return found


def _title_among(findings: Findings, headings: list[MarkedHeading]) -> Span | None:
    """The heading at the top, where no other is of so high a level."""
    if not headings or findings.text[: headings[0].span.start].strip("# \t\r\n"):
        return None
    levels = Counter(each.level for each in headings)
    first = headings[0].level
    highest = first == min(levels) and levels[first] == 1
    return headings[0].span if first == 1 or highest else None


def _by_look(findings: Findings) -> tuple[Span | None, list[MarkedHeading]]:
    """The title and the headings of a text without any marks."""
    paragraphs = findings.paragraphs
    words = [paragraph.phrase(findings.text) for paragraph in paragraphs]
    is_english = findings.language == "en"
    likely, least = shares(words, lexical=is_english), FROM if is_english else FROM_ABROAD
    title = paragraphs[0] if len(paragraphs) > 1 and likely[0].title > least else None
    found = [
        MarkedHeading(paragraph, 2)
        for paragraph, share in zip(paragraphs, likely, strict=True)
        if share.heading > least and paragraph != title
    ]
    return title, found


def _sections(length: int, headings: list[MarkedHeading]) -> tuple[Section, ...]:
    """Contiguous sections of a text of *length* code points, each from its heading to the next."""
    starts = [heading.span.start for heading in headings]
    ends = [*starts[1:], length][: len(starts)]
    found = [
        Section(Span(heading.span.start, end), heading.level, heading.span)
        for heading, end in zip(headings, ends, strict=True)
    ]
    if found and headings[0].level == 1:
        found[0] = replace(found[0], span=Span(0, found[0].span.end))
    if not found or found[0].span.start > 0:
        found.insert(0, Section(Span(0, starts[0] if starts else length), 1, None))
    return tuple(found)
