"""Processes that analyse: one is kept ready, so that the next article need not wait for imports and models."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress


class Worker:
    """A process `python -m reader.analysis`: takes one request after another, answers each with rows of JSON."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "reader.analysis"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            process_group=0,  # not a session: Linux weighs niceness within one only (autogroup)
        )
        self.is_ready = True
        """Whether the last request was answered to its end."""

    def ask(self, request: dict[str, object]) -> Iterator[dict[str, object]]:
        """The rows that answer *request*; they stop short where the process ends. Raises OSError, ValueError."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self.is_ready = False
        json.dump(request, self._process.stdin)
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            row = json.loads(line)
            if row == {}:
                self.is_ready = True
                return
            yield row

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the process is running."""
        return self._process.poll() is None

    def kill(self) -> None:
        """Stop the process, whatever it is doing; from any thread."""
        self._process.kill()

    def end(self) -> None:
        """Stop the process and clear up; only where no thread waits for its answer."""
        self._process.kill()
        self._process.wait()
        for pipe in filter(None, (self._process.stdin, self._process.stdout)):
            with suppress(OSError):  # what was not yet written goes nowhere
                pipe.close()


_lock = threading.Lock()
_spare: list[Worker] = []


def warm() -> None:
    """Have a worker ready for what comes."""
    give_back(Worker())


def take() -> Worker:
    """A worker that is ready, else a new one. Raises OSError."""
    with _lock:
        worker = _spare.pop() if _spare else None
    if worker is None or not worker.is_alive:
        return Worker()
    return worker


def give_back(worker: Worker) -> None:
    """Keep *worker* for the next request if it can take one and none is kept; else end it."""
    with _lock:
        if worker.is_ready and worker.is_alive and not _spare:
            _spare.append(worker)
            return
    worker.end()


def dismiss() -> None:
    """End the worker that is kept."""
    with _lock:
        workers = [*_spare]
        _spare.clear()
    for worker in workers:
        worker.end()
