"""Which text stands for an entry of a feed: text that came from a feed is that feed's, and never covers another's.

A page that the reader fetched belongs to its address, and stands above what feeds have of it.
"""

import sqlite3
from typing import NamedTuple

from reader.document.article import Article

_CURRENT = (
    "select title, uri, identity, text, of_feed = 1 and not exists"
    " (select 1 from entry where entry.article = article.id and entry.feed != ?2)"
    " from article join body on body.id = body_id where article.id = ?1"
)
_HOLD = "update entry set article = ? where feed = ? and article = ?"
_STAR = (
    "update article set is_starred = 1 where id = ?1 and exists"
    " (select 1 from article as other where other.id = ?2 and other.is_starred)"
)
_TAGS = "insert or ignore into article_tag select ?1, tag from article_tag where article = ?2"
_COVER = "update article set beneath = iif(id = ?1, null, ?1) where id in (?1, ?2) or beneath = ?2"
_LEAVE = (
    "update article set of_feed = 2 where of_feed = 1 and (id = ?1 or beneath = ?1)"
    " and identity = (select identity from article where id = ?1)"
    " and not exists (select 1 from entry where entry.article = article.id)"
)
_UNCOVER = (
    "update article set beneath = null where id = ? and exists (select 1 from article as lead"
    " where lead.id = article.beneath and lead.of_feed = 1 and lead.identity = article.identity)"
)
_PAGE = (
    "select id from article as page where page.of_feed = 0 and page.beneath is null and page.id ="
    " (select beneath from article where article.id = ?)"
)


class Current(NamedTuple):
    """The text that an entry of a feed has now; `is_own`: it is of this feed alone, which may change it."""

    title: str | None
    uri: str
    identity: str
    text: str
    is_own: bool


def current(database: sqlite3.Connection, feed: int, number: int) -> Current:
    """What the article of this *number*, an entry of *feed*, is now."""
    title, uri, identity, text, is_own = database.execute(_CURRENT, (number, feed)).fetchone()
    return Current(title, uri, identity, text, bool(is_own))


def is_moved(before: Current, article: Article) -> bool:
    """Whether *article* is the text of *before* at another address, but for its title."""
    return before.identity != article.identity and _body(before.text, before.title) == _body(
        article.text, article.title
    )


def surface(database: sqlite3.Connection, number: int) -> None:
    """Show a known text again that an entry has now, where a later one of some feed stood above it."""
    database.execute(_UNCOVER, (number,))


def succeed(database: sqlite3.Connection, feed: int, number: int, before: int) -> None:
    """Show the article of this *number* in place of that *before* it, as far as *feed* alone has that.

    One of another address is another story that the feed calls the same: that stays, and is nobody's to change.
    """
    earlier = current(database, feed, before)
    if not earlier.is_own:
        return
    if earlier.identity != current(database, feed, number).identity:
        database.execute(_LEAVE, (before,))
        return
    database.execute(_HOLD, (number, feed, before))
    page = database.execute(_PAGE, (number,)).fetchone()
    if page:
        database.execute("update article set beneath = ?1 where id = ?2 or beneath = ?2", (*page, before))
        return
    database.execute(_STAR, (number, before))
    database.execute(_TAGS, (number, before))
    database.execute(_COVER, (number, before))


def _body(text: str, title: str | None) -> str:
    """The text without its first line where that is the title, as short ones begin."""
    first, _, rest = text.partition("\n")
    return rest if title and first == title else text
