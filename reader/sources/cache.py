"""Pages that were fetched before, with what asks a server whether they have changed (conditional GET, RFC 9110).

Every page is asked for again each time: none is shown from here without the server's word, but where there is no
server to be had. A library was looked at (hishel): it stores answers before our caps on size and decompression see
them, and knows freshness rules that a reader who opens a page does not want.
"""

import sqlite3
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.document.origin import Origin
from reader.private import make_file, make_folder
from reader.sources.decoding import MAX_DECODED

MOST_PAGES = 300
MOST_BYTES = 64_000_000
_LAST = 2.0**40
"""Seconds since 1970 after which no page came."""
_SCHEMA = """
create table if not exists page (
    asked text primary key, url text not null, media_type text not null, encoding text, etag text, modified text,
    fetched real not null, used real not null, data blob not null
)
"""


@dataclass(frozen=True, slots=True)
class Page:
    """One answer: the address that gave it after redirects, its type, declared encoding and bytes.

    `etag` and `modified` are its validators; `fetched` is when it came, in seconds since 1970, 0 for now;
    `is_old`: no server could be asked whether it has changed; `is_private`: it came from a private network just now.
    """

    url: str
    media_type: str
    encoding: str | None
    data: bytes
    etag: str | None = None
    modified: str | None = None
    fetched: float = 0.0
    is_old: bool = False
    is_private: bool = False

    @property
    def leads(self) -> Origin:
        """As whose word its links count: what a private page names may be private, too."""
        return Origin.TYPED if self.is_private else Origin.FOUND


class PageCache:
    """Pages by the address that was asked for; a file that cannot be used keeps nothing and says nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def get(self, url: str) -> Page | None:
        """The page that *url* gave last."""
        try:
            with self._open() as database:
                row = database.execute(
                    "select url, media_type, encoding, data, etag, modified, fetched from page where asked = ?",
                    (url,),
                ).fetchone()
                database.execute("update page set used = ? where asked = ?", (time.time(), url))
            return _page(*row) if row else None
        except (OSError, sqlite3.Error, zlib.error, TypeError, ValueError):
            return None

    def put(self, url: str, page: Page) -> None:
        """Keep a page; those that were used longest ago go when there are too many."""
        now = time.time()
        row = (url, page.url, page.media_type, page.encoding, page.etag, page.modified, now, now)
        try:
            with self._open() as database:
                database.execute(
                    "insert or replace into page values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (*row, zlib.compress(page.data)),
                )
                self._prune(database)
        except (OSError, sqlite3.Error):
            return

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        make_folder(self.path.parent)
        make_file(self.path)
        with closing(sqlite3.connect(self.path, timeout=2.0)) as database, database:
            database.execute(_SCHEMA)
            yield database

    def _prune(self, database: sqlite3.Connection) -> None:
        size = 0
        rows = database.execute(
            "select asked, length(data) from page order by used desc, rowid desc"
        ).fetchall()
        for kept, (asked, length) in enumerate(rows, 1):
            size += length
            if kept > MOST_PAGES or (size > MOST_BYTES and kept > 1):
                database.execute("delete from page where asked = ?", (asked,))


def _page(*row: object) -> Page:
    """A page as it is kept. Raises TypeError, ValueError and zlib.error for a damaged row."""
    url, media_type, encoding, data, etag, modified, fetched = row
    if not isinstance(url, str) or not isinstance(media_type, str) or not isinstance(data, bytes):
        raise TypeError("a page is an address, a type and bytes")
    if not isinstance(fetched, float) or not 0 <= fetched < _LAST:
        raise ValueError("it came at no time that there is")
    whole = zlib.decompressobj().decompress(data, MAX_DECODED)
    return Page(url, media_type, _words(encoding), whole, _words(etag), _words(modified), fetched)


def _words(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError("this is no text")
    return value
