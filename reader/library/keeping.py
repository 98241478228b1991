"""The file looked after: checked, copied, thinned out, and all that is in it handed on."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from reader.errors import LibraryError
from reader.library.database import Database
from reader.library.migration import copy
from reader.library.outlines import forget
from reader.library.soundness import damages

_OLD = (
    "select id, beneath, is_read from article where id < ? and not is_starred and (opened_at is null or opened_at < ?)"
    " and sha256 not in (select article from place) and sha256 not in (select article from saved)"
    " and (identity = '' or identity not in (select identity from annotation))"
    " and id not in (select article from article_tag)"
)
_INDEXES = ("words", "said", "noted")
_CHECK = {
    "words": "insert into words (words, rank) values ('integrity-check', 1)",
    "said": "insert into said (said, rank) values ('integrity-check', 1)",
    "noted": "insert into noted (noted, rank) values ('integrity-check', 1)",
}
_REBUILD = {name: order.replace("'integrity-check', 1", "'rebuild', 0") for name, order in _CHECK.items()}
_OPTIMIZE = {name: order.replace("'integrity-check', 1", "'optimize', 0") for name, order in _CHECK.items()}
_EVERYTHING = (
    "select article.id, sha256, uri, title, byline, site, published, language, came_at, opened_at, is_read, is_starred,"
    " text from article join body on body.id = body_id where article.id = ?"
)
_NOTES = (
    "select start, end, quoted, annotation.body, tags, status, evidence from place"
    " join annotation on annotation.id = place.note where place.article = ? order by start, end"
)


class Keeping:
    """Looks after the file of *database*. Raises LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check(self) -> list[str]:
        """What is wrong with the file, in sentences; indexes of the search that are wrong are made again."""
        with self._database.connection() as database:
            try:
                found = [f"damage: {each}" for each in damages(database, thorough=True)[:20]]
            except sqlite3.DatabaseError as error:
                return [f"damage: {error}"]
            lost = database.execute("pragma foreign_key_check").fetchall()
            found += [
                f"a row of {table} names a row of {other} that is not there"
                for table, _, other, _ in lost[:20]
            ]
        if found:
            return found
        return [
            f"the index of {name} was wrong and has been made again"
            for name in _INDEXES
            if self._mended(name)
        ]

    def _mended(self, name: str) -> bool:
        """Whether this index was wrong; it is right now."""
        try:
            with self._database.writing() as database:
                database.execute(_CHECK[name])
        except LibraryError:
            with self._database.writing() as database:
                database.execute(_REBUILD[name])
            return True
        return False

    def backup(self, target: Path) -> None:
        """Write a whole copy to *target*, in place of what is there, while others may go on writing."""
        with self._database.connection() as database:
            copy(database, target)

    def old(self, before: float) -> list[int]:
        """The numbers of articles that came out and were opened *before* a time, and that nobody marked.

        Read, without star, tag, note or saved summary. A story goes as a whole, with what stands beneath, or stays.
        """
        rows = cast(list[tuple[int, int | None, int]], self._database.rows(_OLD, before, before))
        able = {number for number, _, _ in rows}
        beneath = self._database.rows("select beneath, id from article where beneath is not null")
        held = {lead for lead, number in beneath if number not in able}
        leads = {number for number, lead, is_read in rows if lead is None and is_read} - held
        return [number for number, lead, _ in rows if (number if lead is None else lead) in leads]

    def remove(self, numbers: list[int]) -> None:
        """Take articles away with all that was found in them, and give their room back."""
        with self._database.writing() as database:
            for number in numbers:
                _remove(database, number)
            database.execute("delete from body where id not in (select body_id from article)")
        with self._database.connection() as database:
            for name in _INDEXES:
                database.execute(_OPTIMIZE[name])
            database.execute("vacuum")

    def everything(self) -> Iterator[dict[str, object]]:
        """All articles with their notes, the oldest first; what cannot be read is left out."""
        for (number,) in self._database.rows("select id from article order by id"):
            with suppress(LibraryError):
                for row in self._database.rows(_EVERYTHING, number):
                    yield {**_named(_ARTICLE, row), "notes": self._notes(str(row[1]))}

    def _notes(self, sha256: str) -> list[dict[str, object]]:
        rows = [_named(_NOTE, row) for row in self._database.rows(_NOTES, sha256)]
        return [{**row, "tags": json.loads(str(row["tags"]))} for row in rows]


_ARTICLE = (
    "number sha256 uri title byline site published language came_at opened_at is_read is_starred text".split()
)
_NOTE = "start end quoted body tags status evidence".split()

_OUT_OF_WORDS = (
    "insert into words (words, rowid, title, text) select 'delete', id, title, text from written where id = ?"
)


def _named(names: list[str], row: tuple[Any, ...]) -> dict[str, object]:
    return {
        name: bool(value) if name.startswith("is_") else value for name, value in zip(names, row, strict=True)
    }


def _remove(database: sqlite3.Connection, number: int) -> None:
    forget(database, number)
    database.execute(_OUT_OF_WORDS, (number,))
    database.execute("delete from article where id = ?", (number,))
