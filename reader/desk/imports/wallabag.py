"""Annotations of wallabag: the JSON of its export, which has the pages with them.

Format: https://github.com/wallabag/wallabag (entries with `url`, `content` and `annotations`; each of these has
`quote` and `text`).
"""

from collections.abc import Callable
from functools import cache, partial
from html import escape
from typing import Any

from reader.desk.imports.fields import gathered, identity, parsed, record, rows, words
from reader.desk.imports.highlight import Export, Highlight, origin
from reader.document.article import Article
from reader.document.identity import is_web_address
from reader.errors import SourceError
from reader.sources import page


def read(text: str) -> Export | None:
    """The annotations of all entries; None where the text is no such export. Raises RecursionError."""
    found = parsed(text)
    if not isinstance(found, list):
        return None
    if found and not any(isinstance(row, dict) and "content" in row for row in found):
        return None
    article = cache(lambda at: _article(found[at]))

    def highlight(place: tuple[int, object]) -> list[Highlight]:
        return _highlight(
            record(found[place[0]], "the entry"), record(place[1], "annotation"), partial(article, place[0])
        )

    marked = [(at, each) for at, row in enumerate(found) for each in _annotations(row)]
    return Export(*gathered(marked, "annotation", highlight))


def _annotations(row: object) -> list[object]:
    """The annotations of an entry; one that is no entry, or whose annotations are no list, has one that is damaged."""
    found = (row.get("annotations") or []) if isinstance(row, dict) else [row]
    return found if isinstance(found, list) else [found]


def _highlight(
    row: dict[str, Any], note: dict[str, Any], article: Callable[[], Article | None]
) -> list[Highlight]:
    """One annotation; none where it quotes nothing. Raises DamagedError."""
    quoted, text = words(note.get("quote"), "quotation"), words(note.get("text"), "text")
    if not quoted.strip():
        return []
    uri, title = words(row.get("url") or row.get("given_url"), "address"), words(row.get("title"), "title")
    tags = tuple(
        words(tag.get("label") if isinstance(tag, dict) else tag, "tag")
        for tag in rows(row.get("tags"), "tags")
    )
    made = origin("wallabag", uri, note.get("id") or "", quoted, text)
    return [Highlight(quoted, text, tags, identity(uri), title, made, article=article())]


def _article(row: dict[str, Any]) -> Article | None:
    """The page as wallabag kept it."""
    title, body = words(row.get("title"), "title"), words(row.get("content"), "content")
    uri = words(row.get("url"), "address")
    if not body.strip() or not is_web_address(uri):
        return None
    head = f"<html><head><title>{escape(title)}</title></head>"
    whole = f"{head}<body><article><h1>{escape(title)}</h1>{body}</article></body></html>"
    try:
        found = page.article(whole.encode(), uri)
    except SourceError:
        return None
    return found if found.text.strip() else None
