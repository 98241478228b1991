"""A screen to press keys on."""

import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from reader.app.app import Newsreader
from reader.app.screens.reading import ReadingScreen
from reader.app.screens.talking import TalkingScreen
from reader.desk import analysing, worker
from reader.document.article import Article
from reader.document.span import Span
from tests.app.at_hand import AnalysisAtHand
from tests.app.terminals import PATIENCE

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs the app: it is the larger part of the time, and seldom needed before each commit."""
    for item in items:
        runs = item.get_closest_marker("asyncio") or "snap_compare" in getattr(item, "fixturenames", ())
        if runs and item.path.is_relative_to(HERE):
            item.add_marker("screen")


T = TypeVar("T")
Opener = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


@pytest.fixture(autouse=True)
def analysis_at_hand(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No process for each screen, but in tests marked `real_analysis`."""
    if not request.node.get_closest_marker("real_analysis"):
        monkeypatch.setattr(analysing, "Analysis", AnalysisAtHand)
    yield
    worker.dismiss()


@pytest.fixture(autouse=True)
def quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pilot looks every 5 ms whether a key has been dealt with, not every 20."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 200)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 1 / 4_000)


@pytest.fixture(autouse=True)
def patient(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine no write is put off, but where that is what is looked at."""
    if not request.module.__name__.endswith("test_waiting"):
        monkeypatch.setattr("reader.desk.home.A_FRAME", 5.0)


@pytest.fixture(autouse=True)
def lasting(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said in passing stays as long as a busy machine takes to look at it, but in pictures of what stays."""
    if request.module.__name__.endswith("test_snapshots"):
        return
    say = TalkingScreen.say

    def said(self: TalkingScreen, sentence: str, *, went_wrong: bool = False, seconds: float = 4) -> None:
        say(self, sentence, went_wrong=went_wrong, seconds=seconds)
        if self._murmur and self._silence:
            self._silence.stop()
            self._silence = self.set_timer(PATIENCE, self._fall_silent)

    monkeypatch.setattr(TalkingScreen, "say", said)


@pytest.fixture(autouse=True)
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """No blinking cursors, in pictures or anywhere."""
    monkeypatch.setattr(Input, "cursor_blink", False, raising=False)
    monkeypatch.setattr(TextArea, "cursor_blink", False, raising=False)


def reading(pilot: Pilot[None]) -> ReadingScreen:
    """The reading screen, whatever lies over it."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, ReadingScreen))


async def until(pilot: Pilot[None], holds: Callable[[], T]) -> T:
    """Wait until something *holds*, as long as a busy machine takes for it; what it is."""
    deadline = time.monotonic() + PATIENCE
    while not (found := holds()):
        assert time.monotonic() < deadline, screen_text(pilot)
        await pilot.pause(0.02)
    return found


async def filled(pilot: Pilot[None]) -> ReadingScreen:
    """Wait until the outline is complete and the library open."""

    def is_done() -> bool:
        screen = reading(pilot)
        session = screen.session
        done = session.article.text and not session.state and not session.working
        return bool(done and screen.library is not None)

    await pilot.pause(0.02)
    await until(pilot, is_done)
    await pilot.pause()
    return reading(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until no work is done beside the screen, every key has arrived, and the screen stays as it is.

    `pause` alone takes a process that others keep from running for one that has nothing to do.
    """
    shown: list[str] = []

    def is_still() -> bool:
        is_busy = is_at_work(pilot) or (isinstance(pilot.app, Newsreader) and pilot.app._early_keys)
        shown.append(screen_text(pilot))
        del shown[: -1 if is_busy else -6]
        return len(shown) == 6 and len({*shown}) == 1

    await until(pilot, is_still)


def is_at_work(pilot: Pilot[None]) -> bool:
    """Whether a thread does something that the screen started."""
    return any(worker.is_running for worker in pilot.app.workers)


def write_note(screen: ReadingScreen, span: Span, body: str) -> None:
    """Write a note, or change the last one on the passage, as if elsewhere."""
    session, library = screen.session, screen.library
    assert library is not None
    there = session.notes_on(span)
    if there:
        library.change_note(replace(there[-1], body=body))
    else:
        library.add_note(session.article, span, body)
    session.take_notes(library)


@pytest.fixture
def opened() -> Opener:
    """Opens the screen on articles and waits for the outline."""

    @asynccontextmanager
    async def open_screen(
        *articles: Article | str, size: tuple[int, int] = (120, 40)
    ) -> AsyncIterator[Pilot[None]]:
        app = Newsreader([*articles])
        async with app.run_test(size=size) as pilot:
            await filled(pilot)
            yield pilot

    return open_screen


def screen_text(pilot: Pilot[None]) -> str:
    """What the user sees, as lines."""
    width, height = pilot.app.size
    lines = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return "\n".join(strip.text[:width] for strip in lines[:height])


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press *keys* as a person names them: `]q`, `a`, `ctrl+s`."""
    names = {"]": "right_square_bracket", "[": "left_square_bracket", "/": "slash", "?": "question_mark",
             "<": "less_than_sign", ">": "greater_than_sign"}  # fmt: skip
    for key in keys:
        chars = [key] if "+" in key or len(key) == 1 or key in {"enter", "tab", "escape"} else list(key)
        await pilot.press(*(names.get(char, char) for char in chars))
    await pilot.pause()
