"""Why an item is in the outline: rule, cue and links, at the foot of the screen until a key is pressed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.app.keys import bindings
from reader.app.screens.dialog import Dialog
from reader.sanitise import printable_lines


class WhyScreen(Dialog[None]):
    """Shows the *reasons*, over as few lines as they take: the passage above stays to be seen."""

    place = "why"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("why")]

    def __init__(self, reasons: str) -> None:
        super().__init__()
        self._reasons = reasons

    def compose(self) -> ComposeResult:
        """The reasons."""
        box = VerticalScroll(Static(Content(printable_lines(self._reasons))), id="why-box", can_focus=False)
        box.border_title = "why this is here"
        box.border_subtitle = "esc closes"
        yield box
