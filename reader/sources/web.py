"""A page from the web, within limits: one deadline for the whole answer, a few attempts, one request a host."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from time import localtime, strftime

import httpx

from reader.document.article import Article
from reader.document.origin import Origin
from reader.errors import SourceError
from reader.sanitise import without_logins
from reader.settings import cache_folder
from reader.sources import page, plain
from reader.sources.addresses import Names, Resolve, host_of, is_downgrade, resolve
from reader.sources.cache import Page, PageCache
from reader.sources.http import PAGES, SECONDS, TEXTS, Reply, client, get, reason_of
from reader.sources.politeness import turn
from reader.sources.retries import ATTEMPTS, asked_wait, backoff, conditions, is_worth_another

_MOST_OTHERS = 3
Pause = Callable[[float], Awaitable[None]]


class _UnreachableError(SourceError):
    """No server gave an answer: the copy of an earlier day is better than nothing."""


def article(url: str, origin: Origin = Origin.FOUND) -> Article:
    """The article at the http(s) address *url*; its text is empty where the page holds none.

    Where the page shows hardly anything, the addresses are tried at which it says that the article stands too.
    Raises SourceError with the reason in plain words.
    """
    cache = PageCache(cache_folder() / "pages.sqlite3")
    found = read(url, cache, origin)
    if found.media_type in TEXTS:
        text = plain.decode(found.data, url, found.encoding)
        return Article(text, found.url, notice=_age(found), is_private=found.is_private)
    first = page.article(found.data, found.url, found.encoding)
    first = replace(first, notice=first.notice or _age(found), is_private=found.is_private)
    if len(first.text.split()) >= page.LITTLE:
        return first
    return _elsewhere(first, found, cache)


def _elsewhere(first: Article, found: Page, cache: PageCache) -> Article:
    """The article at the other addresses of a page where it has more text there."""
    for url in page.others(page.decoded(found.data, found.url, found.encoding), found.url)[:_MOST_OTHERS]:
        if is_downgrade(found.url, url):
            continue
        try:
            other = read(url, cache, found.leads)
            second = page.article(other.data, other.url, other.encoding)
            second = replace(second, is_private=other.is_private)
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


def read(url: str, cache: PageCache, origin: Origin = Origin.FOUND) -> Page:
    """The page at *url*: fetched, or the one of last time if the server says that it is the same.

    Where no server can be reached, that of last time too. What needs a password is not kept. Raises SourceError.
    """
    is_kept = without_logins(url) == url
    known = cache.get(url) if is_kept else None
    try:
        with turn(cache.path.parent, host_of(url)):
            fetched = asyncio.run(fetch(url, origin, known=known))
    except _UnreachableError:
        if known is None:
            raise
        return replace(known, is_old=True)
    if is_kept and fetched.data is not (known and known.data):
        cache.put(url, fetched)
    return fetched


async def fetch(
    url: str,
    origin: Origin = Origin.FOUND,
    *,
    known: Page | None = None,
    seconds: float = SECONDS,
    headers: Mapping[str, str] | None = None,
    accepted: frozenset[str] | None = PAGES | TEXTS,
    transport: httpx.AsyncBaseTransport | None = None,
    resolver: Resolve = resolve,
    pause: Pause = asyncio.sleep,
) -> Page:
    """The answer to a GET of *url*, redirects followed; *known* where the server says that it is as it was then.

    *accepted* are the media types that may come, None for any; *seconds* bounds all of it: names, redirects,
        headers, body and waits between attempts. Raises SourceError.
    """
    told = {**(headers or {}), **(conditions(known.etag, known.modified) if known else {})}
    try:
        async with (
            asyncio.timeout(seconds),
            client(seconds, told, transport, names=Names(resolver)) as asking,
        ):
            ask = partial(get, asking, url, origin=origin, accepted=accepted)
            return await _attempts(ask, known, pause, seconds)
    except TimeoutError as error:
        raise _UnreachableError(url, f"no whole answer within {seconds:.0f} s; try again later") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        unreachable = isinstance(error, httpx.HTTPError)
        raise (_UnreachableError if unreachable else SourceError)(url, reason_of(error)) from error


async def _attempts(
    ask: Callable[[], Awaitable[Reply]], known: Page | None, pause: Pause, seconds: float
) -> Page:
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
            return _page(reply)
        if reply.status == httpx.codes.NOT_MODIFIED and reply.was_conditional and known:
            return replace(known, is_private=reply.is_private)
        wait = asked_wait(reply.headers.get("retry-after"))
        if is_last or not is_worth_another(reply.status):
            raise SourceError(reply.asked, reply.refusal)
        if wait is not None and wait > seconds / 2:
            raise SourceError(reply.asked, f"{reply.refusal}; it asks to be left alone for {wait:,.0f} s")
        await pause(backoff(attempt) if wait is None else wait)
    raise AssertionError("the last attempt returns or raises")


def _page(reply: Reply) -> Page:
    etag, modified = reply.headers.get("etag"), reply.headers.get("last-modified")
    page = Page(reply.url, reply.media_type, reply.encoding, reply.data, etag, modified)
    return replace(page, is_private=reply.is_private)
