"""A library of an older newsreader is brought up to date: looked through, copied aside, then changed step by step."""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from reader.errors import LibraryError
from reader.library.soundness import damages
from reader.library.steps import statements, steps
from reader.private import make_file


def version_of(database: sqlite3.Connection) -> int:
    """How many steps the file has taken."""
    return int(database.execute("pragma user_version").fetchone()[0])


def bring_up_to_date(database: sqlite3.Connection, path: str) -> None:
    """Take the steps that are missing in the file at *path*; a copy of it as it was is kept beside it.

    Raises LibraryError for a file of a newer newsreader and for a damaged one, which stay as they are, and
    sqlite3.Error and OSError.
    """
    version = version_of(database)
    if version > len(steps()):
        raise LibraryError(
            f"the library {path} was written by a newer newsreader (version {version} of its"
            " database); install that newsreader to open it"
        )
    if version == len(steps()):
        return
    if version and path != ":memory:":
        damage = damage_of(database)
        if damage:
            raise LibraryError(
                f"the library {path} is damaged ({damage}) and was left as it is; put a backup in its place, or"
                " save what can be read with `newsreader library export`"
            )
        copy(database, kept_copy(Path(path), version))
    missing = range(version, len(steps()))
    for numbers in [[number] for number in missing] if version else [missing]:
        _take(database, numbers)


def damage_of(database: sqlite3.Connection) -> str:
    """The first damage in the file; empty for none."""
    return next(iter(damages(database)), "")


def kept_copy(path: Path, version: int) -> Path:
    """Where the copy of a library as it was at *version* is kept."""
    return path.with_name(f"{path.stem}.version-{version}{path.suffix}")


def copy(database: sqlite3.Connection, target: Path) -> None:
    """Write a whole copy of *database* to *target*, which is there complete or not at all. Raises LibraryError."""
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        make_file(part)
        with closing(sqlite3.connect(part, isolation_level=None)) as other:
            database.backup(other)
            other.execute("pragma journal_mode = delete")
        part.replace(target)
    except (
        sqlite3.OperationalError,
        OSError,
        ValueError,
    ) as error:  # ValueError: a name that no file can have
        raise LibraryError(f"no copy could be written to {target}: {error}") from error
    finally:
        with suppress(OSError, ValueError):
            part.unlink(missing_ok=True)


def _take(database: sqlite3.Connection, numbers: Iterable[int]) -> None:
    """Take the steps of these *numbers* at once, but for those that another newsreader has just taken.

    A new library takes all of them so: each time that the disk is waited for is one that the reader waits for.
    """
    database.execute("begin immediate")
    try:
        for number in numbers:
            if version_of(database) == number:
                for statement in statements(steps()[number]):
                    database.execute(statement)
                broken = database.execute("pragma foreign_key_check").fetchone()
                if broken:
                    raise sqlite3.IntegrityError(f"a row of {broken[0]} names something that is not there")
                database.execute(f"pragma user_version = {number + 1}")
        database.execute("commit")
    except sqlite3.Error:
        if database.in_transaction:
            database.execute("rollback")
        raise
