"""Notes written, changed, tagged, checked, placed and taken away; each step can be undone and done again."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.document.article import Article
from reader.document.note import Note, Status
from reader.document.span import Span

if TYPE_CHECKING:
    from reader.desk.drafting import Draft
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
        self.added(note)
        return note

    def change(self, before: Note, after: Note) -> None:
        """Write *after* in place of *before*: other words, tags, status or evidence."""
        with self.library.writing():
            self.library.change_note(after, before)
            now = self.library.note(after.id) or after
        self.changed(before, now)

    def change_all(self, changes: Sequence[tuple[Note, Note]]) -> None:
        """Change several notes in one step."""
        first = len(self._done)
        try:
            with self.library.writing():
                for before, after in changes:
                    self.change(before, after)
            steps = self._done[first:]
        finally:
            del self._done[first:]
        if steps:
            self._did(
                f"{len(steps)} notes changed" if len(steps) > 1 else steps[0].words,
                lambda: _every(step.back for step in reversed(steps)),
                lambda: _every(step.again for step in steps),
            )

    def judge(self, article: Article, span: Span, note: Note | None, status: Status, now: float) -> None:
        """Give *note* a status at the time *now*; without one, a mark on *span* gets it."""
        checked = 0.0 if status == "unchecked" else now
        if note is None:
            self.added(self.library.add_note(article, span, "", status=status, checked_at=checked))
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
            self.added(self.library.add_note(article, span, "", evidence=evidence))
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
        from reader.desk.drafting import Draft

        return Draft(self, article, span, note)

    # -- back and again --------------------------------------------------------------------------

    def undo(self) -> str:
        """Take the last step back; what was done, in words."""
        if not self._done:
            return "There is nothing to undo."
        with self.library.writing():
            is_done = self._done[-1].back()
        step = self._done.pop()  # only now: what could not be written can be tried again
        if not is_done:
            return _ELSEWHERE
        self._undone.append(step)
        return f"Undone: {step.words.lower()}."

    def redo(self) -> str:
        """Do the step again that was taken back last."""
        if not self._undone:
            return "There is nothing to do again."
        with self.library.writing():
            is_done = self._undone[-1].again()
        step = self._undone.pop()
        if not is_done:
            return _ELSEWHERE
        self._done.append(step)
        return f"Done again: {step.words.lower()}."

    def _did(self, words: str, back: Callable[[], bool], again: Callable[[], bool]) -> None:
        self._done.append(_Step(words, back, again))
        self._undone.clear()

    def added(self, note: Note) -> None:
        """Remember that *note* was written."""
        kept: list[Removed] = []

        def back() -> bool:
            there = self.library.note(note.id)
            if there is None or _written(there) != _written(note):
                return False
            removed = self.library.remove_note(note)
            kept[:] = [removed] if removed else []
            return bool(removed)

        self._did(
            "Note written" if note.body.strip() else f"Marked{_labelled(note)}",
            back,
            lambda: bool(kept) and self._restore(kept[0]),
        )

    def changed(self, before: Note, after: Note) -> None:
        """Remember that *after* was written in place of *before*."""
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


def _every(steps: Iterable[Callable[[], bool]]) -> bool:
    """Take every step, also after one that could not be taken; whether all could."""
    done = [step() for step in steps]
    return all(done)


def _labelled(note: Note) -> str:
    """What a mark says, in words."""
    return (
        f" {note.status}" if note.status != "unchecked" else f" {', '.join(note.tags)}" if note.tags else ""
    )


def _written(note: Note) -> tuple[object, ...]:
    return note.body, note.tags, note.status, note.evidence
