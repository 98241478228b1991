"""Every action of what lies over the reading screen, by each of its keys: what it changes there."""

import os

import pytest
from textual.pilot import Pilot

from reader.app.app import Newsreader
from reader.app.keys import _TEXTUAL
from reader.app.screens.dialog import Dialog
from reader.app.widgets.outline_pane import OutlinePane
from reader.document.article import Article, Media
from reader.preferences.action import Action
from reader.preferences.keymap import USUAL
from reader.preferences.settings import Preferences
from tests.app.conftest import filled, reading, screen_text

OPENED = {
    "map": ("M",), "note": ("]", "q", "a"), "prompt": ("/",), "help": ("?",), "picture": ("p",), "why": ("]", "q", "i"),
    "select": ("]", "q", "v"), "check": ("c", "q"), "notes": ("g", "n"), "save": ("S",),
}  # fmt: skip
BEFORE = {
    "help.up": ("down", "down"), "help.page.up": ("pagedown",), "map.fit": ("+",), "queue.previous": ("n",),
    "queue.undo": ("c",), "notes.up": ("j",), "notes.page.up": ("G",), "notes.top": ("G",), "notes.undo": ("d",),
    "select.begin": ("w",), "select.swap": ("w",), "select.last": ("0",),
}  # fmt: skip
ACTIONS = [action for action in USUAL.actions if action.place in OPENED]
ELSEWHERE = {"picture.open"}
"""Opens a browser: not on a machine that runs tests."""


CLOSING = (".close", ".cancel", ".leave", ".keep", ".follow", "select.mark", "select.copy", "select.link")
"""What ends the ids of actions after which no dialog is left."""


async def press(pilot: Pilot[None], *keys: str) -> tuple[str, object]:
    """Press keys; what is on the screen then, and what is selected."""
    await pilot.press(*(_TEXTUAL.get(key, key) for key in keys))
    await pilot.pause()
    screen, panes = reading(pilot), pilot.app.screen.query(OutlinePane)
    return screen_text(pilot), (screen.view.chosen, screen.view.cursor, [pane.selected for pane in panes])


@pytest.mark.slow
@pytest.mark.parametrize("first", [True, False] if os.environ.get("NEWSREADER_ALL") else [True])
@pytest.mark.parametrize("place", OPENED)
async def test_what_its_actions_do(place: str, first: bool, seed: Article) -> None:
    """Each by its *first* key, or, with `NEWSREADER_ALL=1`, by all others too."""
    media = tuple(Media("figure", f"https://news.example/{name}.png", name) for name in "ab")
    found = Article(seed.text, seed.uri, media=media)
    app = Newsreader([found], Preferences(pictures="off"))
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await filled(pilot)
        for quote in screen.session.outline.direct[:3] * 10 if place == "notes" else ():
            assert screen.notebook is not None
            screen.notebook.add(found, quote.span, "a note")
        for action in ACTIONS:
            if action.place == place and action.id not in ELSEWHERE:
                for key in action.keys[:1] if first else action.keys[1:]:
                    await _try(pilot, action, key)


async def _try(pilot: Pilot[None], action: Action, key: str) -> None:
    """Open the dialog, press the key, and close what is open then."""
    app = pilot.app
    await press(pilot, *(("g", "g") if "]" in OPENED[action.place] else ()), *OPENED[action.place])
    before = await press(pilot, *BEFORE.get(action.id, ()))
    assert isinstance(app.screen, Dialog)
    after = await press(pilot, key)
    assert (not isinstance(app.screen, Dialog)) == action.id.endswith(CLOSING), (action.id, key)
    assert after != before or app.focused is not None, (action.id, key)
    while isinstance(app.screen, Dialog):
        await press(pilot, "escape")
