"""Articles in the library, each text of an outlet once, and the summaries that were saved of them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

from reader.document.article import Article
from reader.document.codec import blocks_from_json, headings_from_json, media_from_json
from reader.library.database import Database
from reader.library.shelving import HANDED_ON, PAGE, blocks_of, media_of, shelve, show_one

_ARTICLES = (
    "select text, uri, title, byline, site, published, language, headings, blocks, media from article"
    " join body on body.id = body_id "
)

_VERSIONS = (
    "select came_at, text, uri, title, byline, site, published, language, headings, blocks, media from article"
    " join body on body.id = body_id where identity = ? and identity != '' and sha256 != ?"
    " and of_feed = coalesce("
    "(select of_feed from article as this where this.sha256 = ? and this.identity = ?), of_feed)"
    # What another feed has of the same page is not an earlier version of it.
    " and not (of_feed and exists (select 1 from entry where entry.article = article.id))"
    " and (of_feed = 0 or coalesce(beneath, article.id) = (select coalesce(this.beneath, this.id)"
    " from article as this where this.sha256 = ? and this.identity = ?))"
    " order by came_at desc, article.id desc"
)

_OPENED = (
    "update article set opened_at = ?1, is_read = 1, uri = iif(?2 = '', uri, ?3),"
    " identity = iif(?2 = '', identity, ?2), blocks = ?4, media = ?5 where id = ?6"
)


class Saved(NamedTuple):
    """A summary that was written: its article, the digest of the file, and what was made before the reader's edits."""

    article: str
    digest: str
    content: str
    template: str


class Articles(Database):
    """The articles that were opened, and those that came by feeds."""

    def keep(self, article: Article, *, is_handed_on: bool = False) -> int:
        """Put *article* in, or, where it is known, note that it was opened again; the answer is its number.

        A file with the text of another is that file, in another place; one that came by a pipe stays where it was.
        What another program handed on is never shown in place of what others have of its address.
        """
        now = self.clock()
        with self.writing() as database:
            (number,), _ = shelve(database, [article], now, HANDED_ON if is_handed_on else PAGE)
            database.execute(
                _OPENED, (now, article.identity, article.uri, blocks_of(article), media_of(article), number)
            )
        return number

    def shelve(self, article: Article) -> int:
        """Put a page in that nobody has opened yet; the answer is its number."""
        with self.writing() as database:
            (number,), new = shelve(database, [article], self.clock())
            if not new:  # the feed has had the whole of it
                database.execute("update article set of_feed = 0 where id = ?", (number,))
                show_one(database, number, article.identity)
        return number

    def article(self, sha256: str) -> Article | None:
        """The article whose text has this digest."""
        return next(iter(self._articles("where sha256 = ?", sha256)), None)

    def printings_of(self, sha256: str) -> list[Article]:
        """The articles whose text has this digest, each from another outlet."""
        return list(self._articles("where sha256 = ? order by article.id", sha256))

    def numbered(self, number: int) -> Article | None:
        """The article of this *number*."""
        return next(iter(self._articles("where article.id = ?", number)), None)

    def about(self, identity: str, title: str) -> Article | None:
        """The version that was opened last of the article with this *identity*, or, without one, of this *title*."""
        order = "order by opened_at desc nulls last, article.id desc limit 1"
        if identity:
            return next(iter(self._articles(f"where identity = ? {order}", identity)), None)
        return next(iter(self._articles(f"where title = ? {order}", title)), None) if title else None

    def versions(self, article: Article) -> list[tuple[float, Article]]:
        """The other versions of *article* with the time at which each came, the latest first.

        What a feed has of a page is no version of that page.
        """
        this = article.sha256, article.identity
        rows = self.rows(_VERSIONS, article.identity, article.sha256, *this, *this)
        return [(cast(float, row[0]), _article(row[1:])) for row in rows]

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
            "select path from saved where article = ?1 or article in"
            " (select sha256 from article where identity = ?2 and identity != '') order by rowid desc"
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
