"""States of articles: read, starred, tagged, chosen; each change can be taken back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from reader.app.screens.listing import ListingScreen
from reader.document.counting import counted

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.shelf import State


class MarkingScreen(ListingScreen):
    """The library's panes with what changes articles."""

    def __init__(self, library: "Library") -> None:
        super().__init__(library)
        self._done: list[tuple[str, Callable[[], Sequence[int]]]] = []

    # -- states ----------------------------------------------------------------------------------

    def _put(self, state: "State", on: bool, numbers: Sequence[int], words: str) -> bool:
        def take_back(numbers: Sequence[int]) -> Sequence[int]:
            return self.library.shelf.put(state, not on, numbers)

        return self._do(lambda: self.library.shelf.put(state, on, numbers), take_back, words)

    def _do(
        self, what: Callable[[], Sequence[int]], back: Callable[[Sequence[int]], Sequence[int]], words: str
    ) -> bool:
        """Change articles, and remember how that is taken back; whether it is done now, not later or never."""

        def done(given: object) -> None:
            numbers = cast(Sequence[int], given)
            if numbers:
                self._done.append((f"{words}: {counted(len(numbers), 'article')}", lambda: back(numbers)))
            self.changed(numbers)
            self.show_status()

        return self.writes.do(what, done, self.cannot)

    def action_read(self) -> None:
        """Mark as read, or as unread."""
        lines = self.library.shelf.lines(self.meant)
        on = any(not line.is_read for line in lines.values())
        self._put("is_read", on, self.meant, "marked as read" if on else "marked as unread")
        if not self.chosen:
            self.action_move(1)

    def action_read_all(self) -> None:
        """Mark all of the list as read."""
        if self._put("is_read", True, self.numbers, "marked as read"):
            self.murmur(
                f"{self._done[-1][0]}; u takes that back." if self._done else "Nothing is unread here."
            )

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

        def take_back() -> Sequence[int] | None:
            return self._done[-1][1]() if self._done else None

        def taken(given: object) -> None:
            if given is None:
                self.murmur("There is nothing to undo.")
                return
            words, _ = self._done.pop()  # only now: what could not be written can be tried again
            self.changed(cast(Sequence[int], given))
            self.murmur(f"Undone: {words}.")

        self.writes.do(take_back, taken, self.cannot)
