"""The outlines of many articles, in the order asked for, on as many processors as one likes, in bounded memory."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace

from reader.desk.analysing import analyse
from reader.desk.articles import open_article
from reader.desk.summaries import outline_text
from reader.document.article import Article
from reader.document.codec import from_json, to_json
from reader.document.origin import Origin
from reader.document.outline import Outline
from reader.document.summaries import Choice
from reader.errors import ProcessError, SourceError
from reader.faults import explained
from reader.processes.child import Row
from reader.processes.crew import Crew
from reader.sources.inputs import Input

MODULE = "reader.desk.batch_worker"
"""What a process runs that does tasks."""
AHEAD = 8
"""Articles for each processor that are under way or wait to be written."""


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
        article = asked.article or open_article(asked.name, Origin.TYPED)
        notice = article.notice or ("" if article.text.strip() else "no article text was found in it")
        found = analyse(article, task.choice)
        return Outcome(asked.name, outline_text(article, found, task.form, reported=task.reported), notice)
    except Exception as error:  # noqa: BLE001 one of many
        return Outcome(asked.name, problem=explained(error, asked.name))


def outlines(
    tasks: Iterable[Task], jobs: int = 1, do: Callable[[Task], Outcome] | None = None
) -> Iterator[Outcome]:
    """What comes of *tasks*, in their order, *jobs* at a time, each in a process of its own unless *do* does them."""
    if jobs == 1:
        yield from map(do or outline_for, tasks)
        return
    with ExitStack() as at_end:
        pool = at_end.enter_context(ThreadPoolExecutor(jobs))
        at_end.callback(pool.shutdown, wait=False, cancel_futures=True)
        if do is None:
            crew = Crew(MODULE)
            at_end.callback(crew.end)
            do = apart(crew)
        waiting: deque[Future[Outcome]] = deque()
        for task in tasks:
            if len(waiting) >= AHEAD * jobs:
                yield waiting.popleft().result()
            waiting.append(pool.submit(do, _read(task)))
        while waiting:
            yield waiting.popleft().result()


def apart(crew: Crew) -> Callable[[Task], Outcome]:
    """Does a task in a process of the *crew*; one that ends its process is its own failure alone."""

    def do(task: Task) -> Outcome:
        try:
            row = crew.ask(task_to_row(task))
        except ProcessError as error:
            return Outcome(task.input.name, problem=f"{task.input.name}: its analysis failed: {error}")
        return Outcome(task.input.name, **row)

    return do


def task_to_row(task: Task) -> Row:
    """A task for another process."""
    article, choice = task.input.article, task.choice
    return {
        "name": task.input.name,
        "problem": task.input.problem,
        "article": article and to_json(article, Outline()),
        "notice": article.notice if article else "",
        "form": task.form,
        "reported": task.reported,
        "choice": choice and [choice.method, choice.wanted],
    }


def task_from_row(row: Row) -> Task:
    """The task of what `task_to_row` returned."""
    article: Article | None = None
    if row["article"]:
        article = replace(from_json(row["article"])[0], notice=row["notice"])
    choice = Choice(*row["choice"]) if row["choice"] else None
    return Task(Input(row["name"], article, row["problem"]), row["form"], row["reported"], choice)


def _read(task: Task) -> Task:
    """The task with what only this process can read: its standard input."""
    asked = task.input
    if asked.name != "-" or asked.article or asked.problem:
        return task
    try:
        return replace(task, input=replace(asked, article=open_article("-")))
    except SourceError as error:
        return replace(task, input=replace(asked, problem=error.reason))
