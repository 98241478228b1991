"""Killed at any moment of a refresh, and two newsreaders at once: nothing is lost, nothing is there twice.

`NEWSREADER_KILLS=100` and `NEWSREADER_SECONDS=60` make more of it.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.document.article import Article
from reader.document.feed import Listed
from reader.document.span import Span
from reader.library import Library
from tests.sources.test_feeds import ITEM

FEEDS, ENTRIES = 30, 20
MOMENTS = int(os.environ.get("NEWSREADER_KILLS", "8"))
SECONDS = float(os.environ.get("NEWSREADER_SECONDS", "3"))
REFRESH = [sys.executable, "-m", "reader", "feeds", "refresh", "--quiet"]
NOTED = Article("A text to write on.", "https://x.example/noted", "Noted")

pytestmark = pytest.mark.slow


class Site(BaseHTTPRequestHandler):
    """Feeds with entries that are new each time that they are asked for, and some that stay."""

    asked = 0

    def do_GET(self) -> None:
        type(self).asked += 1
        name = self.path.strip("/")
        fresh = [f"{name}-{type(self).asked}-{number}" for number in range(ENTRIES // 2)]
        items = "".join(
            ITEM.format(each) for each in [*fresh, *(f"{name}-{number}" for number in range(ENTRIES // 2))]
        )
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{name}</title>{items}</channel></rss>'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    with Library(tmp_path / "library.sqlite3") as library:
        library.feeds.add_all([Listed(f"{address}/f{number}") for number in range(FEEDS)])
    yield tmp_path
    server.shutdown()
    server.server_close()


def environment(home: Path) -> dict[str, str]:
    root = str(Path(__file__).resolve().parents[2])
    return {**os.environ, "NEWSREADER_HOME": str(home), "PYTHONPATH": root}


def whole(home: Path, notes: int) -> int:
    """Whether the library is whole, with so many notes; how many articles there are."""
    with Library(home / "library.sqlite3") as library:
        assert library.keeping.check() == []
        assert len(library.all_notes()) == notes
        twice = library.rows(
            "select identity from article where beneath is null group by identity having count(*) > 1"
        )
        assert twice == []
        without = library.rows(
            "select 1 from entry where article is null or article not in (select id from article)"
        )
        assert without == []
        return len(library.shelf.numbers())


def test_killed_at_any_moment_a_refresh_leaves_a_whole_library(home: Path) -> None:
    articles = 0
    for moment in range(MOMENTS):
        with Library(home / "library.sqlite3") as library:
            library.add_note(NOTED, Span(0, 6), f"note {moment}")
        process = subprocess.Popen(
            REFRESH, env=environment(home), stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(0.15 + 0.9 * moment / MOMENTS)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        found = whole(home, moment + 1)
        assert found >= articles, "what was there is still there"
        articles = found
    done = subprocess.run(REFRESH, env=environment(home), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert whole(home, MOMENTS) >= FEEDS * ENTRIES


WRITER = """
import sys, time
from reader.library import Library
from tests.desk.test_refresh_kills import NOTED, Span
from pathlib import Path
until, number = time.monotonic() + float(sys.argv[2]), 0
with Library(Path(sys.argv[1], "library.sqlite3")) as library:
    while time.monotonic() < until:
        library.add_note(NOTED, Span(0, 6), f"note {number}")
        number += 1
        time.sleep(0.01)
print(number)
"""


def test_two_newsreaders_refresh_and_annotate_at_once(home: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(home), str(SECONDS)],
            env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    refreshes = 0
    while any(writer.poll() is None for writer in writers):
        both = [
            subprocess.Popen(REFRESH, env=environment(home), stderr=subprocess.PIPE, text=True)
            for _ in range(2)
        ]
        for process in both:
            _, said = process.communicate()
            assert said == ""
            refreshes += 1
    told = [writer.communicate() for writer in writers]
    assert [said for _, said in told] == ["", ""]
    assert refreshes >= 2
    whole(home, sum(int(count) for count, _ in told))
