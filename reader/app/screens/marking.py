"""States of articles: read, starred, tagged, chosen; each change can be taken back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.app.screens.listing import ListingScreen
from reader.document.counting import counted
from reader.errors import LibraryError

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.shelf import State


class MarkingScreen(ListingScreen):
    """The library's panes with what changes articles."""

    def __init__(self, library: "Library") -> None:
        super().__init__(library)
        self._done: list[tuple[str, Callable[[], Sequence[int]]]] = []

    # -- states ----------------------------------------------------------------------------------

    def _put(self, state: "State", on: bool, numbers: Sequence[int], words: str) -> None:
        def take_back(numbers: Sequence[int]) -> Sequence[int]:
            return self.library.shelf.put(state, not on, numbers)

        self._do(lambda: self.library.shelf.put(state, on, numbers), take_back, words)

    def _do(
        self, what: Callable[[], Sequence[int]], back: Callable[[Sequence[int]], Sequence[int]], words: str
    ) -> None:
        """Change articles, and remember how that is taken back."""
        try:
            numbers = what()
        except LibraryError as error:
            self.say(str(error), went_wrong=True)
            return
        if numbers:
            self._done.append((f"{words}: {counted(len(numbers), 'article')}", lambda: back(numbers)))
        self.changed(numbers)
        self.show_status()

    def action_read(self) -> None:
        """Mark as read, or as unread."""
        lines = self.library.shelf.lines(self.meant)
        on = any(not line.is_read for line in lines.values())
        self._put("is_read", on, self.meant, "marked as read" if on else "marked as unread")
        if not self.chosen:
            self.action_move(1)

    def action_read_all(self) -> None:
        """Mark all of the list as read."""
        self._put("is_read", True, self.numbers, "marked as read")
        self.murmur(f"{self._done[-1][0]}; u takes that back." if self._done else "Nothing is unread here.")

    def action_star(self) -> None:
        """Give a star, or take it."""
        lines = self.library.shelf.lines(self.meant)
        on = any(not line.is_starred for line in lines.values())
        self._put("is_starred", on, self.meant, "starred" if on else "star taken")

    def action_tag(self) -> None:
        """Ask for tags."""
        from reader.app.screens.annotating import tags_of
        from reader.app.screens.prompt import Prompt

        numbers, shelf = self.meant, self.library.shelf
        if not numbers:
            return
        before = tuple(shelf.tags(numbers[0]))

        def tagged(line: str | None) -> None:
            if line is None:
                return
            after = tags_of(line)
            for tag in sorted({*after} - {*before}):
                self._tag(tag, True, numbers)
            for tag in sorted({*before} - {*after}):
                self._tag(tag, False, numbers)

        question = "tags, with commas between them"
        self.app.push_screen(Prompt(question, ", ".join(before), known=shelf.tags()), tagged)

    def _tag(self, tag: str, put: bool, numbers: Sequence[int]) -> None:
        shelf = self.library.shelf
        words = f"{'tagged' if put else 'no longer tagged'} {tag}"
        self._do(
            lambda: shelf.tag(tag, put, numbers), lambda changed: shelf.tag(tag, not put, changed), words
        )

    def action_choose(self) -> None:
        """Choose the selected article, or no longer."""
        if self.number is not None:
            self.chosen ^= {self.number}
            self.right.redraw(self.right.at)
            self.action_move(1)

    def action_undo(self) -> None:
        """Take the last change back."""
        if not self._done:
            self.murmur("There is nothing to undo.")
            return
        words, back = self._done.pop()
        try:
            self.changed(back())
            self.murmur(f"Undone: {words}.")
        except LibraryError as error:
            self.say(str(error), went_wrong=True)
