"""Articles put on the shelf: many at a time, each text of an outlet once, the newest version above the others."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import cast

from reader.document.article import Article
from reader.document.codec import blocks_to_json, headings_to_json, media_to_json
from reader.document.moments import second_of

PAGE, FEED, HANDED_ON = range(3)
"""Whose a text is: of its address, where the reader fetched it; of a feed; or nobody's, by another program's export."""
_KNOWN = "select sha256, identity, id from article where sha256 in (select value from json_each(?))"
_TAKEN = "select id from article where id in (select value from json_each(?))"
_SHARED = "select identity from article where identity in (select value from json_each(?))"
_FREE = (
    "select iif(exists (select 1 from article where id = :id), (select min(id) + 1 from article as one"
    " where id >= :id and not exists (select 1 from article as other where other.id = one.id + 1)), :id)"
)
_PUT = (
    "insert into article (id, sha256, uri, identity, title, byline, site, published, language, headings, blocks,"
    " media, of_feed, came_at, body_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_OTHERS = "select id, of_feed, beneath from article where identity = ? and id != ? order by id"
_STAR = (
    "update article set is_starred = exists (select 1 from article as other where other.identity = :identity"
    " and other.is_starred) where id = :id"
)
_TAGS = (
    "insert or ignore into article_tag select :id, tag from article_tag"
    " join article on article.id = article_tag.article where identity = :identity and article.id != :id"
)
_COVER = (
    "update article set beneath = iif(id = :id, null, :id) where identity = :identity"
    " or beneath in (select id from article where identity = :identity and id != :id)"
)

_SAME = "select exists (select 1 from article where id = ? and sha256 = ?)"
_AMEND = "update article set title = ?, byline = ? where id = ?"
_UNSAY = (
    "insert into words (words, rowid, title, text) select 'delete', id, title, text from written where id = ?"
)
_SAY = "insert into words (rowid, title, text) select id, title, text from written where id = ?"


def shelve(
    database: sqlite3.Connection, articles: Sequence[Article], now: float, of: int = PAGE
) -> tuple[list[int], set[int]]:
    """Put *articles* in that are not there, within a transaction; *of* says whose they are.

    The numbers of all of them, in their order, and those numbers that are new.
    """
    wanted = json.dumps([article.sha256 for article in articles])
    rows = database.execute(_KNOWN, (wanted,))
    known = {_printing(sha256, identity): id_ for sha256, identity, id_ in rows}
    keys = [_printing(article.sha256, article.identity) for article in articles]
    fresh = {key: article for key, article in zip(keys, articles, strict=True) if key not in known}
    identities = json.dumps([article.identity for article in fresh.values() if article.identity])
    shared = {identity for (identity,) in database.execute(_SHARED, (identities,))}
    numbered = dict(zip(_numbers(database, fresh.values(), now), fresh.values(), strict=True))
    (last,) = database.execute("select coalesce(max(id), 0) from body").fetchone()
    bodies = range(last + 1, last + 1 + len(numbered))
    database.executemany(
        "insert into body values (?, ?)", zip(bodies, (a.text for a in numbered.values()), strict=True)
    )
    database.executemany(
        _PUT,
        (
            _row(number, article, of, now, body)
            for body, (number, article) in zip(bodies, numbered.items(), strict=True)
        ),
    )
    # The search takes rows in the order of their numbers several times as fast.
    database.executemany(
        "insert into words (rowid, title, text) values (?, ?, ?)",
        [(number, numbered[number].title, numbered[number].text) for number in sorted(numbered)],
    )
    seen = shared
    for number, article in numbered.items():
        if article.identity in seen:
            show_one(database, number, article.identity)
        seen.add(article.identity)
    known |= dict(zip(fresh, numbered, strict=True))
    return [known[key] for key in keys], set(numbered)


def amend(database: sqlite3.Connection, number: int, article: Article) -> bool:
    """Where the article of this *number* has the very text of *article*: take over its title and authors.

    Its address stays: notes, versions and other outlets go by that.
    """
    (same,) = database.execute(_SAME, (number, article.sha256)).fetchone()
    if same:
        database.execute(_UNSAY, (number,))
        database.execute(_AMEND, (article.title, article.byline, number))
        database.execute(_SAY, (number,))
    return bool(same)


def _printing(sha256: str, identity: str) -> tuple[str, str]:
    """What the library has once: a text in an outlet, known by its host. All files and pipes are one outlet."""
    return sha256, identity.partition("/")[0]


def show_one(database: sqlite3.Connection, number: int, identity: str) -> None:
    """Show a page in place of all else that there is of its address; put another text beneath the page, if any."""
    others = database.execute(_OTHERS, (identity, number)).fetchall() if identity else []
    if not others:
        return
    (of,) = database.execute("select of_feed from article where id = ?", (number,)).fetchone()
    if of != PAGE:
        page = next((beneath or id_ for id_, other, beneath in reversed(others) if other == PAGE), None)
        if page is not None:
            database.execute("update article set beneath = ? where id = ?", (page, number))
        return
    values = {"id": number, "identity": identity}
    database.execute(_STAR, values)
    database.execute(_TAGS, values)
    database.execute(_COVER, values)


def blocks_of(article: Article) -> str | None:
    """The blocks of *article* as the library keeps them."""
    return json.dumps(blocks_to_json(article.blocks)) if article.blocks else None


def media_of(article: Article) -> str | None:
    """The pictures of *article* as the library keeps them."""
    return json.dumps(media_to_json(article.media)) if article.media else None


def _numbers(database: sqlite3.Connection, articles: Iterable[Article], now: float) -> list[int]:
    """A free number for each of *articles*: the second at which it came out, or the next that is free."""
    seconds = [second_of(article.published, now) for article in articles]
    taken = {number for (number,) in database.execute(_TAKEN, (json.dumps(seconds),))}
    given: set[int] = set()
    behind: dict[int, int] = {}
    numbers = []
    for second in seconds:
        number = behind.get(second, second)
        if number in given or number in taken or number != second:
            number = _free(database, number, given)
        given.add(number)
        behind[second] = number + 1
        numbers.append(number)
    return numbers


def _free(database: sqlite3.Connection, number: int, given: set[int]) -> int:
    """The first number from *number* on that is neither in the library nor *given*."""
    while True:
        free = cast(int, database.execute(_FREE, {"id": number}).fetchone()[0])
        if free not in given:
            return free
        number = free + 1


def _row(number: int, article: Article, of: int, now: float, body: int) -> tuple[object, ...]:
    marked = headings_to_json(article.headings)
    return (
        number, article.sha256, article.uri, article.identity, article.title, article.byline, article.site,
        article.published, article.language, None if marked is None else json.dumps(marked), blocks_of(article),
        media_of(article), of, now, body,
    )  # fmt: skip
