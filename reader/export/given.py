"""The ids in a saved summary, with the ranges that they were given for."""

from collections.abc import Iterable

from reader.document.span import Span
from reader.export import front
from reader.export.made import Tail, tail_of
from reader.export.pieces import Piece, TooDeepError, pieces


def tails(text: str) -> list[Tail]:
    """What ends the lines of *text* that give an id."""
    head = front.read(text)
    try:
        found = pieces(head.body if head else text)
    except TooDeepError:
        return []
    return [tail for tail in map(tail_of, found) if tail.id]


def given(text: str) -> list[tuple[str, Span]]:
    """Each id with all that its ranges reach over; ids without a range are left out."""
    found = [(tail.id, spans(tail.where)) for tail in tails(text) if tail.where]
    return [(name, Span(min(each).start, max(each).end)) for name, each in found]


def spans(where: str) -> list[Span]:
    """The ranges of *where*, as `57–66, 71–110`."""
    return [Span(*map(int, part.split("–"))) for part in where.split(", ") if part]


def ranges(found: Iterable[Piece]) -> list[Span]:
    """The ranges of one part that pieces end with, in order."""
    several = (spans(tail_of(piece).where) for piece in found)
    return sorted({each[0] for each in several if len(each) == 1})
