"""Many feeds asked at once: each with its validators, a deadline of its own, and an answer in plain words."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace

import httpx

from reader.document.feed import Answer, Question
from reader.errors import SourceError
from reader.faults import explained
from reader.sources.addresses import Names, Resolve, resolve
from reader.sources.feeds.apart import Apart
from reader.sources.feeds.lanes import Lanes
from reader.sources.feeds.parsing import ACCEPT
from reader.sources.feeds.wire import arrivals_of
from reader.sources.http import SECONDS, Reply, client, get, reason_of
from reader.sources.retries import asked_wait, conditions

MOST = 10_000_000
"""Bytes of a feed; the largest in the wild, of podcasts with all their episodes, have eight million."""
MOST_WAIT = 7 * 86_400.0
"""Seconds that a server can have a feed left alone: some say a year by mistake."""


async def ask(
    questions: Sequence[Question],
    *,
    seconds: float = SECONDS,
    lanes: Lanes | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    resolver: Resolve = resolve,
) -> AsyncGenerator[Answer, None]:
    """The answers to *questions*, each as it comes; whoever stops listening stops the asking."""
    lanes = lanes or Lanes()
    async with AsyncExitStack() as stack:
        # A client for each lane: the time that httpcore takes for one request grows with the connections of its client.
        names = Names(resolver)
        clients = [client(seconds, {"Accept": ACCEPT}, transport, names) for _ in lanes.numbers]
        for one in clients:
            await stack.enter_async_context(one)
        quick = await stack.enter_async_context(Apart(fast=True))
        slow = await stack.enter_async_context(Apart())
        asker = _Asker(clients, quick, slow, lanes, seconds)
        tasks = [asyncio.create_task(asker.answer(question)) for question in questions]
        try:
            for task in asyncio.as_completed(tasks):
                yield await task
        finally:
            for each in tasks:
                each.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


class _Asker:
    """Asks for one feed after the other, or several at once."""

    def __init__(
        self,
        clients: Sequence[httpx.AsyncClient],
        quick: Apart,
        slow: Apart,
        lanes: Lanes,
        seconds: float,
    ) -> None:
        self._clients = clients
        self._quick = quick
        self._slow = slow
        self._lanes = lanes
        self._seconds = seconds

    async def answer(self, question: Question) -> Answer:
        """What came of it; never an error."""
        try:
            async with self._lanes.lane(question.uri) as lane, asyncio.timeout(self._seconds):
                reply = await self._reply(self._clients[lane], question)
            return await self._read(question, reply)
        except TimeoutError:
            return Answer(question.uri, problem=f"no whole answer within {self._seconds:.0f} s")
        except SourceError as error:
            return Answer(question.uri, problem=error.reason)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
            return Answer(question.uri, problem=reason_of(error))
        except Exception as error:  # noqa: BLE001 one of many
            return Answer(question.uri, problem=f"this feed cannot be read: {explained(error)}")

    async def _reply(self, asking: httpx.AsyncClient, question: Question) -> Reply:
        """The server's reply; a connection that breaks off is made anew once."""
        try:
            return await self._get(asking, question)
        except (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError):
            return await self._get(asking, question)

    async def _get(self, asking: httpx.AsyncClient, question: Question) -> Reply:
        headers = conditions(question.etag, question.modified)
        return await get(asking, question.uri, origin=question.origin, headers=headers, most=MOST)

    async def _read(self, question: Question, reply: Reply) -> Answer:
        wait = min(asked_wait(reply.headers.get("retry-after")) or 0.0, MOST_WAIT)
        if reply.status == httpx.codes.NOT_MODIFIED and reply.was_conditional:
            return Answer(question.uri, moved=reply.moved, wait=wait, is_private=reply.is_private)
        if reply.status == httpx.codes.GONE:
            return Answer(question.uri, problem="the feed is gone for good, its server says", is_gone=True)
        if reply.status != httpx.codes.OK:
            return Answer(question.uri, problem=reply.refusal, wait=wait)
        kind = f"{reply.media_type}; charset={reply.encoding}" if reply.encoding else reply.media_type
        # What takes long to read waits for its like alone.
        row = await self._quick.read(reply.data, reply.url, kind)
        if "again" in row:
            row = await self._slow.read(reply.data, reply.url, kind)
        etag, modified = reply.headers.get("etag"), reply.headers.get("last-modified")
        came = arrivals_of(row)
        answer = Answer(question.uri, row["title"], row["link"], came, etag, modified, reply.moved)
        return replace(answer, is_private=reply.is_private)
