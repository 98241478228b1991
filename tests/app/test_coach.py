"""The first steps: shown once, one at a time, as they are made."""

from pathlib import Path

import pytest

from reader.app.app import Newsreader
from reader.app.coach import Coach
from reader.document.article import Article
from tests.app.conftest import filled, screen_text


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_four_steps_and_never_again(seed: Article, tmp_path: Path, size: tuple[int, int]) -> None:
    marker = tmp_path / "data" / "toured"
    app = Newsreader([seed], coach=Coach(marker))
    async with app.run_test(size=size) as pilot:
        await filled(pilot)
        seen = []
        steps = [("right_square_bracket", "q"), ("enter",), ("a", *"ok", "ctrl+s"), ("s",)]
        for keys in steps:
            seen.append(screen_text(pilot).splitlines()[-1])
            await pilot.press(*keys)
            await pilot.pause(0.1)
        assert [
            "Step 1 of 4" in seen[0],
            "Step 2 of 4" in seen[1],
            "Step 3 of 4" in seen[2],
            "Step 4" in seen[3],
        ]
        words = [
            "]q go to the next quote",
            "Enter to its row, and back",
            "a write a note",
            "s save the summary",
        ]
        assert [each for each, line in zip(words, seen, strict=True) if each not in line] == [], seen
        assert "Step" not in screen_text(pilot).splitlines()[-1]
        assert marker.exists()
    assert not Coach(marker).is_on


async def test_the_tour_can_be_taken_again(seed: Article) -> None:
    app = Newsreader([seed])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await filled(pilot)
        assert "Step" not in screen_text(pilot)
        await screen.run_action("tour")
        await pilot.pause()
        assert "Step 1 of 4" in screen_text(pilot)


def test_steps_that_were_not_begun_come_back(tmp_path: Path) -> None:
    coach = Coach(tmp_path / "toured")
    coach.remember()
    assert Coach(tmp_path / "toured").is_on
    assert coach.did("next.quote")
    assert not coach.did("save")
    coach.remember()
    assert not Coach(tmp_path / "toured").is_on


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    coach = Coach(tmp_path / "file" / "toured")
    assert coach.did("next.quote")
    coach.remember()
    assert coach.step == 1
