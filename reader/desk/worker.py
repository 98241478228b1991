"""The process that analyses: one is kept ready, so that the next article need not wait for imports and models."""

import threading

from reader.processes.child import Child

MODULE = "reader.analysis"
"""What such a process runs."""

_lock = threading.Lock()
_spare: list[Child] = []


def warm() -> None:
    """Have a worker ready for what comes."""
    give_back(_new())


def take() -> Child:
    """A worker that is ready, else a new one. Raises OSError."""
    with _lock:
        worker = _spare.pop() if _spare else None
    if worker is None or not worker.is_alive:
        return _new()
    return worker


def give_back(worker: Child) -> None:
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


def _new() -> Child:
    return Child(MODULE, asked=True)
