"""Asking a real server on this machine: again where that helps, only for what has changed, one request at a time."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.origin import Origin
from reader.errors import SourceError
from reader.sources import cache, web
from reader.sources.cache import Page, PageCache
from reader.sources.politeness import turn
from reader.sources.retries import LONGEST, asked_wait, backoff, conditions

WORDS = b"<p>The minister said that the line will be finished in the spring of next year.</p>"
PAGE = b"<!doctype html><title>Line</title><article><h1>A line</h1>" + WORDS * 12 + b"</article>"
Answer = tuple[int, dict[str, str], bytes]


class Server:
    """Answers each path with its answers in turn, the last one for ever; remembers what was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.busy = self.most_busy = 0
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.busy += 1
                server.most_busy = max(server.busy, server.most_busy)
                server.asked.append((self.path, dict(self.headers.items())))
                waiting = server.answers.get(self.path) or [(404, {}, b"")]
                status, headers, body = waiting.pop(0) if len(waiting) > 1 else waiting[0]
                if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                    status, body = 304, b""
                time.sleep(0.02)
                self.send_response(status)
                for name, value in {"Content-Type": "text/html", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                server.busy -= 1
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base class's name
                """Say nothing."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"


@pytest.fixture
def server() -> Iterator[Server]:
    found = Server()
    thread = threading.Thread(target=found.http.serve_forever, daemon=True)
    thread.start()
    yield found
    found.http.shutdown()
    found.http.server_close()


@pytest.fixture
def pages(tmp_path: Path) -> PageCache:
    return PageCache(tmp_path / "cache" / "pages.sqlite3")


def test_a_page_that_has_not_changed_is_not_sent_again(server: Server, pages: PageCache) -> None:
    server.answers["/a"] = [(200, {"ETag": '"1"', "Last-Modified": "Mon, 01 Jun 2026 08:00:00 GMT"}, PAGE)]
    first = web.read(f"{server.url}/a", pages, Origin.TYPED)
    second = web.read(f"{server.url}/a", pages, Origin.TYPED)
    assert first.data == second.data == PAGE
    assert not second.is_old
    asked = server.asked[1][1]
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"1"', "Mon, 01 Jun 2026 08:00:00 GMT")


def test_a_page_that_has_changed_is_the_new_one(server: Server, pages: PageCache) -> None:
    server.answers["/a"] = [(200, {"ETag": '"1"'}, PAGE), (200, {"ETag": '"2"'}, PAGE + b"<!-- 2 -->")]
    web.read(f"{server.url}/a", pages, Origin.TYPED)
    assert web.read(f"{server.url}/a", pages, Origin.TYPED).data.endswith(b"<!-- 2 -->")


def test_without_a_server_the_copy_is_shown_and_says_so(server: Server) -> None:
    server.answers["/a"] = [(200, {}, PAGE)]
    address = f"{server.url}/a"
    assert web.article(address, Origin.TYPED).notice == ""
    server.http.shutdown()
    server.http.server_close()
    article = web.article(address, Origin.TYPED)
    assert "The minister said" in article.text
    assert article.notice.startswith("The server cannot be reached: this is the page as it was on 20")


def test_a_busy_server_is_asked_again_after_what_it_says(server: Server, pages: PageCache) -> None:
    server.answers["/a"] = [
        (429, {"Retry-After": "0"}, b""),
        (503, {"Retry-After": "0"}, b""),
        (200, {}, PAGE),
    ]
    assert web.read(f"{server.url}/a", pages, Origin.TYPED).data == PAGE
    assert len(server.asked) == 3


def test_a_long_wait_is_not_waited(server: Server, pages: PageCache) -> None:
    server.answers["/a"] = [(503, {"Retry-After": "3600"}, b"")]
    with pytest.raises(SourceError, match=r"503.*left alone for 3,600 s"):
        web.read(f"{server.url}/a", pages, Origin.TYPED)
    assert len(server.asked) == 1


def test_after_three_attempts_it_is_said(server: Server, pages: PageCache) -> None:
    server.answers["/a"] = [(500, {"Retry-After": "0"}, b"")]
    with pytest.raises(SourceError, match="the server answered 500"):
        web.read(f"{server.url}/a", pages, Origin.TYPED)
    assert len(server.asked) == 3


def test_what_is_not_there_is_asked_for_once(server: Server, pages: PageCache) -> None:
    with pytest.raises(SourceError, match="404"):
        web.read(f"{server.url}/nothing", pages, Origin.TYPED)
    assert len(server.asked) == 1


def test_one_request_at_a_time_to_a_host(server: Server, pages: PageCache) -> None:
    paths = [f"/{number}" for number in range(5)]
    server.answers.update({path: [(200, {}, PAGE)] for path in paths})
    threads = [
        threading.Thread(target=web.read, args=(server.url + path, pages, Origin.TYPED)) for path in paths
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(server.asked) == 5
    assert server.most_busy == 1


def test_who_cannot_lock_does_not_wait(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with turn(tmp_path / "file" / "folder", "news.example"):
        pass
    with turn(tmp_path, "news.example"), turn(tmp_path, "news.example", patience=0.01):
        pass


def test_an_empty_page_leads_to_its_version_for_phones(server: Server) -> None:
    empty = b'<!doctype html><title>Line</title><link rel="amphtml" href="/amp"><div id="app"></div>'
    server.answers |= {"/a": [(200, {}, empty)], "/amp": [(200, {}, PAGE)]}
    article = web.article(f"{server.url}/a", Origin.TYPED)
    assert article.uri == f"{server.url}/amp"
    assert "The minister said" in article.text


def test_waits_grow_and_dates_are_understood() -> None:
    now = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
    assert [backoff(attempt) for attempt in (1, 2, 3)] == [0.5, 1.0, 2.0]
    assert asked_wait("Mon, 01 Jun 2026 08:02:00 GMT", now) == 120
    assert asked_wait("Mon, 01 Jun 2026 07:00:00 GMT", now) == 0
    assert [asked_wait(header) for header in (None, "", "soon", "-1")] == [None] * 4


ABSURD = ["9" * 5_000, "9" * 400, "Fri, 31 Dec 99999 23:59:59 GMT", "Mon, 01 Jun 2026 08:00:00 +99999999999999",
          "Fri, 31 Dec 9999 23:59:59 -9999", "Mon, 01 Jun 0001 00:00:00 +2359", "²", "1e9999", ",", " "]  # fmt: skip


@pytest.mark.parametrize("header", ABSURD)
def test_whatever_wait_is_asked_for_has_an_end(header: str) -> None:
    wait = asked_wait(header)
    assert wait is None or 0 <= wait <= LONGEST


@given(st.text())
def test_a_wait_is_seconds_or_nothing(header: str) -> None:
    wait = asked_wait(header)
    assert wait is None or 0 <= wait <= LONGEST


@pytest.mark.parametrize("tag", ["“é”", "a\nb", "\x1b]0;X", " a", "a" * 5_000, "\ud800", ""])
def test_a_validator_that_no_header_can_hold_is_not_sent(tag: str) -> None:
    assert conditions(tag, tag) == {}
    assert conditions('W/"1"', tag) == {"If-None-Match": 'W/"1"'}


def test_a_page_with_such_a_validator_is_asked_for_whole(server: Server, pages: PageCache) -> None:
    server.answers["/a"] = [(200, {"ETag": '"é"'}, PAGE)]
    for _ in range(2):
        assert web.read(f"{server.url}/a", pages, Origin.TYPED).data == PAGE
    assert "If-None-Match" not in server.asked[1][1]


def test_the_cache_stays_small(pages: PageCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_PAGES", 3)
    for number in range(5):
        pages.put(f"http://news.example/{number}", Page("", "", None, b"x"))
    kept = [number for number in range(5) if pages.get(f"http://news.example/{number}")]
    assert kept == [2, 3, 4]


def test_a_broken_cache_is_no_cache(pages: PageCache) -> None:
    pages.path.parent.mkdir(parents=True)
    pages.path.write_bytes(b"this is no database" * 100)
    pages.put("http://news.example/", Page("", "", None, b"x"))
    assert pages.get("http://news.example/") is None
    assert pages.path.read_bytes().startswith(b"this")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("data", "text"),
        ("data", b"no zlib"),
        ("url", b"\xff"),
        ("media_type", b"x"),
        ("encoding", b"x"),
        ("etag", b"\xff"),
        ("fetched", float("inf")),
        ("fetched", "now"),
        ("fetched", -1e300),
    ],
)
def test_a_damaged_row_is_no_page(column: str, value: object, pages: PageCache) -> None:
    address = "http://news.example/"
    pages.put(address, Page(address, "text/html", None, b"x"))
    with closing(sqlite3.connect(pages.path)) as database, database:
        database.execute(f"update page set {column} = ?", (value,))
    assert pages.get(address) is None
