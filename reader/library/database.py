"""The file itself: opened, brought up to date, written to in short transactions. sqlite3 errors never leak."""

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from reader.document.identity import identity_of
from reader.document.moments import second_of
from reader.library.migration import bring_up_to_date, damage_of
from reader.library.trouble import trouble
from reader.private import make_file, make_folder, tighten

BUSY_SECONDS = 5.0
_PAGE_BYTES = 16_384
Clock = Callable[[], float]


class Database:
    """One file that several newsreaders may have open. A write is on disk when its method returns.

    Safe to use from several threads. Raises LibraryError.
    """

    def __init__(self, path: Path | str, *, clock: Clock = time.time, patience: float | None = None) -> None:
        """Open or make the file at *path* (`:memory:` for none). Raises LibraryError.

        *patience*: seconds that a write waits for another program, once the file is open; BUSY_SECONDS if None.
        """
        self.path = str(path)
        self.clock = clock
        self._lock = threading.RLock()
        with self._errors():
            sealed = _sealed(Path(path)) if self.path != ":memory:" else ""
            if self.path != ":memory:" and not sealed:
                _make_private(Path(path))
            self._database = sqlite3.connect(
                sealed or self.path,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                uri=bool(sealed),
            )
            try:
                self._prepare(is_sealed=bool(sealed))
                if patience is not None:
                    self.be_patient(patience)
            except BaseException:
                self._database.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def be_patient(self, seconds: float) -> None:
        """Wait so long for another program before a write raises LibraryBusyError."""
        with self._lock, self._errors():
            self._database.execute(f"pragma busy_timeout = {int(1000 * seconds)}")

    @contextmanager
    def apart(self) -> Iterator[Self]:
        """The same library for another thread, with all the patience that there is: neither holds the other up."""
        if self.path == ":memory:":
            yield self
            return
        with type(self)(self.path, clock=self.clock) as other:
            yield other

    def close(self) -> None:
        """Close the file."""
        with self._lock, self._errors():
            self._database.close()

    def integrity(self) -> str:
        """What SQLite's own check says: `ok`, or the first damage."""
        with self.connection() as database:
            return damage_of(database) or "ok"

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """All rows that *query* gives; it is one of the constants of this package, *values* are bound."""
        with self._lock, self._errors():
            return self._database.execute(query, values).fetchall()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, on disk when the block ends; nothing of it where the block raises.

        Within another one it is a part of that.
        """
        with self._lock, self._errors():
            if self._database.in_transaction:
                yield self._database
                return
            self._database.execute("begin immediate")
            try:
                yield self._database
                self._database.execute("commit")
            except BaseException:
                if self._database.in_transaction:  # a full disk has ended it already
                    self._database.execute("rollback")
                raise

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """The connection itself, for what is no transaction: checks and copies."""
        with self._lock, self._errors():
            yield self._database

    def _prepare(self, *, is_sealed: bool) -> None:
        self._database.create_function("identity_of", 1, identity_of, deterministic=True)
        self._database.create_function("second_of", 2, second_of, deterministic=True)
        if not is_sealed:
            self._database.execute(f"pragma page_size = {_PAGE_BYTES}")
            self._write_ahead()
            self._database.execute("pragma synchronous = full")
        self._database.execute("pragma recursive_triggers = on")  # what is replaced leaves the search, too
        bring_up_to_date(self._database, self.path)
        self._database.execute("pragma foreign_keys = on")

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

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise trouble(self.path, error) from error


def _sealed(path: Path) -> str:
    """The address by which SQLite only reads the file, where its folder cannot be written to; otherwise empty.

    What another computer's newsreader left in a log is read where SQLite can, and never passed over.
    """
    real = Path(os.path.realpath(path))
    if not real.is_file() or os.access(real.parent, os.W_OK):
        return ""
    log = real.with_name(f"{real.name}-wal")
    whole = "" if log.exists() and log.stat().st_size else "&immutable=1"
    return f"{real.as_uri()}?mode=ro{whole}"


def _make_private(path: Path) -> None:
    """Have the file and its logs be readable by their owner alone; SQLite gives new logs the file's mode."""
    make_folder(path.parent)
    real = Path(os.path.realpath(path))  # a link may lead to one that is yet to be made
    make_file(real)
    for log in ("-wal", "-shm", "-journal"):
        tighten(real.with_name(real.name + log))
