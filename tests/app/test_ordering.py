"""Figures in other orders: none is lost, and those that belong together stand together."""

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from reader.analysis import outline_of
from reader.app.ordering import ORDERS, head_noun, ordered
from reader.document.article import Article
from reader.document.outline import Outline
from tests.app.conftest import Opener, reading, screen_text

TEXT = (
    "The port moved 410 tonnes of wheat and 90 tonnes of rye. Two ships waited. "
    "Twelve people came, then 30 people more. It cost $5 million. Four ships left."
)
FIGURES = outline_of(Article(TEXT, "port")).figures


@given(st.permutations(FIGURES), st.sampled_from(ORDERS))
def test_no_figure_is_lost(figures: list, order: str) -> None:  # type: ignore[type-arg]
    found = ordered(TEXT, tuple(figures), order)  # type: ignore[arg-type]
    assert sorted(each.id for each in found) == sorted(each.id for each in figures)


def test_figures_of_one_thing_stand_together() -> None:
    nouns = [head_noun(TEXT, each) for each in ordered(TEXT, FIGURES, "counted")]
    assert [noun for noun, _ in groupby(nouns)] == list(dict.fromkeys(nouns))
    assert "ship" in nouns


def test_the_largest_of_a_unit_comes_first() -> None:
    tonnes = [each.value for each in ordered(TEXT, FIGURES, "amount") if each.unit == "t"]
    assert tonnes == [410, 90]


async def test_a_key_goes_through_the_orders(opened: Opener) -> None:
    async with opened(Article(TEXT, "port.txt"), size=(120, 40)) as pilot:
        await pilot.press("f", "f", "f", "s", "f", "s")
        await pilot.pause()
        assert reading(pilot).session.order == "counted"
        assert "FIGURES · by what is counted" in screen_text(pilot)
        await pilot.press("f", "s")
        await pilot.pause()
        assert reading(pilot).session.order == "text"


def test_an_outline_without_figures_has_none_in_any_order() -> None:
    assert all(ordered("", Outline().figures, order) == [] for order in ORDERS)


async def test_people_stand_with_what_they_say(seed: Article, opened: Opener) -> None:
    async with opened(seed, size=(120, 40)) as pilot:
        await pilot.press("f", "p")
        await pilot.pause()
        lines = screen_text(pilot).splitlines()
        first = next(number for number, line in enumerate(lines) if "Hanna Maliar · " in line)
        assert "“The most active military" in lines[first + 1]
