"""The front matter of a saved summary, read as every YAML reader reads it, or not at all."""

import json
import re
from dataclasses import dataclass, field
from typing import NamedTuple

_DOUBLE = r'"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9A-Fa-f]{4})*+"'
_SINGLE = r"'(?:[^']|'')*'"
_PLAIN = r"(?![\s&*!|>%@`?:,#\-\[\]{}\"'])(?:(?! #|: |:$)[^\[\],{}])++"
"""A word without marks; the text after ` #` is a comment, and `: ` makes a mapping of it."""
_SCALAR = re.compile(rf"(?:{_DOUBLE}|{_SINGLE}|(?![&*!|>%@`?:,#\[\]{{}}\"']|- )(?:(?! #|: |:$).)+)")
_END = re.compile(r"[ \t]*(?:#[^<]*)?\Z")
_KEY = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9_-]*):(?:[ \t]+(?P<value>.*))?\Z")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)\Z")
_LIST = re.compile(rf"\[[ \t]*(?:(?:{_DOUBLE}|{_SINGLE}|{_PLAIN})[ \t]*(?:,[ \t]*|(?=\])))*\]")
_LONGEST = 20_000
"""Characters of a line that is read."""
_FENCE = re.compile(r"---[ \t]*\Z")
_ITEM = re.compile(rf"{_DOUBLE}|{_SINGLE}|{_PLAIN}")


class Value(NamedTuple):
    """What stands behind a key: a word or several, and on which line (from one)."""

    line: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """The values by their keys, the lines that can be read in two ways, and the rest of the file, from `first` on."""

    values: dict[str, Value] = field(default_factory=dict)
    unread: tuple[tuple[int, str], ...] = ()
    body: str = ""
    first: int = 1

    def one(self, key: str) -> str:
        """The value of *key*; empty where there is none."""
        found = self.values.get(key)
        return found.words[0] if found and len(found.words) == 1 else ""


def read(text: str) -> Front | None:
    """The front matter of a file, which begins with its first line; None for a file without.

    A key that stands twice or in marks, an anchor, a mapping within, a tag of HTML in a comment: nothing of that kind
    is guessed at, it is `unread`.
    """
    lines = re.sub(r"\r\n?", "\n", text.removeprefix("\ufeff")).split("\n")
    if not _FENCE.match(lines[0]):
        return None
    end = next((at for at, line in enumerate(lines[1:], 1) if _FENCE.match(line)), 0)
    if not end:
        return None
    values: dict[str, tuple[int, list[str]]] = {}
    unread: list[tuple[int, str]] = []
    key = ""
    for number, line in enumerate(lines[1:end], 2):
        if len(line) > _LONGEST:
            unread.append((number, f"{line[:80]}…"))
            continue
        if _END.match(line):
            continue
        entry, named = _ENTRY.match(line), _KEY.match(line)
        words = _words((entry or named or {"value": None})["value"] or "")
        if words is None or not (entry or named) or (entry and (not key or len(words) != 1)):
            unread.append((number, line))
        elif entry:
            values[key][1].extend(words)
        elif named:
            name = named["key"]
            if name in values:
                unread.append((number, line))
                continue
            values[name] = (number, [*words])
            key = "" if (named["value"] or "").strip() else name
    found = {name: Value(line, tuple(words)) for name, (line, words) in values.items()}
    return Front(found, tuple(unread), "\n".join(lines[end + 1 :]), end + 2)


def _words(written: str) -> tuple[str, ...] | None:
    """The words of a value: none for an empty one, several for a list; None for what cannot be read for sure."""
    if _END.match(written):
        return ()
    several = _LIST.match(written)
    if several and _END.match(written[several.end() :]):
        return tuple(_unquoted(each) for each in _ITEM.findall(several[0][1:-1]) if each.strip())
    one = _SCALAR.match(written)
    if one and _END.match(written[one.end() :]):
        return (_unquoted(one[0]),)
    return None


def _unquoted(written: str) -> str:
    if written.startswith('"'):
        return str(json.loads(written, strict=False))
    if written.startswith("'"):
        return written[1:-1].replace("''", "'")
    return written.strip()
