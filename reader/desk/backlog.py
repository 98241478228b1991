"""Articles of the library that wait for their outlines, analysed one after the other in processes of their own."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from reader.desk.folding import fold
from reader.desk.worker import Worker
from reader.document.article import Article
from reader.document.codec import from_json, to_json
from reader.document.outline import VERSION, Outline
from reader.library.outlines import Analysed

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
        crew = _Crew()
        try:
            for numbers in _batches(library, stopped):
                articles = [(number, article) for number in numbers if (article := library.numbered(number))]
                found = list(pool.map(lambda each: crew.analyse(*each), articles))
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


class _Crew:
    """Workers, one for each thread; one that takes too long or ends is replaced."""

    def __init__(self) -> None:
        self._free: list[Worker] = []
        self._lock = threading.Lock()

    def analyse(self, number: int, article: Article) -> Analysed:
        """The outline of *article*, or why there is none."""
        with self._lock:
            worker = self._free.pop() if self._free else None
        worker = worker or Worker()
        late = threading.Timer(SECONDS, worker.kill)
        late.start()
        try:
            return Analysed(number, article, _outline(worker, article))
        except (OSError, ValueError, EOFError) as error:
            taken = f"its analysis took longer than {SECONDS:.0f} s" if not late.is_alive() else ""
            return Analysed(number, article, Outline(), taken or f"its analysis failed: {error}")
        finally:
            late.cancel()
            self._give_back(worker)

    def end(self) -> None:
        """Stop them all."""
        for worker in self._free:
            worker.end()

    def _give_back(self, worker: Worker) -> None:
        if worker.is_ready and worker.is_alive:
            with self._lock:
                self._free.append(worker)
        else:
            with suppress(OSError):
                worker.end()


def _outline(worker: Worker, article: Article) -> Outline:
    last: dict[str, object] = {}
    for row in worker.ask({"outline": to_json(article, Outline())}):
        last = row
    if not worker.is_ready:
        raise EOFError("the process ended")
    if "problem" in last:
        raise ValueError(last["problem"])
    return from_json({**cast(dict[str, Any], last["outline"]), "text": article.text})[1]
