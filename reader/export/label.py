"""The label of a note in a summary: what newsreader writes before the reader's words, and nothing else."""

import re
from collections.abc import Container
from typing import NamedTuple

from reader.document.note import STATUSES
from reader.export.note_reading import unescaped
from reader.export.notes import SEPARATOR
from reader.export.plain import otherwise

_LABEL = re.compile(
    r"\*\*(?P<name>Note|Marked)(?P<more>(?: on | · )(?:\\.|[^\n\\*]){1,4000})?"
    r"(?:(?<=[^\\]):\*\* (?P<words>\S.*)|\*\*(?: \^n\d+)?\Z)",
    re.DOTALL,
)
_STATUS = re.compile(rf"(?:{'|'.join(STATUSES)})(?: \d{{4}}-\d\d-\d\d)?\Z")
_EVIDENCE = re.compile(r"\[evidence\]\(https?://[^\s()]{1,2000}\)\Z", re.IGNORECASE)
_MOST = 300
"""Characters of evidence or of tags that no library knows."""


class Label(NamedTuple):
    """What a label says that the note is `about`, empty where it says nothing, and the `words` behind it."""

    about: str
    words: str


def label_of(source: str, known: Container[str]) -> Label | None:
    """The label that *source* begins with; None where newsreader writes none like it. *known* are parts of labels.

    A mark has no words; it ends with its label.
    """
    found = _LABEL.match(source)
    if found is None or (found["name"] == "Note") != (found["words"] is not None):
        return None
    first, *parts = f"{found['name']}{found['more'] or ''}".split(SEPARATOR)
    while parts and (parts[-1] in known or _is_part(parts[-1])):
        parts.pop()
    about = SEPARATOR.join((first, *parts)).removeprefix(f"{found['name']} on ")
    if about == found["name"]:
        return Label("", found["words"] or "")
    return Label(unescaped(about), found["words"] or "") if first != found["name"] else None


def _is_part(part: str) -> bool:
    if _STATUS.match(part) or _EVIDENCE.match(part):
        return True
    return part.startswith(("evidence: ", "tags: ")) and len(part) <= _MOST and not otherwise(part)
