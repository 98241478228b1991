"""JSON Feed (jsonfeed.org), read item by item: what is odd in one leaves the others as they are."""

import json
from collections.abc import Iterator
from typing import Any

from reader.document.feed import Entry, Feed
from reader.sources.feeds.dates import Dates
from reader.sources.feeds.texts import paragraphs, whole, written


def is_json(data: bytes) -> bool:
    """Whether *data* begins as a JSON object does."""
    return data[:1_000].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{")


def parse(data: bytes, uri: str, dates: Dates) -> Feed | None:
    """The feed, its dates read by *dates*; None for what is none. Raises RecursionError for deep nesting."""
    try:
        # Numbers stay as they are written: an identifier may have thousands of digits.
        found = json.loads(
            data.decode("utf-8-sig", "replace"), parse_int=str, parse_float=str, parse_constant=str
        )
    except ValueError:
        return None
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list) and "jsonfeed.org" not in str(found.get("version")):
        return None
    entries = (_entry(item, dates) for item in items or () if isinstance(item, dict))
    return Feed(
        uri, written(found.get("title")), whole(found.get("home_page_url")), tuple(filter(None, entries))
    )


def _entry(item: dict[str, Any], dates: Dates) -> Entry | None:
    link = whole(item.get("url")) or whole(item.get("external_url"))
    html, text, summary = (whole(item.get(name)) for name in ("content_html", "content_text", "summary"))
    title = written(item.get("title"))
    if not (link or html or text or summary or title):
        return None
    return Entry(
        whole(item.get("id")) or link,
        title,
        link,
        dates.read(whole(item.get("date_published")) or whole(item.get("date_modified"))),
        ", ".join(_names(item)),
        paragraphs(summary),
        html or paragraphs(text),
    )


def _names(item: dict[str, Any]) -> Iterator[str]:
    """The names of its authors; version 1.0 of the format has one."""
    several = item.get("authors")
    for each in several if isinstance(several, list) and several else [item.get("author")]:
        if isinstance(each, dict) and (name := written(each.get("name"))):
            yield name
