"""Feeds over a real connection: subscribed to by a site's address, refreshed, handed on, from the command line."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from reader.cli import main
from reader.desk.home import open_library
from reader.desk.refreshing import Refreshed, due, refresh
from reader.document.feed import Answer, Listed
from tests.sources.test_feeds import ITEM, RSS


class Site(BaseHTTPRequestHandler):
    """A site with feeds."""

    feeds: ClassVar[dict[str, str]] = {}
    asked: ClassVar[list[tuple[str, bool]]] = []

    def do_GET(self) -> None:
        tag = f'"{hash(self.feeds.get(self.path))}"'
        type(self).asked.append((self.path, "If-None-Match" in self.headers))
        if self.path == "/":
            self.answer(
                200, '<html><head><link rel="alternate" type="application/rss+xml" href="/a"></head></html>'
            )
        elif self.path not in self.feeds:
            self.answer(410 if "gone" in self.path else 500, "no")
        elif self.headers.get("If-None-Match") == tag:
            self.answer(304, "")
        else:
            self.answer(200, self.feeds[self.path], tag)

    def answer(self, status: int, body: str, tag: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html" if "<html" in body else "application/rss+xml")
        self.send_header("Content-Length", str(len(body.encode())))
        if tag:
            self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path))
    Site.feeds, Site.asked = {"/a": RSS, "/b": RSS.replace("one", "three")}, []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.slow
def test_a_feeds_life(site: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["feeds", "add", f"{site}/", "--folder", "world", "--tag", "daily"]) == 0
    assert "The News: 2 articles" in capsys.readouterr().err
    assert main(["feeds", "add", f"{site}/a"]) == 1
    assert "subscribed to already" in capsys.readouterr().err
    assert main(["feeds", "add", "ftp://news.example/feed"]) == 1
    assert "only http and https addresses can be subscribed to" in capsys.readouterr().err
    assert main(["feeds", "list"]) == 0
    assert f"world/The News #daily  {site}/a" in capsys.readouterr().out

    Site.feeds["/a"] = RSS.replace("</channel>", ITEM.format("four") + "</channel>")
    assert main(["feeds", "refresh"]) == 0
    assert "1 new article in 1 feed" in capsys.readouterr().err
    assert main(["feeds", "refresh", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    assert Site.asked[-1] == ("/a", True)

    assert main(["feeds", "export"]) == 0
    path = tmp_path / "feeds.opml"
    path.write_text(capsys.readouterr().out)
    assert main(["feeds", "remove", "the news"]) == 0
    assert main(["feeds", "import", str(path)]) == 0
    assert "1 feed added" in capsys.readouterr().err
    assert main(["feeds", "list", "--json"]) == 0
    (feed,) = json.loads(capsys.readouterr().out)
    assert (feed["uri"], feed["folder"], feed["tags"]) == (f"{site}/a", "world", ["daily"])


def test_one_feed_that_fails_is_said_and_the_others_come(
    site: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_library() as library:
        library.feeds.add_all([Listed(f"{site}/{name}") for name in ("a", "b", "broken", "gone")])
    assert main(["feeds", "refresh"]) == 1
    said = capsys.readouterr().err
    assert "/broken: the server answered 500" in said
    assert "/gone: the feed is gone for good" in said
    assert "3 new articles in 4 feeds; 2 feeds could not be read" in said
    assert main(["feeds", "refresh", "--quiet"]) == 1
    said = capsys.readouterr().err
    assert "broken" in said
    assert "gone" not in said


def test_who_is_gone_or_asked_for_peace_is_not_asked_and_trouble_comes_last(site: str) -> None:
    with open_library() as library:
        names = ("a", "broken", "gone", "later")
        library.feeds.add_all([Listed(f"{site}/{name}") for name in names])
        feeds = {feed.uri.rpartition("/")[2]: feed for feed in library.feeds.all()}
        library.feeds.take(
            [
                (feeds["broken"], Answer(feeds["broken"].uri, problem="x")),
                (feeds["gone"], Answer(feeds["gone"].uri, problem="x", is_gone=True)),
                (feeds["later"], Answer(feeds["later"].uri, problem="x", wait=1e9)),
            ]
        )
        import time

        found = due(library.feeds.all(), time.time())
        assert [feed.uri.rpartition("/")[2] for feed in found] == ["a", "broken"]


def test_progress_is_told_and_the_reader_can_stop(site: str) -> None:
    told: list[int] = []
    stopped = threading.Event()
    stopped.set()
    with open_library() as library:
        library.feeds.add_all([Listed(f"{site}/{name}") for name in "ab"])
        assert refresh(library, library.feeds.all(), stopped=stopped).asked == 0
        done = refresh(library, library.feeds.all(), lambda found: told.append(found.asked))
    assert (done.asked, done.new, told[-1]) == (2, 3, 2)  # both have the second
    assert str(Refreshed(2, 2, 1, 1)) == "1 new article, 1 changed in 2 feeds"


def test_full_texts_are_fetched_of_feeds_of_which_they_are_wanted_always(site: str) -> None:
    teaser = ITEM.format("page").replace("https://news.example/page", f"{site}/page")
    Site.feeds = {"/a": RSS.replace("</channel>", teaser + "</channel>")}
    words = " ".join(f"word{number}" for number in range(60))
    Site.feeds["/page"] = (
        f"<html><body><article><h1>Page</h1><p>The whole {words}.</p></article></body></html>"
    )
    assert main(["feeds", "add", f"{site}/a", "--name", "A"]) == 0
    with open_library() as library:
        assert not library.search.find("whole")
    assert main(["feeds", "set", "A", "--full-text", "always", "--folder", "x/y", "--tag", "t"]) == 0
    Site.feeds["/a"] = Site.feeds["/a"].replace("About page.", "About the page.")
    assert main(["feeds", "refresh"]) == 0
    with open_library() as library:
        assert library.search.find("whole") == []
    another = ITEM.format("another").replace("https://news.example/another", f"{site}/page?2")
    Site.feeds["/a"] = Site.feeds["/a"].replace("</channel>", another + "</channel>")
    Site.feeds["/page?2"] = Site.feeds["/page"]
    assert main(["feeds", "refresh"]) == 0
    with open_library() as library:
        assert [hit.uri for hit in library.search.find("whole")] == [f"{site}/page?2"]
        (feed,) = library.feeds.all()
        assert (feed.folder, feed.tags, feed.whole) == ("x/y", ("t",), "always")
