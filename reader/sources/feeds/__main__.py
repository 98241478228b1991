"""Reads feeds for another process: what is hostile in one takes no more with it than this process.

On standard input a JSON line `{"what", "uri", "content_type", "size", "fast"}` and so many bytes; on standard output a
JSON line: title, link and `arrivals` or `entries` of a feed; or the `links` to feeds of a page; or a `problem`; or
`again`: it cannot be read `fast`.
"""

import json
import sys
from contextlib import suppress
from typing import Any, BinaryIO

from reader.document.feed import Feed
from reader.errors import SourceError
from reader.sources import plain
from reader.sources.feeds.arrivals import arrivals
from reader.sources.feeds.discovery import feeds_of
from reader.sources.feeds.parsing import charset_of, parse, parse_fast
from reader.sources.feeds.wire import entries_to_row, to_row

MOST_MEMORY = 300_000_000
"""Bytes that one feed may take in memory, as far as the system keeps to it."""
_GROWTH, _LITTLE = 6, 2_000_000
"""How many times its own bytes, or which bytes, an answer about a feed may have: an address that thousands share."""


def main(source: BinaryIO, target: BinaryIO) -> None:
    """Answer what comes until there is no more."""
    for line in source:
        asked = json.loads(line)
        target.write(_answer(source.read(asked["size"]), asked) + b"\n")
        target.flush()


def _answer(data: bytes, asked: dict[str, Any]) -> bytes:
    row = json.dumps(_read(data, asked), ensure_ascii=False).encode("utf-8", "replace")
    if len(row) > max(_LITTLE, _GROWTH * len(data)):
        row = json.dumps({"problem": "this feed grows beyond reason when it is read"}).encode()
    return row


def _read(data: bytes, asked: dict[str, Any]) -> dict[str, object]:
    try:
        return _told(data, asked)
    except SourceError as error:
        return {"problem": error.reason}
    except (MemoryError, RecursionError):
        return {"problem": "this feed is nested or large beyond reason"}
    except Exception as error:  # noqa: BLE001 whatever a parser trips over is the problem of this feed alone
        return {"problem": f"this feed cannot be read: its parser failed ({type(error).__name__})"}


def _told(data: bytes, asked: dict[str, Any]) -> dict[str, object]:
    uri, kind = asked["uri"], asked["content_type"]
    if asked["what"] == "links":
        return {"links": feeds_of(plain.decode(data, uri, charset_of(kind)), uri)}
    feed: Feed | None = (parse_fast if asked["fast"] else parse)(data, uri, kind)
    if feed is None:
        return {"again": True}
    if asked["what"] == "entries":
        return entries_to_row(feed)
    return to_row(feed.title, feed.link, arrivals(feed))


def _bounded() -> None:
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    _bounded()
    with suppress(BrokenPipeError, KeyboardInterrupt):
        main(sys.stdin.buffer, sys.stdout.buffer)
