"""Notes written, changed, tagged, checked, placed and taken away; each step can be undone and done again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.document.article import Article
from reader.document.note import Note, Status
from reader.document.span import Span

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.notes import Removed

_ELSEWHERE = "That note was changed elsewhere meanwhile; nothing was undone."


@dataclass
class _Step:
    """Something that was done: in words, and how it is taken back and done again; those say whether they could."""

    words: str
    back: Callable[[], bool]
    again: Callable[[], bool]


class Notebook:
    """Writes notes into *library* and remembers every step. Raises LibraryError."""

    def __init__(self, library: "Library") -> None:
        self.library = library
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    # -- what is done ----------------------------------------------------------------------------

    def add(
        self,
        article: Article,
        span: Span,
        body: str = "",
        *,
        tags: tuple[str, ...] = (),
        status: Status = "unchecked",
    ) -> Note:
        """Write a note, or without words a mark, on the passage *span*."""
        note = self.library.add_note(article, span, body, tags=tags, status=status)
        self._added(note)
        return note

    def change(self, before: Note, after: Note) -> None:
        """Write *after* in place of *before*: other words, tags, status or evidence."""
        self.library.change_note(after)
        self._changed(before, after)

    def judge(self, article: Article, span: Span, note: Note | None, status: Status, now: float) -> None:
        """Give *note* a status at the time *now*; without one, a mark on *span* gets it."""
        checked = 0.0 if status == "unchecked" else now
        if note is None:
            self._added(self.library.add_note(article, span, "", status=status, checked_at=checked))
        elif status == "unchecked" and replace(note, status=status).is_empty:
            self.remove(note)
        else:
            self.change(note, replace(note, status=status, checked_at=checked))

    def retag(self, note: Note, tags: tuple[str, ...]) -> None:
        """Give *note* other tags."""
        self.change(note, replace(note, tags=tags))

    def evidence(self, article: Article, span: Span, note: Note | None, evidence: str) -> None:
        """Say what the status of *note* rests on; without one, a mark on *span* gets it."""
        if note is None:
            self._added(self.library.add_note(article, span, "", evidence=evidence))
        else:
            self.change(note, replace(note, evidence=evidence))

    def remove(self, note: Note) -> None:
        """Take *note* away."""
        removed = self.library.remove_note(note)
        if removed:
            self._did("Note removed", lambda: self._restore(removed), lambda: self._take(note))

    def place(self, note: Note, article: Article, span: Span) -> None:
        """Say where the passage of *note* stands in *article*."""
        before = note.span
        self.library.place_note(note, article, span)

        def put(where: Span) -> bool:
            self.library.place_note(note, article, where)
            return True

        self._did("Note placed", lambda: put(before), lambda: put(span))

    def draft(self, article: Article, span: Span, note: Note | None = None) -> "Draft":
        """Begin to write a note on *span*, or to change *note*."""
        return Draft(self, article, span, note)

    # -- back and again --------------------------------------------------------------------------

    def undo(self) -> str:
        """Take the last step back; what was done, in words."""
        if not self._done:
            return "There is nothing to undo."
        step = self._done.pop()
        if not step.back():
            return _ELSEWHERE
        self._undone.append(step)
        return f"Undone: {step.words.lower()}."

    def redo(self) -> str:
        """Do the step again that was taken back last."""
        if not self._undone:
            return "There is nothing to do again."
        step = self._undone.pop()
        if not step.again():
            return _ELSEWHERE
        self._done.append(step)
        return f"Done again: {step.words.lower()}."

    def _did(self, words: str, back: Callable[[], bool], again: Callable[[], bool]) -> None:
        self._done.append(_Step(words, back, again))
        self._undone.clear()

    def _added(self, note: Note) -> None:
        kept: list[Removed] = []

        def back() -> bool:
            removed = self.library.remove_note(note)
            kept[:] = [removed] if removed else []
            return bool(removed)

        self._did(
            "Note written" if note.body.strip() else f"Marked{_labelled(note)}",
            back,
            lambda: bool(kept) and self._restore(kept[0]),
        )

    def _changed(self, before: Note, after: Note) -> None:
        words = (
            "Note changed" if before.body != after.body
            else "Tags changed" if before.tags != after.tags
            else f"Marked {after.status}" if before.status != after.status
            else "Evidence changed"
        )  # fmt: skip
        self._did(words, lambda: self._swap(after, before), lambda: self._swap(before, after))

    def _swap(self, there: Note, wanted: Note) -> bool:
        """Write *wanted* where *there* still stands."""
        found = self.library.note(there.id)
        if found is None or _written(found) != _written(there):
            return False
        self.library.change_note(wanted)
        return True

    def _restore(self, removed: "Removed") -> bool:
        self.library.restore_note(removed)
        return True

    def _take(self, note: Note) -> bool:
        return self.library.remove_note(note) is not None


class Draft:
    """A note while it is written: each word is in the library at once, and all of it is one step."""

    def __init__(self, notebook: Notebook, article: Article, span: Span, note: Note | None) -> None:
        self._notebook, self._article, self._span = notebook, article, span
        self._before, self._note = note, note

    @property
    def body(self) -> str:
        """What was there before."""
        return self._before.body if self._before else ""

    def type(self, body: str) -> None:
        """Write down what is there so far; a note that was new and has no word any more is none."""
        library = self._notebook.library
        if self._note is None:
            self._note = library.add_note(self._article, self._span, body) if body.strip() else None
        elif self._before is None and not body.strip():
            library.remove_note(self._note)
            self._note = None
        else:
            self._note = replace(self._note, body=body)
            library.change_note(self._note)

    def keep(self, body: str) -> None:
        """It is done. A note without a word is removed, unless tags or a status are left."""
        self.type(body)
        notebook, before, after = self._notebook, self._before, self._note
        if before is None:
            if after:
                notebook._added(after)
        elif after and after.is_empty and not before.is_empty:
            notebook.library.change_note(before)  # so that undoing brings the words back
            notebook.remove(before)
        elif after and after != before:
            notebook._changed(before, after)

    def discard(self) -> None:
        """Leave everything as it was."""
        if self._before:
            self._notebook.library.change_note(self._before)
        elif self._note:
            self._notebook.library.remove_note(self._note)
        self._note = self._before


def _labelled(note: Note) -> str:
    """What a mark says, in words."""
    return (
        f" {note.status}" if note.status != "unchecked" else f" {', '.join(note.tags)}" if note.tags else ""
    )


def _written(note: Note) -> tuple[object, ...]:
    return note.body, note.tags, note.status, note.evidence
