"""Two screens, refreshes, copies, checks and outlines at once: all end well, and the library holds what was written.

`NEWSREADER_SECONDS=180` makes more of it.
"""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from reader.library import Library
from tests.app.terminals import Terminal
from tests.conftest import SEEDS
from tests.desk.test_refresh_kills import environment, home
from tests.endings import none_left

SECONDS = float(os.environ.get("NEWSREADER_SECONDS", "5"))
NEWSREADER = (sys.executable, "-m", "reader")
LETTERS = "ЖЩЮЯЭЦШ"

__all__ = ["home"]
pytestmark = pytest.mark.slow


def commands(home: Path, number: int) -> dict[str, list[str]]:
    """What runs over and over beside the screens."""
    seeds = sorted(map(str, SEEDS.glob("*.txt")))
    return {
        "refresh": ["feeds", "refresh", "--quiet"],
        "backup": ["library", "backup", str(home / f"library.copy-{number}.sqlite3")],
        "check": ["library", "check"],
        "outline": ["outline", "--jobs", "2", "--format", "jsonl", *seeds],
    }


def test_everything_at_once(home: Path) -> None:
    screens = [Terminal(str(SEEDS / "bakhmut.txt"), environ={"NEWSREADER_HOME": str(home)}) for _ in range(2)]
    for screen in screens:
        screen.wait_for(b"QUOTES", 60)
        screen.rest()
        screen.press(b"]q")
        screen.rest()
        screen.press(b"A")
        screen.wait_for(b"esc leave")
    running: dict[str, subprocess.Popen[str]] = {}
    done: Counter[str] = Counter()
    typed = [""] * len(screens)
    until = time.monotonic() + SECONDS
    while time.monotonic() < until or running:
        for name, command in commands(home, done["backup"]).items():
            if name not in running and time.monotonic() < until:
                running[name] = subprocess.Popen(
                    [*NEWSREADER, *command], env=environment(home), text=True,
                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                )  # fmt: skip
            elif name in running and running[name].poll() is not None:
                process = running.pop(name)
                said = process.communicate()[1]
                assert (process.returncode, "Traceback" in said) == (0, False), (name, said)
                done[name] += 1
        for at, screen in enumerate(screens):
            letter = LETTERS[len(typed[at]) % len(LETTERS)]
            screen.press(letter.encode())
            screen.wait_for(letter.encode(), 60)
            typed[at] += letter
    for screen in screens:
        screen.press(b"\x13")
        screen.rest(1)
        assert screen.end(signal.SIGTERM) == 128 + signal.SIGTERM
        assert b"Traceback" not in screen.seen
    assert none_left(home)
    assert all(done[name] for name in commands(home, 0)), done
    with Library(home / "library.sqlite3") as library:
        assert library.keeping.check() == []
        assert sorted(kept.note.body for kept in library.all_notes()) == sorted(typed)
    for copy in home.glob("library.copy-*.sqlite3"):
        with Library(copy) as library:
            assert library.integrity() == "ok"
    sys.stderr.write(f"{dict(done)}, {sum(map(len, typed))} letters\n")
