"""A sound library is never called damaged, whichever SQLite looks at it, and damage is found."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.document.article import Article
from reader.library import Library
from reader.library.soundness import damages

WITHOUT_NULL = (
    "create table tag (article integer not null, tag text not null, primary key (tag, article)) without rowid"
)


class Imagining:
    """A connection whose `quick_check` complains of so many NULLs that are not there, as that of SQLite 3.40."""

    def __init__(self, database: sqlite3.Connection, times: int) -> None:
        self._database, self._times = database, times

    def execute(self, query: str) -> sqlite3.Cursor:
        if "quick_check" in query:
            return self._database.execute(
                "select value from json_each(?)",
                (str(["NULL value in tag.article"] * self._times).replace("'", '"'),),
            )
        return self._database.execute(query)


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        database.execute(WITHOUT_NULL)
        yield database


def put_null(database: sqlite3.Connection) -> None:
    """A row with NULL in a column that may hold none: the column is only said afterwards to be such a one."""
    database.execute("create table held (name text)")
    database.execute("insert into held values (null)")
    database.execute("pragma writable_schema = on")
    database.execute(
        "update sqlite_schema set sql = 'create table held (name text not null)' where name = 'held'"
    )
    database.execute("pragma writable_schema = reset")


def test_a_tagged_article_does_not_make_a_library_damaged(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite3") as library:
        number = library.keep(Article("Some text.", "https://x.example/a", "Title"))
        library.shelf.tag("vote", True, [number])
        assert library.integrity() == "ok"
        assert library.keeping.check() == []


@pytest.mark.parametrize("times", [1, 100])
def test_a_null_that_is_not_there_is_no_damage(database: sqlite3.Connection, times: int) -> None:
    database.execute("insert into tag values (1, 'x')")
    assert damages(Imagining(database, times)) == []  # type: ignore[arg-type]  # all of it that is used


@pytest.mark.parametrize("thorough", [True, False])
def test_a_null_that_is_there_is_damage(database: sqlite3.Connection, thorough: bool) -> None:
    put_null(database)
    assert damages(database, thorough=thorough) == ["NULL value in held.name"]


def test_imagined_damage_does_not_hide_what_is_real(database: sqlite3.Connection) -> None:
    put_null(database)
    assert damages(Imagining(database, 100)) == ["NULL value in held.name"]  # type: ignore[arg-type]
