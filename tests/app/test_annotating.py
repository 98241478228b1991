"""Notes from the keyboard: marks, tags, verdicts, selection, undo, the queue, and the notes of the whole library."""

import sqlite3
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader.app.app import Newsreader
from reader.app.screens.check import CheckScreen
from reader.app.screens.dialog import Dialog
from reader.app.screens.notes import NotesScreen
from reader.app.screens.reading import ReadingScreen
from reader.app.screens.select import SelectScreen
from reader.app.waiting import AGAIN
from reader.desk.summaries import save_summary
from reader.document.article import Article
from reader.library import Library
from tests.app.conftest import Opener, filled, is_at_work, reading, screen_text
from tests.app.conftest import until as wait
from tests.app.test_actions import press


async def until(pilot: Pilot[None], holds: str) -> str:
    """Wait until the screen has these words; what it shows then."""
    await wait(pilot, lambda: holds in screen_text(pilot))
    return screen_text(pilot)


def notes(screen: ReadingScreen) -> list[tuple[str, str, tuple[str, ...], str]]:
    text = screen.session.article.text
    return [(note.span.text(text), note.body, note.tags, note.status) for note in screen.session.notes]


async def saved(pilot: Pilot[None], folder: Path) -> Path:
    """Wait for a summary in *folder*, and until the library knows that it is there."""
    found = await wait(pilot, lambda: next(folder.glob("*.md"), None))
    await wait(pilot, lambda: not is_at_work(pilot))
    assert found
    return found


async def type_line(pilot: Pilot[None], words: str) -> None:
    line = pilot.app.screen.query_one(Input)
    line.value = words
    await pilot.press("enter")
    await pilot.pause()


async def test_a_sentence_is_marked_and_the_mark_taken_away(opened: Opener, seed: Article) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "j", "j", "j", "m")
        await until(pilot, "Marked.")
        assert notes(screen)[0][0].startswith("Ukrainian forces seek")
        assert notes(screen)[0][0].endswith("resistance.")
        await press(pilot, "m")
        await until(pilot, "Mark removed.")
        assert notes(screen) == []


async def test_several_notes_on_one_passage(opened: Opener, seed: Article) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "] q", "a", *"one", "ctrl+s", "A", *"two", "ctrl+s")
        assert [body for _, body, _, _ in notes(screen)] == ["one", "two"]
        await press(pilot, "a", *"!", "ctrl+s")
        assert [body for _, body, _, _ in notes(screen)] == ["one", "two!"]
        await press(pilot, "u", "u", "u")
        assert notes(screen) == []
        await press(pilot, "ctrl+r", "ctrl+r")
        assert [body for _, body, _, _ in notes(screen)] == ["one", "two"]


async def test_tags_are_typed_with_commas_and_offered_again(opened: Opener, seed: Article) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "] q", "t")
        await type_line(pilot, " #vote,  first  claim ,vote,")
        assert notes(screen)[0][2] == ("vote", "first claim")
        await press(pilot, "] q", "t", *"fir")
        await pilot.pause(0.1)
        assert pilot.app.screen.query_one(Input)._suggestion == "first claim"


async def test_words_are_selected_by_keyboard_and_noted(opened: Opener, seed: Article) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "] q", "v")
        assert isinstance(pilot.app.screen, SelectScreen)
        await press(pilot, "w", "w", "a", *"who?", "ctrl+s")
        words = (
            "“The most active military operations are currently taking place in the direction of Bakhmut,”"
        )
        assert notes(screen) == [(f"{words} acknowledged the", "who?", (), "unchecked")]
        assert screen.view.chosen is None


async def test_a_selection_may_begin_anywhere(opened: Opener, seed: Article) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "j", "j", "v", "w", "v", "w", "m")
        await until(pilot, "Marked.")
        assert [words for words, *_ in notes(screen)] == ["forces seek"]
        await press(pilot, "v", "w", "escape")
        assert screen.view.chosen is None


async def test_a_verdict_is_shown_beside_the_quote_and_saved(
    opened: Opener, seed: Article, tmp_path: Path
) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "] q", "c d", "c e")
        await type_line(pilot, "https://mod.example/1")
        assert notes(screen)[0][3] == "disputed"
        await until(pilot, "✗")
        await press(pilot, "s")
        text = (await saved(pilot, tmp_path)).read_text()
        assert "**Marked · disputed 20" in text
        assert "[evidence](https://mod.example/1)** ^n" in text
        await press(pilot, "c u")
        assert notes(screen)[0][3] == "unchecked"


async def test_the_queue_goes_through_what_is_unchecked(opened: Opener, seed: Article) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        count = len(screen.session.unchecked)
        await press(pilot, "c q")
        assert isinstance(pilot.app.screen, CheckScreen)
        await until(pilot, f"unchecked 1 of {count}")
        await press(pilot, "c", "n", "d")
        assert [status for *_, status in notes(screen)] == ["confirmed", "disputed"]
        await press(pilot, "u", "escape")
        assert [status for *_, status in notes(screen)] == ["confirmed"]
        assert len(screen.session.unchecked) == count - 1
        await press(pilot, "c q", *"c" * count)
        await until(pilot, "That was the last one.")
        await press(pilot, "escape", "c q")
        assert screen.session.unchecked == []
        assert not isinstance(pilot.app.screen, Dialog)


async def test_all_notes_are_filtered_and_lead_to_their_passage(opened: Opener, seed: Article) -> None:
    other = Article("The mayor said 14 people were hurt. Nobody else spoke.", "/other.txt", title="Harbour")
    async with opened(seed, other) as pilot:
        await press(pilot, "] q", "a", *"ministry", "ctrl+s", "J")
        await filled(pilot)
        await press(pilot, "] f", "a", *"how many", "ctrl+s", "g n")
        assert isinstance(pilot.app.screen, NotesScreen)
        assert "2 notes" in screen_text(pilot)
        assert "Harbour" in screen_text(pilot)
        await press(pilot, "/")
        await type_line(pilot, "ministry")
        assert "1 of 2 notes" in screen_text(pilot)
        await press(pilot, "enter")
        screen = reading(pilot)
        assert screen.session.article == seed
        assert screen.view.selected == screen.session.outline.direct[0].span
        await press(pilot, "g n", "/", *"colour:x")
        await until(pilot, "there is no field")
        await press(pilot, "escape", "d", "escape")
        assert not isinstance(pilot.app.screen, Dialog)
        assert screen.library is not None
        assert len(screen.library.all_notes()) == 1


async def test_a_note_whose_passage_is_gone_waits_and_is_placed_by_hand(tmp_path: Path) -> None:
    old = Article("The mayor spoke. “We stay here for now,” she added at the end of it.", "/a.txt")
    new = Article("The mayor spoke for long. She said that they would stay for some time.", "/a.txt")
    app = Newsreader([old])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await filled(pilot)
        assert screen.notebook is not None
        start = old.text.index("“")
        screen.notebook.add(old, type(screen.view.paragraph)(start, start + 23), "who heard it?")
    app = Newsreader([new])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await filled(pilot)
        await until(pilot, "UNPLACED")
        await press(pilot, "f a", "l", "j", "enter")
        assert isinstance(pilot.app.screen, SelectScreen)
        await until(pilot, "Where is")
        await press(pilot, "w", "enter")
        await until(pilot, "Note placed.")
        assert notes(screen) == [("The mayor", "who heard it?", (), "unchecked")]
        assert "UNPLACED" not in screen_text(pilot)


async def test_a_note_changed_in_the_file_is_taken_in(opened: Opener, seed: Article, tmp_path: Path) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "] q", "a", *"first", "ctrl+s", "s")
        path = await saved(pilot, tmp_path)
        path.write_text(path.read_text().replace("**Note:** first", "**Note · confirmed:** *second*"))
        await press(pilot, "T")
        await until(pilot, "1 note taken")
        assert notes(screen)[0][1:] == ("*second*", (), "confirmed")
        assert screen.library is not None
        save_summary(screen.library, seed, screen.session.shown, screen.session.notes, path)
        assert "**Note · confirmed:** \\*second\\* ^n" in path.read_text()
        await press(pilot, "u")
        assert notes(screen)[0][1] == "first"


async def test_saving_elsewhere_by_another_template(opened: Opener, seed: Article, tmp_path: Path) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "S", "ctrl+t", "ctrl+t")
        assert "[brief]" in screen_text(pilot)
        await type_line(pilot, str(tmp_path / "brief.md"))
        assert "## Figures" not in (await saved(pilot, tmp_path)).read_text()


@pytest.mark.parametrize("key", ["d", "u", "ctrl+r", "c c", "T", "A", "m"])
async def test_keys_of_notes_do_no_harm_where_there_is_nothing(key: str) -> None:
    app = Newsreader([Article("", "/empty.txt"), Article("One.", "/one.txt")])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause(0.1)
        await press(pilot, key)
        assert app.is_running


async def test_a_verdict_that_cannot_be_written_is_not_said_to_be_given(
    opened: Opener, seed: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        assert screen.library is not None
        monkeypatch.setattr("reader.library.database.BUSY_SECONDS", 0.05)
        other = sqlite3.connect(screen.library.path, isolation_level=None)
        screen.library._database.execute("pragma busy_timeout = 50")
        other.execute("begin immediate")
        await press(pilot, "] q", "c c")
        assert "Confirmed." not in screen_text(pilot)
        await pilot.pause(2 * AGAIN)
        assert [notice.severity for notice in pilot.app._notifications] == ["error"]
        other.execute("rollback")
        other.close()
        assert notes(screen) == []


async def test_evidence_and_notes_are_written_without_leaving_the_queue(
    opened: Opener, seed: Article
) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "c q", "n", "e")
        await type_line(pilot, "by telephone")
        assert isinstance(pilot.app.screen, CheckScreen)
        await press(pilot, "a", *"asked", "ctrl+s")
        assert isinstance(pilot.app.screen, CheckScreen)
        await press(pilot, "c", "escape")
        (note,) = screen.session.notes
        assert note.span == screen.session.outline.direct[1].span
        assert (note.body, note.status, note.evidence) == ("asked", "confirmed", "by telephone")


async def test_a_note_of_another_newsreader_is_in_the_summary_too(
    opened: Opener, seed: Article, tmp_path: Path
) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        assert screen.library is not None
        with Library(screen.library.path) as other:
            other.add_note(seed, screen.session.outline.direct[0].span, "theirs")
        await press(pilot, "s")
        assert "**Note:** theirs" in (await saved(pilot, tmp_path)).read_text()
