"""Articles in the library, and the summaries that were saved of them."""

import json
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
from reader.library.database import Database

_ARTICLES = (
    "select text, uri, title, byline, site, published, language, headings, blocks, media from article "
)


class Saved(NamedTuple):
    """A summary that was written: its article, the digest of the file, and what was made before the reader's edits."""

    article: str
    digest: str
    content: str
    template: str


class Articles(Database):
    """The articles that were opened."""

    def keep(self, article: Article) -> None:
        """Put *article* in, or, where its text is known, note that it was opened again."""
        marked = headings_to_json(article.headings)
        headings = None if marked is None else json.dumps(marked)
        about = (article.title, article.byline, article.site, article.published, article.language)
        more = (json.dumps(blocks_to_json(article.blocks)), json.dumps(media_to_json(article.media)))
        row = (article.sha256, article.uri, *about, headings, article.text, self._clock(), *more)
        with self._transaction() as database:
            database.execute(
                "insert into article values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " on conflict (sha256) do update set opened_at = excluded.opened_at, uri = excluded.uri,"
                " blocks = excluded.blocks, media = excluded.media, identity = excluded.identity",
                (*row, article.identity),
            )

    def article(self, sha256: str) -> Article | None:
        """The article whose text has this digest."""
        return next(iter(self._articles("where sha256 = ?", sha256)), None)

    def about(self, identity: str, title: str) -> Article | None:
        """The version that was opened last of the article with this *identity*, or, without one, of this *title*."""
        order = "order by opened_at desc limit 1"
        if identity:
            return next(iter(self._articles(f"where identity = ? {order}", identity)), None)
        return next(iter(self._articles(f"where title = ? {order}", title)), None) if title else None

    def recent(self, most: int = 100) -> list[Article]:
        """The articles opened last, the latest first."""
        return list(self._articles("order by opened_at desc, rowid desc limit ?", most))

    def saved(self, path: Path) -> Saved | None:
        """What was last written to *path* by a save."""
        rows = self._rows("select article, digest, content, template from saved where path = ?", str(path))
        return Saved(*cast(tuple[str, str, str, str], rows[0])) if rows else None

    def saved_paths(self, article: Article) -> list[Path]:
        """The files to which summaries of *article*, in any version, were written, the latest first."""
        query = (
            "select path from saved join article on sha256 = saved.article"
            " where sha256 = ? or (identity = ? and identity != '') order by saved.rowid desc"
        )
        return [Path(str(path)) for (path,) in self._rows(query, article.sha256, article.identity)]

    def remember_saved(
        self, path: Path, article: Article, digest: str, content: str, template: str = ""
    ) -> None:
        """Note that a summary of *article* was written to *path*.

        The file's *digest*, the *content* as it was made, and by which *template*.
        """
        self._known(article)
        with self._transaction() as database:
            database.execute(
                "insert or replace into saved values (?, ?, ?, ?, ?)",
                (str(path), article.sha256, digest, content, template),
            )

    def _known(self, article: Article) -> None:
        if not self._rows("select 1 from article where sha256 = ?", article.sha256):
            self.keep(article)

    def _articles(self, clause: str, *values: object) -> Iterator[Article]:
        # The clause is one of the constants above; values are always bound.
        for row in self._rows(_ARTICLES + clause, *values):
            text, uri, title, byline, site, published, language, headings, blocks, media = cast(Any, row)
            yield Article(
                text,
                uri,
                title,
                byline,
                site,
                published,
                language,
                headings_from_json(json.loads(headings) if headings else None),
                blocks_from_json(json.loads(blocks)),
                media_from_json(json.loads(media)),
            )
