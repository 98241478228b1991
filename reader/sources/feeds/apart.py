"""A process that reads feeds for this one, replaced when it takes too long or ends."""

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Any, Literal, Self

from reader.errors import ProcessError, SourceError
from reader.processes.asynchronous import AsyncChild

MODULE = "reader.sources.feeds"
"""What such a process runs."""

SECONDS = 10.0
"""How long the reading of one feed may take."""
_TOO_LONG = "this feed takes longer than {:.0f} s to read"
_ENDED = "this feed cannot be read: {}"


What = Literal["arrivals", "entries", "links"]
"""What is wanted: entries as articles, entries as they are, or the addresses of the feeds that a page names."""


class Apart:
    """Reads one feed after the other in another process, which is started with the first feed.

    One for what can be read *fast* is started at once, and says of other feeds that they are to be read `again`.
    """

    def __init__(self, seconds: float = SECONDS, *, fast: bool = False) -> None:
        self._seconds = seconds
        self._fast = fast
        self._child: AsyncChild | None = None
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        if self._fast:
            with suppress(OSError):  # the first feed that is read will say so
                self._child = await AsyncChild.started(MODULE)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._end()

    async def read(self, data: bytes, uri: str, content_type: str, what: What = "arrivals") -> dict[str, Any]:
        """What is wanted of the feed or page in *data*, as a row. Raises SourceError."""
        async with self._turn:
            try:
                async with asyncio.timeout(self._seconds):
                    row = await self._asked(data, uri, content_type, what)
            except BaseException as error:
                await self._end()
                if isinstance(error, TimeoutError):
                    raise SourceError(uri, _TOO_LONG.format(self._seconds)) from None
                if isinstance(error, OSError | ProcessError):
                    raise SourceError(uri, _ENDED.format(error)) from None
                raise
        if "problem" in row:
            raise SourceError(uri, str(row["problem"]))
        return row

    async def _asked(self, data: bytes, uri: str, content_type: str, what: What) -> dict[str, Any]:
        if self._child is None:
            self._child = await AsyncChild.started(MODULE)
        header = {
            "what": what,
            "uri": uri,
            "content_type": content_type,
            "size": len(data),
            "fast": self._fast,
        }
        return await self._child.ask(header, data)

    async def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            await child.end()
