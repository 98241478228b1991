"""One line to type in, at the foot of the screen: what to find, where to save."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from reader.app.keys import bindings
from reader.app.screens.dialog import Dialog
from reader.sanitise import printable


class Prompt(Dialog[str | None]):
    """Asks for one line; gives it, or None when the user thinks better of it."""

    place = "prompt"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("prompt")]

    def __init__(
        self, question: str, value: str = "", *, changed: Callable[[str], str] | None = None
    ) -> None:
        super().__init__()
        self._question, self._value, self._changed = question, value, changed

    def compose(self) -> ComposeResult:
        """The input line."""
        line = Input(
            self._value, select_on_focus=self._changed is not None
        )  # what is looked for is typed anew
        line.border_title = self._question
        yield line

    @on(Input.Changed)
    def tell(self, event: Input.Changed) -> None:
        """Let the screen below follow what is typed, and show what it says of it."""
        if self._changed:
            event.input.border_subtitle = Content(printable(self._changed(event.value)))

    @on(Input.Submitted)
    def done(self, event: Input.Submitted) -> None:
        """Give the line."""
        self.dismiss(event.value)
