"""Processes that do the same work for several threads."""

import threading
from collections.abc import Mapping
from contextlib import suppress

from reader.errors import ProcessError
from reader.processes.child import Child, Row


class Crew:
    """Processes that run *module*, one for each thread that asks; one that takes too long or ends is replaced."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._free: list[Child] = []
        self._busy: set[Child] = set()
        self._lock = threading.Lock()
        self._is_over = False

    def ask(self, request: Mapping[str, object], seconds: float | None = None) -> Row:
        """The last row that answers *request*, within so many *seconds*. Raises ProcessError."""
        try:
            child = self._taken()
        except OSError as error:
            raise ProcessError(f"no process can be started: {error.strerror}") from error
        try:
            *_, last = child.ask(request, seconds)
        finally:
            self._give_back(child)
        return last

    def end(self) -> None:
        """Stop them all; what is under way fails."""
        with self._lock:
            self._is_over = True
            free, self._free = self._free, []
            for child in self._busy:
                child.kill()
        for child in free:
            child.end()

    def _taken(self) -> Child:
        with self._lock:
            if self._is_over:
                raise ProcessError("the work was stopped")
            child = self._free.pop() if self._free else Child(self._module, asked=True)
            self._busy.add(child)
        return child

    def _give_back(self, child: Child) -> None:
        with self._lock:
            self._busy.discard(child)
            if child.is_ready and child.is_alive and not self._is_over:
                self._free.append(child)
                return
        with suppress(OSError):
            child.end()
