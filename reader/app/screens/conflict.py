"""Lines of a saved file that the reader and the new summary changed both: side by side, to be settled by a key."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.app.keys import bindings
from reader.app.screens.dialog import Dialog
from reader.export.merging import Conflict, Keep
from reader.sanitise import printable, printable_lines


class ConflictScreen(Dialog[Keep | None]):
    """Shows each of *conflicts* in two columns; the answer is whose lines count, or None to save nothing."""

    place = "conflict"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("conflict")]

    def __init__(self, path: Path, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__()
        self._path, self._conflicts = path, conflicts

    def compose(self) -> ComposeResult:
        """A title, two columns for each conflict, and the keys."""
        with Vertical(id="conflict-box"):
            title = f"{self._path.name} was changed by hand where the new summary changes it too"
            yield Static(Content(printable(title)), id="conflict-title")
            with VerticalScroll(id="conflict-scroll", can_focus=False):
                for each in self._conflicts:
                    with Horizontal(classes="conflict-sides"):
                        yield _side("in the file", each.file, "conflict-file")
                        yield _side("new", each.new, "conflict-new")
            yield Static(Content("f the file’s   n the new   b both   esc save nothing"), id="conflict-keys")

    def action_settle(self, keep: Keep) -> None:
        """Save with these lines."""
        self.dismiss(keep)


def _side(name: str, lines: tuple[str, ...], kind: str) -> Static:
    words = printable_lines("".join(lines)).strip("\n") or "(nothing)"
    return Static(Content.assemble((f"{name}\n", "dim"), words), classes=f"conflict-side {kind}")
