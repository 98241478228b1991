"""Fetching, against a transport of our own and a real server on this machine."""

import asyncio
import gzip
import os
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from reader.document.origin import Origin
from reader.errors import SourceError
from reader.sources import decoding, http, web
from reader.sources.cache import Page

PAGE = b"<!doctype html><html><head><title>T</title></head><body><article><h1>Head</h1>" + (
    b"<p>The minister said that the line will be finished in the spring of next year.</p>" * 5
) + b"</article></body></html>"  # fmt: skip
BROTLI = {"content-type": "text/html", "content-encoding": "br"}
PUBLIC: dict[str, list[str]] = {"inside.example": ["10.0.0.7"]}


def fetch(handler: Callable[[httpx.Request], httpx.Response], url: str = "http://news.example/a") -> Page:
    transport = httpx.MockTransport(handler)
    return asyncio.run(
        web.fetch(
            url,
            transport=transport,
            resolver=lambda host: PUBLIC.get(host, ["93.184.216.34"]),
            pause=lambda seconds: asyncio.sleep(0),
        )
    )


def answer(**kwargs: object) -> Callable[[httpx.Request], httpx.Response]:
    usual = {"headers": {"content-type": "text/html; charset=utf-8"}, "stream": httpx.ByteStream(PAGE)}
    return lambda request: httpx.Response(200, **{**usual, **kwargs})  # type: ignore[arg-type]  # httpx's own keywords


def test_a_page_comes_with_type_and_encoding() -> None:
    page = fetch(answer())
    assert (page.media_type, page.encoding, page.data) == ("text/html", "utf-8", PAGE)


def test_gzip_is_decoded() -> None:
    headers = {"content-type": "text/html", "content-encoding": "gzip"}
    assert fetch(answer(headers=headers, stream=httpx.ByteStream(gzip.compress(PAGE)))).data == PAGE


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_DECODED", 1_000_000)
    headers = {"content-type": "text/html", "content-encoding": "gzip"}
    bomb = gzip.compress(b"PWN " * 5_000_000)
    with pytest.raises(SourceError, match="larger"):
        fetch(answer(headers=headers, stream=httpx.ByteStream(bomb)))


@pytest.mark.parametrize(
    ("response", "why"),
    [
        (httpx.Response(404), "404"),
        (httpx.Response(429), "429"),
        (httpx.Response(304), "304"),
        (httpx.Response(200, headers={"content-type": "application/pdf"}), "application/pdf"),
        (httpx.Response(200, headers=BROTLI, stream=httpx.ByteStream(b"x")), "compressed"),
        (httpx.Response(302, headers={"location": "file:///etc/passwd"}), "not opened"),
        (httpx.Response(302, headers={"location": "http://inside.example/"}), "private"),
        (httpx.Response(302, headers={"location": "/a"}), "redirects more than"),
    ],
)  # fmt: skip
def test_each_failure_is_a_sentence(response: httpx.Response, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        fetch(lambda request: response)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/page")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        if self.path == "/drip":
            for _ in range(50):
                self.wfile.write(b"x")
                self.wfile.flush()
                self.server.stop.wait(0.05)  # type: ignore[attr-defined]  # set by the fixture
            return
        self.wfile.write(PAGE)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base class's name
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[str]:
    """A server on this machine."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    httpd.stop = threading.Event()  # type: ignore[attr-defined]  # ends the drip
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_port}"
    httpd.stop.set()  # type: ignore[attr-defined]  # as above
    httpd.shutdown()
    httpd.server_close()


def test_a_real_page_becomes_an_article(server: str) -> None:
    article = web.article(f"{server}/moved", Origin.TYPED)
    assert article.uri == f"{server}/page"
    assert "The minister said" in article.text


def test_the_deadline_is_for_the_whole_answer(server: str) -> None:
    with pytest.raises(SourceError, match="no whole answer"):
        asyncio.run(web.fetch(f"{server}/drip", Origin.TYPED, seconds=0.3))


def test_nobody_there_is_a_sentence() -> None:
    with pytest.raises(SourceError, match="connection failed"):
        web.article("http://127.0.0.1:1/", Origin.TYPED)


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "no certificate"])
def test_certificates_that_cannot_be_used_are_a_sentence(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "certificates.pem"
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "no certificate":
            path.write_text("none")
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with pytest.raises(SourceError, match=r"certificates\.pem: "):
        http.secure.__wrapped__()
