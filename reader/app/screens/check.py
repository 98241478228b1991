"""The check queue: what nobody has confirmed or disputed, one after the other, at the foot of the screen."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.app.keys import bindings
from reader.app.row import Target
from reader.app.screens.dialog import Dialog
from reader.document.note import Status
from reader.sanitise import printable_lines

if TYPE_CHECKING:
    from reader.app.screens.checking import CheckingScreen

_KEYS = "c confirmed  d disputed  n skip  p before  e evidence  a note  u undo  esc leave"
_OVER = "That was the last one. u takes a verdict back, esc leaves."


class CheckScreen(Dialog[None]):
    """Shows each item of *queue* in its place in *reading*."""

    place = "check"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("check")]

    def __init__(self, reading: "CheckingScreen", queue: list[Target]) -> None:
        super().__init__()
        self._reading, self._queue, self._at = reading, queue, 0
        self._given: list[int] = []

    def compose(self) -> ComposeResult:
        """Which item it is, what is known of it, and the keys."""
        with Vertical(id="check-box"):
            yield Static(id="check-item")
            yield Static(Content(_KEYS), id="check-keys")

    def on_mount(self) -> None:
        """Show the first."""
        self._show()

    def _show(self) -> None:
        box = self.query_one("#check-box")
        if self._at >= len(self._queue):
            box.border_title = Content(f"{len(self._given)} of {len(self._queue)} checked")
            self.query_one("#check-item", Static).update(Content(_OVER))
            return
        target = self._queue[self._at]
        self._reading.show_target(target)
        box.border_title = Content(f"unchecked {self._at + 1} of {len(self._queue)}")
        self.query_one("#check-item", Static).update(Content(printable_lines(self._about(target))))

    def _about(self, target: Target) -> str:
        """The item as it is claimed: the figure with its amount, or the words, with who said them."""
        session = self._reading.session
        article = session.article
        if target.quote:
            from reader.app.explain import said_by

            return f"{target.span.phrase(article.text)}\n— {said_by(article, target.quote)}"
        from reader.export.wording import amount

        figure = next(each for each in session.outline.figures if each.id == target.id)
        of = f" · {figure.of.phrase(article.text)}" if figure.of else ""
        return f"{amount(figure)}{of}"

    def action_give(self, status: Status) -> None:
        """Write the verdict down and go on."""
        if self._at < len(self._queue):
            span = self._queue[self._at].span
            notes = self._reading.session.notes_on(span)
            if self._reading.give(notes[-1] if notes else None, span, status):
                self._given.append(self._at)
                self.action_step(1)

    def action_step(self, count: int) -> None:
        """The next item, or the one before."""
        self._at = max(0, min(len(self._queue), self._at + count))
        self._show()

    def action_undo(self) -> None:
        """Take the last verdict back, and show its item."""
        if self._given:
            self._at = self._given.pop()
            self._reading.action_undo()
            self._show()

    def action_write(self, evidence: bool) -> None:
        """Write a note on the item, or what a verdict on it rests on; then the queue goes on."""
        if self._at < len(self._queue):
            self._show()
            if evidence:
                self._reading.action_evidence()
            else:
                self._reading.action_note(False)
