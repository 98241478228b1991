"""The notes on all articles: filtered while the filter is typed, each one key from its passage."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from reader.app.keys import bindings
from reader.app.note_rows import note_row, quoted
from reader.app.row import Row, Target
from reader.app.screens.list_dialog import ListDialog
from reader.desk.notes_query import chosen
from reader.document.counting import counted
from reader.document.note import Note
from reader.errors import LibraryError, QueryError
from reader.sanitise import printable, printable_lines

if TYPE_CHECKING:
    from reader.desk.annotating import Notebook
    from reader.library.notes import Kept

_NONE = "No notes yet. Press a on a quote, a figure or a passage to write one."
_ASKED = "words tag: status: in: evidence: is:unplaced"


class NotesScreen(ListDialog[Note]):
    """Shows what *notebook* has, the latest first by article; the answer is the note to go to."""

    place = "notes"
    keys = "Enter passage   / filter   d delete   u undo   esc back"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("notes")]

    def __init__(self, notebook: "Notebook") -> None:
        super().__init__()
        self._notebook = notebook
        self._notes: list[Kept] = []
        self._query = ""

    def on_mount(self) -> None:
        """Show them all, the first selected."""
        super().on_mount()
        self._load()

    def _load(self) -> None:
        try:
            self._notes = self._notebook.library.all_notes()
        except LibraryError as error:
            self.tell(str(error))
        self._show(self._query)

    def _show(self, query: str) -> str:
        """Show the notes that *query* chooses; says how many, or what is wrong with it."""
        self._query = query
        try:
            found = chosen(self._notes, query)
        except QueryError as error:
            return str(error)
        every = counted(len(self._notes), "note")
        shown = f"{len(found)} of {every}" if query.strip() else every
        words = f"Notes on all articles · {shown}" + (f" · {query}" if query.strip() else "")
        self.show(words, [*_rows(found)] or [Row(_nothing(query), "outline--state")], "notes")
        return shown

    def _understood(self, query: str) -> bool:
        try:
            chosen([], query)
        except QueryError as error:
            self.notify(printable_lines(str(error)), markup=False)
            return False
        return True

    def _selected(self) -> "Kept | None":
        target = self.pane.selected
        return next((kept for kept in self._notes if target and f"n{kept.note.id}" == target.id), None)

    def action_follow(self) -> None:
        """Go to the passage."""
        kept = self._selected()
        if kept:
            self.dismiss(kept.note)

    def action_filter(self) -> None:
        """Ask for a filter, showing what it chooses while it is typed."""
        from reader.app.screens.prompt import Prompt

        before = self._query

        def done(query: str | None) -> None:
            if query is None or not self._understood(query):
                query = before
            self._show(query)
            if self.pane.selected is None:
                self.pane.move(1)

        self.app.push_screen(Prompt(_ASKED, before, changed=self._show), done)

    def action_delete(self) -> None:
        """Delete the note."""
        kept = self._selected()
        if kept:
            self._try(lambda: self._notebook.remove(kept.note))

    def action_undo(self) -> None:
        """Take the last change back."""
        self._try(self._notebook.undo)

    def _try(self, what: Callable[[], object]) -> None:
        try:
            what()
        except LibraryError as error:
            self.tell(str(error))
        self._load()

    def action_close(self) -> None:
        """The filter away; without one, back to the article."""
        if self._query.strip():
            self._show("")
        else:
            self.dismiss(None)


def _rows(notes: "list[Kept]") -> Iterator[Row]:
    """The notes under their articles, the one with the latest change first."""
    groups: dict[str, list[Kept]] = {}
    for kept in notes:
        groups.setdefault(kept.identity or kept.note.article, []).append(kept)
    for group in groups.values():
        name = group[0].title or group[0].identity.rpartition("/")[2] or "an article from a pipe"
        yield Row(printable(name), "outline--header", right=str(len(group)))
        for kept in sorted(group, key=lambda kept: kept.note.span):
            row = note_row(kept.note)
            target = Target("note", f"n{kept.note.id}", (kept.note.span,))
            tail = (
                f"{row.tail} · {quoted(kept.note)}"
                if kept.note.body.strip() and kept.note.is_placed
                else row.tail
            )
            waits = "" if kept.note.is_placed else " · unplaced"
            yield Row(row.text, row.style, target, lead=row.lead, tail=printable(tail + waits))


def _nothing(query: str) -> str:
    return f"No note is chosen by {printable(query.strip())}: esc shows all." if query.strip() else _NONE
