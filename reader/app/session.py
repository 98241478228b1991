"""The article that is being read, with all that is known of it: the screen's one piece of state."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.app.finding import Finder
from reader.app.jumps import History
from reader.app.ordering import ORDERS, Order
from reader.app.row import Target
from reader.app.targets import Targets
from reader.document.article import Article
from reader.document.languages import lacking
from reader.document.outline import Outline
from reader.document.span import Span
from reader.document.summaries import Choice

if TYPE_CHECKING:
    from reader.document.note import Note
    from reader.library import Library


@dataclass
class Session:
    """An article with outline, notes, jumps made and words looked for. Knows nothing of the screen.

    `state` is what the outline says instead of items or above them: that none are there yet, or why some are
    missing; `working`: what is still being done; `reported`: whether indirect quotes are shown; `order`: in which
    the figures are; `grouped`: quotes by speaker; `filter`: words of the items shown; `choice`: how the key
    sentences were chosen.
    """

    article: Article = field(default_factory=lambda: Article("", ""))
    outline: Outline = field(default_factory=Outline)
    notes: "list[Note]" = field(default_factory=list)
    state: str = ""
    working: str = ""
    reported: bool = False
    order: Order = "text"
    grouped: bool = False
    filter: str = ""
    choice: Choice = field(default_factory=Choice)
    targets: Targets = field(default_factory=Targets)
    history: History = field(default_factory=History)
    finder: Finder = field(default_factory=Finder)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return not self.article.text.strip()

    def take(self, outline: Outline) -> None:
        """Go on with a fuller outline."""
        self.outline = outline
        self._aim()

    def take_summary(self, outline: Outline, choice: Choice) -> None:
        """Go on with other key sentences."""
        self.choice = choice
        self.take(replace(self.outline, summary=outline.summary))

    def show_reported(self, shown: bool) -> None:
        """Show indirect quotes, or hide them."""
        self.reported = shown
        self._aim()

    @property
    def shown(self) -> Outline:
        """The outline with what the reader wants to see of it."""
        return self.outline if self.reported else self.outline.without_reported()

    def reorder(self) -> Order:
        """Show the figures in the next order; the answer is that order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        return self.order

    def _aim(self) -> None:
        from reader.app.rows import targets

        self.targets = Targets(targets(self.shown, self.notes))

    def finish(self, problem: str) -> None:
        """The analysis is over."""
        self.working = ""
        self.state = problem or self.article.notice or lacking(self.outline.language)
        if not problem and self.outline.analysed < len(self.article.text):
            read = f"{self.outline.analysed:,}"
            self.state = f"Only the first {read} characters of this very long text are in the outline."

    def take_notes(self, library: "Library") -> None:
        """Go on with the notes as they are now. Raises LibraryError."""
        self.notes = library.notes(self.article.sha256)
        self._aim()

    def notes_on(self, span: Span) -> "list[Note]":
        """The notes on exactly this passage, in the order in which they were written."""
        return [note for note in self.notes if note.span == span]

    def note_of(self, target: Target | None, span: Span) -> "Note | None":
        """The note that is meant: the one of a selected row, else the last on exactly this passage."""
        if target and target.kind in {"note", "unplaced"}:
            return next((note for note in self.notes if f"n{note.id}" == target.id), None)
        return next(reversed(self.notes_on(span)), None)

    @property
    def unchecked(self) -> "list[Target]":
        """The quotes and figures that nobody has confirmed or disputed, in the order of the text."""
        checked = {note.span for note in self.notes if note.status != "unchecked"}
        kinds = {"quote", "reported", "figure"}
        return [each for each in self.targets.all if each.kind in kinds and each.span not in checked]

    def place(self, target: Target | None, selected: Span | None = None) -> str:
        """Where the reader is: quote 1 of 11; on the chain of a speaker which link of it. Empty for nothing."""
        if target is None:
            return ""
        if target.kind == "speaker":
            return target.links[target.spans.index(selected)] if selected in target.spans else "speaker"
        return self.targets.place(target)
