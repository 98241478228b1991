"""Three versions of a summary made one: what was saved, what the reader made of it, what is to be saved now.

Block by block, by ids (`blocks.py`), so that what the reader wrote beside a quote stays with it wherever that moves.
In a block line by line, as diff3 compares them (Khanna, Kunal & Pierce, A Formal Investigation of Diff3, 2007): where
only one side changed something, its lines are taken; where both changed the same lines, that is a conflict and
nobody's are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from reader.export.blocks import SPEAKER, Blocks, blocks, speakers
from reader.export.matching import matching

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
"""What ends a line for Markdown, and not all that does for Python."""
Keep = Literal["file", "new", "both"]
"""Whose lines are taken where both changed them."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines that both sides changed: `saved` as they were, `file` as the reader has them, `new` as they would be."""

    saved: tuple[str, ...]
    file: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """The pieces in order: lines that are settled, and conflicts between them."""

    pieces: tuple[tuple[str, ...] | Conflict, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What somebody has to settle."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Conflict))

    def text(self, *, keep: Keep = "file") -> str:
        """All of it; of conflicts the lines of `file`, of `new`, or of `both`, the file's first."""
        lines: list[str] = []
        for piece in self.pieces:
            if isinstance(piece, Conflict):
                lines += piece.file if keep != "new" else ()
                lines += piece.new if keep != "file" else ()
            else:
                lines += piece
        return "".join(lines)


def merged(saved: str, file: str, new: str) -> Merged:
    """*new* with what was changed between *saved* and *file*. Nothing that stands in only one of the two is lost."""
    base, theirs, ours = (_LINE.findall(text) for text in (saved, file, new))
    if theirs and not theirs[-1].endswith("\n"):
        theirs[-1] += "\n"
    one, two, three = blocks(base), blocks(theirs), blocks(ours)
    empty: list[str] = []
    pieces = {
        key: [*_pieces(one.get(key, empty), two.get(key, empty), three.get(key, empty))]
        for key in _order(one, two, three)
    }
    beside = {*pairwise(two), *pairwise(three)}
    return Merged(tuple(_attributed(pieces, (speakers(one), speakers(two), speakers(three)), beside)))


def _attributed(
    pieces: dict[str, list[tuple[str, ...] | Conflict]],
    heads: tuple[dict[str, str], dict[str, str], dict[str, str]],
    beside: set[tuple[str, str]],
) -> Iterator[tuple[str, ...] | Conflict]:
    """The pieces in order, with a heading before each quotation that would otherwise stand under another speaker's.

    And with an empty line between blocks that were not *beside* each other before, where none stands.
    """
    base, theirs, ours = heads
    heading, last, previous = "", "\n", ""
    for key, each in pieces.items():
        lines = _LINE.findall(Merged(tuple(each)).text())
        own = any(map(SPEAKER.match, lines))
        wanted = ours.get(key) or theirs.get(key, "")
        before: list[str] = []
        theirs_too = {theirs[key]} if key in theirs and theirs[key] != base.get(key) else set()
        if key in ours and not own and wanted and heading not in {wanted, *theirs_too}:
            before = [wanted, "\n"]
        first = next(iter([*before, *lines]), "")
        if first.startswith(("#", ">")) and last.strip() and (previous, key) not in beside:
            before = ["\n", *before]
        if before:
            yield tuple(before)
        yield from each
        for line in (*before, *lines):
            heading = line if SPEAKER.match(line) else "" if line.startswith("## ") else heading
        last, previous = lines[-1] if lines else last, key


def _order(base: Blocks, theirs: Blocks, ours: Blocks) -> list[str]:
    """The keys of all blocks but those that one side took out and the other left as they were.

    In the reader's order where the reader has moved something, otherwise in that of the new summary.
    """
    common = [key for key in base if key in theirs and key in ours]
    moved = common != [key for key in theirs if key in base and key in ours]
    first, second = (theirs, ours) if moved else (ours, theirs)
    keys = dict.fromkeys(key for key in first if not _is_dropped(key, base, theirs, ours))
    behind: dict[str | None, list[str]] = {}
    before = None
    for key in second:
        if key in keys:
            before = key
        elif key not in first and not _is_dropped(key, base, theirs, ours):
            behind.setdefault(before, []).append(key)
    return [*behind.get(None, []), *(each for key in keys for each in (key, *behind.get(key, [])))]


def _is_dropped(key: str, base: Blocks, theirs: Blocks, ours: Blocks) -> bool:
    there = base.get(key)
    return there is not None and (
        (key not in ours and theirs.get(key) == there) or (key not in theirs and ours.get(key) == there)
    )


def _pieces(base: list[str], theirs: list[str], ours: list[str]) -> Iterator[tuple[str, ...] | Conflict]:
    at = (0, 0, 0)
    for start, in_theirs, in_ours, length in _common(base, theirs, ours):
        yield from _settled(base[at[0] : start], theirs[at[1] : in_theirs], ours[at[2] : in_ours])
        if length:
            yield tuple(base[start : start + length])
        at = (start + length, in_theirs + length, in_ours + length)


def _settled(base: list[str], theirs: list[str], ours: list[str]) -> Iterator[tuple[str, ...] | Conflict]:
    """A stretch that is not the same in all three."""
    if theirs in (base, ours):
        piece: tuple[str, ...] | Conflict = tuple(ours)
    elif ours == base:
        piece = tuple(theirs)
    else:
        piece = Conflict(tuple(base), tuple(theirs), tuple(ours))
    if piece:
        yield piece


def _common(base: list[str], theirs: list[str], ours: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Runs of lines that all three have, as starts in each and a length; an empty one at the end."""
    one, two = matching(base, theirs), matching(base, ours)
    at = 0
    while at < len(base):
        if at not in one or at not in two:
            at += 1
            continue
        length = 1
        while one.get(at + length) == one[at] + length and two.get(at + length) == two[at] + length:
            length += 1
        yield at, one[at], two[at], length
        at += length
    yield len(base), len(theirs), len(ours), 0
