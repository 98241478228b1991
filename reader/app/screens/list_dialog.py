"""A list over the screen, drawn as the outline is: a title, rows, and the keys that matter."""

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.app.row import Row, Tab
from reader.app.screens.dialog import Dialog
from reader.app.widgets.outline_pane import OutlinePane
from reader.sanitise import printable, printable_lines

Answer = TypeVar("Answer")


class ListDialog(Dialog[Answer | None]):
    """Shows rows of which one is selected; what is done with it is up to those that derive from this."""

    DEFAULT_CLASSES = "list-dialog"
    keys: ClassVar[str] = "Enter passage   esc back"
    """What stands at the foot."""

    def compose(self) -> ComposeResult:
        """What is shown, the list, and the keys."""
        with Vertical(classes="list-box"):
            yield Static(classes="list-title")
            yield OutlinePane(id="rows", tabbed=False)
            yield Static(Content(self.keys), classes="list-keys")

    def on_mount(self) -> None:
        """Keys are for the list."""
        self.pane.activate(True)

    @property
    def pane(self) -> OutlinePane:
        """The list."""
        return self.query_one("#rows", OutlinePane)

    def show(self, title: str, rows: list[Row], tab: Tab) -> None:
        """Show *rows* under a *title*; one that can be selected is."""
        self.query_one(".list-title", Static).update(Content(printable(title)))
        self.pane.show(rows, tab)
        if self.pane.selected is None:
            self.pane.move(1)

    def tell(self, sentence: str) -> None:
        """Say what went wrong."""
        self.notify(printable_lines(sentence), severity="error", markup=False)

    def action_move(self, count: int) -> None:
        """Down or up."""
        self.pane.move(count)

    def action_end(self, last: bool) -> None:
        """The first or the last."""
        self.pane.move_end(last=last)

    def action_close(self) -> None:
        """Back."""
        self.dismiss(None)
