"""Writing a note on a passage."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.app.keys import bindings
from reader.app.screens.dialog import Dialog
from reader.app.widgets.fields import TextField
from reader.sanitise import printable


class NoteScreen(Dialog[str | None]):
    """Shows the passage and takes the reader's words; gives them, or None when they are thrown away."""

    place = "note"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("note")]

    def __init__(self, passage: str, body: str = "", *, typed: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._typed = typed
        self._passage, self._body = printable(" ".join(passage.split())), body
        self._warned = False

    def compose(self) -> ComposeResult:
        """The passage, the text area, and the keys."""
        with Vertical(id="note-box"):
            yield Static(Content(self._passage), id="note-passage")
            yield TextField(self._body, id="note-body")
            yield Static(Content("ctrl+s keep   esc leave   an empty note is removed"), id="note-keys")

    @on(TextField.Changed)
    def tell(self) -> None:
        """Let the screen below keep each word as it is typed: no end of the program takes it away."""
        self._warned = False
        words = self.query_one(TextField).given
        if self._typed and words != self._body:
            self._typed(words)

    def on_mount(self) -> None:
        """Go on where the note ends."""
        area = self.query_one(TextField)
        area.move_cursor(area.document.end)
        area.focus()

    def action_keep(self) -> None:
        """Give the words to the screen, which writes them down."""
        self.dismiss(self.query_one(TextField).given)

    def action_leave(self) -> None:
        """Leave without a change; words that were typed go only on a second press."""
        if self.query_one(TextField).given != self._body and not self._warned:
            self._warned = True
            self.query_one("#note-keys", Static).update(
                Content("Not kept yet: ctrl+s keeps it, esc again throws it away")
            )
            return
        self.dismiss(None)
