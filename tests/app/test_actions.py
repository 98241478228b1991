"""Every action of the keymap, by each of its keys: what it changes on the screen."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.app.app import Newsreader
from reader.app.keys import _TEXTUAL
from reader.app.screens.reading import ReadingScreen
from reader.app.widgets.background import Background
from reader.document.article import Article
from reader.document.note import Note
from reader.document.span import Span
from reader.preferences.action import Action
from reader.preferences.keymap import USUAL
from tests.app.conftest import filled, reading, until, write_note
from tests.generator import article

ACTIONS = [action for action in USUAL.at("reading") if action.keys and action.id != "suspend"]
"""Suspending needs a real terminal: test_hostile_terminals.py."""


@dataclass(frozen=True)
class State:
    """What an action can change."""

    cursor: int
    selected: Span | None
    row: str
    tab: str
    outline: bool
    zen: bool
    reported: bool
    order: str
    grouped: bool
    choice: object
    measure: int
    article: str
    dialog: str
    said: int
    query: str
    open: bool
    notes: tuple[Note, ...]
    murmur: str


def state(pilot: Pilot[None]) -> State:
    screen, top = reading(pilot), pilot.app.screen
    session, row = screen.session, screen.pane.selected
    return State(
        screen.view.cursor, screen.view.selected, row.id if row else "", screen.pane.tab, screen.pane.is_active,
        screen.has_class("-zen"), session.reported, session.order, session.grouped, session.choice,
        screen.view.measure, session.article.uri, "" if top is screen else type(top).__name__,
        len(pilot.app._notifications), session.finder.query, pilot.app.is_running,
        tuple(session.notes), screen._murmur,
    )  # fmt: skip


_KINDS = ("quote", "section", "figure", "place", "person", "reported")
CHANGES: dict[str, tuple[tuple[str, ...], str]] = {
    "follow": (("] q",), "outline"),
    **{
        f"next.{kind}": ((), "selected")
        for kind in ("quote", "section", "figure", "place", "person", "reported")
    },
    **{
        f"previous.{kind}": (("G",), "selected")
        for kind in ("quote", "section", "figure", "place", "person", "reported")
    },
    "next.note": ((), "selected"),
    "previous.note": (("G",), "selected"),
    "back": (("] q", "] q"), "cursor"),
    "forward": (("] q", "] q", "<"), "cursor"),
    "last": (("] q", "] q"), "cursor"),
    "down": ((), "cursor"),
    "up": (("G",), "cursor"),
    "page.down": ((), "cursor"),
    "page.up": (("G",), "cursor"),
    "half.down": ((), "cursor"),
    "half.up": (("G",), "cursor"),
    "paragraph.down": ((), "cursor"),
    "paragraph.up": (("G",), "cursor"),
    "top": (("G",), "cursor"),
    "bottom": ((), "cursor"),
    "pane": ((), "outline"),
    "pane.article": (("l",), "outline"),
    "pane.outline": ((), "outline"),
    "map": ((), "dialog"),
    "zen": ((), "zen"),
    "wider": ((), "measure"),
    "narrower": ((), "measure"),
    "tab.all": (("f q",), "tab"),
    **{f"tab.{tab}": ((), "tab") for tab in ("quotes", "figures", "places", "people", "notes", "unnamed")},
    "filter": ((), "dialog"),
    "group": ((), "grouped"),
    "sort": ((), "order"),
    "method": ((), "choice"),
    "number": ((), "choice"),
    "reported": ((), "reported"),
    "why": (("] q",), "dialog"),
    "find": ((), "dialog"),
    "find.next": (("/", *"the", "enter"), "cursor"),
    "find.previous": (("/", *"the", "enter"), "cursor"),
    "select": ((), "dialog"),
    "note": ((), "dialog"),
    "note.more": (("] a",), "dialog"),
    "mark": ((), "notes"),
    "tag": ((), "dialog"),
    "delete": (("] a",), "notes"),
    "undo": (("m", "m"), "notes"),
    "redo": (("m", "u"), "notes"),
    "check.queue": ((), "dialog"),
    "check.confirm": (("] q",), "notes"),
    "check.dispute": (("] q",), "notes"),
    "check.uncheck": (("] q", "c c"), "notes"),
    "check.evidence": (("] q",), "dialog"),
    "notes": ((), "dialog"),
    "notes.take": ((), "murmur"),
    "save": ((), "said"),
    "save.as": ((), "dialog"),
    "copy": (("] q",), "said"),
    "copy.link": ((), "said"),
    "open": ((), "said"),
    "open.passage": ((), "said"),
    "picture": ((), "said"),
    "article.next": ((), "article"),
    "article.previous": (("J",), "article"),
    "library": ((), "dialog"),
    "dossier": (("] q",), "dialog"),
    "versions": ((), "murmur"),
    "whole": ((), "murmur"),
    "keys": ((), "dialog"),
    "help": ((), "dialog"),
    "palette": ((), "dialog"),
    "leave": (("l",), "outline"),
    "cancel": (("l",), "outline"),
    "quit": ((), "open"),
}
"""What is pressed before, and which part of the state the action changes."""


def test_every_action_with_a_key_is_tried() -> None:
    assert {action.id for action in ACTIONS} == set(CHANGES)


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(*(_TEXTUAL.get(part, part) for part in key.split()))
    await pilot.pause()


KEYS = [
    pytest.param(action, key, id=f"{action.id}-{key}")
    for action in ACTIONS
    for key in (action.keys if os.environ.get("NEWSREADER_ALL") else action.keys[:1])
]
"""Each action by its first key; `NEWSREADER_ALL=1` tries the others too."""


@pytest.mark.parametrize(("action", "key"), KEYS)
async def test_what_an_action_does(
    action: Action, key: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Background, "browse", lambda self, address: self.post_message(self.Said(address)))
    before_keys, part = CHANGES[action.id]
    app = Newsreader([_noted("one"), _noted("two")])
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await filled(pilot)
        _write_notes(screen)
        await press(pilot, *before_keys)
        before = state(pilot)
        await press(pilot, key)
        await until(pilot, lambda: getattr(state(pilot), part) != getattr(before, part))


def _noted(name: str) -> Article:
    return Article(article(22).text, f"/{name}.txt")


def _write_notes(screen: ReadingScreen) -> None:
    for quote in screen.session.outline.direct[1:3]:
        write_note(screen, quote.span, "checked")
