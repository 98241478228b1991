"""newsreader on a pseudo-terminal of its own."""

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import time
from collections.abc import Mapping

SIZE = (40, 120)
LEFT_AS_IT_WAS = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")
PATIENCE = 60.0
"""Seconds that a busy machine may take for anything."""
NEWSREADER = (sys.executable, "-m", "reader")


class Terminal:
    """A program in a terminal: what it paints, what is pressed, how it ends."""

    def __init__(
        self,
        *arguments: str,
        command: tuple[str, ...] = NEWSREADER,
        size: tuple[int, int] = SIZE,
        environ: Mapping[str, str] | None = None,
    ) -> None:
        hidden = {"COLUMNS", "LINES"}  # which would be believed before the terminal
        environment = {name: value for name, value in os.environ.items() if name not in hidden}
        environment |= {"TERM": "xterm-256color", **(environ or {})}
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
            os.execvpe(command[0], [*command, *arguments], environment)
        self.seen = b""

    def wait_for(self, words: bytes, seconds: float = PATIENCE) -> None:
        """Read until *words* came. Raises AssertionError when they do not."""
        deadline = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < deadline, f"{words!r} was not seen in {self.seen[-2000:]!r}"
            assert self.read() or words in self.seen, f"it ended without {words!r}: {self.seen[-2000:]!r}"

    def press(self, keys: bytes) -> None:
        """Send *keys*, and forget what was seen before."""
        self.seen = b""
        os.write(self.screen, keys)

    def resize(self, rows: int, columns: int) -> None:
        """Make the terminal of another size."""
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def rest(self, seconds: float = 0.3) -> None:
        """Read until nothing comes for a while."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            before = len(self.seen)
            if not self.read(0.05):
                return
            if len(self.seen) > before:
                until = time.monotonic() + seconds

    def end(self, number: int) -> int:
        """Send a signal, read to the end; the exit code."""
        os.kill(self.pid, number)
        return self.ended()

    def ended(self, seconds: float = PATIENCE) -> int:
        """Read to the end; the exit code. Raises AssertionError when it does not end."""
        deadline = time.monotonic() + seconds
        while self.read() and time.monotonic() < deadline:
            pass
        while time.monotonic() < deadline:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                os.close(self.screen)
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.05)
        raise AssertionError("it does not end")

    def read(self, seconds: float = 0.2) -> bool:
        """Read what there is; False at the end."""
        if not select.select([self.screen], [], [], seconds)[0]:
            return True
        try:
            part = os.read(self.screen, 65_536)
        except OSError:
            return False
        self.seen += part
        return bool(part)
