"""The feed of a site: what its page names is asked for all at once, and the best of what answers is taken."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Protocol
from urllib.parse import urljoin

from reader.document.feed import Feed
from reader.document.origin import Origin
from reader.errors import SourceError
from reader.sources import plain
from reader.sources.cache import Page

_GUESSES = ("/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed.json")
"""Where feeds mostly are on sites whose pages name none."""
MOST = 24
"""Feeds of one page that are asked for."""
GRACE = 1.0
"""Seconds for which a feed that has answered waits for those that the page names before it."""
SECONDS = 30.0
"""How long all of them may take."""
_NONE = "this page names no feed; look for its feed's address on the site"
Get = Callable[[str, Origin], Awaitable[Page]]


class Reading(Protocol):
    """What reads pages and feeds. Both raise SourceError."""

    async def feed(self, page: Page) -> Feed:
        """The feed in *page*."""

    async def links(self, page: Page) -> list[str]:
        """The addresses of the feeds that *page* names."""


async def sought(
    uri: str, origin: Origin, get: Get, reading: Reading, *, grace: float = GRACE, seconds: float = SECONDS
) -> Feed:
    """The feed at an address, or one that the page there names, or one that is where feeds mostly are.

    Raises SourceError.
    """
    page = await get(uri, origin)
    if not plain.looks_like_html(page.data):
        return await reading.feed(page)
    named = (await reading.links(page))[:MOST]
    if not named:
        with suppress(SourceError):  # some feeds look like a page
            return await reading.feed(page)
    addresses = named or [urljoin(page.url, guess) for guess in _GUESSES]

    async def candidate(address: str) -> Feed:
        return await reading.feed(await get(address, page.leads))

    tasks = [asyncio.create_task(candidate(address)) for address in addresses]
    try:
        found = await _best(tasks, grace, seconds)
    finally:
        for task in tasks:
            task.cancel()
        problems = await asyncio.gather(*tasks, return_exceptions=True)
    if found:
        return found
    if not named:
        raise SourceError(uri, _NONE)
    raise next(
        (each for each in problems if isinstance(each, SourceError)),
        SourceError(addresses[0], f"no whole answer within {seconds:.0f} s"),
    )


async def _best(tasks: Sequence[asyncio.Task[Feed]], grace: float, seconds: float) -> Feed | None:
    """The first of *tasks* that comes to a feed, or one before it that does so soon after."""
    left, waiting = seconds, {*tasks}
    clock = asyncio.get_running_loop().time
    while waiting and left > 0:
        began = clock()
        done, waiting = await asyncio.wait(waiting, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        good = next((task for task in tasks if task in done and _is_good(task)), None)
        if good:
            before = waiting.intersection(tasks[: tasks.index(good)])
            if before:
                await asyncio.wait(before, timeout=grace)
            return next(task.result() for task in tasks if task.done() and _is_good(task))
        left -= clock() - began
    return None


def _is_good(task: asyncio.Task[Feed]) -> bool:
    return not task.cancelled() and task.exception() is None
