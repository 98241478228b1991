"""A web without a network: a resolver of our own below Python's, and servers behind httpcore's backend."""

import socket
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import httpcore
import pytest

from reader.sources.public import is_public

NEWS = "93.184.216.34"
ZONE: dict[str, list[list[str]]] = {
    # Each name has one or more answers, given in turn.
    "news.example": [[NEWS]],
    "cdn.example": [["93.184.216.35"]],
    "twin.example": [["2606:2800:220:1::1", "93.184.216.36"]],
    "localhost": [["::1", "127.0.0.1"]],
    "lo.example": [["127.0.0.1"]],
    "intra.corp.example": [["10.0.0.5"]],
    "both.example": [[NEWS, "10.9.9.9"]],
    "both-private-first.example": [["10.9.9.9", NEWS]],
    "both6.example": [["fd00::1", NEWS]],
    "mapped.example": [["::ffff:127.0.0.1"]],
    "six.example": [["::1"]],
    "nat64.example": [["64:ff9b::7f00:1"]],
    "6to4.example": [["2002:7f00:1::"]],
    "scoped.example": [["fe80::1%lo"]],
    "flip.example": [[NEWS], ["127.0.0.1"]],
    "flop.example": [["127.0.0.1"], [NEWS]],
}
Answer = Callable[[str, str], bytes]
"""Host and path of a request to the bytes of an HTTP answer."""


def answer(body: str = "", status: str = "200 OK", kind: str = "text/html", **headers: str) -> bytes:
    """An HTTP answer."""
    data = body.encode()
    named = {"Content-Type": kind, "Content-Length": str(len(data)), "Connection": "close", **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in named.items()), "", ""]
    return "\r\n".join(lines).encode() + data


@dataclass
class FakeWeb(httpcore.AsyncNetworkBackend):
    """Servers that all give `answers`; what was looked up, connected to and asked for."""

    answers: Answer = lambda host, path: answer("<p>Hello.</p>")
    zone: dict[str, list[list[str]]] = field(default_factory=lambda: dict(ZONE))
    looked_up: Counter[str] = field(default_factory=Counter)
    connected: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    named: list[str | None] = field(default_factory=list)
    """Names that TLS was told to verify."""
    dead: set[str] = field(default_factory=set)

    def resolve(self, host: str, *_: object, **__: object) -> list[tuple[Any, ...]]:
        """As socket.getaddrinfo: numbers in every spelling are read without asking anybody."""
        try:
            found = [socket.inet_ntoa(socket.inet_aton(host))]
        except OSError:
            self.looked_up[host] += 1
            turns = self.zone.get(host)
            if turns is None:
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known") from None
            found = turns[(self.looked_up[host] - 1) % len(turns)]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 0)) for each in found]

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        self.connected.append(host)
        if host in self.dead:
            raise httpcore.ConnectError("nobody is there")
        return _Stream(self)

    @property
    def private(self) -> list[str]:
        """The private addresses that were connected to."""
        return [each for each in self.connected if not is_public(each)]


class _Stream(httpcore.AsyncNetworkStream):
    def __init__(self, web: FakeWeb) -> None:
        self._web = web
        self._came = b""
        self._waiting = b""

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._came += buffer
        if self._came.endswith(b"\r\n\r\n"):
            head = self._came.decode("latin-1")
            self._came = b""
            path = head.split(" ")[1]
            host = next(line[6:] for line in head.split("\r\n") if line.lower().startswith("host: "))
            self._web.asked.append(head)
            self._waiting = self._web.answers(host, path)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        part, self._waiting = self._waiting[:max_bytes], self._waiting[max_bytes:]
        return part

    async def aclose(self) -> None:
        pass

    async def start_tls(
        self, ssl_context: object, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        self._web.named.append(server_hostname)
        return self

    def get_extra_info(self, info: str) -> Any:
        return None


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> FakeWeb:
    """A web of its own for a test, in place of the system's resolver and of connections."""
    found = FakeWeb()
    monkeypatch.setattr(socket, "getaddrinfo", found.resolve)
    monkeypatch.setattr(httpcore, "AnyIOBackend", lambda: found)
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return found
