"""Chords, bursts of keys and the mouse on the reading screen."""

from textual import events

from reader.document.article import Article
from tests.app.conftest import Opener, press, reading, screen_text, until


async def test_chords_show_what_may_follow(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "]")
        assert "next figure" in screen_text(pilot)
        await press(pilot, "x")
        assert "next figure" not in screen_text(pilot)


async def test_keys_are_listed_and_the_palette_finds_them(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "?")
        assert "item to source, and back" in screen_text(pilot)
        await press(pilot, "escape", "ctrl+p", *"summary")
        await pilot.pause(0.3)
        assert "Save" in screen_text(pilot)


async def test_the_mouse_selects_the_articles_own_words(seed: Article, opened: Opener) -> None:
    """Selected text is that of the article, whatever the lines on the screen."""
    async with opened(seed) as pilot:
        await pilot.mouse_down("#article", offset=(3, 4))
        await pilot.hover("#article", offset=(12, 5))
        await pilot.mouse_up("#article", offset=(12, 5))
        await pilot.pause()
        words = pilot.app.screen.get_selected_text()
        assert words is not None
        assert len(words) > 60
        assert words.strip() in seed.text


async def test_clicks_choose_rows_and_tabs(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await pilot.click("#outline", offset=(6, 0))
        await pilot.pause()
        assert screen.pane.tab == "quotes"
        await pilot.click("#outline", offset=(8, 4))
        await pilot.pause()
        assert screen.pane.selected is not None
        assert screen.view.selected == screen.pane.selected.span


async def test_arrow_and_page_keys_move_the_cursor(seed: Article, opened: Opener) -> None:
    async with opened(seed, size=(80, 12)) as pilot:
        screen = reading(pilot)
        await press(pilot, "G")
        last = screen.view.cursor
        await pilot.press("home", "down", "pagedown")
        assert 0 < screen.view.cursor < last
        await pilot.press("end")
        assert screen.view.cursor == last


async def test_keys_that_come_in_one_burst_all_arrive(seed: Article, opened: Opener) -> None:
    """`/drone⏎` in one packet of a slow line: the dialog that the first key opens gets the rest."""
    async with opened(seed) as pilot:
        for key, character in [("slash", "/"), *((each, each) for each in "drone"), ("enter", None)]:
            pilot.app.post_message(events.Key(key, character))
        await until(pilot, lambda: "“drone” 1 of" in screen_text(pilot))
        assert reading(pilot).session.finder.query == "drone"
        assert pilot.app.screen is reading(pilot)
