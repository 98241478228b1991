"""One line to type in, at the foot of the screen: what to find, where to save."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.suggester import Suggester

from reader.app.keys import bindings
from reader.app.screens.dialog import Dialog
from reader.app.widgets.fields import LineField
from reader.sanitise import printable


class LastOfList(Suggester):
    """Offers to end the last word of a list with commas as one of those that are *known*."""

    def __init__(self, known: list[str]) -> None:
        super().__init__(use_cache=False)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last word ended."""
        before, comma, last = value.rpartition(",")
        begun = last.lstrip()
        found = next((each for each in self._known if begun and each.startswith(begun)), None)
        space = last[: len(last) - len(begun)]
        return f"{before}{comma}{space}{found}" if found else None


class Prompt(Dialog[str | None]):
    """Asks for one line; gives it, or None when the user thinks better of it."""

    place = "prompt"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("prompt")]

    def __init__(
        self,
        question: str,
        value: str = "",
        *,
        changed: Callable[[str], str] | None = None,
        known: Iterable[str] = (),
    ) -> None:
        """*changed* is told what is typed and gives what to say of it; *known* words are offered as an end."""
        super().__init__()
        self._question, self._value, self._changed, self._known = question, value, changed, [*known]

    def compose(self) -> ComposeResult:
        """The input line."""
        again = self._changed is not None  # what is looked for is typed anew
        suggester = LastOfList(self._known) if self._known else None
        line = LineField(self._value, select_on_focus=again, suggester=suggester)
        line.border_title = Content(printable(self._question))
        yield line

    @on(LineField.Changed)
    def tell(self, event: LineField.Changed) -> None:
        """Let the screen below follow what is typed, and show what it says of it."""
        if self._changed:
            event.input.border_subtitle = Content(printable(self._changed(event.value)))

    @on(LineField.Submitted)
    def done(self) -> None:
        """Give the line."""
        self.dismiss(self.query_one(LineField).given)
