"""Title, headings and sections: from the source's markup, else from the look of the lines.

A heading of a plain text is a short line that does not end as a sentence does and stands before
prose. Where every third line looks like that (lists, tables, verse) none of them is one.
"""

import re
from dataclasses import replace

from reader.analysis.findings import Findings
from reader.document.article import MarkedHeading
from reader.document.outline import Section
from reader.document.span import Span

MOST_WORDS = 12
MOST_WORDS_IN_TITLE = 24
_ATX = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<words>\S.*?)[ \t#]*$")
_ENDS_SENTENCE = re.compile(r"[.!;:,…][\"'”’»)\]]*$")
_ENDS_PROSE = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_STARTS = re.compile(r"[\"'“‘«(]*[A-Z0-9À-ÖØ-ÞА-Я]")
_FURNITURE = re.compile(
    r"(?:by\s+[A-Z]|photo|image|picture|source|read more|related|advert|share|follow|subscribe|"
    r"sign up|copyright|©|updated?\b|published|posted|published|click|watch|video|caption|"
    r"\d{1,2}\s+\w+\s+\d{4}$|\w+day,|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[-*•–—·▪]\s|\d+[.)]\s|[―]")
_SIGNED = re.compile(r"[^“”\"]{1,40}:\s")


def find_sections(findings: Findings) -> Findings:
    """Step: the title's range, and sections that cover the whole text."""
    headings = list(_headings(findings))
    title = _title(findings, headings)
    if title:
        headings = [MarkedHeading(title, 1), *(h for h in headings if not h.span.touches(title))]
    outline = replace(findings.outline, title=title, sections=_sections(len(findings.article.text), headings))
    return replace(findings, outline=outline)


def _headings(findings: Findings) -> list[MarkedHeading]:
    if findings.article.headings is not None:
        return [h for h in findings.article.headings if h.span.end <= len(findings.text)]
    marked = _atx(findings)
    return marked if marked else _by_look(findings)


def _atx(findings: Findings) -> list[MarkedHeading]:
    """Headings marked as Markdown does, in a text that is not known to be Markdown."""
    found = []
    for paragraph in findings.paragraphs:
        match = _ATX.match(findings.text, *paragraph)
        if match and "\n" not in match["words"]:
            found.append(MarkedHeading(Span.of(match, "words"), len(match["marks"])))
    return found


def _by_look(findings: Findings) -> list[MarkedHeading]:
    text, paragraphs = findings.text, findings.paragraphs
    alike = [_looks_like_heading(paragraph.phrase(text)) for paragraph in paragraphs]
    if sum(alike[1:]) * 3 > len(paragraphs):
        alike = [each and _is_capitals(p.phrase(text)) for each, p in zip(alike, paragraphs, strict=True)]
    found = []
    for at in range(1, len(paragraphs) - 1):
        alone = alike[at] and not alike[at + 1] and (not alike[at - 1] or at == 1)
        if alone and _is_prose(paragraphs[at + 1].phrase(text)):
            found.append(MarkedHeading(paragraphs[at], 2))
    return found


def _title(findings: Findings, headings: list[MarkedHeading]) -> Span | None:
    """The first line, where it is the title: marked as such, or short and without a full stop."""
    text, paragraphs = findings.text, findings.paragraphs
    if not paragraphs:
        return None
    first = headings[0] if headings else None
    if findings.article.headings is not None:
        at_top = first is not None and not text[: first.span.start].strip("# \t\r\n")
        return first.span if first and at_top and first.level == 1 else None
    if first and first.span.touches(paragraphs[0]):
        return first.span
    line = paragraphs[0].phrase(text)
    if len(paragraphs) < 2 or len(line.split()) > MOST_WORDS_IN_TITLE or _ENDS_SENTENCE.search(line):
        return None
    return paragraphs[0] if _STARTS.match(line) and not _FURNITURE.match(line) else None


def _looks_like_heading(line: str) -> bool:
    words = line.split()
    return (
        len(words) <= MOST_WORDS
        and len(line) <= 90
        and any(len(word) > 2 for word in words)
        and _STARTS.match(line) is not None
        and (_is_capitals(line) or not _ENDS_SENTENCE.search(line))
        and not _FURNITURE.match(line)
        and not _BULLET.match(line)
        and not _SIGNED.match(line)
        and not (line[0] in "“\"'‘«" and line[-1] in "”\"'’»")
    )


def _is_capitals(line: str) -> bool:
    return line.upper() == line and line.lower() != line


def _is_prose(line: str) -> bool:
    return _ENDS_PROSE.search(line) is not None or len(line.split()) > MOST_WORDS_IN_TITLE


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
