"""A note while it is written: each word is in the library at once, and all of it is one step."""

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.document.article import Article
from reader.document.note import Note
from reader.document.span import Span

if TYPE_CHECKING:
    from reader.desk.annotating import Notebook


class Draft:
    """What is typed on the passage *span*, as a new note or in place of *note*.

    What another newsreader writes into the same note meanwhile is kept beneath. A note that was there before never
    loses its words to an emptied line: only when the reader says that this is all. Raises LibraryError.
    """

    def __init__(self, notebook: "Notebook", article: Article, span: Span, note: Note | None) -> None:
        self._notebook, self._article, self._span = notebook, article, span
        self._before, self._note = note, note
        self._others = ""

    @property
    def body(self) -> str:
        """What was there before."""
        return self._before.body if self._before else ""

    def type(self, body: str) -> None:
        """Write down what is there so far."""
        if body.strip():
            self._write(body)
        elif self._before is None and self._note:
            self._notebook.library.remove_note(self._note)
            self._note = None

    def keep(self, body: str) -> None:
        """It is done. A note without a word is removed, unless tags or a status are left."""
        notebook, before = self._notebook, self._before
        if before is None:
            self.type(body)
            if self._note:
                notebook.added(self._note)
            return
        if body.strip() or not replace(before, body=self._others).is_empty:
            self._write(body)
            if self._note and self._note != before:
                notebook.changed(before, self._note)
        else:
            notebook.library.change_note(before)  # so that undoing brings the words back
            notebook.remove(before)

    def discard(self) -> None:
        """Leave everything as it was."""
        library = self._notebook.library
        if self._before is None and self._note:
            library.remove_note(self._note)
        elif self._before and self._note and self._note != self._before:
            library.change_note(replace(self._note, body=self._others or self._before.body), self._note)
        self._note = self._before

    def _write(self, body: str) -> None:
        library = self._notebook.library
        now = library.note(self._note.id) if self._note else None
        if now is None:  # new, or deleted elsewhere: these words are not
            self._note = library.add_note(self._article, self._span, body)
            return
        others = now.body if self._note and now.body != self._note.body else self._others
        written = replace(now, body=f"{body}\n\n{others}".strip() if others else body)
        library.change_note(written)
        self._note, self._others = written, others  # only what is written is taken for written
