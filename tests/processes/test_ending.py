"""No process outlives the one that started it, however that one ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server

import pytest

from reader.document.article import Article
from reader.document.feed import Answer, Arrival, Listed
from reader.library import Library
from tests.app.terminals import Terminal
from tests.processes.folders import ROOT, environment
from tests.processes.test_working_folder import modules

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="asks Linux who started whom"),
]

LONG = "“We have 40 boats,” said Anna Berg, the mayor of Oslo.\n\nShe said that all were safe.\n\n" * 1_500
NEWSREADER = (sys.executable, "-m", "reader")
SIGNALS = [signal.SIGKILL, signal.SIGHUP]


def below(pid: int) -> set[int]:
    """The processes that *pid* started, and those that they started."""
    found: set[int] = set()
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, path.read_text().split()):
            found |= {child, *below(child)}
    return found


def wait_until(holds: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def runs(pid: int) -> bool:
    """Whether the process is there and has not ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


@contextmanager
def left_alone(pid: int, number: signal.Signals, at_least: int) -> Iterator[set[int]]:
    """End *pid* by a signal when it has started so many; all of them have to end soon."""
    wait_until(lambda: len(below(pid)) >= at_least)
    started = below(pid)
    yield started
    os.kill(pid, number)
    wait_until(lambda: not any(map(runs, started)), 5)


PARENT = """
import sys
from reader.processes.child import Child
child = Child(sys.argv[1], *sys.argv[3:], asked=sys.argv[2] == "asked")
print(child.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize("module", modules())
def test_a_process_of_ours_ends_with_its_parent(module: str, number: signal.Signals) -> None:
    arguments = ["outline", "--from", "/dev/stdin"] if module == "reader" else []
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, module, "asked", *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    with parent, left_alone(parent.pid, number, 1) as started:
        assert parent.stdout is not None
        assert started == {int(parent.stdout.readline())}


MATCHING = """
import os, re, sys
from reader.processes.launcher import _end_with_parent
_end_with_parent(int(sys.argv[1]))
os.write(1, b"!")
re.match("(a*)*b", "a" * 60)
"""


def test_even_while_it_looks_for_a_pattern_that_takes_for_ever() -> None:
    theirs, ours = os.pipe()
    command = [sys.executable, "-c", MATCHING, str(theirs)]
    with subprocess.Popen(command, pass_fds=(theirs,), cwd=ROOT, stdout=subprocess.PIPE) as process:
        os.close(theirs)
        assert process.stdout is not None
        assert process.stdout.read(1) == b"!"
        os.close(ours)
        assert process.wait(5) == -signal.SIGKILL


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    """With a feed whose server never answers, and long articles that wait for their outlines."""
    home.mkdir()
    (home / "toured").touch()
    with create_server(("127.0.0.1", 0)) as server, Library(home / "library.sqlite3") as library:
        library.feeds.add(Listed(f"http://127.0.0.1:{server.getsockname()[1]}/feed", "Silent"))
        feed = library.feeds.named("Silent")
        came = [
            Arrival(str(number), Article(f"{number}. {LONG}", f"https://x.example/{number}"))
            for number in range(6)
        ]
        library.feeds.take([(feed, Answer(feed.uri, "Silent", arrivals=tuple(came)))])
        yield library


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize(
    ("words", "at_least"),
    [("feeds refresh", 1), ("library analyse --jobs 2", 2), ("outline --jobs 2 long", 2)],
)
def test_a_command_that_is_ended_leaves_no_process(
    words: str, at_least: int, number: signal.Signals, library: Library, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "long"
    folder.mkdir()
    for name in "abcd":
        (folder / f"{name}.txt").write_text(LONG)
    process = subprocess.Popen(
        [*NEWSREADER, *words.split()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment(str(ROOT), home),
    )  # fmt: skip
    with process, left_alone(process.pid, number, at_least):
        pass


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_screen_that_is_ended_leaves_no_process(
    number: signal.Signals, library: Library, home: Path
) -> None:
    screen = Terminal(environ=environment(str(ROOT), home))
    screen.wait_for(b"Silent", 60)
    screen.press(b"r")
    screen.wait_for(b"asking", 60)
    with left_alone(
        screen.pid, number, 4
    ):  # the refresh and its reader of feeds; the outlines and their analysis
        screen.rest()
    screen.ended()
