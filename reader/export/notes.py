"""A note as it stands in a summary."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from reader.document.identity import is_web_address
from reader.document.note import Note
from reader.export import escape

SEPARATOR = " · "


def note_text(note: Note, *, about: str = "", indent: str = "") -> str:
    """A note as Markdown, its id at the end; *about*: the words it is on, where nothing above says so."""
    label = SEPARATOR.join(_label(note, about))
    if not note.body.strip():
        return f"{indent}**{label}** ^n{note.id}"
    return f"{indent}**{label}:** {words_of(note.body, indent)} ^n{note.id}"


def _label(note: Note, about: str) -> Iterator[str]:
    name = "Note" if note.body.strip() else "Marked"
    yield f"{name} on {escape.markdown(about)}" if about else name
    if note.status != "unchecked":
        yield f"{note.status} {day(note)}".strip()
    if is_web_address(note.evidence):
        yield f"[evidence]({escape.address(note.evidence)})"
    elif note.evidence:
        yield f"evidence: {inline(note.evidence)}"
    if note.tags:
        yield f"tags: {', '.join(map(inline, note.tags))}"


def day(note: Note) -> str:
    """The day (UTC) on which the note got its status; empty for none."""
    return f"{datetime.fromtimestamp(note.checked_at, UTC):%Y-%m-%d}" if note.checked_at else ""


def inline(words: str) -> str:
    """Words within a label: what separates its parts does not stand in one."""
    return escape.markdown(words.replace("·", "-"))


def words_of(body: str, indent: str) -> str:
    """The lines of a note; an empty one ends a paragraph."""
    paragraphs = re.split(r"\n\s*\n", body.strip())
    lines = [[escape.markdown(line) for line in each.splitlines() if line.strip()] for each in paragraphs]
    return f"\n\n{indent}".join(f"  \n{indent}".join(each) for each in lines)
