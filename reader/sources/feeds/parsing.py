"""Bytes to a feed: by the fast parser where both are known to agree, otherwise by the faithful one.

feedparser reads whatever was ever called a feed, twenty to fifty times as slowly as fastfeedparser, which goes wrong
where encodings, entities and malformed XML come in. Measured on feedparser's own test feeds: `tests/bench/feeds.py`.
"""

import re

from reader.document.feed import Feed
from reader.errors import SourceError
from reader.sources.feeds import faithful, fast, jsonfeed
from reader.sources.feeds.dates import Dates
from reader.sources.feeds.mending import mended

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9,"
    " */*;q=0.5"
)
"""What a server is asked for."""
_CHARSET = re.compile(r"charset\s*=\s*[\"']?(?P<name>[\w.:+-]+)", re.IGNORECASE)
_NO_FEED = "this is no feed: neither RSS, Atom nor JSON Feed"


def charset_of(content_type: str) -> str | None:
    """The encoding that a server names with its media type."""
    match = _CHARSET.search(content_type)
    return match["name"] if match else None


def parse_fast(data: bytes, uri: str, content_type: str = "") -> Feed | None:
    """The feed in *data*, if that is plainly safe to read fast; None where `parse` is to be asked."""
    data = mended(data, content_type)
    if not jsonfeed.is_json(data):
        return _fast(data, uri, content_type)
    dates = Dates(0)
    feed = jsonfeed.parse(data, uri, dates)
    return None if dates.is_short else feed


def parse(data: bytes, uri: str, content_type: str = "") -> Feed:
    """The feed in *data*, which came from *uri* as *content_type*. Raises SourceError for what is none."""
    data = mended(data, content_type)
    is_json = jsonfeed.is_json(data)
    feed = jsonfeed.parse(data, uri, Dates()) if is_json else _fast(data, uri, content_type)
    feed = feed or faithful.parse(data, uri, content_type)
    if feed is None:
        raise SourceError(uri, _NO_FEED)
    return feed


def _fast(data: bytes, uri: str, content_type: str) -> Feed | None:
    return fast.parse(data, uri) if fast.is_safe(data, content_type) else None
