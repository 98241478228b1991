"""The map: what it shows, and the way from a place to its passage."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.app.map.braille import Canvas
from reader.app.map.labels import labels
from reader.app.map.view import View, drawn
from reader.app.screens.map import MapScreen
from reader.app.screens.reading import ReadingScreen
from reader.document.article import Article
from tests.app.conftest import Opener, screen_text

degrees = st.tuples(st.floats(-80, 80), st.floats(-179, 179))
sizes = st.tuples(st.integers(10, 200), st.integers(4, 60))


@given(st.lists(degrees, min_size=1, max_size=12), sizes)
def test_every_place_is_on_the_map_that_fits_them(
    places: list[tuple[float, float]], size: tuple[int, int]
) -> None:
    view = View.around(places, *size)
    assert all(view.cell(*place) for place in places)


@pytest.mark.slow
@settings(max_examples=15)
@given(st.lists(degrees, max_size=3), sizes, st.lists(st.sampled_from([0.6, 1.6]), max_size=12))
def test_a_map_fills_its_size_at_every_scale(
    places: list[tuple[float, float]], size: tuple[int, int], zooms: list[float]
) -> None:
    view = View.around(places, *size)
    for factor in zooms:
        view = view.zoomed(factor).moved(0.3, -0.3)
    rows = drawn(view)
    assert len(rows) == size[1]
    assert all(len(row) == size[0] for row in rows)


@given(st.lists(st.tuples(st.integers(0, 39), st.integers(0, 9)), min_size=1, max_size=15))
def test_names_never_cover_each_other(cells: list[tuple[int, int]]) -> None:
    found = labels(cells, [f"Place {number}" for number in range(len(cells))], 0, 40)
    marks = [(each.column, each.row) for each in found if not each.words.startswith("Place")]
    assert sorted(marks) == sorted(set(cells))
    names = [each for each in found if each.words.startswith("Place")]
    taken = [
        (column, each.row) for each in names for column in range(each.column, each.column + len(each.words))
    ]
    assert len(taken) == len(set(taken))
    assert all(0 <= column < 40 for column, _ in taken)


def test_a_line_is_drawn_from_end_to_end() -> None:
    canvas = Canvas(2, 1)
    canvas.line(0, 0, 3, 3)
    assert canvas.rows() == ["⠑⢄"]


async def test_a_place_leads_from_the_map_to_its_passage(opened: Opener, seed: Article) -> None:
    async with opened(seed, size=(100, 30)) as pilot:
        await pilot.press("M")
        await pilot.pause()
        assert isinstance(pilot.app.screen, MapScreen)
        shown = screen_text(pilot)
        assert "Bakhmut" in shown
        assert "not on the map: Klishchivka" in shown
        await pilot.press("j", "plus", "enter")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ReadingScreen)
        assert screen.view.selected is not None
        assert screen.view.selected.text(seed.text) == "Bakhmut"


async def test_an_article_without_places_says_so(opened: Opener) -> None:
    async with opened(Article("Nobody went anywhere.", "nowhere.txt"), size=(80, 24)) as pilot:
        await pilot.press("M")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReadingScreen)
