"""The library as lists: which articles, in which order, in which state, and how much is unread."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from reader.errors import QueryError
from reader.library.database import Database
from reader.library.filters import chosen

Sorting = Literal["newest", "oldest", "source", "title"]
SORTINGS: tuple[Sorting, ...] = get_args(Sorting)
State = Literal["is_read", "is_starred"]
_BY = {
    "newest": "article.id desc",
    "oldest": "article.id",
    "source": "site collate nocase, article.id desc",
    "title": "title collate nocase, article.id desc",
}
_NUMBERS = "select article.id from article where {conditions} order by {by} limit ?"
_FOUND = "article.id in (select rowid from words where words match ?)"
_LINES = """
    select id, coalesce(title, (select substr(text, 1, 200) from body where body.id = body_id), ''),
        coalesce(site, ''), uri, is_read, is_starred,
        exists (select 1 from place where place.article = sha256 and end > start),
        (select count(*) from quote where quote.article = article.id and is_direct),
        (select count(*) from article as other where other.beneath = article.id and other.identity = article.identity
            and other.of_feed = article.of_feed
            and not (other.of_feed and exists (select 1 from entry where entry.article = other.id))),
        (select count(*) from article as other where other.beneath = article.id and other.identity != article.identity)
    from article where id in (select value from json_each(?))
"""
_OTHERWISE = {
    "is_read": "select id from article where id in (select value from json_each(?)) and is_read != ?",
    "is_starred": "select id from article where id in (select value from json_each(?)) and is_starred != ?",
}
_SET = {
    "is_read": "update article set is_read = ? where id in (select value from json_each(?))",
    "is_starred": "update article set is_starred = ? where id in (select value from json_each(?))",
}
_UNREAD_OF_FEEDS = (
    "select feed, count(distinct article.id) from came join article on article.id = came.article"
    " where not is_read group by feed"
)
_ALL = 1 << 62
_COUNTED = 10_000
"""Articles of a kept filter that are counted, at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """An article in a list: its title, else how it begins; its direct `quotes`, other `versions`, and `others`.

    Those are outlets with the same text.
    """

    number: int
    title: str
    site: str
    uri: str
    is_read: bool
    is_starred: bool
    is_noted: bool
    quotes: int
    versions: int
    others: int


@dataclass(frozen=True, slots=True)
class Unread:
    """How many articles are unread: in all, by the number of each feed, by the name of each kept filter."""

    every: int
    of_feed: dict[int, int]
    of_folder: dict[str, int]


class Shelf:
    """Lists of what is in *database*. Raises LibraryError and QueryError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def numbers(self, query: str = "", by: Sorting = "newest", most: int = _ALL) -> list[int]:
        """The articles that *query* means, sorted, *most* of them: of each story one."""
        wanted = chosen(query, self._database.clock())
        conditions, values = ["beneath is null", *wanted.conditions], [*wanted.values]
        if wanted.match:
            conditions.append(_FOUND)
            values.append(wanted.match)
        order = _NUMBERS.format(conditions=" and ".join(conditions), by=_BY[by])
        return [cast(int, number) for (number,) in self._database.rows(order, *values, most)]

    def lines(self, numbers: Sequence[int]) -> dict[int, Line]:
        """The lines of these articles; those that are gone are left out."""
        rows = self._database.rows(_LINES, json.dumps(list(numbers)))
        return {line.number: line for line in (Line(*cast(Any, row)) for row in rows)}

    def unread(self) -> Unread:
        """What is unread."""
        every = self._database.rows("select count(*) from article where not is_read and beneath is null")
        rows = self._database.rows(_UNREAD_OF_FEEDS)
        of_folder = {name: self._unread_in(query) for name, query in self.folders().items()}
        return Unread(cast(int, every[0][0]), dict(cast(Any, rows)), of_folder)

    def _unread_in(self, query: str) -> int:
        try:
            return len(self.numbers(f"unread {query}", most=_COUNTED))
        except QueryError:  # it was kept when it still meant something
            return 0

    def mark(self) -> tuple[int, int]:
        """Two numbers of which one is another when a text has come or something was read: cheap to ask for."""
        rows = self._database.rows(
            "select (select coalesce(max(id), 0) from body),"
            " (select count(*) from article where not is_read and beneath is null)"
        )
        return cast(tuple[int, int], rows[0])

    def shown(self, number: int) -> int:
        """The article that is shown in place of the one of this number: itself, or the one above it."""
        rows = self._database.rows("select coalesce(beneath, id) from article where id = ?", number)
        return cast(int, rows[0][0]) if rows else number

    def put(self, state: State, on: bool, numbers: Iterable[int]) -> list[int]:
        """Give articles a *state*, or take it from them; the answer is those that had it otherwise."""
        with self._database.writing() as database:
            other = [
                number for (number,) in database.execute(_OTHERWISE[state], (json.dumps([*numbers]), on))
            ]
            database.execute(_SET[state], (on, json.dumps(other)))
        return other

    def tag(self, tag: str, on: bool, numbers: Iterable[int]) -> list[int]:
        """Give articles a *tag*, or take it from them; the answer is those that had it otherwise."""
        put = "insert or ignore into article_tag values (?, ?)"
        take = "delete from article_tag where article = ? and tag = ?"
        with self._database.writing() as database:
            return [
                number for number in numbers if database.execute(put if on else take, (number, tag)).rowcount
            ]

    def tags(self, number: int | None = None) -> list[str]:
        """The tags of an article, or all that articles have."""
        rows = self._database.rows(
            "select distinct tag from article_tag where article = ?1 or ?1 is null order by tag", number
        )
        return [str(tag) for (tag,) in rows]

    def folders(self) -> dict[str, str]:
        """The queries that are kept under a name, by name."""
        return dict(cast(Any, self._database.rows("select name, query from smart_folder order by name")))

    def keep_folder(self, name: str, query: str) -> None:
        """Keep *query* under a *name*; an empty one takes the name away. Raises QueryError."""
        chosen(query)
        with self._database.writing() as database:
            if query.strip():
                database.execute("insert or replace into smart_folder values (?, ?)", (name, query.strip()))
            else:
                database.execute("delete from smart_folder where name = ?", (name,))

    def state(self) -> int:
        """A number that is another one when another newsreader has written."""
        return cast(int, self._database.rows("pragma data_version")[0][0])
