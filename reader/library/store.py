"""Reading and writing the library. Each call is one short transaction; sqlite3 errors never leak."""

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

from reader.document.article import Article
from reader.document.codec import (
    blocks_from_json,
    blocks_to_json,
    headings_from_json,
    headings_to_json,
    media_from_json,
    media_to_json,
)
from reader.document.note import Note, Status
from reader.document.span import Span
from reader.errors import LibraryError
from reader.library.schema import STEPS

_ARTICLES = (
    "select text, uri, title, byline, site, published, language, headings, blocks, media from article "
)
BUSY_SECONDS = 5.0
_PAGE_BYTES = 16_384
Clock = Callable[[], float]


class Saved(NamedTuple):
    """A summary that was written: its article, the digest of the file, and what was made before the reader's edits."""

    article: str
    digest: str
    content: str


class Library:
    """The articles and notes of one user, in one file that several newsreaders may have open.

    A write is on disk when its method returns. Safe to use from several threads. Raises LibraryError.
    """

    def __init__(self, path: Path | str, *, clock: Clock = time.time) -> None:
        """Open or make the file at *path* (`:memory:` for none). Raises LibraryError."""
        self.path = str(path)
        self._clock = clock
        self._lock = threading.RLock()
        with self._errors():
            if self.path != ":memory:":
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(
                self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._prepare()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        with self._lock, self._errors():
            self._database.close()

    def keep(self, article: Article) -> None:
        """Put *article* in, or, where its text is known, note that it was opened again."""
        marked = headings_to_json(article.headings)
        headings = None if marked is None else json.dumps(marked)
        about = (article.title, article.byline, article.site, article.published, article.language)
        more = (json.dumps(blocks_to_json(article.blocks)), json.dumps(media_to_json(article.media)))
        row = (article.sha256, article.uri, *about, headings, article.text, self._clock(), *more)
        with self._transaction() as database:
            database.execute(
                "insert into article values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                " on conflict (sha256) do update set opened_at = excluded.opened_at, uri = excluded.uri,"
                " blocks = excluded.blocks, media = excluded.media",
                row,
            )

    def article(self, sha256: str) -> Article | None:
        """The article whose text has this digest."""
        return next(iter(self._articles("where sha256 = ?", sha256)), None)

    def recent(self, most: int = 100) -> list[Article]:
        """The articles opened last, the latest first."""
        return list(self._articles("order by opened_at desc, rowid desc limit ?", most))

    def add_note(
        self,
        article: Article,
        span: Span,
        body: str,
        *,
        status: Status = "unchecked",
        tags: tuple[str, ...] = (),
    ) -> Note:
        """Write a note on the passage *span* of *article*."""
        self._known(article)
        quoted, now = span.text(article.text), self._clock()
        values = (article.sha256, *span, quoted, body, json.dumps(tags), status, now, now)
        with self._transaction() as database:
            cursor = database.execute(
                "insert into note (article, start, end, quoted, body, tags, status, created_at, changed_at)"
                " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )
        return Note(int(cursor.lastrowid or 0), article.sha256, span, quoted, body, tags, status)

    def change_note(self, note: Note, body: str) -> None:
        """Give *note* another text; a text without a word removes it."""
        with self._transaction() as database:
            if body.strip():
                change = "update note set body = ?, changed_at = ? where id = ?"
                database.execute(change, (body, self._clock(), note.id))
            else:
                database.execute("delete from note where id = ?", (note.id,))

    def notes(self, sha256: str) -> list[Note]:
        """The notes on one article, in the order of its text."""
        with self._lock, self._errors():
            rows = self._database.execute(
                "select id, article, start, end, quoted, body, tags, status from note"
                " where article = ? order by start, end, id",
                (sha256,),
            ).fetchall()
        return [
            Note(id_, article, Span(start, end), quoted, body, tuple(json.loads(tags)), status)
            for id_, article, start, end, quoted, body, tags, status in rows
        ]

    def saved(self, path: Path) -> Saved | None:
        """What was last written to *path* by a save."""
        with self._lock, self._errors():
            query = "select article, digest, content from saved where path = ?"
            row = self._database.execute(query, (str(path),)).fetchone()
        return Saved(*row) if row else None

    def remember_saved(self, path: Path, article: Article, digest: str, content: str) -> None:
        """Note that a summary of *article* was written to *path*: the file's *digest*, and the *content* as made."""
        self._known(article)
        with self._transaction() as database:
            database.execute(
                "insert or replace into saved values (?, ?, ?, ?)",
                (str(path), article.sha256, digest, content),
            )

    def integrity(self) -> str:
        """What SQLite's own check says: `ok`, or the first damage."""
        with self._lock, self._errors():
            return str(self._database.execute("pragma quick_check(1)").fetchone()[0])

    def _known(self, article: Article) -> None:
        if self.article(article.sha256) is None:
            self.keep(article)

    def _articles(self, clause: str, *values: object) -> Iterator[Article]:
        # The clause is one of the constants above; values are always bound.
        with self._lock, self._errors():
            rows = self._database.execute(_ARTICLES + clause, values).fetchall()
        for text, uri, title, byline, site, published, language, headings, blocks, media in rows:
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

    def _prepare(self) -> None:
        self._database.execute(f"pragma page_size = {_PAGE_BYTES}")
        self._write_ahead()
        self._database.execute("pragma synchronous = full")
        self._database.execute("pragma foreign_keys = on")
        version = self._version()
        if version > len(STEPS):
            raise LibraryError(
                f"the library {self.path} was written by a newer newsreader (version {version} of its"
                " database); install that newsreader to open it"
            )
        for number in range(version, len(STEPS)):
            self._migrate(number)

    def _write_ahead(self) -> None:
        """Turn on the write-ahead log; SQLite does not wait by itself while another is doing the same."""
        deadline = time.monotonic() + BUSY_SECONDS
        while True:
            try:
                self._database.execute("pragma journal_mode = wal")
            except sqlite3.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
            else:
                return

    def _migrate(self, number: int) -> None:
        """Take step *number*, unless another newsreader has just taken it."""
        self._database.execute("begin immediate")
        try:
            if self._version() == number:
                for statement in STEPS[number].split(";\n"):
                    if statement.strip():
                        self._database.execute(statement)
                self._database.execute(f"pragma user_version = {number + 1}")
            self._database.execute("commit")
        except sqlite3.Error:
            self._database.execute("rollback")
            raise

    def _version(self) -> int:
        return int(self._database.execute("pragma user_version").fetchone()[0])

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._errors():
            self._database.execute("begin immediate")
            try:
                yield self._database
                self._database.execute("commit")
            except BaseException:
                self._database.execute("rollback")
                raise

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise LibraryError(
                f"the library {self.path} cannot be used: {error}; `newsreader doctor` tells more"
            ) from error
