"""Feeds asked for what is new, and what comes put into the library as it comes."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING

from reader.document.counting import counted
from reader.document.feed import Answer

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.feeds import Subscription

_TOGETHER = 32
"""Answers that are put into the library at a time, at most: each transaction waits for the disk."""
_MOMENT = 0.1
"""Seconds in which they come together."""
_GLANCE = 0.1
"""Seconds between looks at whether the reader wants to stop."""


@dataclass
class Refreshed:
    """What a refresh has brought so far: feeds asked of all, articles that came, and what went wrong, by feed."""

    every: int = 0
    asked: int = 0
    new: int = 0
    changed: int = 0
    problems: "list[tuple[Subscription, str]]" = field(default_factory=list)

    def __str__(self) -> str:
        changed = f", {self.changed:,} changed" if self.changed else ""
        wrong = f"; {counted(len(self.problems), 'feed')} could not be read" if self.problems else ""
        return f"{counted(self.new, 'new article')}{changed} in {counted(self.asked, 'feed')}{wrong}"


def due(feeds: "Sequence[Subscription]", now: float) -> "list[Subscription]":
    """Those of *feeds* that may be asked *now*: not those that are gone, nor those whose server asked for peace.

    Those that went wrong last time come last.
    """
    able = [feed for feed in feeds if not feed.is_gone and feed.due_at <= now]
    return sorted(able, key=lambda feed: bool(feed.problem))


def refresh(
    library: "Library",
    feeds: "Sequence[Subscription]",
    told: Callable[[Refreshed], None] = lambda _: None,
    stopped: Event | None = None,
) -> Refreshed:
    """Ask for *feeds*, and take in what is new; *told* is called as it goes on. Raises LibraryError.

    Then the pages of what came by feeds of which the reader wants full texts always.
    """
    began, stopped = library.clock(), stopped or Event()
    refreshed = asyncio.run(_refresh(library, feeds, told, stopped))
    wanted = library.feeds.teasers(began) if refreshed.new and not stopped.is_set() else []
    if wanted:
        from reader.desk.fetching import fetch_whole

        fetch_whole(library, wanted)
    return refreshed


async def _refresh(
    library: "Library", feeds: "Sequence[Subscription]", told: Callable[[Refreshed], None], stopped: Event
) -> Refreshed:
    by_uri = {feed.uri: feed for feed in feeds}
    answers: asyncio.Queue[Answer | None] = asyncio.Queue()
    listening = asyncio.create_task(_listen(feeds, answers))
    listening.add_done_callback(lambda _: answers.put_nowait(None))
    watching = asyncio.create_task(_watch(stopped, listening))
    refreshed = Refreshed(len(feeds))
    try:
        while batch := await _next(answers):
            taken = [(by_uri[answer.asked], answer) for answer in batch]
            for (feed, answer), news in zip(
                taken, await asyncio.to_thread(library.feeds.take, taken), strict=True
            ):
                refreshed.asked += 1
                refreshed.new += news.new
                refreshed.changed += news.changed
                if problem := answer.problem or news.problem:
                    refreshed.problems.append((feed, problem))
            told(refreshed)
    finally:
        watching.cancel()
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening
    return refreshed


async def _listen(feeds: "Sequence[Subscription]", answers: "asyncio.Queue[Answer | None]") -> None:
    from reader.sources.feeds.asking import ask

    async with aclosing(ask([feed.question for feed in feeds])) as coming:
        async for answer in coming:
            answers.put_nowait(answer)


async def _watch(stopped: Event, listening: "asyncio.Task[None]") -> None:
    """Stop listening when the reader wants to."""
    while not stopped.is_set():
        await asyncio.sleep(_GLANCE)
    listening.cancel()


async def _next(answers: "asyncio.Queue[Answer | None]") -> list[Answer]:
    """What comes in a moment, at least one answer; nothing when no more will come."""
    first = await answers.get()
    batch = [first] if first else []
    with suppress(TimeoutError):
        async with asyncio.timeout(_MOMENT):
            while batch and len(batch) < _TOGETHER:
                answer = await answers.get()
                if answer is None:
                    answers.put_nowait(None)
                    break
                batch.append(answer)
    return batch
