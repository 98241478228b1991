"""Notes written on the reading screen, and the file they are saved to."""

from pathlib import Path

from textual import events
from textual.widgets import Input, TextArea

from reader.app.app import Newsreader
from reader.app.screens.note import NoteScreen
from reader.document.article import Article
from reader.document.outline import Outline
from reader.preferences.settings import Preferences
from tests.app.conftest import Opener, press, reading, screen_text, until


async def test_notes_are_kept_shown_saved_and_there_next_time(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "]q", "a", *"first", "ctrl+s")
        await press(pilot, "]q", "a", *"second", "ctrl+s")
        assert "✎" in screen_text(pilot)
        await press(pilot, "s")
        await pilot.app.workers.wait_for_complete([w for w in pilot.app.workers if w.group == "save"])
        await pilot.pause()
    (saved,) = Path.cwd().glob("*.md")
    assert "**Note:** first" in saved.read_text(encoding="utf-8")
    async with opened(seed) as pilot:
        assert [note.body for note in reading(pilot).session.notes] == ["first", "second"]
        await press(pilot, "]q", "a")
        assert isinstance(pilot.app.screen, NoteScreen)
        assert pilot.app.screen.query_one(TextArea).text == "first"


async def test_keep_does_not_overtake_the_letters_typed_before_it(seed: Article, opened: Opener) -> None:
    """All keys at once, as a paste or a fast typist sends them: the note holds every letter."""
    async with opened(seed) as pilot:
        await press(pilot, "]q", "a")

        for key in "quick":
            pilot.app.post_message(events.Key(key, key))
        pilot.app.post_message(events.Key("ctrl+s", None))
        await until(pilot, lambda: reading(pilot).session.notes)
        assert [note.body for note in reading(pilot).session.notes] == ["quick"]


async def test_words_that_were_typed_are_not_thrown_away_by_one_key(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "]q", "a", "x", "escape")
        assert isinstance(pilot.app.screen, NoteScreen)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, NoteScreen)


async def test_a_note_is_in_the_library_before_it_is_kept(
    seed: Article, seed_outline: Outline, opened: Opener
) -> None:
    """However the program ends, what was typed is there; thrown away, it is gone."""
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "]q", "a", *"draft")
        assert screen.library is not None
        assert [note.body for note in screen.library.notes(seed.sha256)] == ["draft"]
        await press(pilot, "escape", "escape")
        assert screen.library.notes(seed.sha256) == []


async def test_save_as_does_not_overwrite_the_words_of_others(
    seed: Article, opened: Opener, tmp_path: Path
) -> None:
    source = tmp_path / "source.txt"
    source.write_text("somebody's words")
    async with opened(seed) as pilot:
        await press(pilot, "S")
        pilot.app.screen.query_one(Input).value = str(source)
        await press(pilot, "enter")
        await pilot.app.workers.wait_for_complete([w for w in pilot.app.workers if w.group == "save"])
        await pilot.pause()
        assert "name another file" in " ".join(each.message for each in pilot.app._notifications)
    assert source.read_text() == "somebody's words"


async def test_s_saves_by_the_template_of_the_settings(seed: Article) -> None:
    app = Newsreader([seed], Preferences(template="brief"))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "]q", "s")
        await app.workers.wait_for_complete([w for w in app.workers if w.group == "save"])
        await pilot.pause()
    (saved,) = Path.cwd().glob("*.md")
    assert "## Figures" not in saved.read_text(encoding="utf-8")
