"""Right-to-left text for terminals that leave it in the order of writing (UAX #9, by python-bidi).

Some terminals put Arabic and Hebrew in order themselves (VTE, Konsole, mlterm, Terminal.app); what is put in order
twice is in disorder, so for them nothing is done here.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FIRST_VTE = 5900
"""The version of VTE (GNOME Terminal and others) that began to do it."""


class Cell(NamedTuple):
    """A character as it is shown, and the index of the one that it stands for."""

    shown: str
    at: int


def reorders(setting: str, environ: Mapping[str, str]) -> bool:
    """Whether text is put in order here: *setting* is `here`, `terminal`, or `auto`, which looks at the terminal."""
    if setting != "auto":
        return setting == "here"
    vte = environ.get("VTE_VERSION", "")
    does_itself = (
        (vte.isdigit() and int(vte) >= _FIRST_VTE)
        or "KONSOLE_VERSION" in environ
        or "MLTERM" in environ
        or environ.get("TERM_PROGRAM") == "Apple_Terminal"
    )
    return not does_itself


def has_right_to_left(text: str) -> bool:
    """Whether a character of a script from right to left is in *text*."""
    return _RIGHT_TO_LEFT.search(text) is not None


def begins_right_to_left(text: str) -> bool:
    """Whether the first letter of a paragraph is one of these scripts: the paragraph is set from the right."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


@lru_cache(maxsize=512)
def visual(line: str, *, from_right: bool) -> tuple[Cell, ...]:
    """The characters of *line* from left to right as they are to be seen; combining marks follow their letter."""
    from bidi import algorithm

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = (1, "R") if from_right else (0, "L")
    algorithm.get_embedding_levels(line, storage)
    for number, character in enumerate(storage["chars"]):
        character["at"] = number
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    algorithm.apply_mirroring(storage, False)
    return tuple(
        _marks_behind([(Cell(each["ch"], each["at"]), each["level"] % 2) for each in storage["chars"]])
    )


def _marks_behind(cells: list[tuple[Cell, int]]) -> Iterator[Cell]:
    """Turn each letter of right-to-left text with its marks round: reversed, the marks come first."""
    marks: list[Cell] = []
    for cell, right in cells:
        if right and unicodedata.combining(cell.shown):
            marks.append(cell)
            continue
        yield cell
        yield from reversed(marks)
        marks = []
    yield from reversed(marks)


def in_order(text: str) -> str:
    """*text* as it is to be seen from left to right."""
    if not has_right_to_left(text):
        return text
    return "".join(cell.shown for cell in visual(text, from_right=begins_right_to_left(text)))
