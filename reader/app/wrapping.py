"""Lines of a width from a text, each a range of it: linear, and exact in cells for every script."""

import re
from collections.abc import Collection
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

from reader.document.span import Span

# Scripts whose every character is one cell wide, without combining marks: the fast way suffices.
_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2400-\u2426\ufffd]*"
)


class Line(NamedTuple):
    """A line of the screen: the range of the text that stands on it; empty between paragraphs."""

    start: int
    end: int


def wrapped(
    text: str, paragraphs: tuple[Span, ...], width: int, close: Collection[int] = (), spacing: int = 1
) -> list[Line]:
    """*paragraphs* of *text* as lines of at most *width* cells, *spacing* empty lines between two of them.

    Those that start at one of *close* follow the one before without: items of a list, rows of a table.
    """
    found: list[Line] = []
    for paragraph in paragraphs:
        if found and paragraph.start not in close:
            found += [Line(paragraph.start, paragraph.start)] * spacing
        narrow = _NARROW.fullmatch(text, *paragraph) is not None
        _wrap(text, paragraph, max(1, width), found, narrow=narrow)
    return found


def _wrap(text: str, paragraph: Span, width: int, found: list[Line], *, narrow: bool) -> None:
    at, end = paragraph
    while at < end:
        if text[at] == " ":
            at += 1
            continue
        stop = min(end, at + width) if narrow else _fitting(text, at, end, width)
        if stop < end and text[stop] != " ":
            space = text.rfind(" ", at, stop)
            stop = space if space > at else stop
        found.append(Line(at, len(text[at:stop].rstrip(" ")) + at))
        at = stop


def _fitting(text: str, at: int, end: int, width: int) -> int:
    """Where the characters from *at* have filled *width* cells; never inside a combined character."""
    cells = 0
    stop = at
    while stop < end:
        size = get_character_cell_size(text[stop])
        if cells + size > width and stop > at:
            break
        cells += size
        stop += 1
    while at + 1 < stop < end and get_character_cell_size(text[stop]) == 0:
        stop -= 1
    return stop


def cut(text: str, cells: int) -> str:
    """*text* within *cells*, cut at a word with “…” where it is longer."""
    line = wrapped(text, (Span(0, len(text)),), max(2, cells))
    if len(line) <= 1:
        return text.strip()
    first = wrapped(text, (Span(0, len(text)),), max(2, cells - 1))[0]
    return text[first.start : first.end].rstrip(" ,;:–—-") + "…"


def cell_length(words: str) -> int:
    """How many cells *words* take."""
    return len(words) if _NARROW.fullmatch(words) else cell_len(words)
