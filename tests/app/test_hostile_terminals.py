"""Twenty-two terminals that are too small, too large, of another age or country, or that go away."""

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.app.terminals import LEFT_AS_IT_WAS, NEWSREADER, PATIENCE, Terminal
from tests.conftest import SEEDS

SEED = str(SEEDS / "bakhmut.txt")
QUIT = b"\x11"
WHOLE = bool(os.environ.get("NEWSREADER_ALL"))
MORE_LOCALES, MORE_MOMENTS = (["POSIX"], [0.02, 0.1, 1]) if WHOLE else ([], [])
"""Another name for C, and more moments while the screen is painted: with `NEWSREADER_ALL=1`."""
pytestmark = pytest.mark.slow


def is_left_as_it_was(terminal: Terminal) -> bool:
    return all(sequence in terminal.seen for sequence in LEFT_AS_IT_WAS) and b"Traceback" not in terminal.seen


def works(terminal: Terminal, words: bytes = b"Klishchivka") -> None:
    """The article is there, a key does something, and it ends when it is told to."""
    terminal.wait_for(words)
    terminal.rest()
    terminal.press(b"]q")
    terminal.rest()
    assert terminal.seen, "a key changed nothing"
    terminal.press(QUIT)
    assert terminal.ended() == 0
    assert is_left_as_it_was(terminal)


@pytest.mark.parametrize("size", [(24, 80), (100, 300), (5, 20), (200, 21)], ids=str)
def test_sizes(size: tuple[int, int]) -> None:
    works(Terminal(SEED, size=size), b"Ukraine" if size == (5, 20) else b"Klishchivka")


@pytest.mark.parametrize(("size", "words"), [((1, 1), b"\x1b[?1049h"), ((4, 19), b"Too small")], ids=str)
def test_tiny_sizes_say_so_and_end_well(size: tuple[int, int], words: bytes) -> None:
    terminal = Terminal(SEED, size=size)
    terminal.wait_for(words)
    terminal.rest(1)
    terminal.press(b"]qj\t")
    terminal.rest()
    terminal.press(QUIT)
    assert terminal.ended() == 0
    assert is_left_as_it_was(terminal)


def test_a_storm_of_resizes() -> None:
    terminal = Terminal(SEED)
    terminal.wait_for(b"Klishchivka")
    for number in range(60):
        terminal.resize(1 + (number * 7) % 60, 1 + (number * 37) % 250)
        terminal.read(0.01)
        if number % 9 == 0:
            os.write(terminal.screen, b"]q")
    terminal.resize(40, 120)
    terminal.rest(1)
    works(terminal, b"Klishchivka")


@pytest.mark.parametrize(
    "environ",
    [{"NO_COLOR": "1"}, {"TERM": "vt100"}, {"TERM": "linux"}],
    ids=lambda environ: " ".join(f"{name}={value}" for name, value in environ.items()),
)
def test_terminals_of_few_colours(environ: dict[str, str]) -> None:
    terminal = Terminal(SEED, environ={"COLORTERM": "", **environ})
    terminal.wait_for(b"Klishchivka")
    assert b"\x1b[38;2;" not in terminal.seen
    works(terminal)


def test_a_dumb_terminal_gets_lines() -> None:
    terminal = Terminal(SEED, environ={"TERM": "dumb"})
    terminal.wait_for(b"Klishchivka")
    terminal.rest(1)
    terminal.press(b"q\n")
    assert terminal.ended() == 0
    assert b"\x1b" not in terminal.seen


@pytest.mark.parametrize("locale", ["C", *MORE_LOCALES, "C.UTF-8", "en_US.ISO-8859-1", "ja_JP.SJIS"])
def test_locales(locale: str) -> None:
    works(
        Terminal(
            SEED, environ={"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
        )
    )


def test_an_article_from_a_pipe_leaves_the_keyboard_to_the_screen() -> None:
    command = ("/bin/sh", "-c", f'cat "{SEED}" | "{sys.executable}" -m reader -')
    works(Terminal(command=command))


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda number: number.name
)
def test_a_signal_leaves_the_terminal_as_it_was(number: signal.Signals) -> None:
    terminal = Terminal(SEED)
    terminal.wait_for(b"Klishchivka")
    terminal.rest()
    terminal.seen = b""
    assert terminal.end(number) == 128 + number
    assert is_left_as_it_was(terminal)


@pytest.mark.parametrize("painting", [0, 0.05, 0.2, *MORE_MOMENTS], ids=str)
def test_a_terminal_that_is_closed_leaves_no_process_behind(painting: float) -> None:
    terminal = Terminal(SEED)
    terminal.wait_for(b"Klishchivka")
    terminal.rest(painting)
    children = _children(terminal.pid)
    os.close(terminal.screen)
    deadline = time.monotonic() + PATIENCE
    while os.waitpid(terminal.pid, os.WNOHANG)[0] == 0:
        assert time.monotonic() < deadline, "it goes on without a terminal"
        time.sleep(0.05)
    while any(map(_runs, children)):
        assert time.monotonic() < deadline, "the analysis goes on without a screen"
        time.sleep(0.05)


@pytest.mark.skipif(shutil.which("bash") is None, reason="job control needs a shell that has it")
def test_it_is_put_aside_and_brought_back() -> None:
    shell = Terminal(command=("bash", "--norc", "--noprofile", "-i"), environ={"PS1": "ready> "})
    shell.wait_for(b"ready> ")
    shell.press(f"'{NEWSREADER[0]}' -m reader '{SEED}'\n".encode())
    shell.wait_for(b"KEY SENTENCES")
    shell.rest()
    shell.press(b"\x1a")
    shell.wait_for(b"ready> ")
    assert b"\x1b[?1049l" in shell.seen
    shell.press(b"fg\n")
    shell.wait_for(b"Klishchivka")
    shell.rest()
    shell.press(QUIT)
    shell.wait_for(b"ready> ")
    assert b"Traceback" not in shell.seen
    shell.press(b"exit\n")
    assert shell.ended() == 0


def _children(pid: int) -> list[int]:
    """The processes that *pid* started, where the system can be asked."""
    if not shutil.which("pgrep"):
        return []
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False)
    return [int(line) for line in found.stdout.split()]


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
