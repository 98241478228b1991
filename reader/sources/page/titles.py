"""The title of a page's article, without the site's name."""

import re
from typing import TYPE_CHECKING

from reader.sources.page.furniture import folded
from reader.sources.page.lines import squeezed
from reader.sources.page.structured import Structured

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAIL = re.compile(r"\s+(?:[|–—·•«»:-]|::|//)\s+(?P<site>[^|–—·•]{2,60})$")
_HEAD = re.compile(r"^(?P<site>[^|–—·•:]{2,40})\s+[|·•»]\s+")
_FEWEST_WORDS = 4
"""Words of a page's only heading of the first level that is the title whatever else the page says."""


def title_of(tree: "HtmlElement", told: Structured, site: str | None) -> str | None:
    """The page's own heading where it says what the metadata say; else these, without the site's name."""
    name = _first(tree, "title")
    meta = told.meta("og:title", "twitter:title", "dc.title", "title")
    headline = told.text("headline")
    heading = _heading(tree, [each for each in (name, meta, headline) if each])
    return heading or without_site(headline, site) or without_site(meta or name, site)


def without_site(title: str | None, site: str | None) -> str | None:
    """*title* without the site's name at its end or beginning."""
    if not title:
        return None
    for pattern in (_TAIL, _HEAD):
        found = pattern.search(title)
        if found and site and _squeezed(found["site"]) in {_squeezed(site), _squeezed(site.split(".")[0])}:
            rest = title[: found.start()] if pattern is _TAIL else title[found.end() :]
            return rest.strip() or title
    return title


def _heading(tree: "HtmlElement", told: list[str]) -> str | None:
    """The heading of the first level that the metadata repeat, or the only one if it is long enough."""
    headings = [squeezed(each.text_content()) for each in tree.iter("h1")]
    headings = [each for each in headings if each]
    for heading in headings:
        own = folded(heading)
        if own and any(folded(each).startswith(own) or own == folded(each) for each in told):
            return heading
    for each in told:
        if headings and len(each.split()) >= _FEWEST_WORDS and folded(each) in folded(headings[0]):
            return each
    alone = len(set(headings)) == 1 and len(headings[0].split()) >= _FEWEST_WORDS
    return headings[0] if alone else None


def _first(tree: "HtmlElement", tag: str) -> str | None:
    element = tree.find(f".//{tag}")
    return squeezed(element.text_content()) or None if element is not None else None


def _squeezed(name: str) -> str:
    return re.sub(r"\W+|^the\b", "", name.casefold())
