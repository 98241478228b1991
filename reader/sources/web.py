"""A page from the web, within limits: one deadline for the whole answer, caps on both sides of gzip."""

import asyncio
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from reader import __version__
from reader.document.article import Article
from reader.errors import SourceError
from reader.sources import page, plain
from reader.sources.addresses import Resolve, redirect_refusal, resolve

SECONDS = 20.0
MAX_RAW = 8_000_000
MAX_DECODED = 24_000_000
MAX_REDIRECTS = 10
_STEP = 1 << 18
_HEADERS = {
    "User-Agent": f"newsreader/{__version__} (terminal news reader)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9",
    "Accept-Encoding": "gzip",
}
_PAGES = {"text/html", "application/xhtml+xml", ""}
_TEXTS = {"text/plain", "text/markdown"}


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: the address that gave it after redirects, its type, declared encoding and bytes."""

    url: str
    media_type: str
    encoding: str | None
    data: bytes


def article(url: str) -> Article:
    """The article at the http(s) address *url*; its text is empty where the page holds none.

    Raises SourceError with the reason in plain words.
    """
    answer = asyncio.run(fetch(url))
    if answer.media_type in _TEXTS:
        return Article(text=plain.decode(answer.data, url, answer.encoding), uri=answer.url)
    return page.article(answer.data, answer.url, answer.encoding)


async def fetch(
    url: str,
    *,
    seconds: float = SECONDS,
    transport: httpx.AsyncBaseTransport | None = None,
    resolver: Resolve = resolve,
) -> Page:
    """The answer to a GET of *url*, redirects followed.

    *seconds* bounds all of it: names, redirects, headers and body. Raises SourceError.
    """
    try:
        async with asyncio.timeout(seconds):
            async with httpx.AsyncClient(headers=_HEADERS, transport=transport, timeout=seconds) as client:
                return await _followed(client, url, resolver)
    except TimeoutError as error:
        reason = f"no whole answer within {seconds:.0f} s; try again later"
        raise SourceError(url, reason) from error
    except httpx.TimeoutException as error:
        raise SourceError(url, "the server does not answer; try again later") from error
    except httpx.HTTPError as error:
        raise SourceError(url, f"the connection failed: {str(error) or type(error).__name__}") from error
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise SourceError(url, f"this is not a web address: {error}") from error


async def _followed(client: httpx.AsyncClient, url: str, resolver: Resolve) -> Page:
    here = url
    for _ in range(MAX_REDIRECTS + 1):
        if urlsplit(here).scheme not in {"http", "https"}:
            raise SourceError(url, "only http and https addresses are opened")
        async with client.stream("GET", here) as answer:
            if not answer.has_redirect_location:
                return await _page(url, answer)
            target = urljoin(here, answer.headers["location"])
        refusal = await asyncio.to_thread(redirect_refusal, here, target, resolver)
        if refusal:
            raise SourceError(url, refusal)
        here = target
    raise SourceError(url, f"the page redirects more than {MAX_REDIRECTS} times")


async def _page(url: str, answer: httpx.Response) -> Page:
    if answer.status_code != 200:
        reason = answer.reason_phrase or "no reason given"
        raise SourceError(url, f"the server answered {answer.status_code} ({reason})")
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in _PAGES | _TEXTS:
        raise SourceError(url, f"this is {media_type}, not a page; download it to open it")
    decoder = _Decoder(url, answer.headers.get("content-encoding", "identity").strip().lower())
    async for raw in answer.aiter_raw():
        decoder.feed(raw)
    return Page(str(answer.url), media_type, answer.charset_encoding, decoder.whole())


class _Decoder:
    """Decompresses in small steps, so that no answer fills the memory before it is refused."""

    def __init__(self, url: str, encoding: str) -> None:
        if encoding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise SourceError(url, f"the server compressed the page by {encoding}, which was not asked for")
        self.url = url
        self.inflate = (
            zlib.decompressobj(zlib.MAX_WBITS | 32) if "gzip" in encoding or encoding == "deflate" else None
        )
        self.parts: list[bytes] = []
        self.raw = self.decoded = 0

    def feed(self, raw: bytes) -> None:
        """Take the next bytes off the wire. Raises SourceError past either cap."""
        self.raw += len(raw)
        for part in self._inflated(raw):
            self.parts.append(part)
            self.decoded += len(part)
            if self.raw > MAX_RAW or self.decoded > MAX_DECODED:
                raise SourceError(self.url, f"the page is larger than {MAX_RAW // 1_000_000} MB")

    def _inflated(self, raw: bytes) -> Iterator[bytes]:
        if self.inflate is None:
            yield raw
            return
        try:
            while raw:
                yield self.inflate.decompress(raw, _STEP)
                raw = self.inflate.unconsumed_tail
        except zlib.error as error:
            raise SourceError(self.url, "the page's compression is broken; try again later") from error

    def whole(self) -> bytes:
        """All that was decoded. Raises SourceError when the compressed stream was cut short."""
        if self.inflate is not None and self.raw and not self.inflate.eof:
            raise SourceError(self.url, "the page came only in part; try again later")
        return b"".join(self.parts)
