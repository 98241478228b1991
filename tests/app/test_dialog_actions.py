"""Every action of what lies over the reading screen, by each of its keys: what it changes there."""

import pytest
from textual.pilot import Pilot

from reader.app.app import Newsreader
from reader.app.keys import _TEXTUAL
from reader.app.screens.dialog import Dialog
from reader.document.article import Article, Media
from reader.preferences.actions import Action
from reader.preferences.keymap import USUAL
from reader.preferences.settings import Preferences
from tests.app.conftest import filled, screen_text

OPENED = {
    "map": ("M",), "note": ("]", "q", "a"), "prompt": ("/",), "help": ("?",), "picture": ("p",), "why": ("]", "q", "i"),
}  # fmt: skip
BEFORE = {"help.up": ("down", "down"), "help.page.up": ("pagedown",), "map.fit": ("+",)}
ACTIONS = [action for action in USUAL.actions if action.place in OPENED]
ELSEWHERE = {"picture.open"}
"""Opens a browser: not on a machine that runs tests."""


async def press(pilot: Pilot[None], *keys: str) -> str:
    await pilot.press(*(_TEXTUAL.get(key, key) for key in keys))
    await pilot.pause(0.05)
    return screen_text(pilot)


@pytest.mark.parametrize(
    "action", [each for each in ACTIONS if each.id not in ELSEWHERE], ids=lambda each: each.id
)
async def test_what_an_action_does(action: Action, seed: Article) -> None:
    media = tuple(Media("figure", f"https://news.example/{name}.png", name) for name in "ab")
    found = Article(seed.text, seed.uri, media=media)
    for key in action.keys:
        app = Newsreader([found], Preferences(pictures="off"))
        async with app.run_test(size=(120, 30)) as pilot:
            await filled(pilot)
            for each in OPENED[action.place]:
                await press(pilot, each)
            before = await press(pilot, *BEFORE.get(action.id, ()))
            assert isinstance(app.screen, Dialog)
            after = await press(pilot, key)
            closed = not isinstance(app.screen, Dialog)
            wanted = action.id.endswith((".close", ".cancel", ".leave", ".keep", ".follow"))
            assert closed == wanted, (action.id, key)
            assert after != before or app.focused is not None, (action.id, key)
