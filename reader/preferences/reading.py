"""The settings file as it is read: a wrong line is said, with its number, and changes nothing."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from reader.preferences.keymap import keymap
from reader.preferences.settings import BY_NAME, Preferences

BIND = "bind"
"""The table of keys of the reader's own."""


class Problem(NamedTuple):
    """A line of the file that cannot be taken, and why."""

    line: int
    reason: str


def parsed(text: str) -> tuple[Preferences, list[Problem]]:
    """The settings in a file's *text*, and what is wrong with it; what is wrong is as if it were not there."""
    import tomllib

    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"line (?P<line>\d+)", str(error))
        return Preferences(), [Problem(int(found["line"]) if found else 1, f"this is not TOML: {error}")]
    bound = data.pop(BIND, {})
    problems = [problem for name, value in data.items() if (problem := _problem(text, name, value))]
    wrong = {problem.line for problem in problems}
    kept = {name: value for name, value in data.items() if name in BY_NAME and _line(text, name) not in wrong}
    if not isinstance(bound, dict):
        return Preferences(**kept), [*problems, Problem(_line(text, BIND), "[bind] is a table: action = key")]
    keys, refused = keymap(kept.get("keys", "default"), dict(_flat(bound)))
    problems += [Problem(_bound_line(text, name), f"{name}: {reason}") for name, reason in refused]
    return Preferences(**kept, keymap=keys), sorted(problems)


def _flat(table: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """The entries of a table and of those in it, with dotted names: `next.quote` may be written bare."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _problem(text: str, name: str, value: object) -> Problem | None:
    import difflib

    known = BY_NAME.get(name)
    if known is None:
        near = difflib.get_close_matches(name, [*BY_NAME, BIND], 1, 0.5)
        hint = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(BY_NAME)}, [{BIND}]"
        return Problem(_line(text, name), f"there is no setting {name}{hint}")
    refusal = known.refusal(value)
    if refusal is None:
        return None
    near = difflib.get_close_matches(str(value), known.among, 1, 0.5)
    hint = f"; did you mean {near[0]}?" if near else ""
    return Problem(_line(text, name), f"{name} {refusal}, not {value!r}{hint}")


def _line(text: str, name: str, after: int = 0) -> int:
    """The number of the line behind *after* that sets *name*, or opens the table of that name; else 1."""
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(name)}[\"']?\s*[\]=.]")
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if number > after and pattern.match(line)), 1)


def _bound_line(text: str, name: str) -> int:
    """The line of an entry of the table of keys, whole or by the last part of its name."""
    table = _line(text, BIND)
    found = (_line(text, each, table) for each in (name, name.rpartition(".")[2], f"{BIND}.{name}"))
    return next((line for line in found if line > 1), table)


def read(path: Path) -> tuple[Preferences, list[Problem]]:
    """The settings in the file at *path*; the usual ones where there is none."""
    try:
        return parsed(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Preferences(), []
    except (OSError, UnicodeError) as error:
        return Preferences(), [Problem(1, f"it cannot be read: {error}")]
