"""Selecting words by keyboard: a line of keys at the foot, the article above stays to be seen."""

from collections.abc import Callable
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from reader.app.keys import bindings
from reader.app.screens.dialog import Dialog
from reader.app.selection import KeyboardSelection, Sentences, sentences_near, words_near
from reader.app.widgets.article_view import ArticleView
from reader.document.span import Span

Unit = Literal["word", "sentence", "paragraph"]
_KEYS = "h l w b ) } move   v from here   o other end   a note   m mark   t tag   y copy   esc leave"


class SelectScreen(Dialog[str | None]):
    """Moves the selection in *view*; the answer is what is to be done with it, or None for nothing."""

    place = "select"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("select")]

    def __init__(
        self, view: ArticleView, start: Span, sentences: Callable[[], Sentences], question: str = ""
    ) -> None:
        super().__init__()
        self._view, self._question, self._sentences = view, question, sentences
        self._selection = KeyboardSelection(view.text, start)

    def compose(self) -> ComposeResult:
        """What is asked, and the keys."""
        words = f"{self._question}   Enter here   w b ) {{ }} move   v from here" if self._question else _KEYS
        yield Static(Content(words), id="select-keys")

    def on_mount(self) -> None:
        """Show what is selected to begin with."""
        self._show()

    def action_character(self, count: int) -> None:
        """A character left or right."""
        self._selection.by_character(count)
        self._show()

    def action_unit(self, unit: Unit, count: int) -> None:
        """A word, sentence or paragraph on or back."""
        selection, view = self._selection, self._view
        if unit == "word":
            units = words_near(view.text, selection.caret)
        elif unit == "paragraph":
            units = [*view.paragraphs]
        else:
            units = sentences_near(view.paragraphs, selection.caret, self._sentences())
        selection.by_unit(units, count)
        self._show()

    def action_line(self, count: int) -> None:
        """A line of the screen up or down, at the same character of it."""
        self._selection.go_to(self._view.beneath(self._selection.caret, count))
        self._show()

    def action_edge(self, last: bool) -> None:
        """To the first or last character of the line."""
        line = self._view.line_at(self._selection.caret)
        self._selection.go_to(max(line.start, line.end - 1) if last else line.start)
        self._show()

    def action_begin(self) -> None:
        """Begin the selection where the cursor is."""
        self._selection.begin()
        self._show()

    def action_swap(self) -> None:
        """Move the other end."""
        self._selection.swap()
        self._show()

    def action_finish(self, action: str) -> None:
        """Leave the selection as it is, to do something with it."""
        self.dismiss(action)

    def _show(self) -> None:
        self._view.choose(self._selection.span.trimmed(self._view.text), self._selection.caret)
