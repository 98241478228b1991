"""The search: words of texts, titles and notes by SQLite's FTS5, everything else by the library's own tables."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from reader.document.finding import first_of
from reader.document.query import Term
from reader.document.span import Span
from reader.library.database import Database
from reader.library.filters import Chosen, chosen

Order = Literal["newest", "relevance"]
_ROWS = (
    "select id, coalesce(beneath, id), sha256, uri, coalesce(title, ''), coalesce(site, ''), published"
    " from article where id in (select value from json_each(?))"
)
_TEXTS = (
    "select article.id, text from article join body on body.id = body_id"
    " where article.id in (select value from json_each(?))"
)
_NOTES = (
    "select start, end, annotation.body, article.id, sha256, uri, coalesce(article.title, ''), coalesce(site, ''),"
    " published, text from noted join annotation on annotation.id = noted.rowid"
    " join place on place.note = annotation.id join article on sha256 = place.article join body on body.id = body_id"
    " where noted match ? and end > start group by annotation.id having max(article.id) order by annotation.id desc"
    " limit ?"
)
_MOST_NOTES = 10
# Conditions are those of filters.py, which hold no word of the reader's.
_BY_FIELDS = "select article.id from article where {conditions} order by article.id desc limit ?"
_BY_WORDS = "select words.rowid from words where words match ? order by {by} limit ?"
_BY_BOTH = (
    "select words.rowid from words join article on article.id = words.rowid where words match ? and {conditions}"
    " order by {by} limit ?"
)
_BEFORE = 60
"""Characters shown before what was found, at most."""
_LINE = 240
"""Characters of a line, at most."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found.

    `span` is the first passage that fits, empty where no words were asked for; `line` the text around it, on one line,
    in which `found` is that passage; `note` the words of the note that fits instead, on that passage.
    """

    number: int
    sha256: str
    uri: str
    title: str
    site: str
    published: str | None
    span: Span
    line: str
    found: Span
    note: str = ""


class Search:
    """Looks for articles in *database*. Raises LibraryError and QueryError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, query: str, order: Order = "newest", most: int = 50) -> list[Hit]:
        """The articles that *query* means, each story once, the *newest* first or by *relevance*."""
        wanted = chosen(query, self._database.clock())
        every = self._numbers(wanted, order, 3 * most)  # other tellings of a story fall out
        rows = {row[0]: row for row in self._about(every)}
        stories = {rows[number][1]: rows[number] for number in reversed(every)}
        shown = [row for row in map(rows.__getitem__, every) if stories[row[1]] is row][:most]
        texts = dict(cast(Any, self._database.rows(_TEXTS, json.dumps([row[0] for row in shown]))))
        notes = self._notes(wanted) if wanted.match and not wanted.conditions else []
        return [*notes, *(_hit(row, texts[row[0]], wanted.words) for row in shown)]

    def _notes(self, wanted: Chosen) -> list[Hit]:
        """The reader's own notes with the words that are looked for, the latest first."""
        rows = self._database.rows(_NOTES, wanted.match.replace("title: ", "body: "), _MOST_NOTES)
        return [_note_hit(*cast(Any, row)) for row in rows]

    def _numbers(self, wanted: Chosen, order: Order, most: int) -> list[int]:
        """The articles that are meant, in their order."""
        by = "rank" if order == "relevance" else "words.rowid desc"
        if not wanted.match:
            query = _BY_FIELDS.format(conditions=" and ".join(["beneath is null", *wanted.conditions]))
        elif wanted.conditions:
            query = _BY_BOTH.format(conditions=" and ".join(wanted.conditions), by=by)
        else:
            query = _BY_WORDS.format(by=by)
        words = [wanted.match] if wanted.match else []
        return [cast(int, number) for (number,) in self._database.rows(query, *words, *wanted.values, most)]

    def _about(self, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
        return self._database.rows(_ROWS, json.dumps(numbers))


def _hit(row: tuple[Any, ...], text: str, words: Sequence[Term]) -> Hit:
    number, _, sha256, uri, title, site, published = row
    span = first_of(text, words) or Span(0, 0)
    return Hit(number, sha256, uri, title, site, published, span, *_line(text, span))


def _note_hit(start: int, end: int, body: str, *row: Any) -> Hit:
    number, sha256, uri, title, site, published, text = row
    span = Span(start, end)
    return Hit(number, sha256, uri, title, site, published, span, *_line(text, span), body)


def _line(text: str, span: Span) -> tuple[str, Span]:
    """The words around *span* on one line, and where in it that is."""
    first = max(text.rfind("\n", 0, span.start) + 1, span.start - _BEFORE)
    if first > 0 and text[first - 1] != "\n":
        first = min(span.start, text.find(" ", first) + 1 or first)
    end = text.find("\n", span.end)
    last = min(end if end >= 0 else len(text), first + _LINE)
    line = text[first:last].replace("\t", " ")
    return line, Span(span.start - first, min(span.end, last) - first)
