"""The database's shape, as numbered steps: `PRAGMA user_version` says how many a file has taken."""

import sqlite3
from functools import cache
from pathlib import Path


@cache
def steps() -> tuple[Path, ...]:
    """The steps in order, a file of SQL each."""
    return tuple(sorted(Path(__file__).parent.glob("*.sql")))


@cache
def statements(step: Path) -> tuple[str, ...]:
    """The statements of a *step*, one after the other: triggers hold semicolons of their own."""
    found, statement = [], ""
    for line in step.read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            found.append(statement)
            statement = ""
    return tuple(found)
