"""Lines of an extracted page: one paragraph, heading, list item or table row each."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reader.document.article import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    ["head", "p", "item", "quote", "row", "code", "list", "table", "div", "figure", "note", "ab", "lb"]
)
_KINDS: dict[str, BlockKind] = {"item": "item", "quote": "quote", "row": "row", "code": "code"}
Kind = Literal["p", "head"] | BlockKind
_AS_IT_IS: Mapping[str, str] = {}
_LEVEL = re.compile(r"h(?P<level>[1-6])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: `kind` is p, head, item, quote, row or code, `level` that of a heading (1 the highest).

    `is_link`: the page has a link of exactly these words.
    """

    text: str
    kind: Kind = "p"
    level: int = 0
    is_link: bool = False


@dataclass
class _Writer:
    """The lines so far, and the one that is being written."""

    links: Collection[str]
    lines: list[Line] = field(default_factory=list)
    current: list[str] = field(default_factory=list)
    has_words: bool = False

    def add(self, text: str | None) -> None:
        """Go on with the current line."""
        if text:
            self.current.append(text)
            self.has_words = self.has_words or not text.isspace()

    def end(self, kind: Kind, level: int = 0) -> None:
        text = squeezed("".join(self.current))
        text = text.rstrip("| ") if kind == "row" else text
        self.current.clear()
        self.has_words = False
        if text:
            self.lines.append(Line(text, kind, level, text in self.links))


def lines_of(
    body: "_Element", links: Collection[str] = (), names: Mapping[str, str] = _AS_IT_IS
) -> list[Line]:
    """The lines of trafilatura's tree, walked without recursion: pages nest without limit.

    *links* are the words of the page's links, *names* what another tree's elements are called in trafilatura's.
    """
    from lxml.etree import iterwalk

    writer = _Writer(links)
    kinds: list[Kind] = ["p"]
    for event, element in iterwalk(body, events=("start", "end")):
        called = element.tag if isinstance(element.tag, str) else ""
        tag = names.get(called, called)
        if event == "start":
            if tag in _BLOCKS:
                writer.end(kinds[-1])
                kinds.append(_KINDS.get(tag, kinds[-1]))
            elif tag == "cell" and writer.has_words:
                writer.add(" | ")
            writer.add(element.text if tag else None)
        else:
            if tag == "head":
                writer.end("head", _level(element))
            elif tag in _BLOCKS:
                writer.end(kinds[-1])
            if tag in _BLOCKS:
                kinds.pop()
            writer.add(element.tail)
    writer.end("p")
    return writer.lines


def squeezed(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def _level(element: "_Element") -> int:
    match = _LEVEL.fullmatch(element.get("rend") or element.tag)
    return int(match["level"]) if match else 2
