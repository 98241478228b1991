"""A note as it stands in a summary, and read back from it: the reader may change it in the file."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from reader.document.note import STATUSES, Note, Status
from reader.export import escape

_NOTE = re.compile(
    r"^ *\*\*(?P<label>(?:Note|Marked)\b[^\n]{0,2000}?)(?P<colon>:?)\*\*(?: (?P<words>.*?))? \^n(?P<id>\d+)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_LINK = re.compile(r"\[evidence\]\((?P<link>[^)]*)\)")
_STATUS = re.compile(rf"(?P<status>{'|'.join(STATUSES)})(?: \d{{4}}-\d\d-\d\d)?\Z")
_BREAK = re.compile(r" {2,}\n *|\n *(?:\n *)+|\n *")
SEPARATOR = " · "


def note_text(note: Note, *, about: str = "", indent: str = "") -> str:
    """A note as Markdown, its id at the end; *about*: the words it is on, where nothing above says so."""
    label = SEPARATOR.join(_label(note, about))
    if not note.body.strip():
        return f"{indent}**{label}** ^n{note.id}"
    return f"{indent}**{label}:** {_words(note.body, indent)} ^n{note.id}"


def _label(note: Note, about: str) -> Iterator[str]:
    name = "Note" if note.body.strip() else "Marked"
    yield f"{name} on {escape.markdown(about)}" if about else name
    if note.status != "unchecked":
        yield f"{note.status} {day(note)}".strip()
    if note.evidence.startswith(("http://", "https://")):
        yield f"[evidence]({escape.address(note.evidence)})"
    elif note.evidence:
        yield f"evidence: {_inline(note.evidence)}"
    if note.tags:
        yield f"tags: {', '.join(map(_inline, note.tags))}"


def day(note: Note) -> str:
    """The day (UTC) on which the note got its status; empty for none."""
    return f"{datetime.fromtimestamp(note.checked_at, UTC):%Y-%m-%d}" if note.checked_at else ""


def _inline(words: str) -> str:
    """Words within a label: what separates its parts does not stand in one."""
    return escape.markdown(words.replace("·", "-"))


def _words(body: str, indent: str) -> str:
    """The lines of a note; an empty one ends a paragraph."""
    paragraphs = re.split(r"\n\s*\n", body.strip())
    lines = [[escape.markdown(line) for line in each.splitlines() if line.strip()] for each in paragraphs]
    return f"\n\n{indent}".join(f"  \n{indent}".join(each) for each in lines)


class Edited(NamedTuple):
    """A note that says something else in the file than in the library."""

    before: Note
    after: Note


def edited(text: str, notes: Iterable[Note]) -> list[Edited]:
    """Those of *notes* that were changed in a summary's Markdown, *text*."""
    known = {note.id: note for note in notes}
    found: list[Edited] = []
    for match in _NOTE.finditer(text):
        note = known.get(int(match["id"]))
        if note and not _is_as_made(match[0], note):
            after = _read(match, note)
            found += [Edited(note, after)] if after != note else []
    return found


def renewed(text: str, notes: Iterable[Note]) -> str:
    """*text* with each note that says what the library says written as it would be: nothing is left to merge there."""
    known = {note.id: note for note in notes}

    def put(match: re.Match[str]) -> str:
        note = known.get(int(match["id"]))
        if note is None or _read(match, note) != note:
            return match[0]
        indent = match[0][: len(match[0]) - len(match[0].lstrip(" "))]
        about = re.match(r"\w+ on (?P<about>.*?)(?= · |\Z)", match["label"])
        made = note_text(note, indent=indent)
        label, on = ("Note", "Marked")[not note.body.strip()], about["about"] if about else ""
        return made.replace(f"**{label}", f"**{label} on {on}", 1) if on else made

    return _NOTE.sub(put, text)


def _is_as_made(found: str, note: Note) -> bool:
    """Whether a note stands in the file as it was written there, whatever it is said to be on."""
    plain = re.sub(r"(\*\*(?:Note|Marked)) on .*?(?= · |:?\*\*)", r"\1", found.strip(), count=1)
    indent = " " * (len(found) - len(found.lstrip(" ")))
    return plain == note_text(note, indent=indent).strip()


def _read(match: re.Match[str], note: Note) -> Note:
    """*note* as the file has it."""
    status: Status = "unchecked"
    evidence = ""
    tags: tuple[str, ...] = ()
    for part in match["label"].split(SEPARATOR)[1:]:
        link, given = _LINK.match(part), _STATUS.match(part)
        if given:
            status = next(each for each in STATUSES if each == given["status"])
        elif link:
            same = escape.address(note.evidence) == link["link"]
            evidence = note.evidence if same else link["link"]
        elif part.startswith("evidence: "):
            evidence = unescaped(part.removeprefix("evidence: "))
        elif part.startswith("tags: "):
            tags = tuple(
                unescaped(tag.strip()) for tag in part.removeprefix("tags: ").split(",") if tag.strip()
            )
    evidence = note.evidence if evidence == unescaped(_inline(note.evidence)) else evidence
    tags = note.tags if tags == tuple(unescaped(_inline(tag)) for tag in note.tags) else tags
    body = _body(match["words"] or "")
    body = note.body if body == _body(_words(note.body, "")) else body
    return replace(note, body=body, status=status, evidence=evidence, tags=tags)


def _body(words: str) -> str:
    """The lines that were written, without Markdown's escapes."""
    return unescaped(_BREAK.sub(lambda gap: "\n\n" if gap[0].count("\n") > 1 else "\n", words))


def unescaped(text: str) -> str:
    """*text* without the backslashes before signs that would mean something to Markdown."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
