"""A summary's Markdown in blocks, each with a key that says what it is about: an id, a heading, a row's range."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import count

_ID = re.compile(r" \^(?P<id>[\w-]+)\s*$")
_RANGE = re.compile(r"(?P<range>\d+–\d+)(?:, \d+–\d+)*(?: \^[\w-]+| \|)?\s*$")
SPEAKER = re.compile(r"#{3,6} ")
"""The beginning of a heading under which quotations stand."""
_BEHIND = 3
"""Lines behind a block quote in which its id may stand."""
Blocks = dict[str, list[str]]
"""Key → lines with their ends, in the order of the text; the lines of all of them are the text."""


def blocks(lines: list[str]) -> Blocks:
    """*lines* in blocks. What the reader wrote between two belongs to the one before it."""
    starts = dict(_starts(lines))
    found: Blocks = {}
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(1))
    key = ""
    for number, line in enumerate(lines):
        if number in starts:
            plain = starts[number]
            key = next(free for free in map(partial(_numbered, plain), numbers[plain]) if free not in found)
        found.setdefault(key, []).append(line)
    return found


def _numbered(key: str, number: int) -> str:
    """*key*, told apart from those of other blocks with the same one."""
    return key if number == 1 else f"{key} {number}"


def _starts(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines on which blocks begin, with their keys."""
    head = _front_matter(lines)
    ends = _ends(lines)
    section, taken = "", -1
    for number, line in enumerate(lines):
        if number < head:
            name = re.match(r"[\w-]+(?=:)", line)
            if name:
                yield number, f"--- {name[0]}"
            continue
        if number <= taken:
            continue
        if line.startswith("#"):
            section = line.strip() if line.startswith("## ") else section
            taken = _beneath(lines, number) if SPEAKER.match(line) else number
            key = _quoted(lines, ends[taken]) if taken > number else ""
            yield number, key or line.strip()
        elif line.startswith(">") and not (number and lines[number - 1].startswith(">")):
            key = _quoted(lines, ends[number])
            if key:
                yield number, key
        elif line.startswith(("- ", "  - ", "    - ", "| ")):
            key = _item(line)
            if key:
                yield number, f"{'' if key.startswith('^') else section} {key}"


def _front_matter(lines: list[str]) -> int:
    """How many lines the front matter takes, without its last."""
    if not lines or lines[0].rstrip("\n") != "---":
        return 0
    return next((at for at, line in enumerate(lines[1:], 1) if line.rstrip("\n") == "---"), 0)


def _beneath(lines: list[str], heading: int) -> int:
    """The line of the block quote right beneath a *heading*, which belongs to it; else that of the heading."""
    at = heading + 1
    while at < len(lines) and not lines[at].strip():
        at += 1
    return at if at < len(lines) and lines[at].startswith(">") else heading


def speakers(found: Blocks) -> dict[str, str]:
    """The heading under which each quotation stands."""
    heads: dict[str, str] = {}
    heading = ""
    for key, lines in found.items():
        for line in lines:
            if SPEAKER.match(line):
                heading = line
            elif line.startswith(("## ", "# ")):
                heading = ""
            if line.startswith(">") and key.startswith("^"):
                heads.setdefault(key, heading)
    return heads


def _ends(lines: list[str]) -> list[int]:
    """For every line the first empty one from there on, the end of its paragraph."""
    ends, end = [0] * len(lines), len(lines)
    for at in range(len(lines) - 1, -1, -1):
        end = end if lines[at].strip() else at
        ends[at] = end
    return ends


def _quoted(lines: list[str], end: int) -> str:
    """The id, else the range, of the block quote that ends at *end*; empty for one that is not ours."""
    behind = next((line for line in lines[end : end + _BEHIND] if line.strip()), "")
    return _item(behind)


def _item(line: str) -> str:
    found = _ID.search(line[-2_000:])
    if found:
        return f"^{found['id']}"
    where = _RANGE.search(line[-2_000:])
    return where["range"] if where else ""
