"""Outlines that are kept, and who spoke where, so that it can be asked for across all articles."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from reader.document.article import Article
from reader.document.codec import outline_from_json, to_json
from reader.document.names import is_name, name_key
from reader.document.outline import Outline, Quote
from reader.library import packing
from reader.library.database import Database

_WAITING = (
    "select article.id from article left join outline on outline.article = article.id"
    " where beneath is null and article.id < ? and outline.version is not ? order by article.id desc limit ?"
)
_LEFT = (
    "select count(*) from article left join outline on outline.article = article.id"
    " where beneath is null and outline.version is not ?"
)
_KEPT = (
    "select json from article join outline on outline.article = article.id"
    " where sha256 = ? and json is not null and (? is null or outline.version = ?)"
)
_NEWEST = 1 << 62


@dataclass(frozen=True, slots=True)
class Analysed:
    """An article of this number with what was found in it, or why nothing could be."""

    number: int
    article: Article
    outline: Outline
    problem: str = ""


class Outlines:
    """The outlines in *database*. Raises LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, version: str, below: int = _NEWEST, most: int = 100) -> list[int]:
        """The numbers of articles without an outline of this *version*, the newest *below* a number first."""
        return [cast(int, number) for (number,) in self._database.rows(_WAITING, below, version, most)]

    def left(self, version: str) -> int:
        """How many articles have no outline of this *version*."""
        return cast(int, self._database.rows(_LEFT, version)[0][0])

    def of(self, article: Article, version: str | None = None) -> Outline | None:
        """The outline that is kept of *article*, of this *version* or of whatever one."""
        rows = self._database.rows(_KEPT, article.sha256, version, version)
        if not rows:
            return None
        return outline_from_json(json.loads(packing.unpacked(cast(bytes, rows[0][0]))))

    def keep(self, every: Iterable[Analysed], version: str) -> None:
        """Keep outlines made by this *version* of the analysis, in place of earlier ones; one transaction."""
        with self._database.writing() as database:
            for each in every:
                _keep(database, each, version)


def _keep(database: sqlite3.Connection, each: Analysed, version: str) -> None:
    if not database.execute("select 1 from article where id = ?", (each.number,)).fetchone():
        return  # it was taken away meanwhile
    forget(database, each.number)
    data = None if each.problem else _packed(each.article, each.outline)
    row = (each.number, version, each.problem, data)
    database.execute(
        "insert or replace into outline (article, version, problem, json) values (?, ?, ?, ?)", row
    )
    text = each.article.text
    for quote in each.outline.quotes:
        _keep_quote(database, each.number, text, quote)
    people = {_person(database, person.name.phrase(text)) for person in each.outline.people}
    database.executemany("insert into mentioned values (?, ?)", [(person, each.number) for person in people])
    _keep_places(database, each)


def _keep_quote(database: sqlite3.Connection, number: int, text: str, quote: Quote) -> None:
    speaker = quote.speaker
    name = speaker.name.phrase(text) if speaker else ""
    person = _person(database, name) if is_name(name) else None
    role = speaker.role.phrase(text) if speaker and speaker.role else None
    sure = round(speaker.probability, 3) if speaker else 0.0
    row = (number, quote.id, *quote.span, quote.kind == "direct", person, role, sure)
    cursor = database.execute(
        "insert into quote (article, name, start, end, is_direct, person, role, probability)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)",
        row,
    )
    database.execute(
        "insert into said (rowid, words) values (?, ?)", (cursor.lastrowid, quote.span.text(text))
    )


def _keep_places(database: sqlite3.Connection, each: Analysed) -> None:
    placed = [place for place in each.outline.locations if place.geonames_id is not None]
    database.executemany(
        "insert into toponym values (?, ?, ?) on conflict do nothing",
        [(place.geonames_id, place.name, place.country) for place in placed],
    )
    found: dict[int | None, int] = {}
    for place in placed:
        found[place.geonames_id] = found.get(place.geonames_id, 0) + len(place.mentions)
    rows = [(toponym, each.number, mentions) for toponym, mentions in found.items()]
    database.executemany("insert into located values (?, ?, ?)", rows)


def forget(database: sqlite3.Connection, number: int) -> None:
    """Take out what an earlier outline had; the index of quotes has to be told the words that go."""
    database.execute(
        "insert into said (said, rowid, words) select 'delete', id, words from quoted where id in"
        " (select id from quote where article = ?)",
        (number,),
    )
    database.execute("delete from quote where article = ?", (number,))
    database.execute("delete from mentioned where article = ?", (number,))
    database.execute("delete from located where article = ?", (number,))


def _person(database: sqlite3.Connection, name: str) -> int:
    """The number of the person of this *name*."""
    name = " ".join(name.split())
    database.execute("insert or ignore into person (name, key) values (?, ?)", (name, name_key(name)))
    (number,) = database.execute("select id from person where name = ?", (name,)).fetchone()
    return cast(int, number)


def _packed(article: Article, outline: Outline) -> bytes:
    found = _without_words(to_json(article, outline))
    del found["source"]
    return packing.packed(json.dumps(found, separators=(",", ":")).encode())


def _without_words(value: Any) -> Any:
    """JSON without the words of passages: their ranges say them."""
    if isinstance(value, dict):
        return {name: _without_words(each) for name, each in value.items() if name != "text"}
    return [_without_words(each) for each in value] if isinstance(value, list) else value
