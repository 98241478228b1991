"""A screen to press keys on."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from reader.analysis import outlines_of
from reader.analysis.pipeline import summarised_again
from reader.app.app import Newsreader
from reader.app.screens.reading import ReadingScreen
from reader.desk import analysing, worker
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.span import Span
from reader.document.summaries import Choice

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what runs the app: it is the larger part of the time, and seldom needed before each commit."""
    for item in items:
        runs = item.get_closest_marker("asyncio") or "snap_compare" in getattr(item, "fixturenames", ())
        if runs and item.path.is_relative_to(HERE):
            item.add_marker("screen")


Opener = Callable[..., AbstractAsyncContextManager[Pilot[None]]]


class AnalysisAtHand:
    """As analysing.Analysis, without a process: outlines are made once a test run and then at hand."""

    _known: ClassVar[dict[str, list[tuple[str, Outline]]]] = {}

    def __init__(
        self, article: Article, outline: Outline | None = None, choice: Choice | None = None
    ) -> None:
        self.article = article
        self.outline = outline
        self.choice = choice
        self.stopped = False

    def __iter__(self) -> Iterator[tuple[str, Outline]]:
        if self.outline and self.choice:
            return iter([("key sentences", summarised_again(self.article, self.outline, self.choice))])
        key = self.article.sha256
        if key not in self._known:
            self._known[key] = list(outlines_of(self.article))
        return iter(self._known[key])

    def stop(self) -> None:
        self.stopped = True


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
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    """No blinking cursors, in pictures or anywhere."""
    monkeypatch.setattr(Input, "cursor_blink", False, raising=False)
    monkeypatch.setattr(TextArea, "cursor_blink", False, raising=False)


def reading(pilot: Pilot[None]) -> ReadingScreen:
    """The reading screen, whatever lies over it."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, ReadingScreen))


async def filled(pilot: Pilot[None]) -> ReadingScreen:
    """Wait until the outline is complete and the library open."""
    for _ in range(400):
        await pilot.pause(0.02)
        screen = reading(pilot)
        session = screen.session
        done = session.article.text and not session.state and not session.working
        if done and screen.library is not None:
            await pilot.pause()
            return screen
    raise AssertionError("the outline did not fill")


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the screen stays as it is.

    `pause` alone takes a process that others keep from running for one that has nothing to do.
    """
    shown, times = "", 0
    for _ in range(200):
        await pilot.pause(0.02)
        now = screen_text(pilot)
        times = times + 1 if now == shown else 0
        shown = now
        if times == 5:
            return
    raise AssertionError("the screen goes on changing")


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
