"""How the screen looks, at the sizes that decide its layout, dark and light."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from reader.app.app import Newsreader
from reader.document.article import Article
from tests.app.conftest import filled

Compare = Callable[..., bool]
Run = Callable[[Pilot[None]], Awaitable[None]]


def _after(theme: str, *keys: str) -> Run:
    async def run(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await filled(pilot)
        await pilot.press(*keys)
        await pilot.pause()

    return run


QUOTE = ("right_square_bracket", "q")


@pytest.mark.parametrize(
    ("size", "theme", "keys"),
    [
        ((120, 40), "lamp", QUOTE),
        ((120, 40), "paper", (*QUOTE, "enter", "j")),
        ((80, 24), "lamp", (*QUOTE, "tab")),
        ((60, 20), "paper", ("slash", *"drones", "enter")),
    ],
    ids=["wide", "wide-light-outline", "drawer", "narrow-find"],
)
def test_look(
    snap_compare: Compare, seed: Article, size: tuple[int, int], theme: str, keys: tuple[str, ...]
) -> None:
    assert snap_compare(Newsreader([seed]), terminal_size=size, run_before=_after(theme, *keys))


def test_look_of_a_note(snap_compare: Compare, seed: Article) -> None:
    keys = _after("lamp", *QUOTE, "a", *"Checked by telephone.")
    assert snap_compare(Newsreader([seed]), terminal_size=(100, 30), run_before=keys)


def test_look_of_the_keys(snap_compare: Compare, seed: Article) -> None:
    assert snap_compare(
        Newsreader([seed]), terminal_size=(100, 40), run_before=_after("paper", "question_mark")
    )
