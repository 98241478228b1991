"""fastfeedparser, for the feeds that it reads as feedparser does."""

import re

from reader.document.feed import Entry, Feed
from reader.sources.feeds.texts import plain

_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]{0,200}\?>\s*+)?+(?:<!--(?:(?!-->).){0,2000}+-->\s*+){0,5}+<(?:rss|feed)\b",
    re.DOTALL,
)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"'](?P<name>[\w-]+)[\"']")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?(?P<name>[\w-]+)", re.IGNORECASE)
_UTF8 = {"utf-8", "utf8", "us-ascii"}
_XML = re.compile(r"(?:application|text)/(?:[\w.+-]*\+)?(?:xml|rss)\b", re.IGNORECASE)
_ITEM = re.compile(rb"<(?:item|entry)\b")
_DATE = re.compile(
    rb"<(?:pubDate|published|updated|(?:dc|dcterms):(?:date|issued|created))[^>]*>\s*(?:<!\[CDATA\[\s*)?"
    rb"(?:\d{4}-\d\d|(?:[A-Z][a-z]{2,8},?\s+)?\d{1,2}\s+[A-Z][a-z]{2,8}\s+\d)"
)
_UNKNOWN_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")


def is_safe(data: bytes, content_type: str) -> bool:
    """Whether these bytes are RSS or Atom in UTF-8, with no other entities than XML's own, and no DTD.

    Or JSON, which feedparser does not read.
    """
    head = data[:4_000]
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return True
    if not _BEGINNING.match(head) or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return False
    declared, charset = _DECLARED.match(head.lstrip(b"\xef\xbb\xbf \r\n\t")), _CHARSET.search(content_type)
    names = {declared["name"].decode().lower()} if declared else set()
    names |= {charset["name"].lower()} if charset else set()
    if names - _UTF8 or (content_type and not _XML.match(content_type)):
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return not _UNKNOWN_ENTITY.search(_without_cdata(data))


def _are_dated(data: bytes) -> bool:
    """Whether every item has an element with a date in it that begins as dates do."""
    return all(_DATE.search(item) for item in _ITEM.split(data)[1:])


def _without_cdata(data: bytes) -> bytes:
    parts = data.split(b"<![CDATA[")
    return b"".join([parts[0], *(part.partition(b"]]>")[2] for part in parts[1:])])


def parse(data: bytes, uri: str) -> Feed | None:
    """The feed; None where the parser gives up, finds nothing, or leaves markup in a title."""
    import fastfeedparser

    try:
        found = fastfeedparser.parse(data, include_tags=False, include_media=False, include_enclosures=False)
    except Exception:  # noqa: BLE001 whatever it trips over, the faithful parser is asked
        return None
    title, rows = str(found.feed.get("title") or ""), found.entries
    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and not _are_dated(data):
        return None  # it would take a date out of whatever looks like one
    if not rows or not title or any(sign in title for sign in "<&"):
        return None
    return Feed(uri, plain(title), str(found.feed.get("link") or ""), tuple(map(_entry, rows)))


def _entry(row: dict[str, object]) -> Entry:
    content = row.get("content")
    first = content[0] if isinstance(content, list) and content else {}
    summary = str(row.get("description") or row.get("summary") or "")
    whole = str(first.get("value") or "") if isinstance(first, dict) else ""
    return Entry(
        str(row.get("id") or row.get("link") or ""),
        plain(row.get("title")),
        str(row.get("link") or ""),
        str(row.get("published") or row.get("updated") or ""),
        plain(row.get("author")),
        summary,
        "" if whole == summary else whole,
    )
