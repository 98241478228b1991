"""Nothing that a terminal obeys is painted, typed into a field or copied, whatever a record holds."""

import base64
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.color import Color
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from reader.analysis import outline_of
from reader.app import clipboard
from reader.app.app import Newsreader
from reader.app.screens.dialog import Dialog
from reader.app.screens.note import NoteScreen
from reader.app.screens.prompt import Prompt
from reader.app.screens.reading import ReadingScreen
from reader.app.screens.save import SaveScreen
from reader.app.wall import Wall
from reader.app.widgets.fields import LineField, TextField
from reader.app.widgets.library_work import LibraryWork
from reader.desk.home import open_library
from reader.document.article import Article, Media
from reader.document.feed import Answer, Arrival, Listed
from reader.document.note import Note
from reader.document.outline import VERSION
from reader.document.span import Span
from reader.errors import SourceError
from reader.library import Library
from reader.library.outlines import Analysed
from reader.preferences.keymap import USUAL
from tests.app.conftest import Opener, filled, press, reading, screen_text, until
from tests.hostile import PAYLOAD, hostile, is_harmless, is_only_painted

TEXT = (
    f"“We will {PAYLOAD} go,” said Anna Berg, the mayor of Oslo.\n\n{PAYLOAD}\n\n"
    f"It costs $40 million {PAYLOAD} in Rotterdam. “Never {PAYLOAD},” said Piet {PAYLOAD} Vos.\n"
)
STYLES = st.sampled_from([None, Style(link=PAYLOAD)])
SEGMENTS = st.lists(st.builds(Segment, st.text(st.characters(codec=None)), STYLES))
BLACK = Color.parse("black")


def article(number: int = 0, **given: object) -> Article:
    """One whose every word of others is hostile, but what is *given*."""
    media = (hostile(Media, kind="lead", url=f"https://x.example/{PAYLOAD}"), hostile(Media))
    return cast(
        Article, hostile(Article, text=f"{number} {TEXT}", headings=None, blocks=(), media=media, **given)
    )


async def analysed(pilot: Pilot[None]) -> ReadingScreen:
    """Wait until the outline is there and the library open, whatever is said of the page."""
    await pilot.pause(0.02)

    def is_done() -> bool:
        screen = reading(pilot)
        is_open = screen.library is not None
        return is_open and bool(screen.session.targets.all) and not screen.session.working

    await until(pilot, is_done)
    return reading(pilot)


def painted(pilot: Pilot[None]) -> str:
    """What a terminal is sent for the whole screen."""
    strips = pilot.app.screen._compositor.render_strips(pilot.app.size)
    return "".join(strip.render(pilot.app.console) for strip in strips)


@given(SEGMENTS)
def test_the_wall_lets_no_sequence_and_no_link_through_and_keeps_the_width(segments: list[Segment]) -> None:
    shown = Wall().apply(segments, BLACK)
    assert all(is_harmless(each.text) and "\n" not in each.text for each in shown)
    assert [cell_len(each.text) for each in shown] == [cell_len(each.text) for each in segments]
    assert not any(each.style and each.style.link for each in shown)


def test_what_is_harmless_passes_as_it_is() -> None:
    segments = [Segment("“Grüße” [red]", Style(bold=True)), Segment("→ ")]
    assert Wall().apply(segments, BLACK) is segments


class Forgetful(Screen[None]):
    """Shows words of others with nothing done to them, everywhere that a widget can show some."""

    def compose(self) -> ComposeResult:
        static = Static(PAYLOAD, markup=False)
        static.border_title = static.border_subtitle = PAYLOAD.replace("[", "(")
        static.styles.border = ("round", "red")
        static.tooltip = PAYLOAD.replace("[", "(")
        yield static
        yield LineField(PAYLOAD, placeholder=PAYLOAD)
        yield TextField(PAYLOAD)


async def test_a_screen_that_forgets_is_walled_in(seed: Article) -> None:
    async with Newsreader([seed]).run_test(size=(120, 40), notifications=True) as pilot:
        await filled(pilot)
        await pilot.app.push_screen(Forgetful())
        await pilot.pause()
        pilot.app.notify(PAYLOAD, title=PAYLOAD, markup=True)
        await pilot.hover(Static)
        await pilot.pause(0.4)
        assert "OWNED" in screen_text(pilot)
        assert "[red]red[/red][@click=app.quit]" in screen_text(pilot).replace("\n", "")
        assert is_only_painted(painted(pilot))


@pytest.mark.parametrize(
    "size", [(120, 40), (60, 20)] if os.environ.get("NEWSREADER_ALL") else [(120, 40)], ids=str
)
@pytest.mark.slow
async def test_no_action_of_the_reading_screen_lets_a_sequence_out(size: tuple[int, int]) -> None:
    with open_library() as library:
        for span in (Span(0, 12), Span(40, 60)):
            note = hostile(Note, span=span)
            library.add_note(article(), span, note.body, tags=note.tags)
    app = Newsreader([article(), article(1)])
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = await analysed(pilot)
        screen.say(PAYLOAD)
        screen.say(PAYLOAD, seconds=1)
        for action in USUAL.at("reading"):
            if action.id in {"quit", "suspend", "leave", "save", "editor"}:
                continue
            await press(pilot, "]", "q")
            await reading(pilot).run_action(action.run)
            await pilot.pause()
            assert app.is_running, action.id
            assert is_only_painted(painted(pilot)), action.id
            while app.screen is not reading(pilot):
                app.pop_screen()
                await pilot.pause()
        assert screen_text(pilot).count("OWNED") > 1


async def test_what_is_wrong_with_a_page_is_said_in_symbols() -> None:
    app = Newsreader([article()])
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause(0.5)
        assert "␛]0;OWNED" in screen_text(pilot)
        assert is_only_painted(painted(pilot))


@pytest.fixture
def shelved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library in which every text of others is hostile, and a feed whose server answered with worse."""
    monkeypatch.setattr(LibraryWork, "make_outlines", lambda self: None)
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path))
    (tmp_path / "toured").touch()
    with open_library() as library:
        library.feeds.add(hostile(Listed, uri="https://x.example/feed"))
        (feed,) = library.feeds.all()
        day = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())
        for number in range(3):
            at = f"https://x.example/{number}"
            came = Arrival(at, replace(article(number), uri=at, published=day))
            library.feeds.take([(feed, hostile(Answer, asked=feed.uri, moved="", arrivals=(came,)))])
        for number in library.shelf.numbers():
            found = library.numbered(number)
            assert found
            library.outlines.keep([Analysed(number, found, outline_of(found))], VERSION)
            library.add_note(found, Span(2, 9), PAYLOAD, tags=(PAYLOAD,))
        library.feeds.take([(feed, hostile(Answer, asked=feed.uri, moved="", arrivals=None))])
        yield library


@pytest.mark.slow
async def test_no_action_of_the_library_lets_a_sequence_out(shelved: Library) -> None:
    app = Newsreader([], None, None, shelved)
    app.complaints.append(PAYLOAD)
    async with app.run_test(size=(150, 40), notifications=True) as pilot:
        await pilot.pause(0.1)
        below = app.screen
        assert "OWNED" in screen_text(pilot)
        for action in USUAL.at("library"):
            if action.id.endswith(("quit", "leave", "suspend", "refresh", "browse", "open.page")):
                continue
            await below.run_action(action.run)
            await pilot.pause(0.02)
            assert app.is_running, action.id
            assert is_only_painted(painted(pilot)), action.id
            while app.screen is not below:
                app.pop_screen()
                await pilot.pause()


async def test_words_of_a_server_are_shown_as_symbols(seed: Article) -> None:
    async with Newsreader([seed]).run_test(size=(120, 40), notifications=True) as pilot:
        await filled(pilot)
        reading(pilot).say(
            str(SourceError("https://x.example", "418 \x1b]0;OWNED\x07\x1b[31m")), went_wrong=True
        )
        await pilot.pause(0.5)
        assert "418 ␛]0;OWNED␇␛[31m" in screen_text(pilot)
        assert is_only_painted(painted(pilot))


async def test_what_was_stored_stays_until_it_is_changed(opened: Opener, seed: Article) -> None:
    stored, shown = "a\x1b]0;OWNED\x07b", "a␛]0;OWNED␇b"
    given: list[object] = []
    async with opened(seed) as pilot:
        dialogs: list[tuple[Dialog[Any], str]] = [
            (NoteScreen("x", stored), "ctrl+s"),
            (Prompt("tags", stored), "enter"),
            (SaveScreen(stored, ["default"], None), "enter"),
        ]
        for dialog, keep in dialogs:
            pilot.app.push_screen(dialog, given.append)
            await pilot.pause()
            assert shown in screen_text(pilot)
            await press(pilot, keep)
        assert given == [stored, stored, (stored, "default")]
        pilot.app.push_screen(Prompt("tags", stored), given.append)
        await pilot.pause()
        await press(pilot, "!", "enter")
        assert given[-1] == f"{shown}!"


async def test_what_is_pasted_is_made_printable_before_it_is_kept(opened: Opener, seed: Article) -> None:
    async with opened(seed) as pilot:
        await pilot.app.push_screen(Forgetful())
        await pilot.pause()
        area, line = pilot.app.screen.query_one(TextField), pilot.app.screen.query_one(LineField)
        area.insert(PAYLOAD)
        area.load_text(area.text + PAYLOAD)
        line.insert_text_at_cursor(PAYLOAD)
        line.value += PAYLOAD
        assert is_harmless(area.text)
        assert is_harmless(line.value)


async def test_the_clipboard_gets_what_is_printable(
    opened: Opener, seed: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(seed) as pilot:
        written: list[str] = []
        assert pilot.app._driver
        monkeypatch.setattr(pilot.app._driver, "write", written.append)
        pilot.app.copy_to_clipboard(PAYLOAD)
        (sequence,) = written
        assert is_harmless(base64.b64decode(sequence.removeprefix("\x1b]52;c;").removesuffix("\a")).decode())
    given: list[str] = []

    def ran(_: tuple[str, ...], words: str) -> bool:
        given.append(words)
        return True

    monkeypatch.setattr(clipboard, "tool", lambda *_: ("true",))
    monkeypatch.setattr(clipboard, "_ran", ran)
    clipboard.copied_with(PAYLOAD)
    assert given
    assert all(map(is_harmless, given))
