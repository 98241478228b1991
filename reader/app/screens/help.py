"""Every key, from the table of actions."""

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.app.keys import ACTIONS
from reader.app.screens.dialog import Dialog

_KEYS_WIDTH = 18


class HelpScreen(Dialog[None]):
    """Lists the actions by group."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "dismiss(None)", "close", id="help.close"),
        Binding("j,down", "scroll(1)", "down", id="help.down"),
        Binding("k,up", "scroll(-1)", "up", id="help.up"),
        Binding("space,pagedown", "scroll(10)", "page down", id="help.page"),
    ]

    def compose(self) -> ComposeResult:
        """One scrolling text."""
        with VerticalScroll(id="help-box"):
            yield Static(Content.assemble(*_lines()), id="help-text")

    def action_scroll(self, count: int) -> None:
        """Scroll by *count* lines."""
        self.query_one(VerticalScroll).scroll_relative(y=count, animate=False)


def _lines() -> list[str | tuple[str, str]]:
    parts: list[str | tuple[str, str]] = []
    for group, actions in groupby(ACTIONS, key=lambda action: action.group):
        parts.append((f"{group}\n", "bold"))
        for action in actions:
            keys = "  ".join(key.replace(" ", "") for key in action.keys)
            parts += [(f"  {keys:<{_KEYS_WIDTH}}", "bold $text-accent"), f"{action.help}\n"]
        parts.append("\n")
    return parts
