"""Widths and heights of the reading screen, and what stays in sight."""

import pytest
from textual.pilot import Pilot

from reader.document.article import Article
from reader.document.outline import Outline
from tests.app.conftest import Opener, press, reading, screen_text


async def test_under_120_columns_the_outline_is_a_drawer(seed: Article, opened: Opener) -> None:
    async with opened(seed, size=(80, 24)) as pilot:
        screen = reading(pilot)
        assert not screen.pane.display
        await press(pilot, "tab")
        assert screen.pane.display
        assert "all  quotes  figures" in screen_text(pilot)
        assert screen.view.size.width == screen.pane.size.width, "the article keeps its lines"
        await press(pilot, "enter")
        assert not screen.pane.display


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (40, 3), (300, 80)])
async def test_no_size_is_too_small_and_the_place_is_kept(
    seed: Article, seed_outline: Outline, opened: Opener, size: tuple[int, int]
) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "]q", "]q", "]q")
        await pilot.resize_terminal(*size)
        await press(pilot, "tab", "j", "enter", "k")
        await pilot.resize_terminal(120, 40)
        await press(pilot, "[q")
        assert reading(pilot).view.selected in [quote.span for quote in seed_outline.direct]


async def test_the_cursor_stays_in_sight_on_resize(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await press(pilot, "]q", "]q", "]q", "]q", "]q")
        for size in ((80, 24), (40, 12), (60, 8)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.view.selected is not None
            words = screen.view.selected.text(seed.text)
            assert words[:12] in screen_text(pilot)


@pytest.mark.parametrize("size", [(19, 24), (80, 4), (1, 1)])
async def test_a_tiny_screen_says_so_and_grows_back(
    seed: Article, opened: Opener, size: tuple[int, int]
) -> None:
    async with opened(seed) as pilot:
        await press(pilot, "]q", "tab")
        before = without_scrollbars(pilot)
        await pilot.resize_terminal(*size)
        await pilot.pause(0.1)
        shown = " ".join(screen_text(pilot).split())
        assert "Too small: 20 × 5 is needed.".startswith(shown[:6]) or size == (1, 1)
        assert "Bakhmut" not in shown
        await pilot.resize_terminal(120, 40)
        await pilot.pause(0.1)
        assert without_scrollbars(pilot) == before


def without_scrollbars(pilot: Pilot[None]) -> str:
    return screen_text(pilot).translate(dict.fromkeys(map(ord, "▁▂▃▄▅▆▇█"), " "))
