"""What part of the world a map shows, and where a position lies on it."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians
from typing import NamedTuple

from reader.app.map.atlas import Line, lines
from reader.app.map.braille import Canvas

Position = tuple[float, float]
"""Degrees north and east."""
LEAST = 1.5
"""Degrees of latitude that a map shows at least."""
MARGIN = 1.3
"""How much more than its places a map shows."""
MOST_NORTH = 84.0
_SMALL = {"c": 3, "l": 8, "b": 6}
"""Dots that a coast, a lake or a border spans at least to be drawn."""
_BORDER_EVERY = 3


class View(NamedTuple):
    """A map's centre in degrees, degrees of latitude in a dot, and size in characters.

    Plate carrée with the parallel of the centre true to scale; a dot is about as high as it is wide.
    """

    north: float
    east: float
    scale: float
    width: int
    height: int

    @classmethod
    def around(cls, places: Sequence[Position], width: int, height: int) -> "View":
        """The view that shows all *places*; the whole world where there are none."""
        if not places:
            return cls(20.0, 10.0, 150.0 / (4 * height), width, height)
        souths, easts = [north for north, _ in places], [east for _, east in places]
        north, east = (min(souths) + max(souths)) / 2, (min(easts) + max(easts)) / 2
        tall = max(LEAST, (max(souths) - min(souths)) * MARGIN)
        wide = max(LEAST, (max(easts) - min(easts)) * MARGIN * _narrow(north))
        return cls(north, east, max(tall / (4 * height), wide / (2 * width)), width, height)

    def dot(self, north: float, east: float) -> tuple[int, int]:
        """The dot of a position, from the top left."""
        across = (east - self.east) * _narrow(self.north) / self.scale
        return round(self.width + across), round(2 * self.height - (north - self.north) / self.scale)

    def cell(self, north: float, east: float) -> tuple[int, int] | None:
        """Column and row of a position, if it is on the map."""
        x, y = self.dot(north, east)
        inside = 0 <= x < 2 * self.width and 0 <= y < 4 * self.height
        return (x // 2, y // 4) if inside else None

    def zoomed(self, factor: float) -> "View":
        """The same centre, nearer or farther."""
        world = 180.0 / (4 * self.height)
        return self._replace(scale=min(world, max(LEAST / (4 * self.height) / 4, self.scale * factor)))

    def moved(self, across: float, down: float) -> "View":
        """Moved by shares of what is shown."""
        north = self.north - down * 4 * self.height * self.scale
        east = self.east + across * 2 * self.width * self.scale / _narrow(self.north)
        return self._replace(
            north=max(-MOST_NORTH, min(MOST_NORTH, north)), east=max(-180.0, min(180.0, east))
        )

    def centred(self, place: Position) -> "View":
        """The same scale around a place, if that is off the map or near its edge."""
        cell = self.cell(*place)
        inner = cell and self.width // 8 <= cell[0] < 7 * self.width // 8 and 1 <= cell[1] < self.height - 1
        return self if inner else self._replace(north=place[0], east=place[1])


def _narrow(north: float) -> float:
    return max(0.1, cos(radians(min(MOST_NORTH, abs(north)))))


def drawn(view: View) -> list[str]:
    """Coasts and lakes in lines, borders dotted, row by row; what is smaller than a few dots is left out."""
    canvas = Canvas(view.width, view.height)
    half_tall = 2 * view.height * view.scale
    half_wide = view.width * view.scale / _narrow(view.north)
    for line in lines():
        small = max(line.north - line.south, line.east - line.west) < _SMALL[line.kind] * view.scale
        if not small and (
            line.north >= view.north - half_tall
            and line.south <= view.north + half_tall
            and line.east >= view.east - half_wide
            and line.west <= view.east + half_wide
        ):
            _draw(canvas, view, line)
    return canvas.rows()


def _draw(canvas: Canvas, view: View, line: Line) -> None:
    every = _BORDER_EVERY if line.kind == "b" else 1
    passed = 0
    dots = [view.dot(north, east) for east, north in line.points]
    for (x, y), (to_x, to_y) in pairwise(dots):
        if _is_near(view, x, y) or _is_near(view, to_x, to_y):
            passed = canvas.line(x, y, to_x, to_y, every=every, passed=passed)


def _is_near(view: View, x: int, y: int) -> bool:
    """Whether an end of a line is so near that the line may cross the map."""
    return -2 * view.width <= x <= 4 * view.width and -4 * view.height <= y <= 8 * view.height
