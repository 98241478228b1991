"""A refresh, or the outlines, whose process ends badly: the status line says so."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.app.app import Newsreader
from reader.app.widgets import library_work
from reader.desk.home import open_library
from reader.document.article import Article
from reader.document.feed import Answer, Arrival, Listed
from reader.library import Library
from reader.processes.child import Row
from tests.app.conftest import until
from tests.app.test_library import said, settled

DONE = {"asked": 1, "every": 1, "new": 2, "problems": 0}


class Ended:
    """A process that has written its rows and ended; that which makes outlines has nothing to do."""

    refresh: tuple[list[Row], str, int] = ([], "", 0)
    outlines: tuple[list[Row], str, int] = ([], "", 0)

    def __init__(self, module: str, *arguments: str, niceness: int = 0) -> None:
        kind = self.refresh if arguments[0] == "feeds" else self.outlines
        self._rows, self.said, self._code = kind

    def rows(self) -> Iterator[Row]:
        return iter(self._rows)

    def ended(self) -> int:
        return self._code

    def kill(self) -> None:
        pass

    stop = kill


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path))
    monkeypatch.setattr(library_work, "Child", Ended)
    (tmp_path / "toured").touch()
    with open_library() as library:
        library.feeds.add(Listed("https://x.example/feed", "The Times"))
        feed = library.feeds.named("The Times")
        came = (Arrival("1", Article("Words.", "https://x.example/1", "Harbour")),)
        library.feeds.take([(feed, Answer(feed.uri, "The Times", arrivals=came))])
        yield library


async def said_after(library: Library, words: str, key: str) -> bool:
    """Whether *words* are said soon after *key*."""
    async with Newsreader([], None, None, library).run_test(size=(150, 30)) as pilot:
        await settled(pilot)
        await pilot.press(key)
        await until(pilot, lambda: words in said(pilot))
        return True


@pytest.mark.parametrize(
    ("rows", "narrated", "code", "words"),
    [
        ([DONE], "", 0, "2 new articles"),
        ([DONE], "", -signal.SIGTERM, "2 new articles"),
        ([{**DONE, "problems": 1}], "The Times: no answer", 1, "1 feed could not be read"),
        ([], "the library is locked", 1, "The refresh failed: the library is locked"),
        ([DONE], "", -signal.SIGKILL, "The refresh failed: its process was ended by signal 9 (SIGKILL)"),
        ([DONE], "", 3, "The refresh failed: its process ended with exit code 3"),
    ],
)
async def test_how_a_refresh_ended_is_said(
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
    rows: list[Row],
    narrated: str,
    code: int,
    words: str,
) -> None:
    monkeypatch.setattr(Ended, "refresh", (rows, narrated, code))
    assert await said_after(library, words, "r")


async def test_outlines_that_cannot_be_made_are_said(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Ended, "refresh", ([DONE], "", 0))
    monkeypatch.setattr(Ended, "outlines", ([], "the disk is full", 1))
    assert await said_after(library, "Outlines cannot be made: the disk is full", "r")


async def test_a_process_that_cannot_be_started_is_said(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(library_work, "Child", none)
    assert await said_after(library, "No process can be started: Resource temporarily unavailable.", "r")
