"""A text to be read and copied: a bug report, or words that no clipboard took."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.app.keys import bindings
from reader.app.screens.dialog import Dialog
from reader.app.widgets.fields import TextField
from reader.sanitise import printable


class ShownScreen(Dialog[None]):
    """Shows *text* under *title*; it can be selected and copied, not changed."""

    place = "shown"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("shown")]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The text between its title and the keys."""
        with Vertical(id="shown-box"):
            yield Static(Content(printable(self._title)), id="shown-title")
            yield TextField(self._text, id="shown-text", read_only=True, show_cursor=False)
            yield Static(Content("y copy   esc close"), id="shown-keys")

    def on_mount(self) -> None:
        """Keys scroll at once."""
        self.query_one(TextField).focus()

    def action_copy(self) -> None:
        """Copy all of it."""
        self.app.copy_to_clipboard(self._text)
        self.notify("Sent to the terminal’s clipboard (OSC 52); a few terminals ignore it.", markup=False)
