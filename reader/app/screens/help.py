"""Every key, or those of one place; what is typed after / looks through them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.app.keys import bindings, readable
from reader.app.screens.dialog import Dialog
from reader.app.widgets.fields import LineField
from reader.preferences.action import Action

_KEYS_WIDTH = 20


class HelpScreen(Dialog[None]):
    """Lists *actions* by group under an *introduction*."""

    place = "help"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]

    def __init__(self, actions: Iterable[Action], introduction: str = "") -> None:
        super().__init__()
        self._actions, self._introduction = [*actions], introduction

    def compose(self) -> ComposeResult:
        """One scrolling text over the line to search in."""
        with Vertical(id="help-box"):
            with VerticalScroll(id="help-scroll", can_focus=False):
                yield Static(id="help-text")
            search = LineField(
                id="help-search", placeholder="/ look for a key or a word     esc close", compact=True
            )
            search.can_focus = False
            yield search

    def on_mount(self) -> None:
        """Show all."""
        self._show("")

    @on(LineField.Changed)
    def search(self, event: LineField.Changed) -> None:
        """Show what fits the words that were typed."""
        self._show(event.value)

    @on(LineField.Submitted)
    def searched(self) -> None:
        """Keys are keys again."""
        self.action_search(False)

    def _show(self, query: str) -> None:
        fitting = [action for action in self._actions if _fits(action, query)]
        parts = [*_lines(fitting)] or ["No key and no action has these words."]
        head = [f"{self._introduction}\n\n"] if self._introduction and not query else []
        self.query_one("#help-text", Static).update(Content.assemble(*head, *parts))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_search(self, begin: bool) -> None:
        """Begin to search, or end it."""
        search = self.query_one(LineField)
        search.can_focus = begin
        if begin:
            search.focus()
        else:
            self.set_focus(None)

    def action_close(self) -> None:
        """End the search, then close."""
        if self.query_one(LineField).has_focus:
            self.action_search(False)
        else:
            self.dismiss(None)

    def action_scroll(self, count: int) -> None:
        """Scroll by *count* lines."""
        self.query_one(VerticalScroll).scroll_relative(y=count, animate=False)


def _fits(action: Action, query: str) -> bool:
    """Whether every word of *query* stands in the action's words, or it is one of its keys."""
    keys = [readable(key) for key in action.keys]
    if query.strip() in keys:
        return True
    text = f"{action.id} {action.label} {action.help} {action.group} {' '.join(keys)}".casefold()
    return all(word in text for word in query.casefold().split())


def _lines(actions: Iterable[Action]) -> Iterator[str | tuple[str, str]]:
    for group, members in groupby(actions, key=lambda action: action.group):
        yield (f"{group}\n", "bold")
        for action in members:
            keys = "  ".join(map(readable, action.keys)) or "palette"
            yield from ((f"  {keys:<{_KEYS_WIDTH}}", "bold $text-accent"), f"{action.help}\n")
        yield "\n"
