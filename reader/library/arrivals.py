"""What came by feeds, put on the shelf."""

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from reader.document.article import Article
from reader.document.feed import Answer, Arrival
from reader.library.feeds import Subscription
from reader.library.shelving import amend, shelve, show_one

_NEW = "insert into entry values (?, ?, ?, ?)"
_OTHER = "update entry set digest = ?, article = coalesce(?, article) where feed = ? and key = ?"


class News(NamedTuple):
    """What an answer brought: articles that were not there, and other texts of those that were."""

    new: int = 0
    changed: int = 0


def take(
    database: sqlite3.Connection, answers: Iterable[tuple[Subscription, Answer]], now: float
) -> list[News]:
    """Take in what came of asking for some feeds at the time *now*."""
    news = []
    for feed, answer in answers:
        _note(database, feed, answer, now)
        news.append(_take(database, feed.id, answer.arrivals or (), now))
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
    fresh = {
        key: article
        for key, (_, article) in reversed(other.items())
        if _is_wanted(database, known.get(key), article)
    }
    numbers, new = shelve(database, [*fresh.values()], now, of_feed=True)
    numbered = dict(zip(fresh, numbers, strict=True))
    for key in fresh.keys() & known.keys():
        _go_back(database, numbered[key], fresh[key], is_new=numbered[key] in new)
    # Not "insert or replace": with its foreign keys that takes ten times as long.
    database.executemany(
        _NEW, [(feed, key, digest, numbered[key]) for key, (digest, _) in other.items() if key not in known]
    )
    database.executemany(
        _OTHER, [(digest, numbered.get(key), feed, key) for key, (digest, _) in other.items() if key in known]
    )
    changed = sum(key in known and number in new for key, number in numbered.items())
    return News(len(new) - changed, changed)


def _is_wanted(database: sqlite3.Connection, before: tuple[int, int | None] | None, article: Article) -> bool:
    """Whether an entry has another text than *before*: not only another title, and it was not taken away."""
    if before is None:
        return True
    number = before[1]
    return number is not None and not amend(database, number, article)


def _go_back(database: sqlite3.Connection, number: int, article: Article, *, is_new: bool) -> None:
    """Show a text again to which an entry has returned."""
    if not is_new:
        amend(database, number, article)
        (identity,) = database.execute("select identity from article where id = ?", (number,)).fetchone()
        show_one(database, number, identity)


def _number(words: str) -> int:
    """Eight bytes of the digest of *words*, as SQLite's integers are."""
    return int.from_bytes(
        blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True
    )


def _digest(arrival: Arrival) -> int:
    article = arrival.article
    return _number("\0".join((article.title or "", article.uri, article.byline or "", article.text)))
