"""What the library screen has done beside it: counting, refreshing, outlines that are missing, subscribing."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from reader.errors import NewsreaderError

if TYPE_CHECKING:
    from reader.desk.side_by_side import Thing
    from reader.document.article import Article
    from reader.library import Library
    from reader.library.shelf import Sorting, Unread

_POLITE = 10
"""How far the analysis stands back behind everything else that runs here (nice)."""

MOST_COMPARED = 40
"""Articles of which figures stand side by side, at most: each is compared with each."""


class LibraryWork(Widget):
    """Has no looks: runs threads and processes with connections of their own, and tells what came of it."""

    THREAD = "library"
    """What its threads are called."""

    @dataclass
    class Listed(Message):
        """All that a query means, in full."""

        query: str
        numbers: list[int]

    @dataclass
    class Counted(Message):
        """How much is unread."""

        unread: "Unread"

    @dataclass
    class Looked(Message):
        """Somebody has written: these numbers say whether texts came or were read."""

        mark: tuple[int, int]

    @dataclass
    class Compared(Message):
        """Articles with their numbers, and what several of them give figures for."""

        articles: "list[tuple[int, Article]]"
        things: "list[Thing]"

    @dataclass
    class Progress(Message):
        """Feeds were asked: so many of all; *done*: no more will be."""

        asked: int
        every: int
        new: int
        problems: int
        done: bool

    @dataclass
    class Said(Message):
        """Something is done, or could not be; *changed*: lists are to be drawn anew."""

        sentence: str
        went_wrong: bool = False
        changed: bool = False

    def __init__(self) -> None:
        super().__init__()
        self._refresh: subprocess.Popen[str] | None = None
        self._outlines: subprocess.Popen[bytes] | None = None

    def on_unmount(self) -> None:
        """Leave no process behind; what they have written is whole at any moment."""
        if self._refresh:
            self._refresh.kill()
        if self._outlines:
            self._outlines.kill()

    # -- threads ---------------------------------------------------------------------------------

    def find(self, query: str, by: "Sorting") -> None:
        """Find everything that *query* means."""
        self._begin(lambda library: self.post_message(self.Listed(query, library.shelf.numbers(query, by))))

    def count(self) -> None:
        """Count what is unread."""
        self._begin(lambda library: self.post_message(self.Counted(library.shelf.unread())))

    def look(self) -> None:
        """See whether texts came or were read."""
        self._begin(lambda library: self.post_message(self.Looked(library.shelf.mark())))

    def compare(self, numbers: list[int]) -> None:
        """Put the figures of these articles side by side; of one and of those on the same people and places."""
        self._begin(lambda library: self.post_message(self.Compared(*_compared(library, numbers))))

    def do(self, what: "Callable[[Library], str]", *, changed: bool = True) -> None:
        """Do something that takes time, and say the sentence that it gives."""
        self._begin(lambda library: self.post_message(self.Said(what(library), changed=changed)))

    def _begin(self, what: "Callable[[Library], object]") -> None:
        threading.Thread(target=self._run, args=(what,), daemon=True, name=self.THREAD).start()

    def _run(self, what: "Callable[[Library], object]") -> None:
        from reader.desk.home import open_library

        try:
            with open_library() as library:
                what(library)
        except NewsreaderError as error:
            self.post_message(self.Said(str(error), went_wrong=True))

    # -- processes -------------------------------------------------------------------------------

    @property
    def is_refreshing(self) -> bool:
        """Whether feeds are being asked."""
        return self._refresh is not None

    def refresh_feeds(self, feed: int | None = None) -> None:
        """Ask all feeds, or one, in a process of its own."""
        if self._refresh is None:
            command = [sys.executable, "-m", "reader", "feeds", "refresh", "--json"]
            self._refresh = subprocess.Popen(
                [*command, *([str(feed)] if feed is not None else [])],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                start_new_session=True,
            )  # fmt: skip
            threading.Thread(target=self._follow, args=(self._refresh,), daemon=True).start()

    def stop_refreshing(self) -> None:
        """Ask no more; what came stays."""
        if self._refresh is not None:
            self._refresh.terminate()

    def _follow(self, process: "subprocess.Popen[str]") -> None:
        asked = every = new = problems = 0
        assert process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                with suppress(ValueError, KeyError):
                    row = json.loads(line)
                    asked, every, new, problems = (
                        row[name] for name in ("asked", "every", "new", "problems")
                    )
                    self.post_message(self.Progress(asked, every, new, problems, done=False))
        process.wait()
        self._refresh = None
        self.post_message(self.Progress(asked, every, new, problems, done=True))

    def make_outlines(self) -> None:
        """Make the outlines that are missing, in a process that stands back behind all others."""
        if self._outlines is not None and self._outlines.poll() is None:
            return
        command = [sys.executable, "-m", "reader", "library", "analyse", "--quiet"]
        self._outlines = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            process_group=0,
        )
        with suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self._outlines.pid, _POLITE)


def _compared(library: "Library", numbers: list[int]) -> "tuple[list[tuple[int, Article]], list[Thing]]":
    from reader.desk.side_by_side import side_by_side

    if len(numbers) == 1:
        numbers = [*numbers, *library.stories.related(numbers[0])]
    every = [(number, article) for number in numbers if (article := library.numbered(number))]
    known = [
        (number, article, outline) for number, article in every if (outline := library.outlines.of(article))
    ]
    found = side_by_side([(article, outline) for _, article, outline in known])
    return [(number, article) for number, article, _ in known], found
