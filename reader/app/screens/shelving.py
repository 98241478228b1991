"""The library's panes: places at the left, articles in a list, the outline of the selected one at the right."""

import gc
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events, getters, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer

from reader.app.keys import Hint, shown
from reader.app.library_rows import Place, line_cells, place_cells, places
from reader.app.row import Row
from reader.app.waiting import Waiting
from reader.app.widgets.bars import StatusBar, TitleBar
from reader.app.widgets.library_work import LibraryWork
from reader.app.widgets.line_list import Cells, LineList
from reader.app.widgets.outline_pane import OutlinePane
from reader.document.counting import counted
from reader.errors import LibraryError, QueryError
from reader.preferences.keymap import USUAL
from reader.sanitise import printable, printable_lines

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.shelf import Line, Sorting, Unread

_FIRST = 200
"""Articles that are listed before the first picture; the others are counted after it."""
_AFTER_FIRST_PICTURE = 0.02
"""Seconds for the terminal to have it."""
PREVIEWED = 0.12
"""Seconds that a line is selected before its outline is shown: whoever runs past it does not wait for it."""
_COUNTED = 0.5
"""Seconds after a change until what is unread is counted anew: many changes are counted once."""
_OUTLINES = 3.0
"""Seconds after the first picture until outlines that are missing are made."""
_MURMURED = 2.5
"""Seconds that a sentence stands in the status line."""
_GLANCE = 2.0
"""Seconds between looks whether somebody else has written into the library."""
_IN_LIST = ("open", "unread.next", "filter", "read", "star", "refresh", "keys")
_IN_PLACES = ("open", "add", "refresh", "refresh.one", "remove", "pane", "keys")
_EMPTY = "Nothing here yet. + subscribes to a feed or a site, r asks for what is new."
_NONE = "No article fits. Esc shows all again."


class ShelvingScreen(Screen[None]):
    """Shows what is in the library; knows which article is meant, and leaves it to others what is done with it."""

    AUTO_FOCUS = ""

    bar = getters.query_one("#title", TitleBar)
    status = getters.query_one("#status", StatusBar)
    left = getters.query_one("#places", LineList)
    right = getters.query_one("#list", LineList)
    preview = getters.query_one("#preview", OutlinePane)
    work = getters.query_one(LibraryWork)

    def __init__(self, library: "Library") -> None:
        super().__init__()
        self.library = library
        self.keymap = USUAL
        self.query_ = ""
        self.by: Sorting = "newest"
        self.numbers: list[int] = []
        self.chosen: set[int] = set()
        self.places: list[Place | None] = []
        self._unread: Unread | None = None
        self._lines: dict[int, Line] = {}
        self._state = 0
        self._mark = (0, 0)
        self._soon: Timer | None = None
        self._count: Timer | None = None
        self._silence: Timer | None = None
        self._doing = self._murmur = ""
        self._is_whole = False
        self.writes = Waiting(self.set_timer, lambda words, wrong: self.say(words, went_wrong=wrong))

    def compose(self) -> ComposeResult:
        """Two lines for title and keys around the three panes."""
        yield TitleBar(id="title")
        yield StatusBar(id="status")
        yield LineList(id="places")
        yield LineList(id="list")
        yield OutlinePane(id="preview", tabbed=False)
        yield LibraryWork()

    def on_mount(self) -> None:
        """Show the first articles at once; what takes longer comes after that."""
        self.right.activate(True)
        self._list_first()
        self._list_places()
        self.call_after_refresh(self.set_timer, _AFTER_FIRST_PICTURE, self._go_on)
        self.set_interval(_GLANCE, self._look)

    def _go_on(self) -> None:
        gc.freeze()  # what stays is not looked through again and again while keys wait
        gc.enable()
        try:
            self._state = self.library.shelf.state()
            self._mark = self.library.shelf.mark()
        except LibraryError as error:
            self.say(str(error), went_wrong=True)
            return
        self.work.count()
        self.work.find(self.query_, self.by)
        self._preview_soon()
        self.set_timer(_OUTLINES, self.work.make_outlines)

    def _look(self) -> None:
        """Somebody else may have written: another newsreader, a refresh, the analysis."""
        try:
            state = self.library.shelf.state()
        except LibraryError:
            return
        if state != self._state:
            self._state = state
            self._lines.clear()
            self.right.refresh()
            self._preview_soon()
            self.work.look()

    @on(LibraryWork.Looked)
    def looked(self, event: LibraryWork.Looked) -> None:
        """List and count anew only where texts came or were read: the analysis writes all the time."""
        if event.mark != self._mark:
            self._mark = event.mark
            self.reload()

    def reload(self) -> None:
        """Read again what is shown."""
        self._lines.clear()
        self._list_places()
        self.right.refresh()
        self.work.count()
        self.work.find(self.query_, self.by)

    def on_unmount(self) -> None:
        """Wait once more for whoever holds the library."""
        from reader.library.database import BUSY_SECONDS

        if self.writes.waits:
            self.library.be_patient(BUSY_SECONDS)
            self.writes.finish()

    def cannot(self, error: LibraryError) -> None:
        """Say why something could not be written."""
        self.say(str(error), went_wrong=True)

    # -- the list --------------------------------------------------------------------------------

    def show_query(self, query: str, *, keep: bool = False) -> str:
        """List what *query* means; says how much that is, or what is wrong with it. *keep* the selected article."""
        try:
            self.library.shelf.numbers(query, self.by, most=0)
        except QueryError as error:
            return str(error)
        self.query_ = query
        self._list_first(keep=keep)
        self.work.find(query, self.by)
        return (
            f"more than {_FIRST - 1} articles"
            if len(self.numbers) == _FIRST
            else counted(len(self.numbers), "article")
        )

    def _list_first(self, *, keep: bool = False) -> None:
        self._is_whole = False
        try:
            self._take(self.library.shelf.numbers(self.query_, self.by, most=_FIRST), keep=keep)
        except LibraryError as error:
            self.say(str(error), went_wrong=True)

    @on(LibraryWork.Listed)
    def listed(self, event: LibraryWork.Listed) -> None:
        """Everything was found, where only the first were shown."""
        if event.query == self.query_:
            self._is_whole = True
            self._take(event.numbers, keep=True)

    def _take(self, numbers: "Iterable[int]", *, keep: bool = False) -> None:
        before = self.number if keep else None
        self.numbers = [*numbers]
        at = self.right.at if keep else 0
        if before is not None and (at >= len(self.numbers) or self.numbers[at] != before):
            before = before if before in self.numbers else self._above(before)
            at = self.numbers.index(before) if before in self.numbers else at
        if self.numbers:
            self.right.show(len(self.numbers), self._cells, at)
        else:
            words = _NONE if self.query_.strip() else _EMPTY
            self.right.show(1, lambda _: Cells(((" ", "list--state"),), (words, "list--state")))
        self._title()
        self.show_status()
        self._preview_soon()

    def _above(self, number: int) -> int:
        """What is shown now in place of an article."""
        try:
            return self.library.shelf.shown(number)
        except LibraryError:
            return number

    def _cells(self, at: int) -> Cells:
        number = self.numbers[at]
        if number not in self._lines:
            seen = self.right.seen
            wanted = self.numbers[max(0, seen.start - 20) : seen.stop + 40]
            try:
                self._lines.update(self.library.shelf.lines(wanted if number in wanted else [number]))
            except LibraryError:
                return line_cells(None, chosen=False, width=self.right.size.width)
        line = self._lines.get(number)
        return line_cells(line, chosen=number in self.chosen, width=self.right.size.width)

    @property
    def number(self) -> int | None:
        """The number of the selected article."""
        return self.numbers[self.right.at] if self.right.at < len(self.numbers) else None

    @property
    def line(self) -> "Line | None":
        """The selected article."""
        return self._lines.get(self.number) if self.number is not None else None

    @property
    def meant(self) -> list[int]:
        """What an action is for: the chosen articles, else the selected one."""
        chosen = [number for number in self.numbers if number in self.chosen]
        return chosen or ([self.number] if self.number is not None else [])

    def changed(self, numbers: Iterable[int]) -> None:
        """The state of some articles is another one: read them again."""
        for number in numbers:
            self._lines.pop(number, None)
        self.right.refresh()
        if self._count:
            self._count.stop()
        self._count = self.set_timer(_COUNTED, self.work.count)

    # -- the places ------------------------------------------------------------------------------

    @on(LibraryWork.Counted)
    def counted(self, event: LibraryWork.Counted) -> None:
        """Say how much is unread."""
        self._unread = event.unread
        self._list_places()
        self._title()

    def _list_places(self) -> None:
        try:
            feeds, folders = self.library.feeds.all(), self.library.shelf.folders()
        except LibraryError as error:
            self.say(str(error), went_wrong=True)
            return
        self.places = [*places(feeds, folders, self._unread)]
        self.left.show(len(self.places), lambda at: place_cells(self.places[at]), self.left.at)

    @property
    def place(self) -> Place | None:
        """The selected place."""
        return self.places[self.left.at] if self.left.at < len(self.places) else None

    def place_moved(self) -> None:
        """Show what belongs to the place."""
        if self.place is not None:
            self.show_query(self.place.query)

    # -- the preview -----------------------------------------------------------------------------

    def _preview_soon(self) -> None:
        if self._soon:
            self._soon.stop()
        self._soon = self.set_timer(PREVIEWED, self._preview_now)

    def _preview_now(self) -> None:
        if not self.preview.display or self.preview.size.width == 0:
            return
        from reader.app.preview import preview

        try:
            rows = preview(self.library, self.number) if self.number is not None else []
        except LibraryError as error:
            rows = [Row(str(error), "outline--state")]
        self.preview.show(rows, "all")
        self.preview.scroll_home(animate=False)

    # -- words -----------------------------------------------------------------------------------

    def _title(self) -> None:
        name = next((place.name for place in self.places if place and place.query == self.query_), "")
        count = f"{len(self.numbers):,}" if self._is_whole or len(self.numbers) < _FIRST else ""
        unread = f"{self._unread.every:,} unread" if self._unread else ""
        words = name or self.query_ or "Library"
        self.bar.say(words, " · ".join(filter(None, (count, unread, self.by if self.by != "newest" else ""))))

    def murmur(self, sentence: str) -> None:
        """Tell the user something in the status line: a message over the list costs a layout."""
        self._murmur = sentence
        self.show_status()
        if self._silence:
            self._silence.stop()
        self._silence = self.set_timer(_MURMURED, lambda: self.murmur("") if self._murmur else None)

    def say(self, sentence: str, *, went_wrong: bool = False) -> None:
        """Tell the user something in passing."""
        self.notify(
            printable_lines(sentence),
            severity="error" if went_wrong else "information",
            markup=False,
            timeout=10 if went_wrong else 4,
        )

    def show_status(self) -> None:
        """Draw the keys that matter now, and where the reader is."""
        names = _IN_PLACES if self.left.is_active else _IN_LIST
        actions = [self.keymap.of(f"library.{name}") for name in names]
        place = f"{self.right.at + 1:,} of {len(self.numbers):,}" if self.numbers else ""
        more = f"{len(self.chosen)} chosen" if self.chosen else ""
        words = "  ".join(filter(None, (printable(self._murmur or self._doing), more, place)))
        if self._murmur:
            actions = []
        self.status.say(tuple(Hint(shown(each), each.label, each.run) for each in actions), words)

    def doing(self, words: str) -> None:
        """Say what is going on, until it is over."""
        self._doing = words
        self.show_status()

    def moved(self) -> None:
        """Another line is selected."""
        if self.left.is_active:
            self.place_moved()
        else:
            self.show_status()
            self._preview_soon()

    def on_resize(self, event: events.Resize) -> None:
        """The preview comes and goes with the room for it."""
        self._preview_soon()

    @on(LineList.Clicked)
    def clicked(self, event: LineList.Clicked) -> None:
        """Select with the mouse; a second click opens."""
        self.activate("list" if event.lines is self.right else "places")
        if event.again and event.lines is self.right:
            self.call_later(self.run_action, "open")
        else:
            self.moved()

    def activate(self, name: str) -> None:
        """Keys are for this pane now; under 120 columns the left one is a drawer."""
        if self.has_class("-narrow"):
            self.set_class(name == "places", "-drawer")
        self.left.activate(name == "places")
        self.right.activate(name == "list")
        self.show_status()
