"""A process of ours for asyncio: asked with a line of JSON and bytes, answers with a line of JSON."""

import asyncio
import json
import os
from collections.abc import Mapping
from typing import Self

from reader.errors import ProcessError
from reader.processes.child import Row
from reader.processes.command import command, ending, lifeline

_MOST_ANSWER = 1 << 27
"""Bytes of one answer."""
_GRACE = 2.0


class AsyncChild:
    """A process that runs a module of this package; it ends with this process at the latest."""

    def __init__(self, process: asyncio.subprocess.Process, held: int) -> None:
        self.process = process
        self._lifeline = held

    @classmethod
    async def started(cls, module: str) -> Self:
        """One that runs *module*. Raises OSError."""
        with lifeline() as (theirs, ours):
            process = await asyncio.create_subprocess_exec(
                *command(theirs, module),
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
                limit=_MOST_ANSWER, pass_fds=(theirs,), process_group=0,
            )  # fmt: skip
        return cls(process, ours)

    async def ask(self, request: Mapping[str, object], data: bytes) -> Row:
        """The answer to *request*, which *data* follows. Raises ProcessError."""
        source, target = self.process.stdin, self.process.stdout
        assert source is not None
        assert target is not None
        try:
            source.write(json.dumps(request).encode() + b"\n" + data)
            await source.drain()
            return dict(json.loads(await target.readuntil(b"\n")))
        except (OSError, ValueError, EOFError, asyncio.LimitOverrunError) as error:
            raise ProcessError(f"the process that did it {ending(await self._code())}") from error

    async def end(self) -> None:
        """Stop the process, whatever it is doing, and clear up."""
        if self.process.returncode is None:
            self.process.kill()
        if self.process.stdin is not None:
            self.process.stdin.close()
        try:
            await self.process.wait()
        finally:
            held, self._lifeline = self._lifeline, -1
            if held >= 0:
                os.close(held)

    async def _code(self) -> int | None:
        """Its exit code, if it ends."""
        try:
            return await asyncio.wait_for(self.process.wait(), _GRACE)
        except TimeoutError:
            return None
