"""Choosing among the notes of the library: words, and fields with a colon."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.document.note import Note
from reader.document.query import Term, limited
from reader.errors import QueryError

if TYPE_CHECKING:
    from reader.library.notes import Kept

_IS: dict[str, Callable[[Note], bool]] = {
    "unplaced": lambda note: not note.is_placed,
    "placed": lambda note: note.is_placed,
    "mark": lambda note: not note.body.strip(),
    "written": lambda note: bool(note.body.strip()),
}
_FIELDS: dict[str, Callable[["Kept", str], bool]] = {
    "tag": lambda kept, word: any(tag.casefold().startswith(word) for tag in kept.note.tags),
    "status": lambda kept, word: kept.note.status.startswith(word),
    "in": lambda kept, word: word in f"{kept.title}\n{kept.identity}".casefold(),
    "evidence": lambda kept, word: word in kept.note.evidence.casefold(),
    "is": lambda kept, word: _IS[word](kept.note),
}
FIELDS = (
    'words "exact words" tag: status: in: evidence: is:unplaced|placed|mark|written, - before one for not'
)
"""The language in one line."""


def chosen(notes: list["Kept"], query: str) -> list["Kept"]:
    """Those of *notes* for which every term of *query* holds. Raises QueryError."""
    tests = [_test(term) for term in limited(query)]
    return [kept for kept in notes if all(test(kept) for test in tests)]


def line(kept: "Kept") -> str:
    """A note in one line: where, on which words, what."""
    note = kept.note
    where = f"{note.span.start}–{note.span.end}" if note.is_placed else "unplaced"
    status = f" [{note.status}]" if note.status != "unchecked" else ""
    tags = "".join(f" #{tag}" for tag in note.tags)
    quoted, body = (" ".join(words.split()) for words in (note.quoted, note.body))
    return f"{kept.title or kept.identity}: {where}: “{quoted}”{status}{tags}{': ' + body if body else ''}"


def _test(term: Term) -> Callable[["Kept"], bool]:
    field, word = term.field, term.words.casefold()
    if field and field not in _FIELDS:
        raise QueryError(f"there is no field {field}: here; {FIELDS}")
    if field == "is" and word not in _IS:
        raise QueryError(f"is:{word} means nothing here; is: takes {', '.join(_IS)}")
    if field:
        holds = _FIELDS[field]
        return lambda kept: holds(kept, word) == term.wanted
    return lambda kept: (word in _words(kept.note)) == term.wanted


def _words(note: Note) -> str:
    return "\n".join((note.body, note.quoted, *note.tags)).casefold()
