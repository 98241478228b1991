"""Coastlines, lakes and borders for the map: Natural Earth 1:10m, simplified.

    python -m reader.training.coast

Natural Earth is in the public domain; packed by blips 0.1.0 (MIT).
"""

import gzip
import json
import struct
import sys
import zlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from math import hypot
from typing import Any

from reader.analysis.trained import FOLDER

Point = tuple[float, float]
TOLERANCE = 0.04
"""Degrees by which a simplified line may be off."""
SMALLEST = 0.25
"""Degrees that an island or a lake spans at least."""


def main() -> int:
    """Write coast.bin: for each line its kind, number of points, and these in hundredths of a degree."""
    base = json.loads(gzip.decompress((files("blips") / "data/basemap.json.gz").read_bytes()))
    written = b"".join(
        struct.pack("<cH", kind, len(line)) + b"".join(struct.pack("<hh", *_short(point)) for point in line)
        for kind, line in _lines(base)
    )
    (FOLDER / "coast.bin").write_bytes(zlib.compress(written, 9))
    sys.stderr.write(f"{len(written)} bytes, {len(zlib.compress(written, 9))} compressed\n")
    return 0


def _short(point: Point) -> tuple[int, int]:
    return round(100 * point[0]), round(100 * point[1])


def _lines(base: dict[str, Any]) -> Iterator[tuple[bytes, list[Point]]]:  # Any: other people's JSON
    for kind, name in ((b"c", "land"), (b"l", "lakes"), (b"b", "borders")):
        for shape in base[name]:
            for ring in [shape] if kind == b"b" else shape:
                points = [(float(x), float(y)) for x, y in ring]
                if kind == b"b" or _spans(points) >= SMALLEST:
                    yield kind, _simplified(points)


def _spans(points: Sequence[Point]) -> float:
    across, down = [x for x, _ in points], [y for _, y in points]
    return max(max(across) - min(across), max(down) - min(down))


def _simplified(points: Sequence[Point]) -> list[Point]:
    """Douglas & Peucker (1973), without recursion."""
    kept = {0, len(points) - 1}
    open_parts = [(0, len(points) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        worst, at = 0.0, -1
        for number in range(first + 1, last):
            off = _distance(points[number], points[first], points[last])
            if off > worst:
                worst, at = off, number
        if worst > TOLERANCE:
            kept.add(at)
            open_parts += [(first, at), (at, last)]
    return [points[number] for number in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    length = hypot(end[0] - start[0], end[1] - start[1])
    if length == 0:
        return hypot(point[0] - start[0], point[1] - start[1])
    cross = (end[0] - start[0]) * (start[1] - point[1]) - (start[0] - point[0]) * (end[1] - start[1])
    return abs(cross) / length


if __name__ == "__main__":
    sys.exit(main())
