"""The settings file as it is read: a wrong line is said, with its number, and changes nothing."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from reader import files
from reader.errors import SourceError
from reader.preferences.keymap import keymap
from reader.preferences.settings import BY_NAME, Preferences

BIND = "bind"
"""The table of keys of the reader's own."""
MOST_BYTES = 100_000
"""Of the file: all settings and keys with their comments take a fifth."""
MOST_LINE = 1_000
"""Characters of a line."""
MOST_PROBLEMS = 20
"""That are said: a file with more is no settings file."""
MOST_KEYS = 1_000
_LONGEST = 200
"""Characters of a name or value that are shown."""


class Problem(NamedTuple):
    """A line of the file that cannot be taken, and why."""

    line: int
    reason: str


def parsed(text: str) -> tuple[Preferences, list[Problem]]:
    """The settings in a file's *text*, and what is wrong with it; what is wrong is as if it were not there."""
    import tomllib

    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > MOST_LINE:  # tomllib takes the square of the parts of a dotted key
            return Preferences(), [Problem(number, f"this line has more than {MOST_LINE:,} characters")]
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        found = re.search(r"line (?P<line>\d+)", str(error))
        return Preferences(), [
            Problem(int(found["line"]) if found else 1, f"this is not TOML: {_cut(str(error))}")
        ]
    bound = data.pop(BIND, {})
    kept = {
        name: value for name, value in data.items() if name in BY_NAME and not BY_NAME[name].refusal(value)
    }
    refused = islice((each for each in data.items() if each[0] not in kept), MOST_PROBLEMS)
    problems = [Problem(_line(text, name), _refusal(name, value)) for name, value in refused]
    if not isinstance(bound, dict):
        return Preferences(**kept), [*problems, Problem(_line(text, BIND), "[bind] is a table: action = key")]
    keys, wrong = keymap(kept.get("keys", "default"), dict(islice(_flat(bound), MOST_KEYS)))
    problems += [
        Problem(_bound_line(text, name), _cut(f"{name}: {reason}")) for name, reason in wrong[:MOST_PROBLEMS]
    ]
    return Preferences(**kept, keymap=keys), sorted(problems)[:MOST_PROBLEMS]


def _flat(table: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The entries of a table and of those in it, with dotted names: `next.quote` may be written bare."""
    for name, value in table.items():
        if not isinstance(value, dict):
            yield name, value
            continue
        for inner, each in value.items():
            yield f"{name}.{inner}", each


def _refusal(name: str, value: object) -> str:
    """Why a setting cannot be taken, in words."""
    import difflib

    known = BY_NAME.get(name)
    if known is None:
        near = difflib.get_close_matches(_cut(name), [*BY_NAME, BIND], 1, 0.5)
        hint = f"; did you mean {near[0]}?" if near else f"; there are {', '.join(BY_NAME)}, [{BIND}]"
        return f"there is no setting {_cut(name)}{hint}"
    near = difflib.get_close_matches(_cut(str(value)), known.among, 1, 0.5) if isinstance(value, str) else []
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"{name} {known.refusal(value)}, not {_shown(value)}{hint}"


def _shown(value: object) -> str:
    """A value as the file has it, or what sort it is, where that would be long."""
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    try:
        return _cut(repr(value))
    except ValueError:
        return "a number of thousands of digits"


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def _line(text: str, name: str, after: int = 0) -> int:
    """The number of the line behind *after* that sets *name*, or opens the table of that name; else 1."""
    pattern = re.compile(rf"(?:\[+\s*)?[\"']?{re.escape(name)}[\"']?\s*[\]=.]")
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if number > after and pattern.match(line.lstrip())), 1)


def _bound_line(text: str, name: str) -> int:
    """The line of an entry of the table of keys, whole or by the last part of its name."""
    table = _line(text, BIND)
    found = (_line(text, each, table) for each in (name, name.rpartition(".")[2], f"{BIND}.{name}"))
    return next((line for line in found if line > 1), table)


def read(path: Path) -> tuple[Preferences, list[Problem]]:
    """The settings in the file at *path*; the usual ones where there is none."""
    try:
        return parsed(files.decoded(path, files.existing(path, MOST_BYTES) or b""))
    except SourceError as error:
        return Preferences(), [Problem(1, error.reason)]
