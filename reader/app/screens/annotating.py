"""What the reader writes beside the article: notes, marks, tags, verdicts, and every step of it back and forth."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from reader.app.screens.looking import LookingScreen
from reader.app.session import Session
from reader.app.waiting import Waiting
from reader.document.note import Note
from reader.document.span import Span
from reader.errors import LibraryError

if TYPE_CHECKING:
    from reader.desk.annotating import Notebook
    from reader.desk.drafting import Draft
    from reader.library import Library

_NO_NOTE = "There is no note here: a writes one, m marks the passage."


class AnnotatingScreen(LookingScreen):
    """The panes with notes."""

    def __init__(self) -> None:
        super().__init__()
        self.library: Library | None = None
        self.notebook: Notebook | None = None
        self._library_problem = ""
        self.writes = Waiting(self.set_timer, lambda words, wrong: self.say(words, went_wrong=wrong))
        self.template = "default"

    # -- which passage, which note ---------------------------------------------------------------

    def passage(self) -> Span:
        """What a note or copy is about: what keyboard or mouse selected, else the item, else the paragraph."""
        return self.view.selected_span() or self.view.selected or self.view.paragraph

    def _note_here(self) -> Note | None:
        """The note of the selected row, else the last one on the passage, else one on the cursor's line."""
        target = self.pane.selected if self.pane.is_active or self.view.selected_span() is None else None
        found = self.session.note_of(target, self.passage())
        if found or self.view.selected_span() or self.pane.is_active:
            return found
        placed = (note for note in reversed(self.session.notes) if note.is_placed)
        return next((note for note in placed if note.span.touches(self.view.line)), None)

    def _ready(self) -> "Notebook | None":
        """The notebook, if it is open and there is something to write on; otherwise the reader is told."""
        if self.notebook is None:
            self.say(self._library_problem or "The library is not open yet.", went_wrong=True)
        elif not self.session.is_empty:
            return self.notebook
        return None

    def _written(self, session: Session, sentence: str = "") -> None:
        """Something was written: take the notes anew, and show them."""
        try:
            if self.library is not None:
                session.take_notes(self.library)
        except LibraryError as error:
            self.say(str(error), went_wrong=True)
        self.view.choose(None)
        if session is self.session:
            self.show_items()
        if sentence:
            self.say(sentence, seconds=2)

    def _try(
        self,
        what: Callable[[], object],
        sentence: str = "",
        session: Session | None = None,
        key: object = None,
    ) -> bool:
        """Write to the library and show what came of it, or say why it cannot be; whether it was tried, or waits.

        Of what waits with the same *key* only the last is done.
        """
        wanted = session or self.session

        def done(told: object) -> None:
            self._written(wanted, told if isinstance(told, str) else sentence)

        return self.writes.do(what, done, self._cannot, key=key)

    def _cannot(self, error: LibraryError) -> None:
        self.say(str(error), went_wrong=True)

    # -- actions: notes --------------------------------------------------------------------------

    def action_note(self, another: bool) -> None:
        """Write a note, or change the one that is there; *another*: one more on the same passage."""
        from reader.app.screens.note import NoteScreen

        notebook, span = self._ready(), self.passage()
        if notebook is None:
            return
        session, note = self.session, None if another else self.session.note_of(self.pane.selected, span)
        if note is None and span.start >= span.end:
            return
        words = note.quoted if note else span.text(session.article.text)
        draft = notebook.draft(session.article, span, note)

        def keep(body: str | None) -> None:
            self._end_draft(draft, body)
            if body is not None and body != draft.body:
                self.did("note")
            sentence = "" if body in {None, draft.body} else "Note kept." if body else "Note removed."
            self._try(lambda: sentence, session=session)

        typed, waits = partial(self._type, draft), partial(self.writes.holds, draft)
        self.app.push_screen(NoteScreen(words, draft.body, typed=typed, waits=waits), keep)

    def _type(self, draft: "Draft", body: str) -> None:
        self._write_draft(draft, lambda: draft.type(body), body)

    def _end_draft(self, draft: "Draft", body: str | None) -> None:
        self._write_draft(draft, draft.discard if body is None else lambda: draft.keep(body), body or "")

    def _write_draft(self, draft: "Draft", write: Callable[[], None], body: str) -> None:
        """Write; where that can never be, the words are put on the clipboard, so that they are not lost."""

        def failed(error: LibraryError) -> None:
            self.app.copy_to_clipboard(body)
            self.say(f"{error} The note is on the clipboard.", went_wrong=True, seconds=15)

        self.writes.do(write, lambda _: None, failed, key=draft, words=body)

    def action_mark(self) -> None:
        """Mark the selection, in the outline the item, in the article the sentence; where a mark is, take it away."""
        chosen = self.view.selected_span() or (self.view.selected if self.pane.is_active else None)
        if self._ready() is None:
            return
        if chosen is None:
            article, paragraph, cursor = self.session.article, self.view.paragraph, self.view.cursor
            self.background.find_sentence(article, paragraph, cursor, self.session.outline.language)
        else:
            self.mark(chosen)

    def mark(self, span: Span) -> None:
        """Mark *span*, or take its mark away."""
        notebook, article = self._ready(), self.session.article
        if notebook is None or span.start >= span.end:
            return
        there = next((note for note in self.session.notes_on(span) if note.is_empty), None)
        if there:
            self._try(lambda: notebook.remove(there), "Mark removed.")
        else:
            self._try(lambda: notebook.add(article, span), "Marked.", key=("mark", article.sha256, span))

    def action_tag(self) -> None:
        """Ask for the tags of the note here; a passage without one gets a mark that has them."""
        from reader.app.screens.prompt import Prompt

        notebook, note, span = self._ready(), self._note_here(), self.passage()
        if notebook is None or (note is None and span.start >= span.end):
            return
        article, before = self.session.article, note.tags if note else ()
        try:
            known = notebook.library.tags()
        except LibraryError as error:
            self.say(str(error), went_wrong=True)
            return

        def tagged(line: str | None) -> None:
            tags = before if line is None else tags_of(line)
            if tags != before:
                self._try(
                    lambda: notebook.retag(note, tags) if note else notebook.add(article, span, tags=tags)
                )

        self.app.push_screen(Prompt("tags, with commas between them", ", ".join(before), known=known), tagged)

    def action_delete(self) -> None:
        """Delete the note here."""
        notebook, note = self._ready(), self._note_here()
        if notebook is not None and note is None:
            self.say(_NO_NOTE, seconds=2)
        elif notebook is not None and note is not None:
            self._try(lambda: notebook.remove(note), "Note deleted; u brings it back.")

    def action_undo(self) -> None:
        """Take the last change back."""
        notebook = self._ready()
        if notebook is not None:
            self._try(notebook.undo)

    def action_redo(self) -> None:
        """Do it again."""
        notebook = self._ready()
        if notebook is not None:
            self._try(notebook.redo)


def tags_of(line: str) -> tuple[str, ...]:
    """The tags in a line with commas between them, each once, without the # that some write."""
    tags = (" ".join(part.split()).lstrip("#").strip() for part in line.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))
