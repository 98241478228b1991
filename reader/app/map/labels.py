"""Where the names of places stand on a map: beside their marks, and not over each other."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

MARK, CHOSEN = "●", "◉"


class Label(NamedTuple):
    """A name at a row and column; `place` is its number among the places."""

    row: int
    column: int
    words: str
    place: int


def labels(
    cells: Sequence[tuple[int, int] | None], names: Sequence[str], chosen: int, width: int
) -> list[Label]:
    """Marks and names, the chosen place first; a name that has no room is left out, its mark is not. Places in
    one cell share a mark."""
    taken: set[tuple[int, int]] = {cell for cell in cells if cell}
    marked: set[tuple[int, int]] = set()
    found: list[Label] = []
    for place in sorted(range(len(names)), key=lambda number: number != chosen):
        cell = cells[place]
        if cell is None:
            continue
        column, row = cell
        if cell not in marked:
            marked.add(cell)
            found.append(Label(row, column, CHOSEN if place == chosen else MARK, place))
        length = cell_len(names[place])
        for start in (column + 2, column - 1 - length):
            room = [(at, row) for at in range(start, start + length)]
            if start >= 0 and start + length <= width and not taken.intersection(room):
                taken.update(room)
                found.append(Label(row, start, names[place], place))
                break
    return found
