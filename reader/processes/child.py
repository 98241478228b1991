"""A process that runs a module of this package and talks in lines of JSON."""

import json
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from reader.errors import ProcessError
from reader.processes.command import command, ending, lifeline

Row = dict[str, Any]
"""A JSON object."""
_GRACE = 2.0
"""Seconds that a process has to end after it has closed its output."""
_OURS = "newsreader: "


class Child:
    """A process that runs *module* with *arguments*; it ends with this process at the latest. Raises OSError.

    One that is *asked* answers each request on its standard input with rows and, at the end, an empty one. Any other
    gets no input, and both its output and its narration are heard. *niceness*: how far it stands behind others.
    """

    def __init__(self, module: str, *arguments: str, asked: bool = False, niceness: int = 0) -> None:
        with lifeline() as (theirs, self._lifeline):
            self._process = subprocess.Popen(
                command(theirs, module, *arguments, niceness=niceness),
                stdin=subprocess.PIPE if asked else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL if asked else subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                pass_fds=(theirs,),
                process_group=0,  # not a session: Linux weighs niceness within one only (autogroup)
            )
        self._late = False
        self._lock = threading.Lock()
        self.is_ready = True
        """Whether the last request was answered to its end."""
        self.said = ""
        """The last sentence of the narration."""

    def ask(self, request: Mapping[str, object], seconds: float | None = None) -> Iterator[Row]:
        """The rows that answer *request*, within so many *seconds*. Raises ProcessError when they do not come."""
        assert self._process.stdin is not None
        self.is_ready = False
        with self._limited(seconds):
            try:
                self._process.stdin.write(json.dumps(request) + "\n")
                self._process.stdin.flush()
                for line in self._process.stdout or ():
                    row = json.loads(line)
                    if row == {}:
                        self.is_ready = True
                        return
                    yield row
            except (OSError, ValueError) as error:
                self.kill()
                raise ProcessError(self._why(seconds)) from error
            raise ProcessError(self._why(seconds))

    def rows(self) -> Iterator[Row]:
        """The rows that it writes until its end; what it says besides is kept in `said`."""
        for line in self._process.stdout or ():
            if line.startswith("{"):
                with suppress(ValueError):
                    yield json.loads(line)
            elif line.startswith(_OURS):
                self.said = line.removeprefix(_OURS).strip()

    def ended(self) -> int:
        """Wait for its end and clear up, only where no other thread reads; its exit code, negative for a signal."""
        code = self._process.wait()
        self._let_go()
        for pipe in filter(None, (self._process.stdin, self._process.stdout)):
            with suppress(OSError):  # what was not yet written goes nowhere
                pipe.close()
        return code

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the process is running."""
        return self._process.poll() is None

    def stop(self) -> None:
        """Ask the process to end; from any thread."""
        self._process.terminate()

    def kill(self) -> None:
        """Stop the process, whatever it is doing; from any thread."""
        self._process.kill()

    def end(self) -> int:
        """Stop the process and clear up, only where no other thread reads; its exit code."""
        self._process.kill()
        return self.ended()

    def _let_go(self) -> None:
        with self._lock:
            held, self._lifeline = self._lifeline, -1
        if held >= 0:
            os.close(held)

    def _why(self, seconds: float | None) -> str:
        if self._late:
            return f"it took longer than {seconds:.0f} s"
        code = None
        with suppress(subprocess.TimeoutExpired):
            code = self._process.wait(_GRACE)
        return f"the process that did it {ending(code)}"

    @contextmanager
    def _limited(self, seconds: float | None) -> Iterator[None]:
        """Kill the process after so many *seconds*."""
        if seconds is None:
            yield
            return
        timer = threading.Timer(seconds, self._give_up)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _give_up(self) -> None:
        self._late = True
        self.kill()
