"""The outlines of many articles, in the order asked for, on as many processors as one likes, in bounded memory."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from reader.desk.analysing import analyse
from reader.desk.articles import open_article
from reader.desk.summaries import outline_text
from reader.document.summaries import Choice
from reader.errors import NewsreaderError
from reader.sources.inputs import Input

AHEAD = 8
"""Articles for each processor that are under way or wait to be written."""
_FAULT = "newsreader has a fault that this article brings out; please report it"
_LONGEST = 1_000
"""Characters of a problem."""
_ENDED = "its analysis ended the process that did it"


@dataclass(frozen=True, slots=True)
class Task:
    """An article, and how its outline is wanted."""

    input: Input
    form: str = "jsonl"
    reported: bool = False
    choice: Choice | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outline of what was asked for by `name`; `notice`: what the reader should know of its source."""

    name: str
    text: str = ""
    notice: str = ""
    problem: str = ""


def outline_for(task: Task) -> Outcome:
    """Do one task; whatever goes wrong is its outcome."""
    asked = task.input
    if asked.problem:
        return Outcome(asked.name, problem=f"{asked.name}: {asked.problem}")
    try:
        article = asked.article or open_article(asked.name)
        notice = article.notice or ("" if article.text.strip() else "no article text was found in it")
        found = analyse(article, task.choice)
        return Outcome(asked.name, outline_text(article, found, task.form, reported=task.reported), notice)
    except NewsreaderError as error:
        return Outcome(asked.name, problem=str(error))
    except Exception as error:  # noqa: BLE001  # the outermost boundary of one article: the others are done
        return Outcome(
            asked.name, problem=f"{asked.name}: {_FAULT} ({type(error).__name__}: {error})"[:_LONGEST]
        )


def outlines(
    tasks: Iterable[Task], jobs: int = 1, do: Callable[[Task], Outcome] = outline_for
) -> Iterator[Outcome]:
    """What comes of *tasks*, in their order, *jobs* at a time, when each is done by *do*."""
    if jobs == 1:
        yield from map(do, tasks)
        return
    crew = _Crew(jobs, do)
    waiting: deque[tuple[Task, Future[Outcome]]] = deque()
    try:
        for task in tasks:
            if len(waiting) >= AHEAD * jobs:
                yield crew.result(*waiting.popleft())
            waiting.append((task, crew.submit(task)))
        while waiting:
            yield crew.result(*waiting.popleft())
    finally:
        crew.end()


class _Crew:
    """Processes that do tasks. One that ends takes the others' work with it: that is done again, each task alone."""

    def __init__(self, jobs: int, do: Callable[[Task], Outcome]) -> None:
        self._jobs = jobs
        self._do = do
        self._pool = _pool(jobs)
        self._alone: ProcessPoolExecutor | None = None

    def submit(self, task: Task) -> "Future[Outcome]":
        """Begin a task."""
        try:
            return self._pool.submit(self._do, task)
        except BrokenProcessPool:
            self._pool = _pool(self._jobs)
            return self._pool.submit(self._do, task)

    def result(self, task: Task, begun: "Future[Outcome]") -> Outcome:
        """What came of a task."""
        try:
            return begun.result()
        except BrokenProcessPool:
            self._alone = self._alone or _pool(1)
        try:
            return self._alone.submit(self._do, task).result()
        except BrokenProcessPool:
            self._alone = None
            return Outcome(task.input.name, problem=f"{task.input.name}: {_ENDED}")

    def end(self) -> None:
        """Stop them."""
        for pool in filter(None, (self._pool, self._alone)):
            pool.shutdown(cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
