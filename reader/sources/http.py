"""One GET over HTTP within limits: redirects are followed where they may be, an answer is unpacked under caps."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from ssl import SSLContext

import httpx

from reader import __version__, files
from reader.document.origin import Origin
from reader.errors import SourceError
from reader.sanitise import printable, without_logins
from reader.sources.addresses import Names, PrivateError, redirected, web_address
from reader.sources.decoding import Decoder
from reader.sources.pinned import Guarded, Pinned

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
_MOST_WORDS = 100
"""Characters of what a server says that are shown."""
_FOR_GOOD = frozenset({301, 308})
_INTO_PRIVATE = "the page redirects into a private network, which is refused; name that address yourself"


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's last word on what was `asked` for, after redirects from `url`; `data` only where its status is 200.

    `moved`: where the address is now for good; empty where it is where it was. `was_conditional`: only changes
    were asked for; `is_private`: the server is in a private network.
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
    is_private: bool

    @property
    def media_type(self) -> str:
        """The type that the server names, in small letters, without parameters."""
        return _media_type(self.headers)

    @property
    def refusal(self) -> str:
        """What is said where the status is no success."""
        return (
            f"the server answered {self.status} ({printable(self.reason)[:_MOST_WORDS] or 'no reason given'})"
        )


def client(
    seconds: float = SECONDS,
    headers: Mapping[str, str] | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    names: Names | None = None,
) -> httpx.AsyncClient:
    """A client that introduces itself; it follows no redirects by itself, and connects to the addresses of *names*."""
    names = names or Names()
    if transport is None:
        transport = Guarded(Pinned(names, secure(), http2=find_spec("h2") is not None), names, secure())
    else:
        transport = Guarded(transport, names, None)
    return httpx.AsyncClient(
        headers={**_HEADERS, **(headers or {})}, transport=transport, timeout=seconds, trust_env=False
    )


@cache
def secure() -> SSLContext:
    """How servers are verified; the authorities are read once, which takes longer than a request.

    Raises SourceError where those that the user names with SSL_CERT_FILE or SSL_CERT_DIR cannot be read.
    """
    named = os.environ.get("SSL_CERT_FILE", "")
    if named and files.existing(named) is None:
        raise SourceError(named, "SSL_CERT_FILE names no file")
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        reason = f"these certificates cannot be used: {error.strerror or error}"
        raise SourceError(named or os.environ.get("SSL_CERT_DIR", "certifi"), reason) from error


async def get(
    client: httpx.AsyncClient,
    url: str,
    *,
    origin: Origin = Origin.FOUND,
    headers: Mapping[str, str] | None = None,
    accepted: frozenset[str] | None = None,
    most: int | None = None,
) -> Reply:
    """The answer for *url*, of one of the media types *accepted* (None: any), of at *most* so many bytes.

    A redirect leads into a private network only from there. User and password of *url* go to its own server.
    Raises SourceError for what is refused, and httpx's errors.
    """
    first = web_address(url)
    login = (first.username, first.password) if first.userinfo else None
    here = first = _without_login(first)
    moved = here
    for redirects in range(MAX_REDIRECTS + 1):
        auth = login if _server(here) == _server(first) else None
        asked = client.stream("GET", here, headers=headers, auth=auth, extensions={"origin": origin})
        try:
            async with asked as answer:
                location = answer.extensions.get("location")
                if location is None:
                    return await _reply(url, "" if moved == first else str(moved), answer, accepted, most)
                target = _without_login(redirected(url, here, location))
                origin = Origin.TYPED if answer.extensions["is_private"] else Origin.FOUND
        except PrivateError as error:
            raise SourceError(url, _INTO_PRIVATE if redirects else error.reason) from None
        moved = target if moved == here and answer.status_code in _FOR_GOOD else moved
        here = target
    raise SourceError(url, f"the page redirects more than {MAX_REDIRECTS} times")


def _without_login(url: httpx.URL) -> httpx.URL:
    return url.copy_with(userinfo=b"") if url.userinfo else url


def _server(url: httpx.URL) -> tuple[str, bytes, int | None]:
    return url.scheme, url.raw_host, url.port


async def _reply(
    url: str, moved: str, answer: httpx.Response, accepted: frozenset[str] | None, most: int | None
) -> Reply:
    """The answer as it is told; *url* was asked for."""
    data = await _body(url, answer, accepted, most) if answer.status_code == httpx.codes.OK else b""
    return Reply(
        url,
        answer.status_code,
        answer.reason_phrase,
        str(answer.url),
        moved,
        not _CONDITIONS.isdisjoint(answer.request.headers),
        answer.headers,
        answer.charset_encoding,
        data,
        answer.extensions["is_private"],
    )


async def _body(url: str, answer: httpx.Response, accepted: frozenset[str] | None, most: int | None) -> bytes:
    kind = _media_type(answer.headers)
    if accepted is not None and kind not in accepted:
        wanted = "a page" if accepted & PAGES else "a picture"
        raise SourceError(
            url, f"this is {kind[:_MOST_WORDS] or 'of no kind'}, not {wanted}; download it to open it"
        )
    decoder = Decoder(url, answer.headers.get("content-encoding", "identity").strip().lower(), most)
    async for raw in answer.aiter_raw():
        decoder.feed(raw)
    return decoder.whole()


def _media_type(headers: Mapping[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def reason_of(error: Exception) -> str:
    """What went wrong between here and a server, in words; those of a server are made printable and short."""
    said = printable(without_logins(str(error)))[: 2 * _MOST_WORDS]
    if isinstance(error, httpx.TimeoutException):
        return "the server does not answer; try again later"
    if isinstance(error, httpx.HTTPError):
        return f"the connection failed: {said or type(error).__name__}"
    return f"this is not a web address: {said}"
