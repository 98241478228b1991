"""Feeds that are subscribed to."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from reader.document.identity import identity_of
from reader.document.origin import Origin
from reader.errors import LibraryError
from reader.library.database import Database

if TYPE_CHECKING:
    from reader.document.feed import Answer, Listed, Question
    from reader.library.arrivals import News

Whole = Literal["by-key", "always"]
_COLUMNS = (
    "select id, uri, title, name, link, folder, tags, whole, etag, modified, checked_at, due_at, problem, is_gone,"
    " is_private from feed "
)

_TEASERS = (
    "select distinct article.uri from entry join feed on feed.id = entry.feed"
    " join article on article.id = entry.article where whole = 'always' and of_feed and beneath is null"
    " and came_at >= ? and article.uri like 'http%' order by article.id desc limit ?"
)
_OF_PRIVATE = (
    "select 1 from article join entry on entry.article = article.id join feed on feed.id = entry.feed"
    " where article.identity = ? and article.uri = ? and feed.is_private limit 1"
)
_LEAVE = (
    "update article set of_feed = 2 where of_feed = 1 and id in (select article from entry where feed = ?1)"
    " and not exists (select 1 from entry where entry.article = article.id and entry.feed != ?1)"
)
_LEAVE_EARLIER = (
    "update article set of_feed = 2 where of_feed = 1"
    " and beneath in (select lead.id from article as lead join entry on entry.article = lead.id"
    " where entry.feed = ? and lead.of_feed = 2 and lead.identity = article.identity)"
    " and not exists (select 1 from entry where entry.article = article.id)"
)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed with what the reader wants of it and what its server said last.

    `title` is the feed's own, `name` the reader's; times are seconds since 1970, `due_at` that before which the server
    wants to be left alone; `whole` says when full texts are fetched; `is_private`: whether the feed is of a private
    network, None before it has answered.
    """

    id: int
    uri: str
    title: str
    name: str
    link: str
    folder: str
    tags: tuple[str, ...]
    whole: Whole
    etag: str | None
    modified: str | None
    checked_at: float
    due_at: float
    problem: str
    is_gone: bool
    is_private: bool | None = None

    @property
    def called(self) -> str:
        """What it is called on a screen."""
        return self.name or self.title or self.uri

    @property
    def question(self) -> "Question":
        """What its server is asked. A feed that was public, or moved there, is never asked for in a private network."""
        from reader.document.feed import Question

        origin = Origin.FOUND if self.is_private is False else Origin.TYPED
        return Question(self.uri, self.etag, self.modified, origin)


class Feeds:
    """The subscriptions in *database*. Each call is one transaction. Raises LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, feed: "Listed", title: str = "", *, is_private: bool | None = None) -> bool:
        """Subscribe to *feed*, which calls itself by *title*; False where that is subscribed to already.

        *is_private*: as for a Subscription.
        """
        with self._database.writing() as database:
            return _add(database, feed, title, self._database.clock(), is_private)

    def add_all(self, feeds: "Iterable[Listed]") -> int:
        """Subscribe to all of *feeds*; to how many nobody had."""
        now = self._database.clock()
        with self._database.writing() as database:
            return sum([_add(database, feed, "", now, None) for feed in feeds])

    def remove(self, feed: Subscription) -> None:
        """End the subscription; what came by it stays in the library, and no other feed may change it."""
        with self._database.writing() as database:
            database.execute(_LEAVE, (feed.id,))
            database.execute(_LEAVE_EARLIER, (feed.id,))
            database.execute("delete from feed where id = ?", (feed.id,))

    def all(self) -> list[Subscription]:
        """Every subscription, by folder and name."""
        found = map(_subscription, self._database.rows(_COLUMNS))
        return sorted(found, key=lambda feed: (feed.folder.casefold(), feed.called.casefold(), feed.id))

    def teasers(self, since: float, most: int = 100) -> list[str]:
        """Addresses of articles that came *since* a time, by feeds of which full texts are wanted always."""
        rows = self._database.rows(_TEASERS, since, most)
        return [str(uri) for (uri,) in rows]

    def origin(self, uri: str) -> Origin:
        """As whose word the address of an article counts: one that came by a private feed may be private, too."""
        found = self._database.rows(_OF_PRIVATE, identity_of(uri), uri)
        return Origin.TYPED if found else Origin.FOUND

    def size(self, feed: Subscription) -> int:
        """How many articles came by *feed*."""
        return cast(int, self._database.rows("select count(*) from entry where feed = ?", feed.id)[0][0])

    def named(self, words: str) -> Subscription:
        """The one subscription of this address, number or name. Raises LibraryError for none and for several."""
        every = self.all()
        exact = [feed for feed in every if words in {feed.uri, str(feed.id)}]
        like = [feed for feed in every if words.casefold() in {feed.name.casefold(), feed.title.casefold()}]
        found = exact or like
        if len(found) == 1:
            return found[0]
        which = "several feeds are" if found else "no feed is"
        raise LibraryError(f"{which} called {words}; `newsreader feeds list` shows addresses and numbers")

    def change(
        self, feed: Subscription, *, name: str, folder: str, tags: Sequence[str], whole: Whole
    ) -> None:
        """Give a subscription another name, folder, tags, or way of fetching full texts."""
        with self._database.writing() as database:
            database.execute(
                "update feed set name = ?, folder = ?, tags = ?, whole = ? where id = ?",
                (name, folder, json.dumps(list(tags)), whole, feed.id),
            )

    def take(self, answers: "Iterable[tuple[Subscription, Answer]]") -> "list[News]":
        """Take in what came of asking for some feeds: all of it in one transaction."""
        from reader.library.arrivals import take

        with self._database.writing() as database:
            return take(database, answers, self._database.clock())


def _add(
    database: sqlite3.Connection, feed: "Listed", title: str, now: float, is_private: bool | None
) -> bool:
    row = (feed.uri, title, feed.name, feed.link, feed.folder, json.dumps(feed.tags), now, is_private)
    done = database.execute(
        "insert into feed (uri, title, name, link, folder, tags, added_at, is_private)"
        " values (?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict do nothing",
        row,
    )
    return done.rowcount > 0


def _subscription(row: tuple[object, ...]) -> Subscription:
    is_private = None if row[14] is None else bool(row[14])
    tags = tuple(json.loads(str(row[6])))
    return Subscription(*cast(Any, (*row[:6], tags, *row[7:13], bool(row[13]), is_private)))
