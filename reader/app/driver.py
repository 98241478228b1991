"""Textual's driver on a terminal that may go away while something is being painted."""

from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO, cast

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver


class TerminalDriver(LinuxDriver):
    """Textual's driver, which ends even where nobody takes what it writes any more.

    Its thread that writes dies of the first error, and whoever writes next waits for that thread without
    end: a window that was closed while a picture was on its way left the process behind.
    """

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if self._file is not None:
            self._file = cast(TextIOWrapper, Patient(self._file))  # it has all that the thread asks of a file


class Patient:
    """A terminal to write to. What it does not take is lost, and nobody is there to miss it."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal

    def write(self, text: str) -> None:
        """Write *text* where that is possible."""
        with suppress(OSError):
            self._terminal.write(text)

    def flush(self) -> None:
        """Hand on what was written, where that is possible."""
        with suppress(OSError):
            self._terminal.flush()

    def fileno(self) -> int:
        """The number of the terminal's file."""
        return self._terminal.fileno()
