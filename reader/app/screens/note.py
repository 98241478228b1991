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
from reader.app.waiting import AGAIN
from reader.app.widgets.fields import TextField
from reader.sanitise import printable

_KEYS = "ctrl+s keep   esc leave   an empty note is removed"
_WAITING = (
    "Not in the library yet: another program is writing to it. These words stay here until it has finished."
)


class NoteScreen(Dialog[str | None]):
    """Shows the passage and takes the reader's words; gives them, or None when they are thrown away."""

    place = "note"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("note")]

    def __init__(
        self,
        passage: str,
        body: str = "",
        *,
        typed: Callable[[str], None] | None = None,
        waits: Callable[[], bool] = lambda: False,
    ) -> None:
        """*typed* writes down what is there so far; *waits* says whether that is yet to be done."""
        super().__init__()
        self._typed, self._waits = typed, waits
        self._is_leaving = self._is_watching = False
        self._passage, self._body = printable(" ".join(passage.split())), body
        self._warned = False

    def compose(self) -> ComposeResult:
        """The passage, the text area, and the keys."""
        with Vertical(id="note-box"):
            yield Static(Content(self._passage), id="note-passage")
            yield TextField(self._body, id="note-body")
            yield Static(Content(_KEYS), id="note-keys")

    @on(TextField.Changed)
    def tell(self) -> None:
        """Let the screen below keep each word as it is typed: no end of the program takes it away."""
        self._warned = self._is_leaving = False
        words = self.query_one(TextField).given
        if self._typed and words != self._body:
            self._typed(words)
            if self._waits() and not self._is_watching:
                self._say_state()

    def on_mount(self) -> None:
        """Go on where the note ends."""
        area = self.query_one(TextField)
        area.move_cursor(area.document.end)
        area.focus()

    def action_keep(self) -> None:
        """Give the words to the screen, which writes them down; what is not in the library yet stays until it is."""
        if self._waits():
            self._is_leaving = True
        else:
            self.dismiss(self.query_one(TextField).given)

    def _say_state(self) -> None:
        """While words wait for the library, say so; then leave, if that was asked for meanwhile."""
        was_watching, self._is_watching = self._is_watching, self._waits()
        if self._is_watching != was_watching:
            self._tell(_WAITING if self._is_watching else _KEYS)
        if self._is_watching:
            self.set_timer(AGAIN, self._say_state)
        elif self._is_leaving:
            self.action_keep()

    def _tell(self, words: str) -> None:
        self.query_one("#note-keys", Static).update(Content(words))

    def action_leave(self) -> None:
        """Leave without a change; words that were typed go only on a second press."""
        if self.query_one(TextField).given != self._body and not self._warned:
            self._warned = True
            self._tell("Not kept yet: ctrl+s keeps it, esc again throws it away")
            return
        self.dismiss(None)
