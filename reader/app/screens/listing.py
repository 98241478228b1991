"""The library's list: moved through, filtered, sorted; filters kept as folders."""

from reader.app.screens.shelving import ShelvingScreen
from reader.document.query import terms

_ASKED = "words from: speaker: place: newer:2d unread …"


class ListingScreen(ShelvingScreen):
    """The library's panes with what goes through them."""

    # -- moving ----------------------------------------------------------------------------------

    def _move(self, to: int) -> None:
        lines = self.left if self.left.is_active else self.right
        if lines is self.left:  # empty lines are passed over
            step = 1 if to >= lines.at else -1
            while 0 <= to < len(self.places) and self.places[to] is None:
                to += step
        lines.move_to(to)
        self.moved()

    def action_move(self, count: int) -> None:
        """Down or up."""
        self._move((self.left if self.left.is_active else self.right).at + count)

    def action_page(self, count: int) -> None:
        """A page down or up."""
        lines = self.left if self.left.is_active else self.right
        self._move(lines.at + count * max(1, lines.size.height - 1))

    def action_end(self, last: bool) -> None:
        """The first or the last line."""
        lines = self.left if self.left.is_active else self.right
        self._move(lines.count - 1 if last else 0)

    def action_switch_pane(self) -> None:
        """From the places to the list and back."""
        self.activate("list" if self.left.is_active else "places")

    def action_pane(self, name: str) -> None:
        """To a pane."""
        self.activate(name)

    def action_next_unread(self) -> None:
        """The next unread article; from the last on from the first."""
        unread = set(self.library.shelf.numbers(f"{self.query_} unread"))
        for at in (*range(self.right.at + 1, len(self.numbers)), *range(self.right.at)):
            if self.numbers[at] in unread:
                self.activate("list")
                self.right.move_to(at)
                self.moved()
                return
        self.murmur("Nothing is unread here.")

    # -- what is listed --------------------------------------------------------------------------

    def action_filter(self) -> None:
        """Ask for a filter, showing what it chooses while it is typed."""
        from reader.app.screens.prompt import Prompt

        before = self.query_

        def done(query: str | None) -> None:
            told = self.show_query(before if query is None else query, keep=query is None)
            if query is not None and self.query_ != query:
                self.say(told, went_wrong=True)
                self.show_query(before)
            self.activate("list")

        self.app.push_screen(
            Prompt(_ASKED, before, changed=lambda typed: self.show_query(_begun(typed))), done
        )

    def action_keep_folder(self) -> None:
        """Keep the filter under a name; a folder that is kept goes away when its name is emptied."""
        from reader.app.screens.prompt import Prompt

        query, kept = self.query_, {query: name for name, query in self.library.shelf.folders().items()}
        if not query.strip():
            self.say("There is no filter to keep: / sets one.")
            return

        def named(name: str | None) -> None:
            if name is None:
                return

            def keep() -> None:
                with self.library.writing():
                    if query in kept:
                        self.library.shelf.keep_folder(kept[query], "")
                    if name.strip():
                        self.library.shelf.keep_folder(" ".join(name.split()), query)

            self.writes.do(keep, lambda _: self.reload(), self.cannot)

        self.app.push_screen(Prompt("name of the folder; empty: none", kept.get(query, "")), named)

    def action_sort(self) -> None:
        """Sort the list by the next order."""
        from reader.library.shelf import SORTINGS

        self.by = SORTINGS[(SORTINGS.index(self.by) + 1) % len(SORTINGS)]
        self.show_query(self.query_, keep=True)

    def action_preview(self) -> None:
        """Show the preview, or hide it."""
        self.toggle_class("-alone")


def _begun(query: str) -> str:
    """*query* while it is typed: its last word may be the beginning of one."""
    found = terms(query)
    is_word = bool(found) and not found[-1].field and not found[-1].exact and query[-1:].isalnum()
    return f"{query}*" if is_word and found[-1].words.casefold() not in {"unread", "starred"} else query
