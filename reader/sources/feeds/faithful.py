"""feedparser, for whatever else calls itself a feed."""

from calendar import timegm
from datetime import UTC, datetime
from typing import Any

from reader.document.feed import Entry, Feed
from reader.sources.feeds.texts import plain


def parse(data: bytes, uri: str, content_type: str) -> Feed | None:
    """The feed; None for what is none."""
    import feedparser

    headers = {"content-type": content_type, "content-location": uri} if content_type else {}
    found: Any = feedparser.parse(data, response_headers=headers)
    if not found.get("version") and not found.entries:
        return None
    link = str(found.feed.get("link") or "")
    return Feed(uri, plain(found.feed.get("title")), link, tuple(map(_entry, found.entries)))


def _entry(row: Any) -> Entry:
    content = row.get("content") or [{}]
    return Entry(
        str(row.get("id") or row.get("link") or ""),
        plain(row.get("title")),
        str(row.get("link") or ""),
        _day(row),
        plain(row.get("author")),
        str(row.get("summary") or ""),
        str(content[0].get("value") or ""),
    )


def _day(row: Any) -> str:
    """When an entry came out, in UTC as ISO 8601 writes it, else as the feed writes it."""
    # Not its own get(), which would make the one of the other and warn of it.
    parsed = dict.get(row, "published_parsed") or dict.get(row, "updated_parsed")
    try:
        return (
            datetime.fromtimestamp(timegm(parsed), UTC).isoformat()
            if parsed
            else str(row.get("published") or "")
        )
    except (ValueError, OverflowError):
        return str(row.get("published") or "")
