"""The screen killed right after a letter of a note was echoed: the letter is in the library, no process is left.

`NEWSREADER_KILLS=100` makes more of it.
"""

import os
import random
import signal
from pathlib import Path

import pytest

from reader.library import Library
from tests.app.terminals import Terminal
from tests.conftest import SEEDS
from tests.endings import none_left

KILLS = int(os.environ.get("NEWSREADER_KILLS", "4"))
LETTERS = "ЖЩЮЯЭЦШ"
"""What stands nowhere else on the screen, and in no control sequence."""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked for in /proc")
def test_what_was_echoed_is_in_the_library(tmp_path: Path) -> None:
    draw = random.Random(1)
    for number in range(KILLS):
        home = tmp_path / str(
            number
        )  # of its own: a note of before, painted again, would be taken for the echo
        terminal = Terminal(str(SEEDS / "bakhmut.txt"), environ={"NEWSREADER_HOME": str(home)})
        terminal.wait_for(b"QUOTES")
        terminal.wait_for(b"%")
        terminal.rest()
        terminal.press(b"]q")
        terminal.rest()
        terminal.press(b"A")
        terminal.wait_for(b"esc leave")
        word = "".join(draw.sample(LETTERS, draw.randint(1, len(LETTERS))))
        for letter in word:
            terminal.press(letter.encode())
            terminal.wait_for(letter.encode())
        os.kill(terminal.pid, signal.SIGKILL)
        os.waitpid(terminal.pid, 0)
        os.close(terminal.screen)
        assert none_left(home)
        with Library(home / "library.sqlite3") as library:
            assert library.keeping.check() == []
            assert [each.note.body for each in library.all_notes()] == [word]
