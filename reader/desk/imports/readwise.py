"""Highlights of Readwise: the CSV of its export. It has titles and no addresses."""

import csv
import io

from reader.desk.imports.highlight import Highlight, origin
from reader.document.identity import identity_of

_NEEDED = {"Highlight", "Book Title"}


def read(text: str) -> list[Highlight] | None:
    """The highlights; None where the text is no such export."""
    first = text.partition("\n")[0]
    if not set(next(csv.reader([first]), [])) >= _NEEDED:
        return None
    csv.field_size_limit(10_000_000)
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [_highlight(row) for row in rows if (row.get("Highlight") or "").strip()]


def _highlight(row: dict[str, str | None]) -> Highlight:
    words, title = row["Highlight"] or "", (row.get("Book Title") or "").strip()
    tags = tuple(tag.strip() for tag in (row.get("Tags") or "").split(",") if tag.strip())
    uri = row.get("Source URL") or row.get("URL") or ""
    made = origin("readwise", title, words, row.get("Location") or "", row.get("Highlighted at") or "")
    return Highlight(words, row.get("Note") or "", tags, identity_of(uri), title, made)
