"""What a saved summary says that the article says: words and ranges, read back from its Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reader.document.article import Article
from reader.document.span import Span
from reader.export import escape

ClaimKind = Literal["quotation", "figure", "key sentence"]
_LONGEST = 10_000
"""Characters of a line in which ranges are looked for: what is longer was not written by us."""
_RANGES = r"(?P<ranges>\d+–\d+(?:, \d+–\d+)*)"
_WHERE = re.compile(rf"{_RANGES}(?: \^(?P<id>[\w-]+))?\s*$")
_KEY = re.compile(rf" {{0,3}}[-*+] +(?P<words>.*) · {_RANGES} \^(?P<id>k[\w-]+)\s*$")
_FIGURE = re.compile(rf" {{0,3}}\|(?P<cells>.*)\| *(?:\[passage\]\(\S*\) · )?{_RANGES} *\|\s*$")
_QUOTED = re.compile(r" {0,3}> ?")
_GIVEN = re.compile(rf"{_RANGES} \^[kqr][\w-]+\s*$")
_CELL = re.compile(r"(?<!\\)(?:\\\\)*\|")
_HEADING = re.compile(r"\| figure \||\| ---")
_HEAD = re.compile(r'(?P<name>[\w-]+): "?(?P<value>.*?)"?\s*$')


@dataclass(frozen=True, slots=True)
class Claim:
    """Words in a summary, on the lines from `line` (from one), and where in the article they are said to stand.

    `lines` are the words as they are written, Markdown's escapes included; `spans` is empty where no range is
    given.
    """

    kind: ClaimKind
    line: int
    lines: tuple[str, ...]
    spans: tuple[Span, ...]
    id: str = ""
    amount: str = ""
    """Of a figure: its value and unit as they are given."""
    what: str = ""
    """Of a figure: what it counts."""
    given: int = 0
    """The line on which its range is given."""

    def expected(self, article: Article) -> tuple[str, ...]:
        """The lines as they would be written from *article*."""
        parts = (span.text(article.text) for span in self.spans)
        if self.kind != "quotation":
            return tuple(map(escape.markdown, parts))
        return tuple(escape.markdown(line) for part in parts for line in part.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved summary: which article it is of, by address and digest, and what it claims."""

    source: str
    sha256: str
    version: str
    claims: tuple[Claim, ...]


def read(text: str) -> Saved:
    """The claims of a summary's Markdown; without front matter of ours `sha256` is empty."""
    lines = text.splitlines()
    head = _front_matter(lines)
    claims = [*_quotations(lines), *_others(lines)]
    claims += _unread(lines, claims)
    source = _unescaped(head.get("source", ""))
    ordered = tuple(sorted(claims, key=lambda claim: claim.line))
    return Saved(source, head.get("sha256", ""), head.get("newsreader", ""), ordered)


def _front_matter(lines: list[str]) -> dict[str, str]:
    if not lines or lines[0] != "---":
        return {}
    found: dict[str, str] = {}
    for line in lines[1:]:
        if line == "---":
            return found
        match = _HEAD.match(line)
        if match:
            found[match["name"]] = match["value"]
    return {}


def _unescaped(value: str) -> str:
    return re.sub(r'\\(["\\/])', r"\1", value)


def _quotations(lines: list[str]) -> Iterator[Claim]:
    """Block quotes, each with the range in the first line with words behind it."""
    at = 0
    while at < len(lines):
        if not _QUOTED.match(lines[at]):
            at += 1
            continue
        first, said = at, []
        while (
            at < len(lines) and lines[at].strip()
        ):  # a line without > that follows at once belongs to it too
            words = _QUOTED.sub("", lines[at], count=1)
            if at == first and words.startswith("[!"):  # Obsidian's name of a callout
                first += 1
            elif words:
                said.append(words)
            at += 1
        behind = next(
            (number for number in range(at, min(at + 3, len(lines))) if lines[number].strip()), None
        )
        where = _WHERE.search(lines[behind][-_LONGEST:]) if behind is not None else None
        spans = _spans(where["ranges"]) if where else ()
        name, given = (where["id"] or "", behind + 1) if where and behind is not None else ("", 0)
        yield Claim("quotation", first + 1, tuple(said), spans, name, given=given)


def _others(lines: list[str]) -> Iterator[Claim]:
    """Rows of the table of figures, and key sentences."""
    table = False
    for number, line in enumerate(lines, 1):
        table = line.strip() != "" and (table or line.startswith("| figure |"))
        key = _KEY.match(line) if len(line) < _LONGEST else None
        figure = _FIGURE.match(line) if line.lstrip().startswith("|") and len(line) < _LONGEST else None
        if key:
            yield Claim(
                "key sentence", number, (key["words"],), _spans(key["ranges"]), key["id"], given=number
            )
        elif figure:
            cells = [cell.strip() for cell in _CELL.split(figure["cells"])]
            yield Claim(
                "figure",
                number,
                (cells[-1],),
                _spans(figure["ranges"]),
                amount=cells[0],
                what=" | ".join(cells[1:-1]),
            )
        elif table and not _HEADING.match(line):
            yield Claim("figure", number, (line,), ())  # a row that somebody broke


def _unread(lines: list[str], claims: list[Claim]) -> Iterator[Claim]:
    """Lines that give a range and an id, but no words that could be read: somebody took them away, or apart."""
    read = {claim.given for claim in claims}
    for number, line in enumerate(lines, 1):
        given = _GIVEN.search(line[-_LONGEST:])
        if given and number not in read:
            kind: ClaimKind = "key sentence" if "^k" in given[0] else "quotation"
            yield Claim(
                kind, number, (line.strip(),), _spans(given["ranges"]), given[0].rpartition("^")[2].strip()
            )


def _spans(ranges: str) -> tuple[Span, ...]:
    pairs = (part.split("–") for part in ranges.split(", "))
    return tuple(Span(int(start), int(end)) for start, end in pairs)
