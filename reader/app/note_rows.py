"""Rows of notes: what was written, with tags and status; those that wait for a passage by themselves."""

from collections.abc import Iterable, Iterator

from reader.app.row import Row, Target
from reader.document.note import Note, Status
from reader.document.span import Span
from reader.sanitise import printable

STATUS_SIGNS: dict[Status, str] = {"unchecked": "", "confirmed": "✓", "disputed": "✗"}


def signs(notes: Iterable[Note]) -> dict[Span, str]:
    """What stands beside an item with notes: a pencil for words, a bar for a mark, and the status."""
    found: dict[Span, set[str]] = {}
    for note in notes:
        sign = "✎" if note.body.strip() else "▪" if note.status == "unchecked" else ""
        found.setdefault(note.span, set()).update({sign, STATUS_SIGNS[note.status]} - {""})
    return {span: "".join(sorted(each, key="✎▪✓✗".index)) for span, each in found.items()}


def note_rows(notes: Iterable[Note]) -> Iterator[Row]:
    """The notes of one article, in the order of its text; what has no passage in it after them."""
    found = list(notes)
    groups = (
        ("NOTES", [note for note in found if note.is_placed]),
        ("UNPLACED", [note for note in found if not note.is_placed]),
    )
    for title, group in groups:
        if group:
            yield Row(title, "outline--header", right=str(len(group)))
        yield from map(note_row, group)


def note_row(note: Note) -> Row:
    """One note, or of a mark the words that it is on."""
    kind = "note" if note.is_placed else "unplaced"
    target = Target("note" if kind == "note" else "unplaced", f"n{note.id}", (note.span,))
    lead = f"{STATUS_SIGNS[note.status] or ('✎' if note.body.strip() else '▪')} "
    body = " ".join(note.body.split()) or " ".join(note.quoted.split())
    tail = f" · on {quoted(note)}" if kind == "unplaced" and note.body.strip() else ""
    return Row(printable(body), "outline--note", target, lead=lead, tail=printable(f"{tail}{labels(note)}"))


def quoted(note: Note) -> str:
    """The words that a note is on, between quotation marks once."""
    words = " ".join(note.quoted.split())
    return words if words[:1] in {"“", '"', "«", "„", "‘"} else f"“{words}”"


def labels(note: Note) -> str:
    """Tags and status of a note in words, each after a middle dot."""
    parts = [*(f"#{tag}" for tag in note.tags), *((note.status,) if note.status != "unchecked" else ())]
    return "".join(f" · {part}" for part in parts)
