"""A feed from a file or an address; a site's address leads to its feed. All is read in other processes."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any, Self

from reader import files
from reader.document.feed import Feed
from reader.document.identity import is_web_address
from reader.document.origin import Origin
from reader.settings import cache_folder
from reader.sources.addresses import host_of
from reader.sources.cache import Page
from reader.sources.feeds.apart import Apart, What
from reader.sources.feeds.parsing import ACCEPT
from reader.sources.feeds.seeking import sought
from reader.sources.feeds.wire import feed_of
from reader.sources.politeness import turn

_SLOW = 3
"""Processes that read what is not plainly safe, so that one which takes its time holds up few others."""


def open_feed(uri: str, origin: Origin = Origin.FOUND) -> Feed:
    """The feed at *uri*: a file, the address of a feed, or that of a site. Raises SourceError.

    A private address is opened only where *origin* says that the reader typed it, or on a private page's word.
    """
    if is_web_address(uri):
        return asyncio.run(_fetched(uri, origin))
    data = files.standard_input() if uri == "-" else files.read(uri)
    return asyncio.run(_in_file(Page(uri, "", None, data)))


async def _fetched(uri: str, origin: Origin) -> Feed:
    async with Readers() as reading:
        return await sought(uri, origin, _Getting().get, reading)


async def _in_file(page: Page) -> Feed:
    async with Readers() as reading:
        return await reading.feed(page)


class _Getting:
    """Fetches: first the address that was named, in its turn with other newsreaders, then what it leads to."""

    def __init__(self) -> None:
        self._is_first = True

    async def get(self, uri: str, origin: Origin) -> Page:
        """What is at *uri*. Raises SourceError."""
        is_first, self._is_first = self._is_first, False
        if not is_first:
            return await _get(uri, origin)
        with turn(cache_folder(), host_of(uri)):
            return await _get(uri, origin)


async def _get(uri: str, origin: Origin) -> Page:
    from reader.sources import web

    return await web.fetch(uri, origin, accepted=None, headers={"Accept": ACCEPT})


class Readers:
    """Reads feeds and pages apart: at once what is plainly safe, a few at a time what is not."""

    def __init__(self) -> None:
        self._quick = Apart(fast=True)
        self._slow: asyncio.LifoQueue[Apart] = asyncio.LifoQueue()
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        await self._stack.enter_async_context(self._quick)
        for _ in range(_SLOW):
            self._slow.put_nowait(await self._stack.enter_async_context(Apart()))
        return self

    async def __aexit__(self, *error: Any) -> None:
        await self._stack.__aexit__(*error)

    async def feed(self, page: Page) -> Feed:
        """The feed in *page*. Raises SourceError."""
        row = await self._quick.read(page.data, page.url, _content_type(page), "entries")
        if "again" in row:
            row = await self._slowly(page, "entries")
        return replace(feed_of(row, page.url), is_private=page.is_private)

    async def links(self, page: Page) -> list[str]:
        """The addresses of the feeds that *page* names. Raises SourceError."""
        return [str(link) for link in (await self._slowly(page, "links"))["links"]]

    async def _slowly(self, page: Page, what: What) -> dict[str, Any]:
        reader = await self._slow.get()
        try:
            return await reader.read(page.data, page.url, _content_type(page), what)
        finally:
            self._slow.put_nowait(reader)


def _content_type(page: Page) -> str:
    return f"{page.media_type}; charset={page.encoding}" if page.encoding else page.media_type
