"""Annotations of wallabag: the JSON of its export, which has the pages with them.

Format: https://github.com/wallabag/wallabag (entries with `url`, `content` and `annotations`; each of these has
`quote` and `text`).
"""

import json
from html import escape
from typing import Any

from reader.desk.imports.highlight import Highlight, origin
from reader.document.article import Article
from reader.document.identity import identity_of, is_web_address
from reader.errors import SourceError
from reader.sources import page


def read(text: str) -> list[Highlight] | None:
    """The annotations of all entries; None where the text is no such export."""
    try:
        rows = json.loads(text)
    except ValueError:
        return None
    if not isinstance(rows, list) or not all(isinstance(row, dict) and "content" in row for row in rows):
        return None
    return [highlight for row in rows for highlight in _highlights(row)]


def _highlights(row: dict[str, Any]) -> list[Highlight]:
    notes = [each for each in row.get("annotations") or () if str(each.get("quote") or "").strip()]
    article = _article(row) if notes else None
    uri, title = str(row.get("url") or row.get("given_url") or ""), str(row.get("title") or "")
    tags = tuple(
        str(tag.get("label") or "") if isinstance(tag, dict) else str(tag) for tag in row.get("tags") or ()
    )
    return [
        Highlight(
            str(each["quote"]),
            str(each.get("text") or ""),
            tags,
            identity_of(uri),
            title,
            origin("wallabag", uri, each.get("id") or "", each["quote"], each.get("text") or ""),
            article=article,
        )
        for each in notes
    ]


def _article(row: dict[str, Any]) -> Article | None:
    """The page as wallabag kept it."""
    title, body = str(row.get("title") or ""), str(row.get("content") or "")
    uri = str(row.get("url") or "")
    if not body.strip() or not is_web_address(uri):
        return None
    head = f"<html><head><title>{escape(title)}</title></head>"
    whole = f"{head}<body><article><h1>{escape(title)}</h1>{body}</article></body></html>"
    try:
        found = page.article(whole.encode(), uri)
    except SourceError:
        return None
    return found if found.text.strip() else None
