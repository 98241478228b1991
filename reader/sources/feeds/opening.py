"""A feed from a file or an address; a site's address leads to its feed."""

import asyncio
from urllib.parse import urljoin, urlsplit

from reader import files
from reader.document.feed import Feed
from reader.errors import SourceError
from reader.settings import cache_folder
from reader.sources import plain
from reader.sources.addresses import redirect_refusal
from reader.sources.cache import Page
from reader.sources.feeds.discovery import feeds_of
from reader.sources.feeds.parsing import ACCEPT, parse
from reader.sources.politeness import turn

_GUESSES = ("/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed.json")
"""Where feeds mostly are on sites whose pages name none."""


def open_feed(uri: str) -> Feed:
    """The feed at *uri*: a file, the address of a feed, or that of a site. Raises SourceError."""
    if uri.startswith(("http://", "https://")):
        return _fetched(uri)
    data = files.standard_input() if uri == "-" else files.read(uri)
    return _parsed(data, uri, "")


def _fetched(uri: str) -> Feed:
    """The feed at an address, or the one that the page there names, or the first that is where feeds mostly are."""
    page = _get(uri)
    try:
        return _parsed(page.data, page.url, _content_type(page))
    except SourceError as error:
        if not plain.looks_like_html(page.data):
            raise
        missing = error
    named = feeds_of(plain.decode(page.data, page.url, page.encoding), page.url)
    for address in named or [urljoin(page.url, guess) for guess in _GUESSES]:
        if redirect_refusal(page.url, address):
            continue
        try:
            found = _get(address)
            return _parsed(found.data, found.url, _content_type(found))
        except SourceError as error:
            missing = error if named else missing
    if named:
        raise missing
    raise SourceError(uri, "this page names no feed; look for its feed's address on the site")


def _get(uri: str) -> Page:
    from reader.sources import web

    with turn(cache_folder(), urlsplit(uri).hostname or ""):
        page = asyncio.run(web.fetch(uri, accepted=None, headers={"Accept": ACCEPT}))
    if page is None:
        raise SourceError(uri, "the server answered 304 (Not Modified) though nothing was known of the feed")
    return page


def _content_type(page: Page) -> str:
    return f"{page.media_type}; charset={page.encoding}" if page.encoding else page.media_type


def _parsed(data: bytes, uri: str, content_type: str) -> Feed:
    try:
        return parse(data, uri, content_type)
    except (MemoryError, RecursionError) as error:
        raise SourceError(uri, "this feed is nested or large beyond reason") from error
