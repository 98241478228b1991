"""Highlights of Readwise: the CSV of its export. It has titles and no addresses."""

import csv
import io
from collections.abc import Iterator

from reader.desk.imports.fields import DamagedError, gathered, identity
from reader.desk.imports.highlight import Export, Highlight, origin

_NEEDED = {"Highlight", "Book Title"}
_LONGEST_FIELD = 10_000_000
_LONGEST_HEAD = 10_000
"""Characters of the first line, which names the columns."""


def read(text: str) -> Export | None:
    """The highlights; None where the text is no such export."""
    first = next(_rows(text.partition("\n")[0][:_LONGEST_HEAD]), None)
    if not isinstance(first, list) or not set(first) >= _NEEDED:
        return None
    header, *rows = _rows(text)
    names = header if isinstance(header, list) else first
    return Export(*gathered(rows, "row", lambda row: _highlights(names, row)))


def _rows(text: str) -> Iterator[list[str] | DamagedError]:
    """The rows of a table, and in the place of one that is damaged what is wrong with it."""
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield DamagedError(f"before line {rows.line_num + 1:,} of the file this is no table: {error}")


def _highlights(header: list[str], row: list[str] | DamagedError) -> list[Highlight]:
    """The highlight in a *row*; none where it has no words. Raises DamagedError."""
    if isinstance(row, DamagedError):
        raise row
    fields = dict(zip(header, row, strict=False))
    words, title = fields.get("Highlight", ""), fields.get("Book Title", "").strip()
    if not words.strip():
        return []
    tags = tuple(tag.strip() for tag in fields.get("Tags", "").split(",") if tag.strip())
    uri = fields.get("Source URL") or fields.get("URL") or ""
    made = origin("readwise", title, words, fields.get("Location", ""), fields.get("Highlighted at", ""))
    return [Highlight(words, fields.get("Note", ""), tags, identity(uri), title, made)]
