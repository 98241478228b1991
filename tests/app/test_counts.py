"""Counts before a key, and the way back to the last place, as vim and less have them."""

from hypothesis import given
from hypothesis import strategies as st

from reader.app.finding import Finder
from reader.app.jumps import History
from reader.document.article import Article
from reader.document.outline import Outline
from tests.app.conftest import Opener, reading, screen_text


async def test_a_count_does_it_so_often(seed: Article, seed_outline: Outline, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await pilot.press("5", "j")
        await pilot.pause()
        five = screen.view.cursor
        await pilot.press("g", "g", "j", "j", "j", "j", "j")
        await pilot.pause()
        assert screen.view.cursor == five
        await pilot.press("g", "g", "3", "right_square_bracket", "q")
        await pilot.pause()
        assert screen.view.selected == seed_outline.direct[2].span
        await pilot.press("9", "9", "right_square_bracket", "q")
        await pilot.pause()
        assert screen.view.selected == seed_outline.direct[-1].span


async def test_a_count_is_shown_and_forgotten_by_keys_that_take_none(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        await pilot.press("1", "2")
        await pilot.pause()
        assert "12 × …" in screen_text(pilot)
        await pilot.press("G", "g", "g", "j")
        await pilot.pause()
        screen = reading(pilot)
        one = screen.view.cursor
        await pilot.press("g", "g", "j")
        await pilot.pause()
        assert screen.view.cursor == one


async def test_the_last_place_is_one_key_away_and_so_is_the_way_back(seed: Article, opened: Opener) -> None:
    async with opened(seed) as pilot:
        screen = reading(pilot)
        await pilot.press("right_square_bracket", "q", "4", "right_square_bracket", "q")
        await pilot.pause()
        there = screen.view.cursor
        await pilot.press("apostrophe")
        await pilot.pause()
        before = screen.view.cursor
        assert before != there
        await pilot.press("apostrophe")
        await pilot.pause()
        assert screen.view.cursor == there


@given(st.integers(1, 12), st.integers(-1, 1).filter(bool), st.integers(0, 60))
def test_a_count_of_matches_is_as_many_single_steps(times: int, step: int, position: int) -> None:
    finder = Finder()
    finder.search("ab " * 7 + "x " * 20, "ab")
    here = finder.from_position(position)
    assert here is not None
    walked = here
    for _ in range(times):
        found = finder.beyond(walked, step)
        assert found is not None
        walked = found
    assert finder.beyond(here, step, times) == walked


def test_history_goes_as_far_as_it_can() -> None:
    history = History()
    assert history.last(0) is None
    history.jumped(0, 5)
    history.jumped(5, 9)
    assert history.go(-9) == 0
    assert history.go(-1) is None
    assert history.go(2) == 9
