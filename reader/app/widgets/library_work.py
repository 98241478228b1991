"""What the library screen has done beside it: counting, refreshing, outlines that are missing, subscribing."""

import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from reader.errors import NewsreaderError
from reader.processes.child import Child
from reader.processes.command import ending

if TYPE_CHECKING:
    from reader.desk.side_by_side import Thing
    from reader.document.article import Article
    from reader.library import Library
    from reader.library.shelf import Sorting, Unread

_POLITE = 10
"""How far the analysis stands back behind everything else that runs here (nice)."""
MODULE = "reader"
"""What the processes run: commands of newsreader."""
_STOPPED = (0, -signal.SIGTERM)
"""Exit codes of a process that did its work, or was asked to end."""

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
        self._refresh: Child | None = None
        self._outlines: Child | None = None

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
            self._refresh = self._begun("feeds", "refresh", "--json", *([] if feed is None else [str(feed)]))
            self._follow(self._refreshed, self._refresh)

    def stop_refreshing(self) -> None:
        """Ask no more; what came stays."""
        if self._refresh is not None:
            self._refresh.stop()

    def make_outlines(self) -> None:
        """Make the outlines that are missing, in a process that stands back behind all others."""
        if self._outlines is None:
            self._outlines = self._begun("library", "analyse", "--quiet", niceness=_POLITE)
            self._follow(self._outlined, self._outlines)

    def _begun(self, *arguments: str, niceness: int = 0) -> Child | None:
        """newsreader in a process of its own; nothing where none can be started, which is said."""
        try:
            return Child(MODULE, *arguments, niceness=niceness)
        except OSError as error:
            self.post_message(self.Said(f"No process can be started: {error.strerror}.", went_wrong=True))
            return None

    def _follow(self, how: Callable[[Child], None], child: Child | None) -> None:
        if child is not None:
            threading.Thread(target=how, args=(child,), daemon=True).start()

    def _refreshed(self, child: Child) -> None:
        last = self.Progress(0, 0, 0, 0, done=True)
        for row in child.rows():
            last = self.Progress(row["asked"], row["every"], row["new"], row["problems"], done=True)
            self.post_message(replace(last, done=False))
        code = child.ended()
        self._refresh = None
        self.post_message(last)
        told = code == 1 and last.problems and last.asked == last.every
        if code not in _STOPPED and not told:
            self._complain("The refresh failed", child, code)

    def _outlined(self, child: Child) -> None:
        for _ in child.rows():
            pass
        code = child.ended()
        self._outlines = None
        if code not in _STOPPED:
            self._complain("Outlines cannot be made", child, code)

    def _complain(self, failed: str, child: Child, code: int) -> None:
        """Say that a process ended otherwise than it should, in its own words if it had any."""
        why = child.said if code == 1 and child.said else f"its process {ending(code)}"
        self.post_message(self.Said(f"{failed}: {why}", went_wrong=True))


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
