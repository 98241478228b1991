"""A saved summary held against what newsreader makes of its article: every piece that is seen is accounted for."""

import re
from collections.abc import Callable

from reader.export.findings import Difference, Known, Proof, Unproven
from reader.export.free import Around, is_dressed, suspicion
from reader.export.likeness import difference, fixed, nearest
from reader.export.made import NOTE_END, Made, Path, Tail, Unit, beneath, key_of, note_length, shown, tail_of
from reader.export.pieces import Piece

_FENCES = ("%%", "$$")
"""What hides or changes all between two of them in Obsidian."""
_LABEL = re.compile(r"^\[(?P<label>(?:\\.|[^\]\\]){1,999})\]:", re.MULTILINE | re.DOTALL)
_ORDER = re.compile(r"-\d+\Z")
_OWN_SECTIONS = {"Notes", "Unplaced"}


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
        self.has_our_headings = any(
            piece.kind == "heading" and piece.level > 1 and self.is_ours(piece) for piece in found
        )
        self.proof = Proof()
        self.path: Path = ()
        self.seen: dict[str, int] = {}
        self.ids: dict[str, int] = {}
        self.sources: list[str] = []
        self.labels: dict[str, int] = {}
        self.hidden: set[str] = set()
        self.last: Unit | None = None
        at = 0
        while at < len(found):
            at += self.step(at)
        self.check_labels()

    def step(self, at: int) -> int:
        """Account for what begins at *at*; how many pieces that was."""
        self.last, last = None, self.last
        piece = self.found[at]
        if piece.kind == "heading":
            return self.heading(piece)
        length = note_length(self.found, at)
        if length:
            return self.note(self.found[at : at + length])
        unit = self.made.at(self.keys, at)
        if unit is None:
            return self.other(at, last)
        self.last = unit
        if unit.kind == "passage" and not self.is_note(at + len(unit.keys)):
            self.differs(piece, unit, "is a passage of no note")
        else:
            self.unit(at, unit)
        return len(unit.keys)

    def heading(self, piece: Piece) -> int:
        above = beneath(self.path, piece)
        if (piece.level, piece.source) not in self.made.headings:
            self.path = above[:-1]
            self.free(piece, Around(self.section(), names=self.known.names))
        self.path = above
        return 1

    def note(self, parts: list[Piece]) -> int:
        self.proof.notes += 1
        for number, piece in enumerate(parts):
            self.toggle(piece)
            why = "HTML" if is_dressed(piece) else ""
            if number and not why and NOTE_END.sub("", piece.source) not in self.known.notes:
                why = suspicion(piece, Around())
            if why:
                self.unproven(piece, why)
            self.note_labels(piece)
        return len(parts)

    def is_note(self, at: int) -> bool:
        return at < len(self.found) and note_length(self.found, at) > 0

    def unit(self, at: int, unit: Unit) -> None:
        piece, tail = self.found[at], tail_of(self.found[at + len(unit.keys) - 1])
        self.sources += [key.source for key in unit.keys]
        if self.hidden:
            self.differs(piece, unit, f"is hidden in Obsidian by {' and '.join(sorted(self.hidden))}")
        elif unit.is_claim and unit.name in self.seen:
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
        """Whether the headings above are those that it is made under; a template of the reader's may have others."""
        if any(_is_within(self.path, path) for path in unit.paths):
            return True
        return (
            () in unit.paths
            and not self.has_our_headings
            and not any(_names(each[1], self.known.names) for each in self.path)
        )

    def misplaced(self, piece: Piece, unit: Unit) -> None:
        mine = " › ".join(source for _, source in self.path) or "no heading"
        theirs = " › ".join(source for _, source in max(unit.paths, key=len)) or "no heading"
        self.proof.differences.append(
            Difference(piece.line, unit.id, unit.kind, mine, theirs, "is under another heading")
        )

    def differs(self, piece: Piece, unit: Unit, why: str) -> None:
        words = " ".join(map(shown, unit.keys))
        self.proof.differences.append(Difference(piece.line, unit.id, unit.kind, words, words, why))

    def other(self, at: int, last: Unit | None) -> int:
        """What is not as newsreader makes it: a line of ours that was changed, or the reader's own words."""
        old = self.unmarked().at(self.keys, at)
        if old:
            self.proof.differences.append(self.unmarked_difference(self.found[at], old))
            return len(old.keys)
        length, tail = self.claim(at)
        if length:
            parts = self.found[at : at + length]
            self.proof.differences.append(difference(parts, nearest(parts, tail, self.made), tail))
            return length
        if sentence := fixed(self.found[at], self.made):
            self.proof.differences.append(difference([self.found[at]], sentence, tail))
            return 1
        self.free(self.found[at], self.around(at, last))
        return 1

    def around(self, at: int, last: Unit | None) -> Around:
        """Where the piece lies at *at*, behind the unit *last*, if that is right before it."""
        before = self.found[at - 1] if at else None
        is_beneath = before is not None and before.kind == "heading" and before.level > 2
        behind = self.made.at(self.keys, at + 1)
        kinds = {unit.kind for unit in (last, behind) if unit}
        is_item = self.found[at].place.startswith("first")
        return Around(
            "Key sentences" if is_item and "key sentence" in kinds else self.section(),
            bool(self.path) and self.path[-1][0] > 2 and self.section() != "",
            before is not None and is_beneath and self.is_ours(before),
            at + 1 < len(self.found) and self.found[at + 1].kind == "quote",
            self.known.names,
        )

    def is_ours(self, heading: Piece) -> bool:
        return (heading.level, heading.source) in self.made.headings

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
            if last == len(self.found) or self.found[last].kind not in {"quote", "paragraph"}:
                return nothing
            if not self.found[at].source.startswith("[!") and self.made.at(self.keys, last):
                return nothing  # what follows is whole without it
        tail = tail_of(self.found[last])
        is_row = self.found[last].kind == "row"
        if tail.id[:1] in set("qrklp") or (tail.where and (is_row or tail.where in self.made.by_where)):
            return last - at + 1, tail
        return 0, tail

    def free(self, piece: Piece, around: Around) -> None:
        self.toggle(piece)
        self.note_labels(piece)
        why = suspicion(piece, around)
        if why:
            self.unproven(piece, why)
        else:
            self.proof.own.append(piece.line)

    def unproven(self, piece: Piece, why: str) -> None:
        self.proof.unproven.append(Unproven(piece.line, shown(key_of(piece)), why))

    def section(self) -> str:
        """The heading of ours that is right above; none under one of the reader's own."""
        if not self.path or self.path[-1] not in self.made.headings or self.path[-1][1] in _OWN_SECTIONS:
            return ""
        return self.path[-1][1]

    def toggle(self, piece: Piece) -> None:
        for fence in _FENCES:
            if piece.source.count(fence) % 2:
                self.hidden ^= {fence}

    def note_labels(self, piece: Piece) -> None:
        if piece.kind == "paragraph":
            for match in _LABEL.finditer(piece.source):
                self.labels.setdefault(match["label"], piece.line)

    def check_labels(self) -> None:
        """A definition of a link that would make a link of words that newsreader wrote."""
        for label, line in self.labels.items():
            pattern = re.compile(rf"(?<!\\)\[{re.escape(label)}\](?!\()", re.IGNORECASE)
            if any(map(pattern.search, self.sources)):
                self.proof.unproven.append(Unproven(line, f"[{label}]:", "a link of words of the article"))


def _is_within(path: Path, whole: Path) -> bool:
    """Whether *path* has headings of *whole* only, in their order, the last one among them."""
    if path[-1:] != whole[-1:]:
        return False
    rest = iter(whole)
    return all(each in rest for each in path)


def _names(heading: str, names: frozenset[str]) -> bool:
    low = heading.lower()
    return any(name in low for name in names)
