"""The versions of an article: what became of its quotes, and its words line by line."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from reader.app.keys import bindings
from reader.app.row import Row, Target
from reader.app.screens.list_dialog import ListDialog
from reader.desk.versions import Comparison
from reader.document.span import Span
from reader.sanitise import printable

if TYPE_CHECKING:
    from reader.desk.drift import Fate

_SAID = {
    "changed": "CHANGED QUOTES",
    "reattributed": "SAID TO BE OF SOMEBODY ELSE",
    "removed": "REMOVED QUOTES",
    "added": "NEW QUOTES",
    "moved": "MOVED QUOTES",
    "kept": "QUOTES AS THEY WERE",
}


class VersionsScreen(ListDialog[Span]):
    """Shows *comparisons* of an article with each earlier version, the latest first; the answer is a passage of it."""

    place = "versions"
    keys = "Enter passage   n an older version   esc back"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("versions")]

    def __init__(self, comparisons: list[Comparison]) -> None:
        super().__init__()
        self._comparisons = comparisons
        self._at = 0

    def on_mount(self) -> None:
        """Show the last change."""
        super().on_mount()
        self._show()

    def _show(self) -> None:
        shown = self._comparisons[self._at]
        words = f"Now, and as it was on {shown.day} · {self._at + 1} of {len(self._comparisons)}"
        self.show(words, [*rows(shown)], "quotes")
        self.pane.move_end(last=False)

    def action_older(self) -> None:
        """The version before, after the first the last again."""
        self._at = (self._at + 1) % len(self._comparisons)
        self._show()

    def action_follow(self) -> None:
        """Go to the passage."""
        target = self.pane.selected
        if target and target.spans:
            self.dismiss(target.span)


def rows(shown: Comparison) -> Iterator[Row]:
    """What became of the quotes, by verdict, and which lines are other."""
    for verdict, title in _SAID.items():
        fates = [fate for fate in shown.fates if fate.verdict == verdict]
        if fates:
            yield Row(title, "outline--header", right=str(len(fates)))
        for number, fate in enumerate(fates):
            yield from _fate(shown, fate, f"{verdict}{number}")
    if shown.lines:
        yield Row("LINES", "outline--header", right=str(len(shown.lines)))
    for number, line in enumerate(shown.lines):
        spans = (line.span,) if line.span else ()
        lead, style = ("+ ", "outline--figure") if line.span else ("− ", "outline--unnamed")
        yield Row(printable(line.words), style, Target("note", f"l{number}", spans), lead=lead)


def _fate(shown: Comparison, fate: "Fate", name: str) -> Iterator[Row]:
    spans = (fate.after,) if fate.after else ()
    words = (
        fate.after.text(shown.new.text)
        if fate.after
        else fate.before.text(shown.old.text)
        if fate.before
        else ""
    )
    speaker = fate.speaker_after or fate.speaker_before
    said = f"  {speaker}" if speaker else ""
    if fate.verdict == "reattributed":
        said = f"  {fate.speaker_after}, before {fate.speaker_before}"
    yield Row(printable(words), "outline--quote", Target("quote", name, spans), tail=printable(said))
    if fate.verdict == "changed" and fate.before:
        was = fate.before.text(shown.old.text)
        yield Row(printable(was), "outline--unnamed", Target("quote", f"{name}was", spans), lead="  was ")
