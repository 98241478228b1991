"""Articles in the library, each text once, and the summaries that were saved of them."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

from reader.document.article import Article
from reader.document.codec import (
    blocks_from_json,
    blocks_to_json,
    headings_from_json,
    headings_to_json,
    media_from_json,
    media_to_json,
)
from reader.document.moments import second_of
from reader.library.database import Database

_ARTICLES = (
    "select text, uri, title, byline, site, published, language, headings, blocks, media from article"
    " join body on body.id = body_id "
)
_PUT = (
    "insert into article (id, sha256, uri, identity, title, byline, site, published, language, headings, blocks,"
    " media, of_feed, came_at, body_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_FREE = (
    "select iif(exists (select 1 from article where id = :id), (select min(id) + 1 from article as one"
    " where id >= :id and not exists (select 1 from article as other where other.id = one.id + 1)), :id)"
)

_OTHERS = "select id, of_feed, beneath from article where identity = ? and id != ? order by id"
_STAR = (
    "update article set is_starred = exists (select 1 from article as other where other.identity = :identity"
    " and other.is_starred) where id = :id"
)
_COVER = (
    "update article set beneath = iif(id = :id, null, :id) where identity = :identity"
    " or beneath in (select id from article where identity = :identity and id != :id)"
)


class Saved(NamedTuple):
    """A summary that was written: its article, the digest of the file, and what was made before the reader's edits."""

    article: str
    digest: str
    content: str
    template: str


class Articles(Database):
    """The articles that were opened, and those that came by feeds."""

    def keep(self, article: Article) -> int:
        """Put *article* in, or, where its text is known, note that it was opened again; the answer is its number."""
        now = self.clock()
        with self.writing() as database:
            number = number_of(database, article.sha256)
            if number is None:
                number = insert(database, article, now)
                show_one(database, number, article.identity)
            database.execute(
                "update article set opened_at = ?, is_read = 1, of_feed = 0, uri = ?, identity = ?, blocks = ?,"
                " media = ? where id = ?",
                (now, article.uri, article.identity, _blocks(article), _media(article), number),
            )
        return number

    def article(self, sha256: str) -> Article | None:
        """The article whose text has this digest."""
        return next(iter(self._articles("where sha256 = ?", sha256)), None)

    def numbered(self, number: int) -> Article | None:
        """The article of this *number*."""
        return next(iter(self._articles("where article.id = ?", number)), None)

    def about(self, identity: str, title: str) -> Article | None:
        """The version that was opened last of the article with this *identity*, or, without one, of this *title*."""
        order = "order by opened_at desc nulls last, article.id desc limit 1"
        if identity:
            return next(iter(self._articles(f"where identity = ? {order}", identity)), None)
        return next(iter(self._articles(f"where title = ? {order}", title)), None) if title else None

    def recent(self, most: int = 100) -> list[Article]:
        """The articles opened last, the latest first."""
        return list(
            self._articles(
                "where opened_at is not null order by opened_at desc, article.id desc limit ?", most
            )
        )

    def saved(self, path: Path) -> Saved | None:
        """What was last written to *path* by a save."""
        rows = self.rows("select article, digest, content, template from saved where path = ?", str(path))
        return Saved(*cast(tuple[str, str, str, str], rows[0])) if rows else None

    def saved_paths(self, article: Article) -> list[Path]:
        """The files to which summaries of *article*, in any version, were written, the latest first."""
        query = (
            "select path from saved join article on sha256 = saved.article"
            " where sha256 = ? or (identity = ? and identity != '') order by saved.rowid desc"
        )
        return [Path(str(path)) for (path,) in self.rows(query, article.sha256, article.identity)]

    def remember_saved(
        self, path: Path, article: Article, digest: str, content: str, template: str = ""
    ) -> None:
        """Note that a summary of *article* was written to *path*.

        The file's *digest*, the *content* as it was made, and by which *template*.
        """
        self._known(article)
        with self.writing() as database:
            database.execute(
                "insert or replace into saved values (?, ?, ?, ?, ?)",
                (str(path), article.sha256, digest, content, template),
            )

    def _known(self, article: Article) -> None:
        if not self.rows("select 1 from article where sha256 = ?", article.sha256):
            self.keep(article)

    def _articles(self, clause: str, *values: object) -> Iterator[Article]:
        # The clause is one of the constants above; values are always bound.
        return map(_article, self.rows(_ARTICLES + clause, *values))


def number_of(database: sqlite3.Connection, sha256: str) -> int | None:
    """The number of the article whose text has this digest."""
    row = database.execute("select id from article where sha256 = ?", (sha256,)).fetchone()
    return cast(int, row[0]) if row else None


def insert(database: sqlite3.Connection, article: Article, now: float, *, of_feed: bool = False) -> int:
    """Put an *article* in whose text is not there, within a transaction; the answer is its number."""
    second = second_of(article.published, now)
    (number,) = database.execute(_FREE, {"id": second}).fetchone()
    marked = headings_to_json(article.headings)
    about = (article.title, article.byline, article.site, article.published, article.language)
    headings = None if marked is None else json.dumps(marked)
    body = database.execute("insert into body (text) values (?)", (article.text,)).lastrowid
    database.execute(
        _PUT,
        (
            number, article.sha256, article.uri, article.identity, *about, headings, _blocks(article),
            _media(article), of_feed, now, body,
        ),
    )  # fmt: skip
    database.execute(
        "insert into words (rowid, title, text) values (?, ?, ?)", (number, article.title, article.text)
    )
    return cast(int, number)


def show_one(database: sqlite3.Connection, number: int, identity: str) -> None:
    """Show the article of this *number* in place of the other versions of it.

    Where it is what a feed has of a page that was read, that page stays the one that is shown.
    """
    others = database.execute(_OTHERS, (identity, number)).fetchall() if identity else []
    if not others:
        return
    (of_feed,) = database.execute("select of_feed from article where id = ?", (number,)).fetchone()
    page = next(
        (beneath or id_ for id_, other_of_feed, beneath in reversed(others) if not other_of_feed), None
    )
    if of_feed and page is not None:
        database.execute("update article set beneath = ? where id = ?", (page, number))
        return
    values = {"id": number, "identity": identity}
    database.execute(_STAR, values)
    database.execute(_COVER, values)


def _article(row: tuple[object, ...]) -> Article:
    text, uri, title, byline, site, published, language, headings, blocks, media = cast(Any, row)
    return Article(
        text,
        uri,
        title,
        byline,
        site,
        published,
        language,
        headings_from_json(json.loads(headings) if headings else None),
        blocks_from_json(json.loads(blocks or "[]")),
        media_from_json(json.loads(media or "[]")),
    )


def _blocks(article: Article) -> str | None:
    return json.dumps(blocks_to_json(article.blocks)) if article.blocks else None


def _media(article: Article) -> str | None:
    return json.dumps(media_to_json(article.media)) if article.media else None
