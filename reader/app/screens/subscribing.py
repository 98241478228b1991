"""The library's feeds: asked for what is new, subscribed to, left; pages fetched of which they had a part."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on

from reader.app.screens.marking import MarkingScreen
from reader.app.widgets.library_work import LibraryWork
from reader.document.counting import counted
from reader.document.identity import is_web_address

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.feeds import Subscription


class SubscribingScreen(MarkingScreen):
    """The library's panes with what goes to the web."""

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

        def left(_: object) -> None:
            self.murmur(f"No longer subscribed to {feed.called}; its articles stay.")
            self.left.move_to(0)
            self.show_query("")
            self.reload()

        def sure(answer: str | None) -> None:
            if answer is not None and answer.strip().casefold() in {"y", "yes"}:
                self.writes.do(lambda: self.library.feeds.remove(feed), left, self.cannot)

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
        uris = [line.uri for line in lines if is_web_address(line.uri)]
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


def _subscribed(library: "Library", address: str, folder: str) -> str:
    from reader.desk.subscribing import subscribe

    feed = subscribe(library, address, folder=folder)
    wrong = f" But: {feed.problem}." if feed.problem else ""
    return f"Subscribed to {feed.called}: {counted(library.feeds.size(feed), 'article')}.{wrong}"


def _fetched(library: "Library", uris: Sequence[str]) -> str:
    from reader.desk.fetching import fetch_whole

    return str(fetch_whole(library, uris))
