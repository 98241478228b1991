"""The library's screen: everything that came and was read, filtered, marked, refreshed, opened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from reader.app.keys import bindings
from reader.app.screens.subscribing import SubscribingScreen
from reader.app.widgets.library_work import MOST_COMPARED, LibraryWork
from reader.document.identity import is_web_address
from reader.document.names import name_key
from reader.errors import LibraryError
from reader.preferences.settings import Preferences

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.people import Said


class LibraryScreen(SubscribingScreen):
    """Every action of the library's table is a method here."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]

    def __init__(self, library: "Library", preferences: Preferences | None = None, query: str = "") -> None:
        """Shows what *query* means in *library*."""
        super().__init__(library)
        self.query_ = query
        self.preferences = preferences or Preferences()
        self.keymap = self.preferences.keymap
        self._is_reading = False

    def on_screen_resume(self) -> None:
        """Back from reading: go on at the article that was read last."""
        from reader.app.app import Newsreader

        at = self.app.read_last if isinstance(self.app, Newsreader) else None
        if at is not None and self._is_reading:
            self._is_reading = False
            self.changed(self.numbers[min(at, self.right.at) : max(at, self.right.at) + 1])
            self.right.move_to(at)
            self.moved()

    def on_mount(self) -> None:
        """Ask the feeds, where that is wanted from the start."""
        super().on_mount()
        if self.preferences.refresh and self.library.feeds.all():
            self.call_after_refresh(self.action_refresh_all)

    # -- from here to articles ----------------------------------------------------------------------

    def action_open(self) -> None:
        """Read the selected article."""
        from reader.app.app import Newsreader

        if self.left.is_active:
            self.activate("list")
        elif self.number is not None and isinstance(self.app, Newsreader):
            self._is_reading = True
            self.app.read_from_library(self.numbers, self.right.at, self.query_)

    def action_browse(self) -> None:
        """Open the page in a browser."""
        line = self.line
        if line and is_web_address(line.uri):
            self.work.do(lambda _: _browsed(line.uri), changed=False)
        else:
            self.say("This article has no page.")

    def action_dossier(self) -> None:
        """Ask for a name, and show all that they said."""
        from reader.app.screens.dossier import DossierScreen
        from reader.app.screens.prompt import Prompt

        def chosen(said: "Said | None") -> None:
            from reader.app.app import Newsreader

            if said and isinstance(self.app, Newsreader):
                self.app.read_from_library([said.number], 0, f'"{said.words}"')

        def named(name: str | None) -> None:
            if name and name.strip():
                self.app.push_screen(DossierScreen(self.library, self._best(" ".join(name.split()))), chosen)

        self.app.push_screen(Prompt("name of a speaker", changed=self._speakers), named)

    def _best(self, name: str) -> str:
        """A name that somebody has: this one, else that with the most quotes of those that hold its words."""
        found = [other for other, _ in self._named(name)]
        is_known = any(name_key(other) == name_key(name) for other in found)
        return name if is_known or not found else found[0]

    def _speakers(self, words: str) -> str:
        """Who is called so, and how often they are quoted."""
        found = self._named(words) if words.strip() else []
        return ", ".join(f"{name} {count}" for name, count in found[:4])

    def _named(self, words: str) -> list[tuple[str, int]]:
        """Speakers whose names hold *words*, with their quotes; none of a library that cannot be read."""
        try:
            return [(name, count) for name, count in self.library.people.named(words) if count]
        except LibraryError:
            return []  # the dossier says what is wrong

    def action_figures(self) -> None:
        """Show figures side by side: of what is chosen, else of articles on the same people and places."""
        if len(self.meant) > MOST_COMPARED:
            self.murmur(f"Figures of {MOST_COMPARED} articles at most stand side by side.")
        elif self.meant:
            self.doing("comparing figures…")
            self.work.compare(self.meant)

    @on(LibraryWork.Compared)
    def compared(self, event: LibraryWork.Compared) -> None:
        """Show what was compared."""
        from reader.app.screens.figures import FiguresScreen, Where

        self.doing("")
        if self.app.screen is not self:
            return  # whoever asked has gone on
        if len(event.articles) < 2:
            self.murmur("No other article of this story is known: x chooses some.")
            return

        def chosen(where: Where | None) -> None:
            from reader.app.app import Newsreader

            if where and isinstance(self.app, Newsreader):
                words = where.span.text(dict(event.articles)[where.number].text)
                self.app.read_from_library([where.number], 0, f'"{words}"')

        self.app.push_screen(FiguresScreen(event.things, event.articles), chosen)

    def action_unfold(self) -> None:
        """Show the same text of other outlets by itself."""
        number, stories = self.number, self.library.stories

        def fold_again(numbers: Sequence[int]) -> Sequence[int]:
            if number is not None:
                stories.put_beneath(number, numbers)
                self.reload()
            return numbers

        if number is not None:
            before = len(self._done)
            if self._do(lambda: stories.unfold(number), fold_again, "shown by themselves"):
                is_known = len(self._done) > before
                self.murmur(
                    f"{self._done[-1][0]}; u takes that back." if is_known else "Nobody else has this text."
                )
            self.reload()

    # -- program ---------------------------------------------------------------------------------

    def action_keys(self) -> None:
        """Every key of the library."""
        from reader.app.screens.help import HelpScreen

        self.app.push_screen(
            HelpScreen(self.keymap.at("library"), "The library: what came and what was read.")
        )

    def action_leave(self, out: bool) -> None:
        """What is chosen away, then the filter; from the whole list *out*."""
        if self.chosen:
            self.chosen.clear()
            self.right.refresh()
            self.show_status()
        elif self.left.is_active:
            self.activate("list")
        elif self.query_:
            self.left.move_to(0)
            self.show_query("")
        elif out and len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif out:
            self.app.exit()
        else:
            self.murmur("q quits.")


def _browsed(uri: str) -> str:
    from reader.processes.programs import browse

    return "" if browse(uri) else "No browser could be opened here."
