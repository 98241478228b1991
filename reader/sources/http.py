"""One GET over HTTP within limits: redirects are followed where they may be, an answer is unpacked under caps."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from ssl import SSLContext
from urllib.parse import urljoin, urlsplit

import httpx

from reader import __version__
from reader.errors import SourceError
from reader.sources.addresses import Resolve, redirect_refusal, resolve
from reader.sources.decoding import Decoder

SECONDS = 20.0
MAX_REDIRECTS = 10
PAGES = frozenset({"text/html", "application/xhtml+xml", ""})
TEXTS = frozenset({"text/plain", "text/markdown"})
_HEADERS = {
    "User-Agent": f"newsreader/{__version__} (terminal news reader)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9",
    "Accept-Encoding": "gzip",
}
_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})
_FOR_GOOD = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's last word on what was `asked` for, after redirects from `url`; `data` only where its status is 200.

    `moved`: where the address is now for good; empty where it is where it was. `was_conditional`: only changes
    were asked for.
    """

    asked: str
    status: int
    reason: str
    url: str
    moved: str
    was_conditional: bool
    headers: Mapping[str, str]
    encoding: str | None
    data: bytes

    @property
    def media_type(self) -> str:
        """The type that the server names, in small letters, without parameters."""
        return _media_type(self.headers)

    @property
    def refusal(self) -> str:
        """What is said where the status is no success."""
        return f"the server answered {self.status} ({self.reason or 'no reason given'})"


def client(
    seconds: float = SECONDS,
    headers: Mapping[str, str] | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    secure: SSLContext | bool = True,
) -> httpx.AsyncClient:
    """A client that introduces itself; it follows no redirects by itself."""
    http2 = transport is None and find_spec("h2") is not None
    return httpx.AsyncClient(
        headers={**_HEADERS, **(headers or {})},
        transport=transport,
        timeout=seconds,
        http2=http2,
        verify=secure,
    )


async def get(
    client: httpx.AsyncClient,
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    accepted: frozenset[str] | None = None,
    resolver: Resolve = resolve,
    most: int | None = None,
) -> Reply:
    """The answer for *url*, of one of the media types *accepted* (None: any), of at *most* so many bytes.

    Raises SourceError for what is refused, and httpx's errors.
    """
    here, moved = url, url
    for _ in range(MAX_REDIRECTS + 1):
        if urlsplit(here).scheme not in {"http", "https"}:
            raise SourceError(url, "only http and https addresses are opened")
        async with client.stream("GET", here, headers=headers) as answer:
            if not answer.has_redirect_location:
                data = (
                    await _body(url, answer, accepted, most) if answer.status_code == httpx.codes.OK else b""
                )
                return Reply(
                    url,
                    answer.status_code,
                    answer.reason_phrase,
                    str(answer.url),
                    "" if moved == url else moved,
                    not _CONDITIONS.isdisjoint(answer.request.headers),
                    answer.headers,
                    answer.charset_encoding,
                    data,
                )
            target = urljoin(here, answer.headers["location"])
            moved = target if moved == here and answer.status_code in _FOR_GOOD else moved
        await _refuse(url, here, target, resolver)
        here = target
    raise SourceError(url, f"the page redirects more than {MAX_REDIRECTS} times")


async def _refuse(url: str, here: str, target: str, resolver: Resolve) -> None:
    """Raise SourceError where *here* must not lead to *target*."""
    refusal = await asyncio.to_thread(redirect_refusal, here, target, resolver)
    if refusal:
        raise SourceError(url, refusal)


async def _body(url: str, answer: httpx.Response, accepted: frozenset[str] | None, most: int | None) -> bytes:
    kind = _media_type(answer.headers)
    if accepted is not None and kind not in accepted:
        wanted = "a page" if accepted & PAGES else "a picture"
        raise SourceError(url, f"this is {kind or 'of no kind'}, not {wanted}; download it to open it")
    decoder = Decoder(url, answer.headers.get("content-encoding", "identity").strip().lower(), most)
    async for raw in answer.aiter_raw():
        decoder.feed(raw)
    return decoder.whole()


def _media_type(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def reason_of(error: Exception) -> str:
    """What went wrong between here and a server, in words."""
    if isinstance(error, httpx.TimeoutException):
        return "the server does not answer; try again later"
    if isinstance(error, httpx.HTTPError):
        return f"the connection failed: {str(error) or type(error).__name__}"
    return f"this is not a web address: {error}"
