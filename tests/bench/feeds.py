"""How often the feeds of feedparser's own tests are read as feedparser reads them, and how much faster others are.

    python tests/bench/feeds.py FOLDER        a folder with feeds, such as `tests/` of feedparser's repository

The headers that such a feed wants to be served with stand in its first comment.
"""

import re
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import feedparser  # noqa: E402

from reader.errors import SourceError  # noqa: E402
from reader.sources.feeds import fast, parse  # noqa: E402
from reader.sources.feeds.texts import plain  # noqa: E402


def headers(data: bytes) -> dict[str, str]:
    """The headers that the feed asks for in its comment."""
    found = {"content-type": "application/xml"}
    for name, value in re.findall(rb"^Header:\s*([\w-]+):\s*(.*?)\s*$", data[:2000], re.MULTILINE):
        found[name.decode().lower()] = value.decode("latin-1")
    return found


def main() -> None:
    """Print how many agree, by which parser."""
    count: Counter[str] = Counter()
    paths = sorted(path for path in Path(sys.argv[1]).rglob("*") if path.suffix in {".xml", ".json"})
    for path in paths:
        data = path.read_bytes()
        asked = headers(data)
        theirs = feedparser.parse(data, response_headers=asked)
        quick = fast.is_safe(data, asked["content-type"]) and fast.parse(data, "u") is not None
        count["fast"] += quick
        try:
            start = time.process_time()
            ours = parse(data, "http://127.0.0.1/feed", asked["content-type"])
            count["slow"] += time.process_time() - start > 1
            same = (len(ours.entries), ours.title) == (len(theirs.entries), plain(theirs.feed.get("title")))
        except SourceError:
            same = not theirs.version and not theirs.entries
        count["same"] += same
        if not same:
            print(
                "other:",
                path,
                "(fast)" if quick else "(faithful)",
                len(theirs.entries),
                repr(theirs.feed.get("title")),
            )
    print(
        f"{count['same']:,} of {len(paths):,} as feedparser; {count['fast']:,} by the fast parser; {count['slow']} slow"
    )


if __name__ == "__main__":
    main()
