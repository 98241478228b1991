"""Notes read back from a saved summary: the reader may change them in the file."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from reader.document.note import STATUSES, Note, Status
from reader.export import escape
from reader.export.notes import SEPARATOR, day, inline, note_text, words_of

_NOTE = re.compile(
    r"^ *\*\*(?P<label>(?:Note|Marked)(?:(?: on | · )(?:\\.|(?!\*\*)[^\n\\]){1,2000}?)?)"
    r"(?:\*\*|:\*\* (?P<words>(?:(?! \^[\w-]+[ \t]*$)(?!^ *(?:\*\*(?:Note|Marked)\b|[#>|])).){0,20000}))"
    r" \^n(?P<id>\d+)[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
"""Label, words and id; no other note, heading, quotation or row begins in between, and no other id ends a line."""
_LINK = re.compile(r"\[evidence\]\((?P<link>[^)]*)\)\Z")
_STATUS = re.compile(rf"(?P<status>{'|'.join(STATUSES)})(?: (?P<day>\d{{4}}-\d\d-\d\d))?\Z")
_BREAK = re.compile(r" {2,}\n *|\n *(?:\n *)+|\n *")


class Edited(NamedTuple):
    """A note that says something else in the file than in the library."""

    before: Note
    after: Note


class Edits(NamedTuple):
    """What was changed by hand: notes that can be taken in, and how many the library has changed meanwhile, too."""

    taken: list[Edited]
    both: int


def edited(text: str, saved: str, notes: Iterable[Note]) -> Edits:
    """Those of *notes* that were changed in a summary's Markdown, *text*, since it was *saved*.

    An id that stands there twice, and a label that says something unknown, are left to the reader.
    """
    known = {note.id: note for note in notes}
    there, before = _by_id(text), _by_id(saved)
    taken: list[Edited] = []
    both = 0
    for number, match in there.items():
        note, old = known.get(number), before.get(number)
        if note is None or old is None or match[0].strip() == old[0].strip():
            continue
        after = _read(match, note)
        if after is None or after == note:
            continue
        if _read(old, note) == note:
            taken.append(Edited(note, after))
        else:
            both += 1
    return Edits(taken, both)


def _by_id(text: str) -> dict[int, re.Match[str]]:
    """The notes in *text* whose ids stand there once."""
    found = [*_NOTE.finditer(text)]
    count = Counter(int(match["id"]) for match in found)
    return {int(match["id"]): match for match in found if count[int(match["id"])] == 1}


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


def _read(match: re.Match[str], note: Note) -> Note | None:
    """*note* as the file has it; None where its label says something that no note can say."""
    if match["words"] is None and note.body.strip():
        return None  # its words were taken out of reach: nothing says that there shall be none
    status: Status = "unchecked"
    checked, evidence = 0.0, ""
    tags: tuple[str, ...] = ()
    for part in match["label"].split(SEPARATOR)[1:]:
        link, given = _LINK.match(part), _STATUS.match(part)
        if given:
            status = next(each for each in STATUSES if each == given["status"])
            checked = _checked_at(given["day"], note)
        elif link:
            evidence = link["link"]
        elif part.startswith("evidence: "):
            evidence = unescaped(part.removeprefix("evidence: "))
        elif part.startswith("tags: "):
            words = part.removeprefix("tags: ").split(",")
            tags = tuple(unescaped(tag.strip()) for tag in words if tag.strip())
        else:
            return None
    if evidence in {escape.address(note.evidence), unescaped(inline(note.evidence))}:
        evidence = note.evidence
    tags = note.tags if tags == tuple(unescaped(inline(tag)) for tag in note.tags) else tags
    body = _body(match["words"] or "")
    body = note.body if body == _body(words_of(note.body, "")) else body
    return replace(note, body=body, status=status, evidence=evidence, tags=tags, checked_at=checked)


def _checked_at(given: str | None, note: Note) -> float:
    """When a status was given, by the day in the file; the note's own time where that is the day, or none is given."""
    if given is None or given == day(note):
        return note.checked_at
    try:
        return datetime.strptime(given, "%Y-%m-%d").replace(tzinfo=UTC).timestamp()
    except ValueError:
        return note.checked_at


def _body(words: str) -> str:
    """The lines that were written, without Markdown's escapes."""
    return unescaped(_BREAK.sub(lambda gap: "\n\n" if gap[0].count("\n") > 1 else "\n", words))


def unescaped(text: str) -> str:
    """*text* without the backslashes before signs that would mean something to Markdown."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
