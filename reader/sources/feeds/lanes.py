"""Who may ask when: so many at a time in all, few at a time of one host."""

import asyncio
import ipaddress
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

AT_A_TIME = 24
OF_ONE_HOST = 2
"""Requests that a host gets at a time; one on this machine belongs to the reader and gets as many as there are."""
PATIENCE = 0.5
"""Seconds after which a request that still waits for its server no longer counts among those at a time."""


class Lanes:
    """Lets requests pass, each on a numbered lane. A server that hangs holds up its own host, and nobody else."""

    def __init__(self, at_a_time: int = AT_A_TIME, patience: float = PATIENCE) -> None:
        self.numbers = range(at_a_time)
        self._free: asyncio.LifoQueue[int] = asyncio.LifoQueue()
        for number in reversed(self.numbers):
            self._free.put_nowait(number)
        self._hosts: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(OF_ONE_HOST))
        self._patience = patience

    @asynccontextmanager
    async def lane(self, url: str) -> AsyncIterator[int]:
        """Wait until *url* may be asked; on which lane."""
        host = _host(url)
        if _is_here(host):
            async with self._counted() as number:
                yield number
        else:
            async with self._hosts[host], self._counted() as number:
                yield number

    @asynccontextmanager
    async def _counted(self) -> AsyncIterator[int]:
        number = await self._free.get()
        held = True

        def release() -> None:
            nonlocal held
            if held:
                held = False
                self._free.put_nowait(number)

        timer = asyncio.get_running_loop().call_later(self._patience, release)
        try:
            yield number
        finally:
            timer.cancel()
            release()


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
