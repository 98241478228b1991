"""A page from the web, within limits: one deadline for the whole answer, a few attempts, one request a host."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from time import localtime, strftime
from urllib.parse import urlsplit

import httpx

from reader.document.article import Article
from reader.errors import SourceError
from reader.settings import cache_folder
from reader.sources import page, plain
from reader.sources.addresses import Resolve, redirect_refusal, resolve
from reader.sources.cache import Page, PageCache
from reader.sources.http import PAGES, SECONDS, TEXTS, Reply, client, get, reason_of
from reader.sources.politeness import turn
from reader.sources.retries import ATTEMPTS, asked_wait, backoff, is_worth_another

_MOST_OTHERS = 3
Pause = Callable[[float], Awaitable[None]]


class _UnreachableError(SourceError):
    """No server gave an answer: the copy of an earlier day is better than nothing."""


def article(url: str) -> Article:
    """The article at the http(s) address *url*; its text is empty where the page holds none.

    Where the page shows hardly anything, the addresses are tried at which it says that the article stands too.
    Raises SourceError with the reason in plain words.
    """
    cache = PageCache(cache_folder() / "pages.sqlite3")
    found = read(url, cache)
    if found.media_type in TEXTS:
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
    accepted: frozenset[str] | None = PAGES | TEXTS,
    transport: httpx.AsyncBaseTransport | None = None,
    resolver: Resolve = resolve,
    pause: Pause = asyncio.sleep,
) -> Page | None:
    """The answer to a GET of *url*, redirects followed; None when *headers* ask for changes and there are none.

    *accepted* are the media types that may come, None for any; *seconds* bounds all of it: names, redirects,
        headers, body and waits between attempts. Raises SourceError.
    """
    try:
        async with asyncio.timeout(seconds), client(seconds, headers, transport) as asking:
            return await _attempts(
                lambda: get(asking, url, accepted=accepted, resolver=resolver), pause, seconds
            )
    except TimeoutError as error:
        raise _UnreachableError(url, f"no whole answer within {seconds:.0f} s; try again later") from error
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
        unreachable = isinstance(error, httpx.HTTPError)
        raise (_UnreachableError if unreachable else SourceError)(url, reason_of(error)) from error


async def _attempts(ask: Callable[[], Awaitable[Reply]], pause: Pause, seconds: float) -> Page | None:
    """Try again where that may help, as long as the server asks for."""
    for attempt in range(1, ATTEMPTS + 1):
        is_last = attempt == ATTEMPTS
        try:
            reply = await ask()
        except (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError):
            if is_last:
                raise
            await pause(backoff(attempt))
            continue
        if reply.status == httpx.codes.OK:
            etag, modified = reply.headers.get("etag"), reply.headers.get("last-modified")
            return Page(reply.url, reply.media_type, reply.encoding, reply.data, etag, modified)
        if reply.status == httpx.codes.NOT_MODIFIED and reply.was_conditional:
            return None
        wait = asked_wait(reply.headers.get("retry-after"))
        if is_last or not is_worth_another(reply.status):
            raise SourceError(reply.asked, reply.refusal)
        if wait is not None and wait > seconds / 2:
            raise SourceError(reply.asked, f"{reply.refusal}; it asks to be left alone for {wait:,.0f} s")
        await pause(backoff(attempt) if wait is None else wait)
    raise AssertionError("the last attempt returns or raises")
