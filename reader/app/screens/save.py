"""Where a summary is saved, and by which template."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.app.keys import bindings
from reader.app.screens.dialog import Dialog
from reader.app.widgets.fields import LineField
from reader.sanitise import printable


class SaveScreen(Dialog[tuple[str, str] | None]):
    """Asks for a path and one of *templates*; gives both, or None."""

    place = "save"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("save")]

    def __init__(self, path: str, templates: list[str], template: str | None) -> None:
        super().__init__()
        self._path, self._templates = path, templates
        self._at = templates.index(template) if template in templates else 0

    def compose(self) -> ComposeResult:
        """The path, and the template."""
        with Vertical(id="save-box") as box:
            box.border_title = "save the summary as"
            yield LineField(self._path, id="save-path", select_on_focus=False)
            yield Static(id="save-template")

    def on_mount(self) -> None:
        """Say which template it is."""
        self._show()

    def _show(self) -> None:
        names = "  ".join(
            f"[{name}]" if number == self._at else name for number, name in enumerate(self._templates)
        )
        self.query_one("#save-template", Static).update(
            Content(printable(f"template {names}   ctrl+t next   Enter save   esc cancel"))
        )

    def action_next_template(self) -> None:
        """Another template."""
        self._at = (self._at + 1) % len(self._templates)
        self._show()

    @on(LineField.Submitted)
    def done(self) -> None:
        """Give both."""
        self.dismiss((self.query_one(LineField).given, self._templates[self._at]))
