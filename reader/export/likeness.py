"""A line that somebody changed, and the one that it was made of."""

from difflib import SequenceMatcher

from reader.export.findings import Difference
from reader.export.made import Key, Made, Tail, Unit, key_of, shown
from reader.export.pieces import Piece

_ALIKE = 0.6
"""How much of its signs a piece shares with the one that it was made of."""
_LONGEST = 2_000
"""Characters that are compared."""
_MOST = 300
"""Units that are compared with a piece whose id and range nobody knows."""


def nearest(parts: list[Piece], tail: Tail, made: Made) -> Unit | None:
    """The unit that *parts* were made of: by id, else by range, else the one that is most alike."""
    same = made.by_id.get(tail.id) or sorted(
        made.by_where.get(tail.where, ()), key=lambda unit: unit.kind == "passage"
    )
    letter = tail.id[:1]
    words = " ".join(shown(key_of(piece)) for piece in parts)[:_LONGEST]
    pool = same or [unit for unit in made.units.values() if letter and unit.id[:1] == letter][:_MOST]
    rated = [(_share(words, unit, len(parts)), number) for number, unit in enumerate(pool)]
    best = max(rated, default=(0.0, 0))
    return pool[best[1]] if rated and (same or best[0] > _ALIKE) else None


def fixed(piece: Piece, made: Made) -> Unit | None:
    """The fixed sentence of a template that *piece* was made of, such as what the outline of a language lacks."""
    words = shown(key_of(piece))[:_LONGEST]
    for unit in made.fixed:
        matcher = SequenceMatcher(None, words, shown(unit.keys[0])[:_LONGEST], autojunk=False)
        if matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE:
            return unit
    return None


def _share(words: str, unit: Unit, length: int) -> float:
    made = " ".join(map(shown, unit.keys))[:_LONGEST]
    alike = SequenceMatcher(None, words, made, autojunk=False).ratio()
    return alike + (len(unit.keys) == length) - (unit.kind == "passage")


def difference(parts: list[Piece], unit: Unit | None, tail: Tail) -> Difference:
    """The first of *parts* that is not as it is in *unit*, counted from the end, where the range is."""
    if unit is None:
        words = " ".join(shown(key_of(piece)) for piece in parts)
        return Difference(parts[0].line, tail.id, "line", words, "", "is not of this article")
    keys: list[Key | None] = [None] * max(0, len(parts) - len(unit.keys)) + list(unit.keys)
    mine: list[Piece | None] = [None] * max(0, len(unit.keys) - len(parts)) + list(parts)
    for piece, key in zip(mine, keys, strict=True):
        if piece is None or key is None or key_of(piece) != key:
            line = piece.line if piece else parts[0].line
            file, article = (shown(key_of(piece)) if piece else ""), (shown(key) if key else "")
            why = (
                ""
                if file != article
                else "has another id"
                if unit.id[:1] != tail.id[:1]
                else "is set in another way"
            )
            return Difference(line, unit.id, unit.kind, file, article, why)
    return Difference(parts[0].line, unit.id, unit.kind, *(" ".join(map(shown, unit.keys)),) * 2, "")
