"""A Markdown file: its text unchanged, its headings by a CommonMark parser."""

import re
from itertools import accumulate

from markdown_it import MarkdownIt

from reader.document.article import Article, MarkedHeading
from reader.document.span import Span

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_MARKS = " \t\r\n#"


def article(text: str, uri: str) -> Article:
    """The article in a Markdown *text*; the first heading, where it is the highest, is the title."""
    front = _FRONT_MATTER.match(text)
    first = front.end() if front else 0
    headings = tuple(_headings(text, first))
    title = None
    if headings and headings[0].level == 1 and not text[first : headings[0].span.start].strip(_MARKS):
        title = headings[0].span.phrase(text)
    return Article(text=text, uri=uri, title=title, headings=headings or None)


def _headings(text: str, first: int) -> list[MarkedHeading]:
    """ATX and setext headings from *first* on, as ranges of *text* without their marks."""
    starts = [0, *accumulate(map(len, text[first:].splitlines(keepends=True)))]
    found = []
    for token in MarkdownIt("commonmark").parse(text[first:]):
        if token.type != "heading_open" or not token.map or token.map[1] >= len(starts):
            continue
        line, after = token.map
        end = starts[after - 1 if token.markup in {"=", "-"} else after]
        start, end = first + starts[line], first + end
        while start < end and text[start] in _MARKS:
            start += 1
        while end > start and text[end - 1] in _MARKS:
            end -= 1
        if start < end:
            found.append(MarkedHeading(Span(start, end), int(token.tag[1])))
    return found
