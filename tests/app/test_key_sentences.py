"""Key sentences by other methods and in other numbers, each linked to its place."""

from importlib.util import find_spec

import pytest
from textual.pilot import Pilot

from reader.document.article import Article
from reader.document.summaries import FEWEST, METHODS, MOST, WITH_NUMPY, Choice
from tests.app.conftest import Opener, reading, screen_text, until

ABLE = [method for method in METHODS if method not in WITH_NUMPY or find_spec("numpy")]


async def chosen(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait for the sentences."""
    before = reading(pilot).session.outline.summary
    await pilot.press(*keys)
    await until(pilot, lambda: reading(pilot).session.outline.summary != before)


def test_methods_and_numbers_go_round() -> None:
    choice = Choice()
    for _ in ABLE:
        choice = choice.next_method()
    assert choice == Choice()
    assert [Choice().next_number(now).wanted for now in (FEWEST, MOST, 0)] == [FEWEST + 1, FEWEST, FEWEST]


async def test_a_key_changes_their_number(seed: Article, opened: Opener) -> None:
    async with opened(seed, size=(120, 40)) as pilot:
        number = len(reading(pilot).session.outline.summary)
        await chosen(pilot, "f", "k")
        assert len(reading(pilot).session.outline.summary) == (number + 1 if number < MOST else FEWEST)
        assert "key sentences by lead-centroid" in screen_text(pilot)


async def test_a_key_changes_the_method_and_the_sentences_stay_linked(seed: Article, opened: Opener) -> None:
    async with opened(seed, size=(120, 40)) as pilot:
        await chosen(pilot, "f", "m")
        session = reading(pilot).session
        assert session.choice.method == ABLE[1]
        assert {each.span for each in session.outline.summary} <= {
            target.span for target in session.targets.all
        }
        assert session.outline.quotes


def test_methods_that_need_numpy_are_passed_over_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.document.summaries.find_spec", lambda name: None)
    seen = []
    choice = Choice()
    for _ in METHODS:
        choice = choice.next_method()
        seen.append(choice.method)
    assert not WITH_NUMPY & set(seen)
    assert "luhn" in seen
