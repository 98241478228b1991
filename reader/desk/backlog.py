"""Articles of the library that wait for their outlines, analysed one after the other in processes of their own."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from reader.desk import worker
from reader.desk.folding import fold
from reader.document.article import Article
from reader.document.codec import from_json, to_json
from reader.document.outline import VERSION, Outline
from reader.errors import NewsreaderError
from reader.library.outlines import Analysed
from reader.processes.crew import Crew

if TYPE_CHECKING:
    from reader.library import Library

SECONDS = 60.0
"""How long the analysis of one article may take; the longest that is read whole, of 100,000 words, takes ten."""
_TOGETHER = 20


def work_off(
    library: "Library",
    *,
    jobs: int = 1,
    told: Callable[[int], None] = lambda _: None,
    stopped: threading.Event | None = None,
) -> int:
    """Make all outlines that are missing, the newest article's first, *jobs* at a time; how many were made.

    *told* is called with the number of those made so far. Raises LibraryError and OSError.
    """
    stopped = stopped or threading.Event()
    done = 0
    with ThreadPoolExecutor(jobs) as pool:
        crew = Crew(worker.MODULE)
        try:
            for numbers in _batches(library, stopped):
                articles = [(number, article) for number in numbers if (article := library.numbered(number))]
                found = list(pool.map(lambda each: _analysed(crew, *each), articles))
                if stopped.is_set():
                    break
                # A transaction for each: a reader who marks something waits for one, not for twenty.
                for each in found:
                    library.outlines.keep([each], VERSION)
                fold(library, numbers)
                done += len(found)
                told(done)
        finally:
            crew.end()
    return done


def _batches(library: "Library", stopped: threading.Event) -> Iterator[list[int]]:
    """The numbers of the articles that wait, some at a time."""
    numbers = library.outlines.waiting(VERSION, most=_TOGETHER)
    while numbers and not stopped.is_set():
        yield numbers
        numbers = library.outlines.waiting(VERSION, below=numbers[-1], most=_TOGETHER)


def _analysed(crew: Crew, number: int, article: Article) -> Analysed:
    """The outline of *article*, or why there is none."""
    try:
        row = crew.ask({"outline": to_json(article, Outline())}, SECONDS)
        if "problem" in row:
            raise ValueError(row["problem"])
        return Analysed(number, article, from_json({**row["outline"], "text": article.text})[1])
    except (ValueError, NewsreaderError) as error:
        return Analysed(number, article, Outline(), f"its analysis failed: {error}")
