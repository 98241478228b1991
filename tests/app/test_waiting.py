"""A library that another program holds: nothing freezes, nothing is lost or written twice, and the reader is told."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import TextArea

from reader.app.app import Newsreader
from reader.app.screens.library import LibraryScreen
from reader.app.screens.note import NoteScreen
from reader.app.waiting import Waiting
from reader.desk.annotating import Notebook
from reader.desk.home import A_FRAME
from reader.document.article import Article
from reader.document.span import Span
from reader.errors import LibraryBusyError, LibraryError
from reader.library import Library
from tests.app.conftest import Opener, press, reading, screen_text, until

TEXT = Article("The mayor spoke. Nobody heard her.", "https://x.example/a", "The mayor")


@contextmanager
def held(path: str | Path) -> Iterator[None]:
    """Another program is writing to the library at *path*."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        yield
        other.execute("rollback")


class Desk:
    """A library that is locked or not, and what came of writing to it."""

    def __init__(self) -> None:
        self.is_locked = self.is_full = False
        self.written: list[str] = []
        self.told: list[str] = []
        self.failed: list[str] = []
        self.timers: list[Callable[[], None]] = []
        self.waiting = Waiting(
            lambda _, call: self.timers.append(call), lambda words, wrong: self.told.append(words)
        )

    def write(self, words: str, key: object = None) -> bool:
        def write() -> str:
            if self.is_locked:
                raise LibraryBusyError("locked")
            if self.is_full:
                raise LibraryError("the disk is full")
            return words

        return self.waiting.do(
            write,
            lambda given: self.written.append(str(given)),
            lambda error: self.failed.append(str(error)),
            key=key,
            words=words,
        )

    def later(self) -> None:
        """The time after which it is tried again is over."""
        calls, self.timers = self.timers, []
        for call in calls:
            call()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_free_library_is_written_to_at_once(desk: Desk) -> None:
    assert desk.write("a")
    assert (desk.written, desk.told, desk.timers) == (["a"], [], [])


def test_what_a_lock_holds_up_is_written_in_its_order(desk: Desk) -> None:
    desk.is_locked = True
    assert not desk.write("a")
    assert not desk.write("b")
    desk.later()
    assert (desk.written, len(desk.told), len(desk.timers)) == ([], 1, 1)
    desk.is_locked = False
    assert not desk.write("c"), "what came before is written before"
    desk.later()
    assert desk.written == ["a", "b", "c"]
    assert (len(desk.told), desk.timers) == (2, [])
    assert desk.write("d")


def test_of_what_waits_under_one_key_the_last_counts(desk: Desk) -> None:
    desk.is_locked = True
    for words, key in (("w", "note"), ("x", None), ("wo", "note"), ("word", "note")):
        desk.write(words, key)
    assert desk.waiting.holds("note")
    desk.is_locked = False
    desk.later()
    assert desk.written == ["word", "x"]
    assert not desk.waiting.holds("note")


def test_another_error_is_not_waited_out(desk: Desk) -> None:
    desk.is_full = True
    assert not desk.write("a")
    assert (desk.failed, desk.timers) == (["the disk is full"], [])
    desk.is_locked = True
    desk.write("b")
    desk.is_locked = False
    desk.later()
    assert desk.failed == ["the disk is full"] * 2


def test_what_is_locked_to_the_last_is_handed_back(desk: Desk) -> None:
    desk.is_locked = True
    desk.write("a note")
    desk.write(" ")
    assert desk.waiting.finish() == ["a note"]
    assert not desk.waiting.waits


@pytest.mark.parametrize("is_new", [True, False])
def test_words_whose_writing_failed_are_written_once(tmp_path: Path, is_new: bool) -> None:
    with Library(tmp_path / "library.sqlite3", patience=0.0) as library:
        notebook = Notebook(library)
        note = None if is_new else notebook.add(TEXT, Span(0, 9), "before")
        draft = notebook.draft(TEXT, Span(0, 9), note)
        for body, is_held in (("w", False), ("wo", True), ("wor", True), ("word", False)):
            if is_held:
                with held(library.path), pytest.raises(LibraryBusyError, match="another program"):
                    draft.type(body)
            else:
                draft.type(body)
        draft.keep("word")
        assert [each.body for each in library.notes(TEXT.sha256)] == ["word"]


def test_a_step_that_could_not_be_undone_can_be_undone_later(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite3", patience=0.0) as library:
        notebook = Notebook(library)
        first, second = (notebook.add(TEXT, Span(0, 9), words) for words in ("one", "two"))
        changes = [(each, replace(each, body="x")) for each in (first, second)]
        notebook.change_all(changes)
        with held(library.path):
            for step in (notebook.undo, lambda: notebook.change_all(changes)):
                with pytest.raises(LibraryBusyError):
                    step()
        assert notebook.undo() == "Undone: 2 notes changed."
        assert {each.body for each in library.notes(TEXT.sha256)} == {"one", "two"}
        with held(library.path), pytest.raises(LibraryBusyError):
            notebook.redo()
        assert notebook.redo() == "Done again: 2 notes changed."


async def test_a_note_is_typed_on_while_the_library_is_locked(opened: Opener) -> None:
    async with opened(TEXT) as pilot:
        library = reading(pilot).library
        assert library is not None
        assert library.rows("pragma busy_timeout") == [(int(1000 * A_FRAME),)], (
            "a letter waits no longer than that"
        )
        await press(pilot, "v", "w", "a", "w")
        assert [note.body for note in library.notes(TEXT.sha256)] == ["w"], "it is there when the key is up"
        with held(library.path):
            await press(pilot, "o", "r")
            await until(pilot, lambda: "Not in the library yet" in screen_text(pilot))
            await press(pilot, "d", "ctrl+s")
            screen = pilot.app.screen
            assert isinstance(screen, NoteScreen), "the words stay until they are written"
            assert screen.query_one(TextArea).text == "word"
        await until(pilot, lambda: not isinstance(pilot.app.screen, NoteScreen))
        assert [note.body for note in reading(pilot).session.notes] == ["word"]
        await press(pilot, "u")
        assert library.notes(TEXT.sha256) == []


async def test_a_note_that_is_thrown_away_while_the_library_is_locked_is_gone(opened: Opener) -> None:
    async with opened(TEXT) as pilot:
        library = reading(pilot).library
        assert library is not None
        await press(pilot, "v", "w", "a", "w")
        with held(library.path):
            await press(pilot, "o", "escape", "escape")
            assert not isinstance(pilot.app.screen, NoteScreen)
        await until(pilot, lambda: library.notes(TEXT.sha256) == [])


async def test_a_mark_waits_for_the_library_and_is_made_once(opened: Opener) -> None:
    async with opened(TEXT) as pilot:
        screen = reading(pilot)
        assert screen.library is not None
        with held(screen.library.path):
            screen.mark(Span(0, 9))
            screen.mark(Span(0, 9))
            await until(pilot, lambda: bool(pilot.app._notifications))
            assert screen.session.notes == []
            assert [notice.severity for notice in pilot.app._notifications] == ["error"]
        await until(pilot, lambda: len(screen.session.notes) == 1)


async def test_words_that_never_got_in_are_handed_to_the_programs_end(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.database.BUSY_SECONDS", 0.05)
    async with opened(TEXT) as pilot:
        app, library = pilot.app, reading(pilot).library
        assert library is not None
        assert isinstance(app, Newsreader)
        await press(pilot, "v", "w", "a")
        other = sqlite3.connect(library.path, isolation_level=None)
        other.execute("begin immediate")
        await press(pilot, *"lost?", "ctrl+q")
    other.close()
    assert app.unwritten == ["lost?"]


async def test_a_star_waits_for_the_library(home: Path) -> None:
    with Library(home / "library.sqlite3", patience=A_FRAME) as library:
        number = library.keep(TEXT)
        app = Newsreader([], library=library)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(0.1)
            assert isinstance(pilot.app.screen, LibraryScreen)
            with held(library.path):
                await press(pilot, "*", "N")
                assert not library.shelf.lines([number])[number].is_starred
                await until(pilot, lambda: bool(app._notifications))
                assert "Another program" in str([notice.message for notice in app._notifications])
            await until(pilot, lambda: library.shelf.lines([number])[number].is_starred)
