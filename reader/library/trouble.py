"""What goes wrong with the file, in words that a reader of news can act on."""

import sqlite3

from reader.errors import LibraryBusyError, LibraryError

_WRITING = "another program is writing to it; try again when that has finished"
_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full; make room and try again",
    sqlite3.SQLITE_READONLY: "it may not be written; check the permissions of the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened for writing; check the permissions of the file and its folder",
    sqlite3.SQLITE_PERM: "it may not be opened; check the permissions of the file and its folder",
    sqlite3.SQLITE_IOERR: "the disk could not be read or written; it may be full or failing",
    sqlite3.SQLITE_CORRUPT: "it is damaged; put a backup in its place",
    sqlite3.SQLITE_NOTADB: "it is no library, or damaged; put a backup in its place",
}


def trouble(path: str, error: sqlite3.Error | OSError) -> LibraryError:
    """The sentence for an *error* with the library at *path*; LibraryBusyError where waiting helps."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest says in which way
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LibraryBusyError(f"the library {path} cannot be used: {_WRITING}")
    reason = _REASONS.get(code) or getattr(error, "strerror", None) or str(error)
    return LibraryError(f"the library {path} cannot be used: {reason} (`newsreader doctor` tells more)")
