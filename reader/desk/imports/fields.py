"""What stands in a field of somebody else's export, whatever type it has there."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

from reader.desk.imports.highlight import Highlight
from reader.document.admission import LONGEST_ADDRESS
from reader.document.identity import identity_of
from reader.sanitise import admitted

Row = TypeVar("Row")
_DIGITS = 18
_SCHEME = re.compile(r"\s*(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_KINDS = {bool: "true or false", list: "a list", dict: "an object"}


class DamagedError(ValueError):
    """A field holds what it cannot hold; the text says which and what."""


def parsed(text: str) -> object | None:
    """The JSON in *text*; None for none. Numbers that are too long to count with are words. Raises RecursionError."""
    try:
        return cast(
            object,
            json.loads(text, parse_int=lambda digits: int(digits) if len(digits) <= _DIGITS else digits),
        )
    except ValueError:
        return None


def words(value: object, name: str) -> str:
    """The text of a field; a number is its digits, nothing is empty. Raises DamagedError."""
    if value is None:
        return ""
    if isinstance(value, str):
        return admitted(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise DamagedError(f"{name} is {_KINDS.get(type(value), 'something else')}, not text")


def rows(value: object, name: str) -> list[object]:
    """The members of a list; nothing is an empty one. Raises DamagedError."""
    if value is None:
        return []
    if isinstance(value, list):
        return value
    raise DamagedError(f"{name} is not a list")


def record(value: object, name: str) -> dict[str, Any]:
    """An object with its fields; nothing is an empty one. Raises DamagedError."""
    if value is None:
        return {}
    if isinstance(value, dict):
        return value
    raise DamagedError(f"{name} is not an object")


def identity(uri: str) -> str:
    """What versions of the page at *uri* have in common; nothing for what is no address of a page or file."""
    return "" if len(uri) > LONGEST_ADDRESS or _SCHEME.match(uri) else identity_of(uri.strip())


def gathered(
    rows: Iterable[Row], name: str, read: Callable[[Row], list[Highlight]]
) -> tuple[list[Highlight], list[str]]:
    """What *read* makes of each of *rows*, and a sentence for each that it cannot read."""
    found: list[Highlight] = []
    problems: list[str] = []
    for number, row in enumerate(rows, 1):
        try:
            found += read(row)
        except DamagedError as error:
            problems.append(f"{name} {number:,}: {error}")
        except RecursionError:
            problems.append(f"{name} {number:,}: nested too deeply")
    return found, problems
