"""An HTML page to clean text: one paragraph, heading, list item or table row a line.

Extraction is trafilatura's (Barbaresi, ACL 2021); only its tree is turned into text here, so that
headings keep their ranges.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.document.article import Article, MarkedHeading
from reader.document.span import Span
from reader.errors import SourceError
from reader.sources.plain import decode

if TYPE_CHECKING:
    from lxml.etree import _Element

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?(?P<name>[\w-]{1,40})", re.IGNORECASE)
_BLOCKS = {
    "head",
    "p",
    "item",
    "quote",
    "row",
    "code",
    "list",
    "table",
    "div",
    "figure",
    "note",
    "ab",
}
_SPACE = re.compile(r"\s+")
_SITE_TAIL = re.compile(r"\s+[|\-–—·•«»:]\s+(?P<site>[^|–—·•]{2,60})$")


def article(data: bytes, uri: str, declared: str | None = None) -> Article:
    """The article in the page *data*; its text is empty where the page holds none.

    *declared* is the encoding that the server named. Raises SourceError for bytes that are no page.
    """
    if data.startswith((b"%PDF-", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04")):
        raise SourceError(uri, "this is not a page but another kind of file")
    meta = _META_CHARSET.search(data, 0, 4096)
    page = decode(data, uri, declared or (meta["name"].decode("ascii") if meta else None))
    return from_page(page.replace("\0", "\N{REPLACEMENT CHARACTER}"), uri)


def from_page(page: str, uri: str) -> Article:
    """The article in a page that is text already."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(page, with_metadata=True) if page.strip() else None
    if not isinstance(found, Document) or found.body is None or not "".join(found.body.itertext()).strip():
        return Article(text=_fallback(page), uri=uri, headings=())
    text, headings = _serialised(found.body)
    return Article(
        text=text,
        uri=uri,
        title=_without_site(found.title, found.sitename),
        byline=found.author or None,
        site=found.sitename or None,
        published=found.date or None,
        language=found.language or None,
        headings=tuple(headings),
    )


def _fallback(page: str) -> str:
    """All visible text, for pages in which no article can be told from the rest."""
    from trafilatura import html2txt

    lines = (_SPACE.sub(" ", line).strip() for line in html2txt(page, clean=True).splitlines())
    return "\n".join(filter(None, lines))


def _without_site(title: str | None, site: str | None) -> str | None:
    """*title* without the site's name at its end."""
    tail = _SITE_TAIL.search(title or "")
    if (
        title
        and tail
        and site
        and _squeezed(tail["site"]) in (_squeezed(site), _squeezed(site.split(".")[0]))
    ):
        return title[: tail.start()]
    return title or None


def _squeezed(name: str) -> str:
    return re.sub(r"\W+|^the\b", "", name.casefold())


@dataclass
class _Page:
    """Lines of text as they are found, and the line that is being written."""

    lines: list[str] = field(default_factory=list)
    headings: list[MarkedHeading] = field(default_factory=list)
    current: list[str] = field(default_factory=list)
    size: int = 0

    def flush(self, level: int | None = None) -> None:
        line = _SPACE.sub(" ", "".join(self.current)).strip()
        self.current.clear()
        if not line:
            return
        if level:
            self.headings.append(MarkedHeading(Span(self.size, self.size + len(line)), level))
        self.lines.append(line)
        self.size += len(line) + 1


def _serialised(body: "_Element") -> tuple[str, list[MarkedHeading]]:
    """Text and headings of trafilatura's tree, walked without recursion: pages nest without limit."""
    page = _Page()
    for event, element in _walk(body):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _BLOCKS and tag != "cell":
                page.flush()
            if tag == "cell" and page.current:
                page.current.append(" | ")
            if tag == "lb":
                page.flush()
            elif tag:
                page.current.append(element.text or "")
        else:
            if tag in _BLOCKS:
                page.flush(_level(element) if tag == "head" else None)
            page.current.append(element.tail or "")
    page.flush()
    return "\n".join(page.lines), page.headings


def _walk(body: "_Element") -> Iterator[tuple[str, "_Element"]]:
    from lxml.etree import iterwalk

    for event, element in iterwalk(body, events=("start", "end")):
        yield str(event), element


def _level(element: "_Element") -> int:
    rend = element.get("rend") or "h2"
    return int(rend[1]) if re.fullmatch(r"h[1-6]", rend) else 2
