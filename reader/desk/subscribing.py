"""Subscribing: to one feed by the address of its site, to many by a list."""

import re
import time
from typing import TYPE_CHECKING, NamedTuple

from reader.desk.refreshing import refresh
from reader.document.counting import counted
from reader.document.feed import Listed
from reader.document.origin import Origin
from reader.errors import SourceError
from reader.sanitise import without_logins
from reader.sources.feeds.lists import read_list, to_opml
from reader.sources.feeds.opening import open_feed

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.feeds import Subscription

__all__ = ["TakenIn", "open_feed", "opml", "subscribe", "take_in"]

_SCHEME = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9+.-]*)://")
_LOGIN = "a feed that asks for a name and password cannot be subscribed to, for they are never stored"


class TakenIn(NamedTuple):
    """What became of a list: feeds that were added, known ones, and lines that are no feed."""

    added: int
    known: int
    left: list[str]

    def __str__(self) -> str:
        known = f", {self.known:,} subscribed to before" if self.known else ""
        return f"{counted(self.added, 'feed')} added{known}"


def subscribe(
    library: "Library", address: str, *, name: str = "", folder: str = "", tags: tuple[str, ...] = ()
) -> "Subscription":
    """Subscribe to the feed at *address*, which the reader typed, or to that of the site there; take it in.

    Raises SourceError where there is none or it is subscribed to, and LibraryError.
    """
    scheme = _SCHEME.match(address)
    if scheme and scheme["name"].lower() not in {"http", "https"}:
        raise SourceError(address, "only http and https addresses can be subscribed to")
    address = address if scheme else f"https://{address}"
    if without_logins(address) != address:
        raise SourceError(address, _LOGIN)
    feed = open_feed(address, Origin.TYPED)
    listed = Listed(feed.uri, name, feed.link, folder, tags)
    if not library.feeds.add(listed, feed.title, is_private=feed.is_private):
        raise SourceError(feed.uri, "this feed is subscribed to already")
    refresh(library, [library.feeds.named(feed.uri)])
    return library.feeds.named(feed.uri)


def take_in(library: "Library", path: str) -> TakenIn:
    """Subscribe to the feeds of a list: OPML or newsboat's. Raises SourceError and LibraryError."""
    feeds, left = read_list(path)
    added = library.feeds.add_all(feeds)
    return TakenIn(added, len(feeds) - added, left)


def opml(library: "Library") -> str:
    """All subscriptions as OPML."""
    day = time.strftime("%Y-%m-%d")
    return to_opml(map(_listed, library.feeds.all()), f"newsreader, {day}")


def _listed(feed: "Subscription") -> Listed:
    return Listed(feed.uri, feed.called, feed.link, feed.folder, feed.tags)
