"""Milliseconds a page: `python tests/bench/pages.py PAGE.html…`, ours beside trafilatura with its metadata.

CPU time of this process; every page is read by both in turn, the first page twice so that imports do not count.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from trafilatura import bare_extraction

from reader.sources import page


def milliseconds(work: Callable[[], object]) -> float:
    """CPU milliseconds that *work* takes."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def main(paths: list[str]) -> int:
    """Print median, mean and worst of both, and the ratio of the medians."""
    ours: list[float] = []
    theirs: list[float] = []
    for path in [paths[0], *paths]:
        data = Path(path).read_bytes()
        ours.append(milliseconds(lambda: page.article(data, path)))  # noqa: B023  # called at once
        theirs.append(milliseconds(lambda: bare_extraction(data, with_metadata=True)))  # noqa: B023
    for name, times in (("newsreader", ours[1:]), ("trafilatura", theirs[1:])):
        print(
            f"{name}: median {statistics.median(times):.1f} mean {statistics.mean(times):.1f} worst {max(times):.0f} ms"
        )
    print(f"ratio of medians {statistics.median(ours[1:]) / statistics.median(theirs[1:]):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
