"""The one door from the command line to stdout and stderr: whatever is written comes out printable."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO, cast

from reader.sanitise import printable_file

_REDRAWN = "\r\x1b[K"
"""To the start of the line, and nothing after it."""


class OutputError(OSError):
    """Standard output cannot be written: it is closed, or what it goes to is full."""


class Printable:
    """A text stream through which no control sequence passes; for all else it is the *stream* that it was made of.

    What keeps it from being written is an error of the class *trouble*; a reader that went away stays BrokenPipeError.
    """

    def __init__(self, stream: TextIO, trouble: type[OSError] = OSError) -> None:
        self._stream, self._trouble = stream, trouble

    def write(self, text: str) -> int:
        """Write *text* with newlines and tabs as its only controls."""
        with self._told():
            return self._stream.write(printable_file(text))

    def flush(self) -> None:
        """Write what is still held back."""
        with self._told():
            self._stream.flush()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except (OSError, ValueError) as error:  # ValueError: somebody closed it
            raise self._trouble(getattr(error, "strerror", None) or str(error)) from error

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of *lines* as `write` does."""
        for line in lines:
            self.write(line)

    def redraw(self, words: str) -> None:
        """Write *words* over the line that is there: progress, on a terminal."""
        self._stream.write(f"{_REDRAWN}{printable_file(words)}")
        self._stream.flush()

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def guard() -> None:
    """Put `Printable` before stdout and stderr, in UTF-8, for as long as the process runs.

    It stays, so that the last words of a thread or of the interpreter itself take the same way. A stream
    that is guarded already is left as it is.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None or isinstance(stream, Printable):
            continue
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        setattr(sys, name, cast(TextIO, Printable(stream, OutputError if name == "stdout" else OSError)))


def redraw(words: str) -> None:
    """Show *words* on stderr in place of the line that is there; no words: clear it."""
    guard()
    cast(Printable, sys.stderr).redraw(words)
