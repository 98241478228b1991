"""What a summary of an article may say: the pieces of those that newsreader makes of it, ready to be compared."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import NamedTuple

from reader.export import front
from reader.export.pieces import CELL, Piece, pieces, shallower

KINDS = {
    "q": "quotation", "r": "quotation", "k": "key sentence", "l": "place", "p": "person",
    "row": "figure", "item": "section", "quote": "passage",
}  # fmt: skip
"""What an item is, by the letter of its id, else by its shape."""
Path = tuple[tuple[int, str], ...]
"""The headings above something, each with its level; the title is none of them."""
_TAIL = re.compile(r"(?P<where>\d{1,9}–\d{1,9}(?:, \d{1,9}–\d{1,9})*)?(?: \^(?P<id>[a-z][a-z0-9-]*))?\s*\Z")
_NOTE = re.compile(r"\*\*(?:Note|Marked)(?: on | · |:?\*\*)")
NOTE_END = re.compile(r" \^n\d+\Z")
_LONGEST_NOTE = 200
"""Paragraphs of a note."""
_ID = re.compile(r" \^[a-z][a-z0-9-]*\Z")


class Key(NamedTuple):
    """What two pieces have in common that look the same; of the id, which is compared apart, only the `letter`."""

    kind: str
    place: str
    level: int
    head: str
    source: str
    letter: str


class Tail(NamedTuple):
    """What ends a line that newsreader wrote: the ranges and the id; each may be empty."""

    where: str
    id: str


@dataclass
class Unit:
    """Pieces that belong together: a quotation and its attribution, a row, a line; and the headings it may be under."""

    keys: tuple[Key, ...]
    kind: str
    where: str
    id: str
    paths: set[Path] = field(default_factory=set)

    @property
    def name(self) -> str:
        """What it is only once in a file."""
        return f"{self.kind} {self.where or self.id or self.keys}"

    @property
    def is_claim(self) -> bool:
        """Whether it says something of the article, as headings and fixed sentences do not."""
        return self.kind != "line"


class Made:
    """All units of summaries of one article, by what they begin with, by id and by range."""

    def __init__(self, summaries: Iterable[str]) -> None:
        self.headings: set[tuple[int, str]] = set()
        self.paths: set[Path] = set()
        self.units: dict[tuple[Key, ...], Unit] = {}
        for each in summaries:
            self._add(each)
        self.lengths = sorted({len(keys) for keys in self.units}, reverse=True)
        self.fixed = [unit for unit in self.units.values() if unit.kind == "line" and len(unit.keys) == 1]
        self.by_id: dict[str, list[Unit]] = {}
        self.by_where: dict[str, list[Unit]] = {}
        for unit in self.units.values():
            if unit.id:
                self.by_id.setdefault(unit.id, []).append(unit)
            if unit.where:
                self.by_where.setdefault(unit.where, []).append(unit)

    def _add(self, summary: str) -> None:
        for unit, path in units(summary):
            self.headings |= set(path)
            self.paths.add(path)
            if unit:
                for each in _forms(unit):
                    self.units.setdefault(each.keys, each).paths.add(path)

    def at(self, keys: list[Key], at: int) -> Unit | None:
        """The unit that the pieces with these *keys* are from *at* on; None where they are none of ours."""
        found = (self.units.get(tuple(keys[at : at + length])) for length in self.lengths)
        return next((unit for unit in found if unit), None)


def units(summary: str) -> Iterator[tuple[Unit | None, Path]]:
    """The units of a summary as it was made, each with the headings above it; None for a heading itself."""
    head = front.read(summary)
    found = pieces(head.body if head else summary)
    path: Path = ()
    at = 0
    while at < len(found):
        piece = found[at]
        if piece.kind == "heading":
            path = beneath(path, piece)
            yield None, path or ((piece.level, piece.source),)
            at += 1
        elif length := note_length(found, at):
            at += length
        else:
            length = _length(found, at)
            yield _unit(found[at : at + length]), path
            at += length


def beneath(path: Path, heading: Piece) -> Path:
    """The headings above what follows *heading*, which itself was under those of *path*."""
    if heading.level == 1:
        return ()
    return (*takewhile(lambda each: each[0] < heading.level, path), (heading.level, heading.source))


def note_length(found: list[Piece], at: int) -> int:
    """How many pieces the reader's note takes that begins at *at*, with a list right below; none where none does."""
    first = found[at]
    if first.kind != "paragraph" or not _NOTE.match(first.source):
        return 0
    if NOTE_END.search(first.source):
        return 1
    listed = _listed(found, at)
    for number, piece in enumerate(found[at + 1 : at + _LONGEST_NOTE], 2):
        if number <= listed:
            continue
        if piece.kind != "paragraph" or piece.place.startswith("first") or _NOTE.match(piece.source):
            break
        if NOTE_END.search(piece.source):
            return number
        if tail_of(piece).id:
            break
    return listed


def _listed(found: list[Piece], at: int) -> int:
    """The note at *at* and the items of a list that stands right below it, without a blank line."""
    last = at + 1
    if found[at].place or last == len(found) or not (found[last].opens_list and found[last].is_joined):
        return 1
    while last < len(found) and found[last].place and (last == at + 1 or not found[last].opens_list):
        last += 1
    return last - at


def key_of(piece: Piece) -> Key:
    """What is compared of *piece*."""
    words = _ID.sub("", piece.source)
    return Key(piece.kind, piece.place, piece.level, piece.head, words, tail_of(piece).id[:1])


def tail_of(piece: Piece) -> Tail:
    """The ranges and the id at the end of *piece*."""
    if piece.kind not in {"paragraph", "quote", "row"}:
        return Tail("", "")
    found = _TAIL.search(piece.source.rpartition(CELL)[2][-2_000:])
    return Tail(found["where"] or "", found["id"] or "") if found else Tail("", "")


def shown(key: Key) -> str:
    """The words of a piece on one line."""
    return " | ".join(key.source.split(CELL)).replace("\n\n", " ").replace("\n", " ")


def _forms(unit: Unit) -> Iterator[Unit]:
    """*unit*, and a section's line as it lies when the section around it was deleted."""
    if unit.kind != KINDS["item"] or len(unit.keys) > 1:
        yield unit
        return
    for place in shallower(unit.keys[0].place):
        yield replace(unit, keys=(unit.keys[0]._replace(place=place),), paths=set())


def _length(found: list[Piece], at: int) -> int:
    """A block quote goes with what follows, up to the line that gives its range or id."""
    for length, piece in enumerate(found[at:], 1):
        if any(tail_of(piece)) or piece.kind != "quote":
            return length
    return len(found) - at


def _unit(parts: list[Piece]) -> Unit:
    tail = tail_of(parts[-1])
    kind = KINDS.get(tail.id[:1], "")
    if not kind and tail.where:
        kind = KINDS["row" if parts[0].kind == "row" else "quote" if parts[0].kind == "quote" else "item"]
    if not kind and parts[0].place:
        kind = "picture"
    return Unit(tuple(map(key_of, parts)), kind or "line", tail.where, tail.id)
