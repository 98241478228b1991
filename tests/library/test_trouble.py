"""What SQLite says of a file is said in words that one can act on."""

import sqlite3

import pytest

from reader.errors import LibraryBusyError
from reader.library.trouble import trouble


def error(code: int, words: str) -> sqlite3.OperationalError:
    found = sqlite3.OperationalError(words)
    found.sqlite_errorcode = code
    return found


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_FULL, "the disk is full"),
        (sqlite3.SQLITE_READONLY, "check the permissions"),
        (sqlite3.SQLITE_READONLY | 8 << 8, "check the permissions"),
        (sqlite3.SQLITE_CANTOPEN, "check the permissions"),
        (sqlite3.SQLITE_IOERR | 3 << 8, "the disk could not be read"),
        (sqlite3.SQLITE_NOTADB, "put a backup in its place"),
    ],
)
def test_a_file_that_cannot_be_used(code: int, said: str) -> None:
    found = trouble("/a/library.sqlite3", error(code, "SQLite's own words"))
    assert str(found).startswith("the library /a/library.sqlite3 cannot be used: ")
    assert said in str(found)
    assert "own words" not in str(found)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY | 2 << 8, sqlite3.SQLITE_LOCKED])
def test_a_file_that_another_program_writes_to_is_worth_waiting_for(code: int) -> None:
    assert isinstance(trouble("/a", error(code, "database is locked")), LibraryBusyError)


def test_what_the_system_says_is_passed_on() -> None:
    assert "Read-only file system (`newsreader" in str(
        trouble("/a", OSError(30, "Read-only file system", "/a"))
    )
