"""HTML of a feed's entry to lines: paragraphs, headings, items, as the page's own walk writes them."""

import re
from html import unescape

from reader.document.article import Block, MarkedHeading
from reader.document.span import Span
from reader.sources.page.lines import Line, lines_of, squeezed
from reader.sources.page.tree import whole

_NAMES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "head"),
    "li": "item",
    "blockquote": "quote",
    "tr": "row",
    "td": "cell",
    "th": "cell",
    "pre": "code",
    "br": "lb",
    "hr": "lb",
    **dict.fromkeys(
        (
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "section",
            "article",
            "aside",
            "header",
            "footer",
            "figcaption",
            "center",
        ),
        "div",
    ),
}
_UNSEEN = (
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "object",
    "svg",
    "math",
    "select",
    "textarea",
    "title",
)
_TAG = re.compile(r"<[!/?a-zA-Z]")


def lines(html: str) -> list[Line]:
    """What a reader sees of *html*, line by line."""
    if not _TAG.search(html):
        return [Line(text) for each in unescape(html).splitlines() if (text := squeezed(each))]
    from lxml import etree

    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = whole(html, lambda source: etree.fromstring(source, parser), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    if tree is None:
        return []
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    return lines_of(tree, names=_NAMES)


def written(lines: list[Line]) -> tuple[str, tuple[MarkedHeading, ...], tuple[Block, ...]]:
    """The lines as a text, with the ranges of the headings and of what is no plain paragraph."""
    headings: list[MarkedHeading] = []
    blocks: list[Block] = []
    size = 0
    for line in lines:
        span = Span(size, size + len(line.text))
        if line.kind == "head":
            headings.append(MarkedHeading(span, line.level))
        elif line.kind != "p":
            blocks.append(Block(span, line.kind))
        size = span.end + 1
    return "\n".join(line.text for line in lines), tuple(headings), tuple(blocks)
