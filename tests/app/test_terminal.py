"""The program in a real pseudo-terminal: which bytes reach it, and how it is left."""

import fcntl
import os
import pty
import select
import signal
import socket
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.conftest import SEEDS

SIZE = (40, 120)
LEFT_AS_IT_WAS = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l")


class Terminal:
    """newsreader on a pseudo-terminal of its own."""

    def __init__(self, *arguments: str) -> None:
        hidden = {"COLUMNS", "LINES"}  # which would be believed before the terminal
        environment = {name: value for name, value in os.environ.items() if name not in hidden}
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
            command = [sys.executable, "-m", "reader", *arguments]
            os.execve(sys.executable, command, {**environment, "TERM": "xterm-256color"})
        self.seen = b""

    def wait_for(self, words: bytes, seconds: float = 15) -> None:
        """Read until *words* came. Raises AssertionError when they do not."""
        deadline = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < deadline, f"{words!r} was not seen"
            self._read()

    def end(self, number: int) -> int:
        """Send a signal, read to the end; the exit code."""
        os.kill(self.pid, number)
        deadline = time.monotonic() + 10
        while self._read() and time.monotonic() < deadline:
            pass
        os.close(self.screen)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self) -> bool:
        if not select.select([self.screen], [], [], 0.2)[0]:
            return True
        try:
            part = os.read(self.screen, 65_536)
        except OSError:
            return False
        self.seen += part
        return bool(part)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(number: int) -> None:
    terminal = Terminal(str(SEEDS / "bakhmut.txt"))
    terminal.wait_for(b"Klishchivka")
    before = len(terminal.seen)
    assert terminal.end(number) == 128 + number
    assert all(sequence in terminal.seen[before:] for sequence in LEFT_AS_IT_WAS)
    assert b"Traceback" not in terminal.seen


@pytest.mark.slow
def test_no_control_sequence_of_an_article_reaches_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b]0;PWN\x07.txt"
    evil = [
        "\x1b]52;c;UFdO\x07",
        "\x1b[?1049l",
        "\x1b]0;PWN-title\x07",
        "\x9b31m",
        "\x1b]8;;file:///etc/PWN\x1b\\",
    ]
    path.write_text(
        "A title\n" + "".join(f"Before {each} after. “Said {each} so,” said Per Hansen.\n" for each in evil)
    )
    terminal = Terminal(str(path))
    terminal.wait_for(b"QUOTES")
    shown = terminal.seen
    assert not any(each.encode() in shown for each in evil)
    assert b"PWN\x07" not in shown
    terminal.end(signal.SIGTERM)


@pytest.mark.slow
def test_a_silent_server_does_not_hold_up_the_end() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        terminal = Terminal(f"http://127.0.0.1:{server.getsockname()[1]}/")
        terminal.wait_for(b"Fetching")
        start = time.monotonic()
        assert terminal.end(signal.SIGINT) == 128 + signal.SIGINT
        assert time.monotonic() - start < 5
    assert b"Traceback" not in terminal.seen
