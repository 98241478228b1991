"""feedparser, for whatever else calls itself a feed."""

import re
from typing import Any

from reader.document.feed import Entry, Feed
from reader.sources.feeds.dates import Dates
from reader.sources.feeds.mending import mended
from reader.sources.feeds.texts import is_markup, paragraphs, plain, whole, written

_DECLARATION = re.compile(rb"^\s*<\?xml[^>]{0,200}\?>")


def parse(data: bytes, uri: str, content_type: str) -> Feed | None:
    """The feed; None for what is none."""
    try:
        found = _parsed(data, uri, content_type)
    except (
        ValueError,
        LookupError,
        OverflowError,
    ):  # its encoding is none of text, or hides references to nothing
        found = _parsed(mended(_DECLARATION.sub(b"", data).decode("utf-8", "replace").encode()), uri, "")
    if not found.get("version") and not found.entries:
        return None
    link, dates = whole(found.feed.get("link")), Dates()
    return Feed(uri, _title(found.feed), link, tuple(_entry(row, dates) for row in found.entries))


def _parsed(data: bytes, uri: str, content_type: str) -> Any:
    import feedparser

    headers = {"content-type": content_type, "content-location": uri} if content_type else {}
    return feedparser.parse(data, response_headers=headers)


def _entry(row: Any, dates: Dates) -> Entry:
    content = row.get("content") or [{}]
    return Entry(
        whole(row.get("id") or row.get("link")),
        _title(row),
        whole(row.get("link")),
        # Not its own get(), which would make the one of the other and warn of it.
        dates.read(whole(dict.get(row, "published") or dict.get(row, "updated") or dict.get(row, "created"))),
        plain(row.get("author")),
        _html(row.get("summary"), row.get("summary_detail")),
        _html(content[0].get("value"), content[0]),
    )


def _title(row: Any) -> str:
    """The title of a feed or an entry: the signs of one that is said to be plain text are no markup."""
    title = row.get("title")
    is_written = _is_plain(row.get("title_detail")) and not is_markup(whole(title))
    return written(title) if is_written else plain(title)


def _html(text: object, detail: Any) -> str:
    """HTML of what an entry says, whatever *detail* says that it is in."""
    words = whole(text)
    return paragraphs(words) if _is_plain(detail) and not is_markup(words) else words


def _is_plain(detail: Any) -> bool:
    return isinstance(detail, dict) and detail.get("type") == "text/plain"
