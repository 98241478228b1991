"""Reads feeds for another process: what is hostile in one takes no more with it than this process.

On standard input a JSON line `{"uri", "content_type", "size", "fast"}` and so many bytes; on standard output a JSON
line: the feed's title, link and arrivals, or a `problem`, or `again`: it cannot be read `fast`.
"""

import json
import sys
from contextlib import suppress
from typing import BinaryIO

from reader.errors import SourceError
from reader.sources.feeds.arrivals import arrivals
from reader.sources.feeds.parsing import parse, parse_fast
from reader.sources.feeds.wire import to_row

MOST_MEMORY = 300_000_000
"""Bytes that one feed may take in memory, as far as the system keeps to it."""


def main(source: BinaryIO, target: BinaryIO) -> None:
    """Answer what comes until there is no more."""
    for line in source:
        asked = json.loads(line)
        told = source.read(asked["size"]), asked["uri"], asked["content_type"]
        row = _read(*told, fast=asked["fast"])
        target.write(json.dumps(row).encode() + b"\n")
        target.flush()


def _read(data: bytes, uri: str, content_type: str, *, fast: bool) -> dict[str, object]:
    try:
        feed = parse_fast(data, uri, content_type) if fast else parse(data, uri, content_type)
        if feed is None:
            return {"again": True}
        return to_row(feed.title, feed.link, arrivals(feed))
    except SourceError as error:
        return {"problem": error.reason}
    except (MemoryError, RecursionError):
        return {"problem": "this feed is nested or large beyond reason"}


def _bounded() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    _bounded()
    with suppress(BrokenPipeError, KeyboardInterrupt):
        main(sys.stdin.buffer, sys.stdout.buffer)
