"""Refreshes 200 feeds of 50 entries from loopback, newsboat beside us where it is installed, in turn.

    python tests/bench/refresh.py FEEDSERVER.py [--runs 3] [--hostile]

FEEDSERVER.py serves feeds I.xml with validators, as the development data's `perf/feedserver.py` does. Whole processes,
seconds by the wall, medians; after each run the server's own counts are compared with what is claimed. `--hostile`:
ours again with 20 feeds more that hang, loop, drip, lie about their charset or send bombs, from a second server.
"""

import argparse
import gzip
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FEEDS = 200
NEWSBOAT = shutil.which("newsboat")
BOMB = gzip.compress(b"<rss><channel><title>" + b"A" * 300_000_000)


class Bad(BaseHTTPRequestHandler):
    """Five ways to be a bad server."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        kind = int(self.path.rpartition("/")[2]) % 5
        with suppress(OSError):
            if kind == 0:
                time.sleep(60)
            elif kind == 1:
                self.send_response(301)
                self.send_header("Location", f"{self.path}0")
                self.send_header("Content-Length", "0")
                self.end_headers()
            elif kind == 2:
                for _ in range(600):
                    self.wfile.write(b"HTTP/1.1 200 OK\r\nX: y")
                    time.sleep(0.1)
            elif kind == 3:
                body = (
                    '<?xml version="1.0" encoding="utf-16"?><rss><channel><title>é'.encode()
                    + b"\xff\xfe" * 50_000
                )
                self._send(body, "text/xml; charset=koi8-r", "identity")
            else:
                self._send(BOMB, "text/xml", "gzip")

    def _send(self, body: bytes, kind: str, encoding: str) -> None:
        self.send_response(200)
        for name, value in {
            "Content-Type": kind,
            "Content-Encoding": encoding,
            "Content-Length": len(body),
        }.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)


class Server:
    """The feed server, and what it counted."""

    def __init__(self, script: str, delay: int) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._process = subprocess.Popen(
            [
                sys.executable,
                script,
                "--port",
                str(self.port),
                "--feeds",
                str(FEEDS),
                "--delay-ms",
                str(delay),
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout
        self._process.stdout.readline()

    @property
    def urls(self) -> list[str]:
        return [f"http://127.0.0.1:{self.port}/feed/{number}.xml" for number in range(FEEDS)]

    def stats(self) -> dict[str, int]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/stats") as answer:
            return dict(json.load(answer))

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()


def ours(home: Path) -> list[str]:
    return [sys.executable, "-m", "reader", "feeds", "refresh", "--quiet"]


def prepare(home: Path, urls: list[str]) -> None:
    (home / "urls").write_text("\n".join(urls) + "\n")
    (home / "config").write_text("reload-threads 8\n")
    command = [sys.executable, "-m", "reader", "feeds", "import", str(home / "urls")]
    subprocess.run(command, env=environment(home), check=True, stderr=subprocess.DEVNULL)


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "NEWSREADER_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[2])}


def newsboat(home: Path) -> list[str]:
    assert NEWSBOAT
    return [
        NEWSBOAT,
        "-u",
        str(home / "urls"),
        "-c",
        str(home / "cache.db"),
        "-C",
        str(home / "config"),
        "-x",
        "reload",
    ]


def timed(command: list[str], home: Path, server: Server) -> tuple[float, int, int]:
    """Seconds, whole answers and unchanged ones."""
    before = server.stats()
    began = time.perf_counter()
    subprocess.run(command, env=environment(home), check=False, capture_output=True)
    took = time.perf_counter() - began
    after = server.stats()
    return took, after["ok"] - before["ok"], after["not_modified"] - before["not_modified"]


def measure(script: str, delay: int, runs: int) -> None:
    server = Server(script, delay)
    commands = {"newsreader": ours, **({"newsboat, 8 threads": newsboat} if NEWSBOAT else {})}
    cold: dict[str, list[float]] = {name: [] for name in commands}
    same: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            with tempfile.TemporaryDirectory() as folder:
                home = Path(folder)
                prepare(home, server.urls)
                took, whole, _unchanged = timed(command(home), home, server)
                assert whole == FEEDS, (name, whole)
                cold[name].append(took)
                for _again in range(3):  # newsboat's second reload asks for all once more
                    took, _whole, unchanged = timed(command(home), home, server)
                assert unchanged == FEEDS, (name, unchanged)
                same[name].append(took)
    server.close()
    for what, found in (("cold", cold), ("all 304", same)):
        medians = {name: statistics.median(times) for name, times in found.items()}
        ratio = f"   ratio {medians['newsreader'] / medians['newsboat, 8 threads']:.2f}" if NEWSBOAT else ""
        row = "   ".join(f"{name} {seconds:.2f} s" for name, seconds in medians.items())
        print(f"{what:<8} {delay:>3} ms   {row}{ratio}")


def hostile(script: str, runs: int) -> None:
    """How long until the good feeds are there, without bad ones and with them."""
    bad = ThreadingHTTPServer(("127.0.0.1", 0), Bad)
    bad.daemon_threads = True
    threading.Thread(target=bad.serve_forever, daemon=True).start()
    more = [f"http://127.0.0.1:{bad.server_address[1]}/{number}" for number in range(20)]
    server = Server(script, 0)
    found: dict[str, list[float]] = {"200 feeds": [], "with 20 bad ones": []}
    for _ in range(runs):
        for name, urls in (("200 feeds", server.urls), ("with 20 bad ones", [*more, *server.urls])):
            with tempfile.TemporaryDirectory() as folder:
                home = Path(folder)
                prepare(home, urls)
                found[name].append(until_there(home, FEEDS * 50))
    server.close()
    bad.shutdown()
    for name, times in found.items():
        print(f"{name:<18} all good articles there after {statistics.median(times):.2f} s")


def until_there(home: Path, articles: int) -> float:
    import sqlite3

    began = time.perf_counter()
    process = subprocess.Popen(ours(home), env=environment(home), stderr=subprocess.DEVNULL)
    database = sqlite3.connect(home / "library.sqlite3", timeout=5)
    try:
        while process.poll() is None or time.perf_counter() - began < 60:
            if database.execute("select count(*) from entry").fetchone()[0] >= articles:
                return time.perf_counter() - began
            time.sleep(0.02)
        raise AssertionError("they never came")
    finally:
        database.close()
        process.kill()
        process.wait()


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("server")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--hostile", action="store_true")
    options = parser.parse_args()
    if options.hostile:
        hostile(options.server, options.runs)
        return
    for delay in (0, 100):
        measure(options.server, delay, options.runs)


if __name__ == "__main__":
    main()
