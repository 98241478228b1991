"""A feed from a file or an address; a site's address leads to its feed."""

import asyncio
from dataclasses import replace
from urllib.parse import urljoin

from reader.document.feed import Feed
from reader.document.identity import is_web_address
from reader.document.origin import Origin
from reader.errors import SourceError
from reader.settings import cache_folder
from reader.sources import files, plain
from reader.sources.addresses import host_of
from reader.sources.cache import Page
from reader.sources.feeds.discovery import feeds_of
from reader.sources.feeds.parsing import ACCEPT, parse
from reader.sources.politeness import turn

_GUESSES = ("/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed.json")
"""Where feeds mostly are on sites whose pages name none."""


def open_feed(uri: str, origin: Origin = Origin.FOUND) -> Feed:
    """The feed at *uri*: a file, the address of a feed, or that of a site. Raises SourceError.

    A private address is opened only where *origin* says that the reader typed it, or on a private page's word.
    """
    if is_web_address(uri):
        return _fetched(uri, origin)
    data = files.standard_input() if uri == "-" else files.read(uri)
    return _parsed(data, uri, "")


def _fetched(uri: str, origin: Origin) -> Feed:
    """The feed at an address, or the one that the page there names, or the first that is where feeds mostly are."""
    page = _get(uri, origin)
    try:
        return _read(page)
    except SourceError as error:
        if not plain.looks_like_html(page.data):
            raise
        missing = error
    named = feeds_of(plain.decode(page.data, page.url, page.encoding), page.url)
    for address in named or [urljoin(page.url, guess) for guess in _GUESSES]:
        try:
            return _read(_get(address, page.leads))
        except SourceError as error:
            missing = error if named else missing
    if named:
        raise missing
    raise SourceError(uri, "this page names no feed; look for its feed's address on the site")


def _get(uri: str, origin: Origin) -> Page:
    from reader.sources import web

    with turn(cache_folder(), host_of(uri)):
        return asyncio.run(web.fetch(uri, origin, accepted=None, headers={"Accept": ACCEPT}))


def _read(page: Page) -> Feed:
    kind = f"{page.media_type}; charset={page.encoding}" if page.encoding else page.media_type
    return replace(_parsed(page.data, page.url, kind), is_private=page.is_private)


def _parsed(data: bytes, uri: str, content_type: str) -> Feed:
    try:
        return parse(data, uri, content_type)
    except (MemoryError, RecursionError) as error:
        raise SourceError(uri, "this feed is nested or large beyond reason") from error
