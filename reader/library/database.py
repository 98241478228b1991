"""The file itself: opened, brought up to date, written to in short transactions. sqlite3 errors never leak."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from reader.document.identity import identity_of
from reader.errors import LibraryError
from reader.library.schema import STEPS

BUSY_SECONDS = 5.0
_PAGE_BYTES = 16_384
Clock = Callable[[], float]


class Database:
    """One file that several newsreaders may have open. A write is on disk when its method returns.

    Safe to use from several threads. Raises LibraryError.
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

    def integrity(self) -> str:
        """What SQLite's own check says: `ok`, or the first damage."""
        with self._lock, self._errors():
            return str(self._database.execute("pragma quick_check(1)").fetchone()[0])

    def _rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        with self._lock, self._errors():
            return self._database.execute(query, values).fetchall()

    def _prepare(self) -> None:
        self._database.create_function("identity_of", 1, identity_of, deterministic=True)
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
                if self._database.in_transaction:  # a full disk has ended it already
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
