"""What came by feeds, put on the shelf."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from reader.document.article import Article
from reader.document.feed import Answer, Arrival
from reader.errors import LibraryError
from reader.faults import explained
from reader.library.feeds import Subscription
from reader.library.shelving import FEED, amend, shelve
from reader.library.succession import current, is_moved, succeed, surface

_NEW = "insert into entry values (?, ?, ?, ?)"
_OTHER = "update entry set digest = ?, article = coalesce(?, article) where feed = ? and key = ?"
_RENAMED = (
    "select article.identity, entry.key, article.id from entry join article on article.id = entry.article"
    " where entry.feed = ? and article.identity in (select value from json_each(?))"
)


class News(NamedTuple):
    """What an answer brought: articles that were not there, other texts of those that were, or a `problem`."""

    new: int = 0
    changed: int = 0
    problem: str = ""


def take(
    database: sqlite3.Connection, answers: Iterable[tuple[Subscription, Answer]], now: float
) -> list[News]:
    """Take in what came of asking for some feeds at the time *now*."""
    return [_one(database, feed, answer, now) for feed, answer in answers]


def _one(database: sqlite3.Connection, feed: Subscription, answer: Answer, now: float) -> News:
    """Take in one answer; where that cannot be stored, nothing of it but why. The others are stored all the same."""
    database.execute("savepoint one")
    try:
        _note(database, feed, answer, now)
        news = _take(database, feed.id, answer.arrivals or (), now)
    except (LibraryError, OSError, sqlite3.OperationalError):  # the trouble is the file's
        raise
    except Exception as error:  # noqa: BLE001 one of many
        database.execute("rollback to one")
        news = News(problem=f"what this feed sent cannot be stored: {explained(error)}")
        _note(database, feed, Answer(feed.uri, problem=news.problem), now)
    database.execute("release one")
    return news


def _note(database: sqlite3.Connection, feed: Subscription, answer: Answer, now: float) -> None:
    """Note what the server said of the feed itself."""
    came = answer.arrivals is not None
    taken = database.execute("select 1 from feed where uri = ?", (answer.moved,)).fetchone()
    database.execute(
        "update feed set uri = ?, title = ?, link = ?, etag = ?, modified = ?, checked_at = ?, due_at = ?,"
        " problem = ?, is_gone = ?, is_private = ? where id = ?",
        (
            answer.moved if answer.moved and not taken else feed.uri,
            answer.title or feed.title,
            answer.link or feed.link,
            answer.etag if came else feed.etag,
            answer.modified if came else feed.modified,
            now,
            now + answer.wait if answer.wait else 0,
            answer.problem,
            answer.is_gone,
            _is_private(feed, answer),
            feed.id,
        ),
    )


def _is_private(feed: Subscription, answer: Answer) -> bool | None:
    """Whether the feed is of a private network: one that was public once never is, whatever its name leads to."""
    if answer.is_private is None or feed.is_private is False:
        return feed.is_private
    return answer.is_private


def _take(database: sqlite3.Connection, feed: int, arrivals: Iterable[Arrival], now: float) -> News:
    """Put in what is new or other than it was."""
    entries = database.execute("select key, digest, article from entry where feed = ?", (feed,))
    known = {key: (digest, number) for key, digest, number in entries}
    every = {_number(arrival.id): (_digest(arrival), arrival.article) for arrival in arrivals}
    other = {key: each for key, each in every.items() if known.get(key, (None,))[0] != each[0]}
    # A feed has the newest first: where several have one second, or none, the first gets the highest number.
    fresh: dict[int, Article] = {}
    for key, (_, article) in reversed(other.items()):
        wanted = _wanted(database, feed, known[key][1], article) if key in known else article
        if wanted:
            fresh[key] = wanted
    numbers, new = shelve(database, [*fresh.values()], now, FEED)
    numbered = dict(zip(fresh, numbers, strict=True))
    before = {key: known[key][1] for key in fresh.keys() & known.keys()}
    before |= _renamed(database, feed, every.keys(), {key: fresh[key] for key in fresh.keys() - known.keys()})
    # Not "insert or replace": with its foreign keys that takes ten times as long.
    database.executemany(
        _NEW, [(feed, key, digest, numbered[key]) for key, (digest, _) in other.items() if key not in known]
    )
    database.executemany(
        _OTHER, [(digest, numbered.get(key), feed, key) for key, (digest, _) in other.items() if key in known]
    )
    for key, number in numbered.items():
        if number not in new:
            _return(database, feed, number, fresh[key] if key in known else None)
        if (earlier := before.get(key)) and earlier != number:
            succeed(database, feed, number, earlier)
    changed = sum(key in known and number in new for key, number in numbered.items())
    return News(len(new) - changed, changed)


def _wanted(database: sqlite3.Connection, feed: int, number: int | None, article: Article) -> Article | None:
    """*article* if an entry has another text than it had under this *number*; it was not taken away.

    The same text with another title is the same article, and so is one that has moved.
    """
    if number is None:
        return None
    before = current(database, feed, number)
    if before.text == article.text:
        if before.is_own:
            amend(database, number, article)
        return None
    return replace(article, uri=before.uri) if is_moved(before, article) else article


def _renamed(
    database: sqlite3.Connection, feed: int, present: Collection[int], unknown: Mapping[int, Article]
) -> dict[int, int]:
    """The articles of entries that are gone, by the new ones that have their address: the feed calls them otherwise."""
    identities = json.dumps([article.identity for article in unknown.values() if article.identity])
    rows = database.execute(_RENAMED, (feed, identities)) if unknown else ()
    gone = {identity: number for identity, key, number in rows if key not in present}
    return {key: gone[article.identity] for key, article in unknown.items() if article.identity in gone}


def _return(database: sqlite3.Connection, feed: int, number: int, article: Article | None) -> None:
    """Show a text to which an entry has returned, with what the feed says of it now if it is this feed's own."""
    surface(database, number)
    if article and current(database, feed, number).is_own:
        amend(database, number, article)


def _number(words: str) -> int:
    """Eight bytes of the digest of *words*, as SQLite's integers are."""
    return int.from_bytes(
        blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True
    )


def _digest(arrival: Arrival) -> int:
    article = arrival.article
    return _number("\0".join((article.title or "", article.uri, article.byline or "", article.text)))
