"""Coastlines, lakes and borders (Natural Earth), read once. Data: coast.bin, card: coast.md."""

import struct
import zlib
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reader.analysis.trained import FOLDER

HUNDREDTHS = 100.0


class Line(NamedTuple):
    """A line of points (degrees east, degrees north); `kind` is c coast, l lake or b border."""

    kind: str
    points: tuple[tuple[float, float], ...]
    west: float
    south: float
    east: float
    north: float


@cache
def lines() -> tuple[Line, ...]:
    """Every line of the atlas."""
    return tuple(_read(zlib.decompress((FOLDER / "coast.bin").read_bytes())))


def _read(data: bytes) -> Iterator[Line]:
    at = 0
    while at < len(data):
        kind, count = struct.unpack_from("<cH", data, at)
        at += 3
        flat = struct.unpack_from(f"<{2 * count}h", data, at)
        at += 4 * count
        points = tuple((x / HUNDREDTHS, y / HUNDREDTHS) for x, y in zip(flat[::2], flat[1::2], strict=True))
        across, down = [x for x, _ in points], [y for _, y in points]
        yield Line(kind.decode(), points, min(across), min(down), max(across), max(down))
