"""The library's screen: everything that came and was read, filtered, marked, refreshed, opened."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from reader.app.keys import bindings
from reader.app.screens.marking import MarkingScreen
from reader.app.widgets.library_work import LibraryWork
from reader.document.counting import counted
from reader.preferences.settings import Preferences

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.feeds import Subscription
    from reader.library.people import Said


class LibraryScreen(MarkingScreen):
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
        if line and line.uri.startswith(("http://", "https://")):
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
                found = [other for other, count in self.library.people.named(name) if count]
                who = " ".join(name.split())
                said = self.library.people.dossier(who).said
                self.app.push_screen(
                    DossierScreen(self.library, who if said or not found else found[0]), chosen
                )

        self.app.push_screen(Prompt("name of a speaker", changed=self._speakers), named)

    def _speakers(self, words: str) -> str:
        """Who is called so, and how often they are quoted."""
        found = self.library.people.named(words) if words.strip() else []
        return ", ".join(f"{name} {count}" for name, count in found[:4] if count)

    def action_figures(self) -> None:
        """Show figures side by side: of what is chosen, else of articles on the same people and places."""
        from reader.app.screens.figures import FiguresScreen, Where
        from reader.desk.side_by_side import side_by_side

        numbers = self.meant
        if len(numbers) == 1:
            numbers = [*numbers, *self.library.stories.related(numbers[0])]
        found = [(number, article) for number in numbers if (article := self.library.numbered(number))]
        known = [(article, outline) for _, article in found if (outline := self.library.outlines.of(article))]
        if len(known) < 2:
            self.murmur("No other article of this story is known: x chooses some.")
            return
        articles = [
            (number, article) for number, article in found if any(article is each for each, _ in known)
        ]

        def chosen(where: Where | None) -> None:
            from reader.app.app import Newsreader

            if where and isinstance(self.app, Newsreader):
                words = where.span.text(
                    next(article.text for number, article in articles if number == where.number)
                )
                self.app.read_from_library([where.number], 0, f'"{words}"')

        self.app.push_screen(FiguresScreen(side_by_side(known), articles), chosen)

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
            self._do(lambda: stories.unfold(number), fold_again, "shown by themselves")
            is_done = len(self._done) > before
            self.murmur(
                f"{self._done[-1][0]}; u takes that back." if is_done else "Nobody else has this text."
            )
            self.reload()

    # -- feeds -----------------------------------------------------------------------------------

    def action_refresh_all(self) -> None:
        """Ask all feeds; while they are asked, stop."""
        if self.work.is_refreshing:
            self.work.stop_refreshing()
        elif not self.library.feeds.all():
            self.murmur("There is no feed yet: + subscribes to one.")
        else:
            self.doing("asking feeds…")
            self.work.refresh_feeds()

    def action_refresh_one(self) -> None:
        """Ask the selected feed."""
        feed = self._feed()
        if feed and not self.work.is_refreshing:
            self.doing(f"asking {feed.called}…")
            self.work.refresh_feeds(feed.id)

    @on(LibraryWork.Progress)
    def progressed(self, event: LibraryWork.Progress) -> None:
        """Show how far the refresh is; at its end what is new."""
        if not event.done:
            filled = 10 * event.asked // max(1, event.every)
            bar = "━" * filled + "─" * (10 - filled)
            self.doing(f"{bar} {event.asked} of {event.every} feeds, {event.new} new · r stops")
            return
        wrong = f"; {counted(event.problems, 'feed')} could not be read (!)" if event.problems else ""
        if event.asked < event.every:
            wrong += f"; stopped, {counted(event.every - event.asked, 'feed')} not asked"
        self.doing("")
        self.say(f"{counted(event.new, 'new article')}{wrong}.", went_wrong=bool(event.problems))
        self.reload()
        self.work.make_outlines()

    def action_add_feed(self) -> None:
        """Ask for an address, and subscribe to its feed."""
        from reader.app.screens.prompt import Prompt

        place = self.place
        folder = place.name if place and place.query.startswith("folder:") else ""

        def added(address: str | None) -> None:
            if address and address.strip():
                self.doing("looking for the feed…")
                self.work.do(lambda library: _subscribed(library, address.strip(), folder))

        self.app.push_screen(
            Prompt(f"address of a feed or a site{f', for {folder}' if folder else ''}"), added
        )

    def action_remove_feed(self) -> None:
        """End the subscription to the selected feed; its articles stay."""
        from reader.app.screens.prompt import Prompt

        feed = self._feed()
        if feed is None:
            return

        def sure(answer: str | None) -> None:
            if answer is not None and answer.strip().casefold() in {"y", "yes"}:
                self.library.feeds.remove(feed)
                self.murmur(f"No longer subscribed to {feed.called}; its articles stay.")
                self.left.move_to(0)
                self.show_query("")
                self.reload()

        self.app.push_screen(Prompt(f"end the subscription to {feed.called}? y"), sure)

    def _feed(self) -> "Subscription | None":
        place = self.place
        if place is None or not place.feed:
            self.murmur("Select a feed at the left (h).")
            return None
        return next((feed for feed in self.library.feeds.all() if feed.id == place.feed), None)

    def action_whole(self) -> None:
        """Fetch the pages of what is meant."""
        lines = [*self.library.shelf.lines(self.meant).values()]
        uris = [line.uri for line in lines if line.uri.startswith(("http://", "https://"))]
        if uris:
            self.doing(f"fetching {counted(len(uris), 'page')}…")
            self.work.do(lambda library: _fetched(library, uris))
        elif lines:
            self.murmur("This article has no page." if len(lines) == 1 else "None of these has a page.")

    @on(LibraryWork.Said)
    def said(self, event: LibraryWork.Said) -> None:
        """Pass on how something went."""
        self.doing("")
        if event.sentence:
            self.say(event.sentence, went_wrong=event.went_wrong)
        if event.changed:
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
    import webbrowser

    return "" if webbrowser.open(uri) else "No browser could be opened here."


def _subscribed(library: "Library", address: str, folder: str) -> str:
    from reader.desk.subscribing import subscribe

    feed = subscribe(library, address, folder=folder)
    wrong = f" But: {feed.problem}." if feed.problem else ""
    return f"Subscribed to {feed.called}: {counted(library.feeds.size(feed), 'article')}.{wrong}"


def _fetched(library: "Library", uris: Sequence[str]) -> str:
    from reader.desk.fetching import fetch_whole

    return str(fetch_whole(library, uris))
