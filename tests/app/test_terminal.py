"""The program in a real pseudo-terminal: which bytes reach it, and how it is left."""

import signal
import socket
import time
from pathlib import Path

import pytest

from reader.sources.http import SECONDS
from tests.app.terminals import Terminal


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
        assert time.monotonic() - start < SECONDS - 5
    assert b"Traceback" not in terminal.seen
