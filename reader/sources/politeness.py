"""One request at a time to each host, whichever newsreader on this machine makes it."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reader.private import make_file, make_folder

PATIENCE = 30.0
"""Seconds that a request waits for its turn; then it goes ahead."""


@contextmanager
def turn(folder: Path, host: str, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the turn for *host* until the block ends. The lock is SQLite's: it ends with the process that holds it.

    Where *folder* cannot be written, nobody waits.
    """
    try:
        make_folder(folder)
        name = hashlib.sha256(host.lower().encode("utf-8", "surrogatepass")).hexdigest()[:16]
        file = folder / f"host-{name}.lock"
        make_file(file)
        lock = sqlite3.connect(file, timeout=patience, isolation_level=None)
    except (OSError, sqlite3.Error):
        yield
        return
    with closing(lock):
        try:
            lock.execute("begin exclusive")
        except sqlite3.Error:
            yield
            return
        try:
            yield
        finally:
            lock.execute("rollback")
