"""The library: nothing is lost, and every failure is a sentence."""

import sqlite3
import subprocess
import sys
import textwrap
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from reader.document.article import Article, MarkedHeading
from reader.document.span import Span
from reader.errors import LibraryError
from reader.library import Library
from reader.library.steps import steps

ARTICLE = Article("Title\n“Yes,” said Roe.", "a.txt", title="Title", headings=(MarkedHeading(Span(0, 5), 1),))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "library.sqlite3"


def test_an_article_comes_back_as_it_was(path: Path) -> None:
    with Library(path) as library:
        library.keep(ARTICLE)
    with Library(path) as library:
        assert library.article(ARTICLE.sha256) == ARTICLE
        assert library.article("0" * 64) is None


def test_the_article_opened_last_comes_first(path: Path) -> None:
    ticks = iter(range(100))
    with Library(path, clock=lambda: float(next(ticks))) as library:
        other = Article("Other.", "b.txt")
        for article in (ARTICLE, other, ARTICLE):
            library.keep(article)
        assert [each.uri for each in library.recent()] == ["a.txt", "b.txt"]


def test_notes_keep_passage_words_and_order(path: Path) -> None:
    with Library(path) as library:
        later = library.add_note(ARTICLE, Span(6, 12), "who is Roe?", tags=("ask",), status="disputed")
        library.add_note(ARTICLE, Span(0, 5), "a title")
        assert [note.body for note in library.notes(ARTICLE.sha256)] == ["a title", "who is Roe?"]
        assert later.quoted == "“Yes,”"
        library.change_note(replace(later, body="asked"))
        assert library.notes(ARTICLE.sha256)[1].body == "asked"
        library.remove_note(later)
        assert len(library.notes(ARTICLE.sha256)) == 1


@pytest.mark.slow
def test_a_note_is_there_after_the_process_is_killed(path: Path) -> None:
    """The call returned, so the note is on disk: kill -9 takes nothing back."""
    code = """
        import os, signal, sys
        from reader.document.article import Article
        from reader.document.span import Span
        from reader.library import Library
        library = Library(sys.argv[1])
        library.add_note(Article("Some text.", "a"), Span(0, 4), "kept")
        os.kill(os.getpid(), signal.SIGKILL)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code), str(path)], check=False)
    assert done.returncode == -9
    with Library(path) as library:
        assert [note.body for note in library.notes(Article("Some text.", "a").sha256)] == ["kept"]
        assert library.integrity() == "ok"


def test_two_newsreaders_write_at_once(path: Path) -> None:
    def write(name: str) -> None:
        with Library(path) as library:
            for number in range(20):
                library.add_note(ARTICLE, Span(0, 5), f"{name} {number}")

    writers = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Library(path) as library:
        assert len(library.notes(ARTICLE.sha256)) == 40


def test_a_file_of_a_newer_newsreader_is_refused_and_left_alone(path: Path) -> None:
    Library(path).close()
    with sqlite3.connect(path) as database:
        database.execute(f"pragma user_version = {len(steps()) + 1}")
    database.close()
    with pytest.raises(LibraryError, match="newer newsreader"):
        Library(path)


def test_a_damaged_file_is_a_sentence(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"this is no database at all, but long enough to look at" * 40)
    with pytest.raises(LibraryError, match="cannot be used"):
        Library(path)


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryError, match="cannot be used"):
        Library(tmp_path / "file" / "library.sqlite3")


@pytest.mark.parametrize(
    "call",
    [
        lambda library: library.keep(ARTICLE),
        lambda library: library.add_note(ARTICLE, Span(0, 5), "x"),
        lambda library: library.remember_saved(Path("x.md"), ARTICLE, "0", "# x"),
    ],
    ids=["keep", "add_note", "remember_saved"],
)
def test_a_locked_file_is_a_sentence(path: Path, call: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.database.BUSY_SECONDS", 0.05)
    assert callable(call)
    with Library(path) as library:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("begin immediate")
        with pytest.raises(LibraryError, match="locked"):
            call(library)
        other.execute("rollback")
        other.close()
        call(library)


def test_a_pipe_takes_no_file_away_and_a_page_is_another_outlet() -> None:
    with Library(":memory:") as library:
        library.keep(Article("The same words.", "/tmp/a.txt"))
        number = library.keep(Article("The same words.", "-"))
        kept = library.numbered(number)
        assert kept
        assert kept.uri == "/tmp/a.txt"
        assert library.keep(Article("The same words.", "https://x.example/a")) != number
