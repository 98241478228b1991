"""No input costs the square of its length: shapes of `bench/shapes.py` at two sizes, bounds for busy machines.

All of them, up to a megabyte: `python -m tests.bench.growth`.
"""

import pytest

from tests.bench.growth import measured
from tests.bench.shapes import Shape, all_shapes

KEPT = {
    "page: br and line ends": 16_000,
    "page: attributes without value": 60_000,
    "page: table cells": 40_000,
    "page: nested ul words": 20_000,
    "page: span word": 30_000,
    "page: ruby": 400_000,
    "page: dates unreadable": 100_000,
    "page: transcript": 30_000,
    "markdown: brackets": 20_000,
    "rows: rows": 100_000,
    "merge: same lines": 40_000,
    "merge: blank lines": 20_000,
}


@pytest.mark.parametrize(
    "shape", [each for each in all_shapes() if each.name in KEPT], ids=lambda each: each.name
)
def test_four_times_as_much_does_not_cost_sixteen_times(shape: Shape) -> None:
    size = KEPT[shape.name]
    measured(shape, 2_000, whole=False)
    small = min(measured(shape, size // 4, whole=False).seconds for _ in range(2))
    assert min(measured(shape, size, whole=False).seconds for _ in range(2)) < 10 * small + 0.1
