"""A page from the web, within limits: one deadline for the whole answer, a few attempts, one request a host."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from importlib.util import find_spec
from time import localtime, strftime
from urllib.parse import urljoin, urlsplit

import httpx

from reader import __version__
from reader.document.article import Article
from reader.errors import SourceError
from reader.settings import cache_folder
from reader.sources import page, plain
from reader.sources.addresses import Resolve, redirect_refusal, resolve
from reader.sources.cache import Page, PageCache
from reader.sources.decoding import Decoder
from reader.sources.politeness import turn
from reader.sources.retries import ATTEMPTS, asked_wait, backoff, is_worth_another

SECONDS = 20.0
MAX_REDIRECTS = 10
_HEADERS = {
    "User-Agent": f"newsreader/{__version__} (terminal news reader)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9",
    "Accept-Encoding": "gzip",
}
_PAGES = frozenset({"text/html", "application/xhtml+xml", ""})
_TEXTS = frozenset({"text/plain", "text/markdown"})
_MOST_OTHERS = 3
Pause = Callable[[float], Awaitable[None]]


class _UnreachableError(SourceError):
    """No server gave an answer: the copy of an earlier day is better than nothing."""


@dataclass
class _AgainError(Exception):
    """An answer that may be better later, and how long the server asks to wait."""

    reason: str
    wait: float | None


def article(url: str) -> Article:
    """The article at the http(s) address *url*; its text is empty where the page holds none.

    Where the page shows hardly anything, the addresses are tried at which it says that the article stands too.
    Raises SourceError with the reason in plain words.
    """
    cache = PageCache(cache_folder() / "pages.sqlite3")
    found = read(url, cache)
    if found.media_type in _TEXTS:
        return Article(text=plain.decode(found.data, url, found.encoding), uri=found.url, notice=_age(found))
    first = page.article(found.data, found.url, found.encoding)
    first = replace(first, notice=first.notice or _age(found))
    if len(first.text.split()) >= page.LITTLE:
        return first
    return _elsewhere(first, found, cache)


def _elsewhere(first: Article, found: Page, cache: PageCache) -> Article:
    """The article at the other addresses of a page where it has more text there."""
    for url in page.others(page.decoded(found.data, found.url, found.encoding), found.url)[:_MOST_OTHERS]:
        if redirect_refusal(found.url, url):
            continue
        try:
            other = read(url, cache)
            second = page.article(other.data, other.url, other.encoding)
        except SourceError:
            continue
        if len(second.text.split()) >= max(page.LITTLE, 2 * len(first.text.split())):
            return second
    return first


def _age(found: Page) -> str:
    """What is said of a page that no server could be asked about."""
    if not found.is_old:
        return ""
    when = strftime("%Y-%m-%d %H:%M", localtime(found.fetched))
    return f"The server cannot be reached: this is the page as it was on {when}."


def read(url: str, cache: PageCache) -> Page:
    """The page at *url*: fetched, or the one of last time if the server says that it is the same.

    Where no server can be reached, that of last time too. Raises SourceError.
    """
    known = cache.get(url)
    try:
        with turn(cache.path.parent, urlsplit(url).hostname or ""):
            fetched = asyncio.run(fetch(url, headers=known.conditions() if known else {}))
    except _UnreachableError:
        if known is None:
            raise
        return replace(known, is_old=True)
    if fetched is None and known is not None:
        return known
    if fetched is None:
        raise SourceError(url, "the server answered 304 (Not Modified) though nothing was known of the page")
    cache.put(url, fetched)
    return fetched


async def fetch(
    url: str,
    *,
    seconds: float = SECONDS,
    headers: Mapping[str, str] | None = None,
    accepted: frozenset[str] | None = _PAGES | _TEXTS,
    transport: httpx.AsyncBaseTransport | None = None,
    resolver: Resolve = resolve,
    pause: Pause = asyncio.sleep,
) -> Page | None:
    """The answer to a GET of *url*, redirects followed; None when *headers* ask for changes and there are none.

    *accepted* are the media types that may come, None for any; *seconds* bounds all of it: names, redirects,
        headers, body and waits between attempts. Raises SourceError.
    """
    http2 = transport is None and find_spec("h2") is not None
    sent = {**_HEADERS, **(headers or {})}
    client = httpx.AsyncClient(headers=sent, transport=transport, timeout=seconds, http2=http2)
    try:
        async with asyncio.timeout(seconds), client:
            return await _attempts(client, url, accepted, resolver, pause, seconds)
    except TimeoutError as error:
        raise _UnreachableError(url, f"no whole answer within {seconds:.0f} s; try again later") from error
    except httpx.TimeoutException as error:
        raise _UnreachableError(url, "the server does not answer; try again later") from error
    except httpx.HTTPError as error:
        raise _UnreachableError(
            url, f"the connection failed: {str(error) or type(error).__name__}"
        ) from error
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise SourceError(url, f"this is not a web address: {error}") from error


async def _attempts(
    client: httpx.AsyncClient,
    url: str,
    accepted: frozenset[str] | None,
    resolver: Resolve,
    pause: Pause,
    seconds: float,
) -> Page | None:
    """Try again where that may help, as long as the server asks for."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return await _followed(client, url, accepted, resolver)
        except _AgainError as again:
            if attempt == ATTEMPTS:
                raise SourceError(url, again.reason) from None
            if again.wait is not None and again.wait > seconds / 2:
                reason = f"{again.reason}; it asks to be left alone for {again.wait:,.0f} s"
                raise SourceError(url, reason) from None
            await pause(backoff(attempt) if again.wait is None else again.wait)
        except (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError):
            if attempt == ATTEMPTS:
                raise
            await pause(backoff(attempt))
    raise AssertionError("the last attempt returns or raises")


async def _followed(
    client: httpx.AsyncClient, url: str, accepted: frozenset[str] | None, resolver: Resolve
) -> Page | None:
    here = url
    for _ in range(MAX_REDIRECTS + 1):
        if urlsplit(here).scheme not in {"http", "https"}:
            raise SourceError(url, "only http and https addresses are opened")
        async with client.stream("GET", here) as answer:
            if not answer.has_redirect_location:
                return await _page(url, accepted, answer)
            target = urljoin(here, answer.headers["location"])
        refusal = await asyncio.to_thread(redirect_refusal, here, target, resolver)
        if refusal:
            raise SourceError(url, refusal)
        here = target
    raise SourceError(url, f"the page redirects more than {MAX_REDIRECTS} times")


async def _page(url: str, accepted: frozenset[str] | None, answer: httpx.Response) -> Page | None:
    if answer.status_code == httpx.codes.NOT_MODIFIED and not _CONDITIONS.isdisjoint(answer.request.headers):
        return None
    if answer.status_code != httpx.codes.OK:
        reason = f"the server answered {answer.status_code} ({answer.reason_phrase or 'no reason given'})"
        if is_worth_another(answer.status_code):
            raise _AgainError(reason, asked_wait(answer.headers.get("retry-after")))
        raise SourceError(url, reason)
    media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
    if accepted is not None and media_type not in accepted:
        wanted = "a page" if accepted & _PAGES else "a picture"
        raise SourceError(url, f"this is {media_type or 'of no kind'}, not {wanted}; download it to open it")
    decoder = Decoder(url, answer.headers.get("content-encoding", "identity").strip().lower())
    async for raw in answer.aiter_raw():
        decoder.feed(raw)
    etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    return Page(str(answer.url), media_type, answer.charset_encoding, decoder.whole(), etag, modified)


_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})
