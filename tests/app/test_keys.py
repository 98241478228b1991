"""Keys of one's own work where they are pressed, and are shown where keys are shown."""

import pytest
from textual import events
from textual.pilot import Pilot

from reader.app.app import Newsreader
from reader.document.article import Article
from reader.document.outline import Outline
from reader.preferences.keymap import keymap
from reader.preferences.settings import Preferences
from tests.app.conftest import filled, screen_text, until


@pytest.fixture
def own() -> Preferences:
    found, _ = keymap(
        "default", {"next.quote": ["ctrl+n", "x q"], "tab.quotes": "Q", "help.close": "X", "keys": "f9"}
    )
    return Preferences(keymap=found)


async def press(pilot: Pilot[None], *keys: str) -> str:
    await pilot.press(*keys)
    await pilot.pause()
    return screen_text(pilot)


async def test_keys_of_ones_own_work_and_are_shown(
    seed: Article, seed_outline: Outline, own: Preferences
) -> None:
    app = Newsreader([seed], own)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await filled(pilot)
        await press(pilot, "ctrl+n")
        assert screen.view.selected == seed_outline.direct[0].span
        await press(pilot, "x", "q")
        assert screen.view.selected == seed_outline.direct[1].span
        await press(pilot, "right_square_bracket", "q")
        assert screen.view.selected == seed_outline.direct[1].span, "the usual key does nothing now"
        await press(pilot, "Q")
        assert screen.pane.tab == "quotes"
        assert "ctrl+n next quote" in screen_text(pilot)
        assert "ctrl+n  xq" in await press(pilot, "f9")
        assert "ctrl+n  xq" not in await press(pilot, "X")


async def test_the_help_is_searched(seed: Article) -> None:
    app = Newsreader([seed])
    async with app.run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        assert "a line down" in await press(pilot, "question_mark")
        found = await press(pilot, "slash", *"bug report")
        assert "versions, folders, terminal" in found
        assert "a line down" not in found
        assert "No key and no action" in await press(pilot, *"zzz")
        await press(pilot, "escape")
        assert "Jumps" not in await press(pilot, "escape")


async def test_f1_says_what_can_be_done_in_the_pane(seed: Article) -> None:
    app = Newsreader([seed])
    async with app.run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        assert "Quotes, figures, places and people are marked" in await press(pilot, "f1")
        await press(pilot, "escape", "tab")
        shown = await press(pilot, "f1")
        assert "every row is a range of the article" in shown
        assert "a line down" not in shown


async def test_the_text_for_a_bug_report_is_on_the_screen(seed: Article) -> None:
    app = Newsreader([seed])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await filled(pilot)
        await screen.run_action("doctor")
        await pilot.pause()
        assert "newsreader" in screen_text(pilot)
        await press(pilot, "end", "pagedown", "pagedown")
        assert "clipboard" in screen_text(pilot)
        assert "For a bug report" not in await press(pilot, "escape")


async def test_whoever_hesitates_sees_all_that_may_follow(seed: Article) -> None:
    app = Newsreader([seed])
    async with app.run_test(size=(80, 24)) as pilot:
        await filled(pilot)
        await press(pilot, "f")
        assert "sort figures" not in screen_text(pilot)
        await until(pilot, lambda: "sort figures" in screen_text(pilot))
        assert "fk more" in screen_text(pilot)
        shown = await press(pilot, "q")
        assert "sort figures" not in shown
        assert app.screen.query_one("#status").size.height == 1


async def test_keys_typed_ahead_of_a_dialog_without_focus_reach_it_at_once(seed: Article) -> None:
    app = Newsreader([seed])
    async with app.run_test(size=(120, 40)) as pilot:
        await filled(pilot)
        for key, character in (("question_mark", "?"), ("j", "j"), ("escape", None)):
            app.post_message(events.Key(key, character))
        await pilot.pause(0.1)
        await until(pilot, lambda: not app._early_keys and "Jumps" not in screen_text(pilot))
        assert app._early_keys == []
        assert "Jumps" not in screen_text(pilot)


async def test_a_key_that_comes_while_the_program_ends_is_no_error(seed: Article) -> None:
    app = Newsreader([seed])
    async with app.run_test(size=(120, 40)) as pilot:
        await filled(pilot)
    assert not app.screen_stack
    app.on_key(events.Key("j", "j"))
    app._hand_over()
