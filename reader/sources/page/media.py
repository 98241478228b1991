"""The pictures of a page: the one that leads the article and those in it, each with its caption and address."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.document.article import Media
from reader.sources.links import web_link
from reader.sources.page.lines import squeezed
from reader.sources.page.structured import Structured

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST = 30
_SMALLEST = 120
"""Pixels of width below which a picture is an icon."""
_LONGEST_CAPTION = 400
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src")


def media_of(tree: "HtmlElement", told: Structured, url: str) -> tuple[Media, ...]:
    """The lead picture first; pictures without an address on the web are left out."""
    figures = list(_figures(tree, url))
    lead = web_link(url, told.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src") or "")
    captions = {_name(each.url): each.caption for each in figures if each.caption}
    found = (
        [Media("lead", lead, captions.get(_name(lead)) or told.meta("og:image:alt") or "")] if lead else []
    )
    found += (each for each in figures if not lead or _name(each.url) != _name(lead))
    return tuple(dict.fromkeys(found))[:MOST]


def _figures(tree: "HtmlElement", url: str) -> Iterator[Media]:
    for figure in tree.iter("figure"):
        image = figure.find(".//img")
        if image is None or _is_icon(image.get("width") or ""):
            continue
        address = next((found for name in _SOURCES if (found := web_link(url, image.get(name) or ""))), None)
        caption = figure.find(".//figcaption")
        words = squeezed(caption.text_content()) if caption is not None else squeezed(image.get("alt") or "")
        if address:
            yield Media("figure", address, words[:_LONGEST_CAPTION])


def _is_icon(width: str) -> bool:
    """Whether a *width* says that a picture is too small to be one of the article's."""
    return width.isdecimal() and len(width) < len(str(_SMALLEST)) + 3 and int(width) < _SMALLEST


def _name(url: str | None) -> str:
    """The file's name: the same picture in another size has the same one on most sites."""
    return (url or "").partition("?")[0].partition("#")[0].rpartition("/")[2]
