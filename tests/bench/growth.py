"""How cost grows with the size of hostile inputs: `python -m tests.bench.growth [--largest N] [PART OF A NAME…]`.

Each shape of `shapes.py` is read at three sizes, each twice the one before, in a process of its own. The table says
the CPU seconds of all sizes, those of reading alone (a page to an article, a list, a merge) at the largest, the
exponent of growth, and the words analysed a CPU second (at least one for six characters). Exits 1 where a bound is
broken. On a busy machine ordinary text is slower too: its speed is measured first, and the bound is lowered with it.
"""

import argparse
import math
import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from reader.analysis import outline_of
from reader.document.article import Article
from reader.export.merging import merged
from reader.sources import markdown, page
from reader.sources.inputs import inputs
from reader.sources.page import fragments
from tests.bench.shapes import OPENING, Shape, all_shapes

STEEPEST = 1.2
SLOWEST = 3_000
"""Words of the analysis a CPU second, or a quarter of those of ordinary text where that is less."""
_LITTLE = 0.4
"""CPU seconds below which growth is not judged: what every run costs hides it."""


_ANALYSED = {True: {"page", "text", "markdown"}, False: {"text"}}


class Point(NamedTuple):
    """What one size cost: characters, CPU seconds of reading and of the analysis, and words analysed."""

    size: int
    reading: float
    analysis: float
    words: float

    @property
    def seconds(self) -> float:
        """All of it."""
        return self.reading + self.analysis


def read(shape: Shape, text: str) -> str:
    """The text that comes of *text*, read as what *shape* is."""
    match shape.kind:
        case "page":
            return page.article(text.encode("utf-8", "replace"), "page.html").text
        case "markdown":
            return markdown.article(text, "text.md").text
        case "entry":
            return "\n".join(line.text for line in fragments.lines(text))
        case "rows":
            with NamedTemporaryFile("w", encoding="utf-8", errors="replace") as file:
                file.write(text)
                file.flush()
                return "\n".join(each.article.text for each in inputs([], [file.name]) if each.article)
        case "merge":
            lines = text.splitlines(keepends=True)
            half = len(lines) // 2
            mine = [*lines[:half], "mine\n", *lines[half:]]
            return merged(text, "".join(mine), text[len(text) // 9 :]).text()
        case "text":
            return text


def measured(shape: Shape, size: int, *, whole: bool = True) -> Point:
    """What *shape* costs at *size*; the analysis of what is no plain text only if *whole*."""
    text = shape.make(size)
    began = time.process_time()
    found = read(shape, text)
    between = time.process_time()
    outline = outline_of(Article(found, "text")) if shape.kind in _ANALYSED[whole] else None
    ended = time.process_time()
    analysed = found[: outline.analysed] if outline else ""
    words = max(len(analysed.split()), len(analysed) / 6)
    return Point(len(text), between - began, ended - between, words)


def _work(shape: Shape, sizes: list[int], whole: bool, most: int, to: Connection) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
    measured(Shape("", shape.kind, shape.make), 2_000)  # imports and tables
    for size in sizes:
        to.send(measured(shape, size, whole=whole))
    to.close()


def points(shape: Shape, sizes: list[int], *, whole: bool = True, most: int = 60) -> list[Point]:
    """What *shape* costs at *sizes*; those are missing at which *most* CPU seconds were over or the process failed."""
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(shape, sizes, whole, most, sending))
    child.start()
    sending.close()
    found: list[Point] = []
    try:
        while True:
            found.append(receiving.recv())
    except EOFError:
        child.join()
    return found


def exponent(found: list[Point]) -> float:
    """The slope of the logarithm of the cost over that of the size, by least squares."""
    rows = [(math.log(each.size), math.log(max(each.seconds, 1e-3))) for each in found]
    x, y = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return float(sum((a - x) * (b - y) for a, b in rows) / sum((a - x) ** 2 for a, _ in rows))


def problems(found: list[Point], wanted: int, slowest: float) -> Iterator[str]:
    """Which bounds are broken, where *slowest* words a second are asked for."""
    if len(found) < wanted:
        yield f"ended after {len(found)} of {wanted} sizes"
        return
    if found[-1].seconds >= _LITTLE and exponent(found) > STEEPEST:
        yield "steep"
    last = found[-1]
    if last.analysis >= _LITTLE and last.words / last.analysis < slowest:
        yield "slow"


def main(argv: list[str]) -> int:
    """Print the table; the exit code says whether all is within the bounds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--largest", type=int, default=1_000_000, help="characters of the largest input")
    options.add_argument("--reading", action="store_true", help="without the analysis of pages and Markdown")
    options.add_argument("--most", type=int, default=120, help="CPU seconds of a shape before it is ended")
    options.add_argument("names", nargs="*", help="parts of the names of shapes; all if none")
    asked = options.parse_args(argv)
    sizes = [asked.largest // 4, asked.largest // 2, asked.largest]
    shapes = [
        each for each in all_shapes() if not asked.names or any(name in each.name for name in asked.names)
    ]
    for make in {each.kind: each for each in shapes}.values():
        measured(make, 2_000)  # so that every child has the imports
    ordinary = measured(Shape("ordinary", "text", lambda _: OPENING), 1)
    slowest = min(SLOWEST, ordinary.words / ordinary.analysis / 4)
    broken = 0
    print(f"ordinary text: {ordinary.words / ordinary.analysis:,.0f} words a CPU second")
    print(f"{'shape':34} {'CPU s at n, 2n, 4n':26} {'of 4n: reading':>14} {'exponent':>9} {'words/s':>9}")
    for shape in shapes:
        found = points(shape, sizes, whole=not asked.reading, most=asked.most)
        wrong = ", ".join(problems(found, len(sizes), slowest))
        broken += bool(wrong)
        costs = " ".join(f"{each.seconds:8.2f}" for each in found)
        slope = f"{exponent(found):9.2f}" if len(found) > 1 and found[-1].seconds >= _LITTLE else f"{'':9}"
        last = found[-1] if found else Point(0, 0, 0, 0)
        speed = f"{last.words / last.analysis:9,.0f}" if last.analysis > 0.05 else f"{'':9}"
        print(f"{shape.name:34} {costs:26} {last.reading:14.2f} {slope} {speed} {wrong}", flush=True)
    print(f"{len(shapes)} shapes, {broken} beyond the bounds")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
