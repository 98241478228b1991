"""fastfeedparser, for the feeds that it reads as feedparser does."""

import re

from reader.document.feed import Entry, Feed
from reader.sources.feeds.texts import is_markup, paragraphs, plain, whole

_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]{0,200}\?>\s*+)?+(?:<!--(?:(?!-->).){0,2000}+-->\s*+){0,5}+<(?P<root>rss|feed)\b",
    re.DOTALL,
)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"'](?P<name>[\w-]+)[\"']")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?(?P<name>[\w-]+)", re.IGNORECASE)
_UTF8 = {"utf-8", "utf8", "us-ascii"}
_XML = re.compile(r"(?:application|text)/(?:[\w.+-]*\+)?(?:xml|rss)\b", re.IGNORECASE)
_ITEM = re.compile(rb"<(?:item|entry)\b")
_DATE = re.compile(
    rb"<(?:pubDate|published|updated|(?:dc|dcterms):(?:date|issued|created))[^>]*>\s*(?:<!\[CDATA\[\s*)?"
    rb"(?:\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?"
    rb"|(?:[A-Z][a-z]{2}, )?\d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d"
    rb" (?:GMT|UTC|[+-]\d{4}))\s*[<\]]"
)
_SIGNS_IN_TEXT = re.compile(
    rb"<(?:title|summary|content)(?:\s+type=[\"']text(?:/plain)?[\"'])?\s*>(?:[^<&]*&(?!#|quot|apos)|\s*<!\[CDATA\[)"
)
"""Plain text of Atom with signs that would be taken for markup."""
_UNKNOWN_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)")


def is_safe(data: bytes, content_type: str) -> bool:
    """Whether these bytes are RSS or Atom in UTF-8, with no other entities than XML's own, and no DTD."""
    head = data[:4_000]
    beginning = _BEGINNING.match(head)
    if not beginning or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return False
    if beginning["root"] == b"feed" and _SIGNS_IN_TEXT.search(data):
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
    """Whether every item has an element with a date in it that is written as the standards say."""
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
    if not _are_dated(data):
        return None  # it would take a date out of whatever looks like one
    if not rows or not title or any(sign in title for sign in "<&"):
        return None
    return Feed(uri, plain(title), whole(found.feed.get("link")), tuple(map(_entry, rows)))


def _entry(row: dict[str, object]) -> Entry:
    content = row.get("content")
    first = content[0] if isinstance(content, list) and content else {}
    summary = whole(row.get("description") or row.get("summary"))
    text = whole(first.get("value")) if isinstance(first, dict) else ""
    is_plain = isinstance(first, dict) and first.get("type") in {"text", "text/plain"} and not is_markup(text)
    return Entry(
        whole(row.get("id") or row.get("link")),
        plain(row.get("title")),
        whole(row.get("link")),
        whole(row.get("published") or row.get("updated")),
        plain(row.get("author")),
        summary,
        paragraphs(text) if is_plain else "" if text == summary else text,
    )
