"""A process that reads feeds for this one, replaced when it takes too long or ends."""

import asyncio
import json
import sys
from contextlib import suppress
from types import TracebackType
from typing import Any, Literal, Self

from reader.errors import SourceError

SECONDS = 10.0
"""How long the reading of one feed may take."""
_MOST_ANSWER = 1 << 27
_TOO_LONG = "this feed takes longer than {:.0f} s to read"
_ENDED = "this feed cannot be read: the process that reads it ended"


What = Literal["arrivals", "entries", "links"]
"""What is wanted: entries as articles, entries as they are, or the addresses of the feeds that a page names."""


class Apart:
    """Reads one feed after the other in another process, which is started with the first feed.

    One for what can be read *fast* is started at once, and says of other feeds that they are to be read `again`.
    """

    def __init__(self, seconds: float = SECONDS, *, fast: bool = False) -> None:
        self._seconds = seconds
        self._fast = fast
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()

    async def __aenter__(self) -> Self:
        if self._fast:
            with suppress(OSError):  # the first feed that is read will say so
                self._process = await self._start()
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
                if isinstance(error, OSError | ValueError | EOFError | asyncio.LimitOverrunError):
                    raise SourceError(uri, _ENDED) from None
                raise
        if "problem" in row:
            raise SourceError(uri, str(row["problem"]))
        return row

    async def _asked(self, data: bytes, uri: str, content_type: str, what: What) -> dict[str, Any]:
        if self._process is None:
            self._process = await self._start()
        source, target = self._process.stdin, self._process.stdout
        assert source is not None
        assert target is not None
        header = {
            "what": what,
            "uri": uri,
            "content_type": content_type,
            "size": len(data),
            "fast": self._fast,
        }
        source.write(json.dumps(header).encode() + b"\n" + data)
        await source.drain()
        row = json.loads(await target.readuntil(b"\n"))
        return dict(row)

    async def _start(self) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "reader.sources.feeds",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            limit=_MOST_ANSWER, start_new_session=True,
        )  # fmt: skip

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            process.kill()
        if process.stdin is not None:
            process.stdin.close()
        await process.wait()
