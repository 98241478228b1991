"""A library of an older newsreader: looked through, copied aside, brought up to date, nothing lost."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.document.article import Article
from reader.document.span import Span
from reader.errors import LibraryError
from reader.library import Library
from reader.library.migration import bring_up_to_date, kept_copy
from reader.library.steps import statements, steps

OLD = 4
PAGE = 16_384


def old_library(path: Path) -> None:
    """A library as it was before feeds, with three articles of which two are of one page, and a note."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.create_function("identity_of", 1, lambda uri: uri)
        database.execute(f"pragma page_size = {PAGE}")
        database.execute("pragma journal_mode = wal")
        for step in steps()[:OLD]:
            for statement in statements(step):
                database.execute(statement)
        database.execute(f"pragma user_version = {OLD}")
        for number, (text, uri, published) in enumerate(
            [
                ("One text.", "https://news.example/a", "2024-01-02"),
                ("One text, mended.", "https://news.example/a", "2024-01-02"),
                ("Another text.", "https://news.example/b", None),
            ]
        ):
            article = Article(text, uri, "Title", published=published)
            database.execute(
                "insert into article values (?, ?, ?, null, null, ?, null, null, ?, ?, '[]', '[]', ?)",
                (article.sha256, uri, "Title", published, text, 1_710_000_000.5 + number, article.identity),
            )
        sha256 = Article("One text.", "").sha256
        database.execute(
            "insert into annotation values (7, 'news.example/a', 'Title', 'One', '', ' text.', 0, 'why?', '[]',"
            " 'disputed', '', 0, '', 1, 2)"
        )
        database.execute("insert into place values (7, ?, 0, 3)", (sha256,))
        database.execute("insert into saved values ('/a.md', ?, 'd', 'c', '')", (sha256,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.sqlite3"
    old_library(path)
    return path


def test_articles_notes_and_saved_files_are_there_as_before(path: Path) -> None:
    one = Article("One text.", "https://news.example/a")
    with Library(path) as library:
        assert [each.text for each in library.recent()] == ["Another text.", "One text, mended.", "One text."]
        (note,) = library.notes(one.sha256)
        assert (note.id, note.body, note.status, note.span) == (7, "why?", "disputed", Span(0, 3))
        assert library.saved_paths(one) == [Path("/a.md")]
        assert library.integrity() == "ok"
        shown = library.rows(
            "select text from article join body on body.id = body_id where beneath is null order by article.id"
        )
        assert shown == [("One text, mended.",), ("Another text.",)]
        assert library.rows("select rowid from words where words match 'mended'")
        assert library.rows("select rowid from noted where noted match 'why'") == [(7,)]


def test_an_articles_number_says_when_it_came_out(path: Path) -> None:
    with Library(path) as library:
        numbers = library.rows("select id from article order by id")
    assert numbers == [(1_704_153_600,), (1_704_153_601,), (1_710_000_002,)]


def test_a_copy_is_kept_of_what_was(path: Path) -> None:
    Library(path).close()
    copy = kept_copy(path, OLD)
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("pragma user_version").fetchone() == (OLD,)
        assert database.execute("select count(*) from article").fetchone() == (3,)
    assert not [*path.parent.glob("*.part")]
    Library(path).close()


def test_a_step_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = path.with_name("99_broken.sql")
    broken.write_text("create table half (a);\ninsert into absent values (1);\n")
    monkeypatch.setattr("reader.library.migration.steps", lambda: (*steps()[:OLD], broken))
    with pytest.raises(LibraryError, match="no such table"):
        Library(path)
    monkeypatch.undo()
    with Library(path) as library:
        assert len(library.recent()) == 3
        assert not library.rows("select 1 from sqlite_master where name = 'half'")


def test_a_new_library_has_the_shape_of_an_old_one_brought_up_to_date(path: Path, tmp_path: Path) -> None:
    shapes = []
    for each in (path, tmp_path / "new.sqlite3"):
        with Library(each) as library:
            shapes.append(library.rows("select type, name from sqlite_master order by 1, 2"))
    assert shapes[0] == shapes[1]


def _damaged(data: bytes, kind: str) -> bytes:
    noise = random.Random(1).randbytes(PAGE)
    middle = len(data) // PAGE // 2 * PAGE
    damages: dict[str, Callable[[], bytes]] = {
        "cut in the middle": lambda: data[: len(data) // 2],
        "cut within a page": lambda: data[: len(data) - 1_000],
        "cut in the header": lambda: data[:60],
        "no header": lambda: b"\0" * 100 + data[100:],
        "another header": lambda: b"GIF89a" + data[6:],
        "all noise": lambda: noise * 4,
        "all zeros": lambda: b"\0" * len(data),
        "a page of noise": lambda: data[:middle] + noise + data[middle + PAGE :],
        "a page of zeros": lambda: data[:middle] + b"\0" * PAGE + data[middle + PAGE :],
        "the first table's page of noise": lambda: data[:100] + noise[: PAGE - 100] + data[PAGE:],
        "a wrong page size": lambda: data[:16] + b"\x30\x01" + data[18:],
        "pages in another order": lambda: data[:PAGE] + data[middle:] + data[PAGE:middle],
    }
    return damages[kind]()


@pytest.mark.parametrize(
    "kind",
    [
        "cut in the middle", "cut within a page", "cut in the header", "no header", "another header", "all noise",
        "all zeros", "a page of noise", "a page of zeros", "the first table's page of noise", "a wrong page size",
        "pages in another order",
    ],
)  # fmt: skip
def test_a_damaged_library_of_before_is_refused_in_a_sentence_and_left_as_it_is(
    path: Path, kind: str
) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma wal_checkpoint(truncate)")
        database.execute("pragma journal_mode = delete")
    data = _damaged(path.read_bytes(), kind)
    path.write_bytes(data)
    with pytest.raises(LibraryError) as refused:
        Library(path)
    assert str(path) in str(refused.value)
    assert path.read_bytes()[100:] == data[100:]


def test_a_file_that_is_up_to_date_is_neither_copied_nor_changed_again(path: Path) -> None:
    Library(path).close()
    copy = kept_copy(path, OLD)
    made = copy.stat().st_mtime_ns
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        bring_up_to_date(database, str(path))
    assert copy.stat().st_mtime_ns == made
    assert [each.name for each in path.parent.glob("*version*")] == [copy.name]
