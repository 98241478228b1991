"""How the screen looks, at the sizes that decide its layout, dark and light."""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from reader.app.app import Newsreader
from reader.document.article import Article
from tests.app.conftest import filled, settled

Compare = Callable[..., bool]
Run = Callable[[Pilot[None]], Awaitable[None]]


def _after(theme: str, *keys: str) -> Run:
    async def run(pilot: Pilot[None]) -> None:
        pilot.app.theme = theme
        await filled(pilot)
        pilot.app.clear_notifications()  # that the theme is another one is said for some seconds only
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        pilot.app.clear_notifications()
        await settled(pilot)

    return run


QUOTE = ("right_square_bracket", "q")


class Look(NamedTuple):
    """A size, a theme and keys, and why a picture is kept of it."""

    size: tuple[int, int]
    theme: str
    keys: tuple[str, ...]
    why: str


LOOKS = [
    Look(
        (120, 40),
        "lamp",
        QUOTE,
        "both panes, the selected quote strong here and weak there, cue and speaker tinted",
    ),
    Look(
        (120, 40),
        "paper",
        (*QUOTE, "enter", "j"),
        "light; the outline has the keys: its row is the strong one",
    ),
    Look(
        (200, 50),
        "lamp",
        ("f", "q", "r", "tab"),
        "room to spare: the measure stays, reported speech, sourcing strip",
    ),
    Look(
        (200, 50),
        "paper",
        ("f", "slash", *"drone", "enter"),
        "light and wide: a filter and the line that says so",
    ),
    Look((80, 24), "lamp", (*QUOTE, "tab"), "the drawer lies beneath the article and hides no source"),
    Look((80, 24), "paper", ("f", "f", "tab"), "figures aligned at the decimal point in a drawer"),
    Look(
        (60, 20),
        "paper",
        ("slash", *"drones", "enter"),
        "narrow: words found, their count, hints that give way",
    ),
    Look((60, 20), "sixteen", (*QUOTE, "i"), "sixteen colours, and a sentence over the text"),
]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.size[0]}x{look.size[1]}-{look.theme}")
def test_look(snap_compare: Compare, seed: Article, look: Look) -> None:
    run = _after(look.theme, *look.keys)
    assert snap_compare(Newsreader([seed]), terminal_size=look.size, run_before=run), look.why


def test_look_of_a_note(snap_compare: Compare, seed: Article) -> None:
    keys = _after("lamp", *QUOTE, "a", *"Checked by telephone.")
    assert snap_compare(Newsreader([seed]), terminal_size=(100, 30), run_before=keys)


def test_look_of_the_keys(snap_compare: Compare, seed: Article) -> None:
    assert snap_compare(
        Newsreader([seed]), terminal_size=(100, 40), run_before=_after("paper", "question_mark")
    )
