"""Whether the file is sound: what SQLite's own checks find, less what they are known to imagine.

`quick_check` of some versions (3.40, the one of Debian 12) looks into the wrong column of a table without row numbers
whose key has another order than its columns, and finds NULL where there is none.
"""

import re
import sqlite3

_MOST = 100
_OF_NULL = re.compile(r"NULL value in (?P<table>\w+)\.(?P<column>\w+)")
_ROW_OF_NULL = 'select 1 from "{table}" where typeof("{column}") = \'null\' limit 1'


def damages(database: sqlite3.Connection, *, thorough: bool = False) -> list[str]:
    """What is wrong with the file, a hundred complaints at most; *thorough*: indexes are compared with their tables.

    Raises sqlite3.Error where the file cannot be read that far.
    """
    found, is_misled = _found(database, "integrity_check" if thorough else "quick_check")
    if found or not is_misled or thorough:
        return found
    # What was imagined may have crowded out what is real.
    return _found(database, "integrity_check")[0]


def _found(database: sqlite3.Connection, check: str) -> tuple[list[str], bool]:
    """The complaints of a check that are true, and whether there were others."""
    rows = [str(row) for (row,) in database.execute(f"pragma {check}({_MOST})").fetchall()]
    said = [] if rows == ["ok"] else rows
    true = [row for row in said if not _is_imagined(database, row)]
    return true, len(true) < len(said)


def _is_imagined(database: sqlite3.Connection, complaint: str) -> bool:
    """Whether a check complains of a NULL that is not there.

    `is null` would not do: SQLite takes a column's word for it that it holds none.
    """
    match = _OF_NULL.fullmatch(complaint)
    if match is None:
        return False
    return database.execute(_ROW_OF_NULL.format(**match.groupdict())).fetchone() is None
