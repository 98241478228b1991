"""A saved summary held against what newsreader makes of its article: every piece that is seen is accounted for."""

import re
from collections.abc import Callable

from reader.export.findings import Difference, Known, Proof, Unproven
from reader.export.free import suspicion
from reader.export.label import label_of
from reader.export.likeness import difference, fixed, nearest
from reader.export.made import Made, Path, Tail, Unit, beneath, key_of, note_length, shown, tail_of
from reader.export.own import heading_suspicion, note_suspicions
from reader.export.pieces import Piece

_ORDER = re.compile(r"-\d+\Z")
_MOST = 500
"""Findings after which the rest of a file is not looked at."""
_OWN = 200_000
"""Characters of the reader's own that are looked through."""
_REST = "all from here on: so much before it is not newsreader's that the rest was not looked at"
_COMPARED = 50
"""Changed lines for which it is looked up what they were made of."""
_NO_PLACE = "your own words among newsreader's; write them as a note, or under a heading of your own"
_NO_BLANK = "no blank line is above it, which joins it to other words elsewhere"


def prove(found: list[Piece], made: Made, unmarked: Callable[[], Made], known: Known) -> Proof:
    """Hold the pieces of a file against what is *made* of its article.

    *unmarked* gives what version 0.1.0 made of it, without marks of omission.
    """
    return _Proving(found, made, unmarked, known).proof


class _Proving:
    """Walks through the pieces of one file."""

    def __init__(self, found: list[Piece], made: Made, unmarked: Callable[[], Made], known: Known) -> None:
        self.found, self.made, self.unmarked, self.known = found, made, unmarked, known
        self.keys = [*map(key_of, found)]
        self.proof = Proof()
        self.path: Path = ()
        self.seen: dict[str, int] = {}
        self.ids: dict[str, int] = {}
        self.left = _OWN
        at = 0
        while at < len(found):
            at += self.step(at)
            is_enough = self.left < 0 or len(self.proof.differences) + len(self.proof.unproven) > _MOST
            if is_enough and at < len(found):
                self.unproven(found[at], _REST)
                break

    def step(self, at: int) -> int:
        """Account for what begins at *at*; how many pieces that was."""
        piece = self.found[at]
        if piece.is_joined:
            self.unproven(piece, _NO_BLANK)
        if piece.kind == "rule":
            return 1
        if piece.kind == "heading":
            return self.heading(piece)
        length = note_length(self.found, at)
        if length:
            return self.note(self.found[at : at + length])
        unit = self.made.at(self.keys, at)
        if unit is None:
            return self.other(at)
        for part in self.found[at + 1 : at + len(unit.keys)]:
            if part.is_joined:
                self.unproven(part, _NO_BLANK)
        if unit.kind == "passage" and not self.is_note(at + len(unit.keys)):
            self.differs(piece, unit, "is a passage of no note")
        else:
            self.unit(at, unit)
        return len(unit.keys)

    def heading(self, piece: Piece) -> int:
        above = beneath(self.path, piece)
        whole = above or ((piece.level, piece.source),)
        is_ours = not piece.place and any(_is_within(whole, path) for path in self.made.paths)
        if piece.is_underlined or not is_ours:
            self.path = above[:-1]
            within = self.path[-1][1] if self.path and self.is_ours(self.path) else ""
            headings = {source for _, source in self.made.headings}
            self.own(piece, heading_suspicion(piece, within, headings, self.known.names))
        self.path = above
        return 1

    def note(self, parts: list[Piece]) -> int:
        self.proof.notes += 1
        self.left -= sum(len(piece.source) for piece in parts)
        if label_of(parts[0].source, self.known.labels) is None:
            self.unproven(parts[0], "a note whose label newsreader would not write")
            return 1
        for piece, why in note_suspicions(parts, self.path[0][1] if self.path else "", self.known):
            self.unproven(piece, why)
        return len(parts)

    def is_note(self, at: int) -> bool:
        return at < len(self.found) and note_length(self.found, at) > 0

    def unit(self, at: int, unit: Unit) -> None:
        piece, tail = self.found[at], tail_of(self.found[at + len(unit.keys) - 1])
        if unit.is_claim and unit.name in self.seen:
            self.differs(piece, unit, f"was already on line {self.seen[unit.name]}")
        elif not self.is_in_place(unit):
            self.misplaced(piece, unit)
        elif not self.is_its_id(unit, tail.id):
            ids = f"^{tail.id}" if tail.id else ""
            self.proof.differences.append(
                Difference(piece.line, unit.id, unit.kind, ids, f"^{unit.id}", "has another id")
            )
        else:
            self.proof.proven[unit.kind] += 1
        self.seen.setdefault(unit.name, piece.line)
        if tail.id:
            self.ids.setdefault(tail.id, piece.line)

    def is_its_id(self, unit: Unit, given: str) -> bool:
        if given in self.ids:
            return False
        if unit.kind == "key sentence":  # the number tells equal sentences apart, of those that were chosen
            return _ORDER.sub("", given) == _ORDER.sub("", unit.id)
        return given == unit.id or given in self.known.ids.get(f"{unit.id[:1]} {unit.where}", ())

    def is_in_place(self, unit: Unit) -> bool:
        """Whether the headings above are those that it is made under."""
        return any(_is_within(self.path, path) for path in unit.paths)

    def misplaced(self, piece: Piece, unit: Unit) -> None:
        mine = " › ".join(source for _, source in self.path) or "no heading"
        theirs = " › ".join(source for _, source in max(unit.paths, key=len)) or "no heading"
        self.proof.differences.append(
            Difference(piece.line, unit.id, unit.kind, mine, theirs, "is under another heading")
        )

    def differs(self, piece: Piece, unit: Unit, why: str) -> None:
        words = " ".join(map(shown, unit.keys))
        self.proof.differences.append(Difference(piece.line, unit.id, unit.kind, words, words, why))

    def other(self, at: int) -> int:
        """What is not as newsreader makes it: a line of ours that was changed, or the reader's own words."""
        old = self.unmarked().at(self.keys, at)
        if old:
            self.proof.differences.append(self.unmarked_difference(self.found[at], old))
            return len(old.keys)
        length, tail = self.claim(at)
        if length:
            parts = self.found[at : at + length]
            is_looked_up = len(self.proof.differences) < _COMPARED
            unit = nearest(parts, tail, self.made) if is_looked_up else None
            self.proof.differences.append(difference(parts, unit, tail))
            return length
        piece = self.found[at]
        self.left -= len(piece.source)
        is_mine = bool(self.path) and not self.is_ours(self.path)
        why = suspicion(piece, self.known.names)
        if not is_mine and len(self.proof.unproven) < _COMPARED and (sentence := fixed(piece, self.made)):
            self.proof.differences.append(difference([piece], sentence, tail))
        else:
            self.own(piece, why if why or is_mine else _NO_PLACE)
        return 1

    def is_ours(self, path: Path) -> bool:
        """Whether none of these headings is the reader's, for then all beneath it would be."""
        return all(each in self.made.headings for each in path)

    def unmarked_difference(self, piece: Piece, old: Unit) -> Difference:
        new = next(iter(self.made.by_where.get(old.where, ())), None)
        words = " ".join(map(shown, old.keys))
        right = " ".join(map(shown, new.keys)) if new else ""
        return Difference(
            piece.line, old.id, old.kind, words, right, "lacks a mark where words are left out; save it again"
        )

    def claim(self, at: int) -> tuple[int, Tail]:
        """How many pieces from *at* on claim to be one of ours, and with which range and id."""
        last, nothing = at, (0, Tail("", ""))
        while self.found[last].kind == "quote" and not any(tail_of(self.found[last])):
            last += 1
            if (
                last == len(self.found)
                or last - at > self.made.lengths[0]
                or self.found[last].kind not in {"quote", "paragraph"}
            ):
                return nothing
            if not self.found[at].source.startswith("[!") and self.made.at(self.keys, last):
                return nothing  # what follows is whole without it
        tail = tail_of(self.found[last])
        is_row = self.found[last].kind == "row"
        if tail.id[:1] in set("qrklp") or (tail.where and (is_row or tail.where in self.made.by_where)):
            return last - at + 1, tail
        return 0, tail

    def own(self, piece: Piece, why: str) -> None:
        if why:
            self.unproven(piece, why)
        else:
            self.proof.own.append(piece.line)

    def unproven(self, piece: Piece, why: str) -> None:
        self.proof.unproven.append(Unproven(piece.line, shown(key_of(piece)), why))


def _is_within(path: Path, whole: Path) -> bool:
    """Whether *path* has headings of *whole* only, in their order, the last one among them."""
    if path[-1:] != whole[-1:]:
        return False
    rest = iter(whole)
    return all(each in rest for each in path)
