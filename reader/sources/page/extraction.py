"""A page to an article: extraction is trafilatura's (Barbaresi, ACL 2021); the page is parsed once.

What trafilatura keeps is cleaned of furniture and turned into lines, so that headings keep their ranges.
"""

import re
from itertools import islice
from typing import TYPE_CHECKING

from reader.document.article import Article
from reader.errors import SourceError
from reader.sources.page.bylines import byline_of
from reader.sources.page.dates import published_on
from reader.sources.page.fragments import written
from reader.sources.page.furniture import without_furniture
from reader.sources.page.lines import Line, lines_of, squeezed
from reader.sources.page.media import media_of
from reader.sources.page.notices import notice
from reader.sources.page.structured import Structured
from reader.sources.page.titles import title_of
from reader.sources.page.tree import tree_of
from reader.sources.plain import decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?(?P<name>[\w-]{1,40})", re.IGNORECASE)
_LARGE = 5_000
"""Elements of a page for which extractors are not compared: some take a time that grows with their square."""
_NO_PAGES = (b"%PDF-", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04")


def article(data: bytes, uri: str, declared: str | None = None) -> Article:
    """The article in the page *data*; its text is empty where the page holds none.

    *declared* is the encoding that the server named. Raises SourceError for bytes that are no page.
    """
    return from_page(decoded(data, uri, declared), uri)


def decoded(data: bytes, uri: str, declared: str | None = None) -> str:
    """The page *data* as text. Raises SourceError for bytes that are no page."""
    if data.startswith(_NO_PAGES):
        raise SourceError(uri, "this is not a page but another kind of file")
    meta = _META_CHARSET.search(data, 0, 4096)
    page = decode(data, uri, declared or (meta["name"].decode("ascii") if meta else None))
    return page.replace("\0", "\N{REPLACEMENT CHARACTER}")


def from_page(page: str, uri: str) -> Article:
    """The article in a page that is text already."""
    tree = tree_of(page)
    if tree is None:
        return Article(text="", uri=uri, headings=(), notice="No article text was found in this page.")
    told = Structured(tree)
    site = told.meta("og:site_name", "application-name") or next(iter(told.names("publisher")), None)
    title = title_of(tree, told, site)
    about = {
        "title": title,
        "byline": byline_of(tree, told, site),
        "site": site,
        "published": published_on(tree, told, uri),
        "language": _language(tree, told),
    }
    links = {text for each in tree.iter("a") if (text := squeezed(each.text_content()))}
    lines = without_furniture(_body(tree, links), title)
    text, headings, blocks = written(lines)
    said = notice(tree, told, " ".join(line.text for line in lines if not line.is_link))
    return Article(
        text=text or _fallback(page),
        uri=uri,
        headings=headings,
        blocks=blocks,
        media=media_of(tree, told, uri),
        notice=said,
        is_private=False,
        **about,
    )


def _body(tree: "HtmlElement", links: set[str]) -> list[Line]:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    is_large = next(islice(tree.iter(), _LARGE, None), None) is not None
    found = bare_extraction(tree, include_comments=False, fast=is_large)
    return lines_of(found.body, links) if isinstance(found, Document) and found.body is not None else []


def _language(tree: "HtmlElement", told: Structured) -> str | None:
    code = tree.get("lang") or told.meta("og:locale", "content-language", "language") or ""
    return code[:2].lower() if re.match(r"[A-Za-z]{2}(?![A-Za-z])", code) else None


def _fallback(page: str) -> str:
    """All visible text, for pages in which no article can be told from the rest."""
    from trafilatura import html2txt

    lines = (squeezed(line) for line in html2txt(tree_of(page), clean=True).splitlines())
    return "\n".join(filter(None, lines))
