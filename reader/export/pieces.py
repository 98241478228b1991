"""A Markdown file as the pieces that a reader sees, in order: what CommonMark makes of it, with GitHub's tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from reader.export.comments import without_comments

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Kind = Literal["heading", "paragraph", "quote", "head", "row", "code", "html"]
DEEPEST = 60
"""Blocks within blocks; what lies deeper is not looked at, which `TooDeepError` says."""
CELL = "\x1f"
"""Between the cells of a row."""
_LEAVES = {"inline", "fence", "code_block", "html_block"}
_CODE = {"fence", "code_block"}
_LISTS = {"bullet_list_open": "item", "ordered_list_open": "numbered item"}


class TooDeepError(ValueError):
    """Blocks within blocks without end."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that is seen, from `line` (from one) on.

    `source` is what is written in it without the marks of its block, line by line; a block quote is one piece with
    all that is in it. `place` says in what it lies: nothing, a list's item. `level` is a heading's, `head` the first
    row of a row's table.
    """

    kind: Kind
    line: int
    source: str
    place: str = ""
    level: int = 0
    head: str = ""


def pieces(text: str, first: int = 1) -> list[Piece]:
    """The pieces of *text*, whose first line is number *first*; comments are none. Raises TooDeepError.

    Only line feed and carriage return end a line. Definitions of links stay, as paragraphs.
    """
    tokens = _parser().parse(text)
    if any(token.level >= DEEPEST - 2 for token in tokens):
        raise TooDeepError("blocks lie in one another without end")
    return [*_pieces(tokens, first)]


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    return parser.enable("table").disable(["reference", "inline", "text_join"])


def _pieces(tokens: "list[Token]", first: int) -> Iterator[Piece]:
    lists: list[str] = []
    is_first, head = False, ""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        line = first + (token.map[0] if token.map else 0)
        place = f"{'first in ' if is_first else ''}{lists[-1]}" if lists else ""
        if token.type == "blockquote_open":
            end = _end(tokens, at)
            yield Piece("quote", line, _within(tokens[at + 1 : end]), place)
            at, is_first = end, False
        elif token.type in _LISTS:
            lists.append(_LISTS[token.type])
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
            is_first = False
        elif token.type == "list_item_open":
            is_first = True
        elif token.type == "tr_open":
            end = _end(tokens, at)
            cells = CELL.join(_plain(each.content) for each in tokens[at:end] if each.type == "inline")
            is_head = tokens[at - 1].type == "thead_open"
            head = cells if is_head else head
            yield Piece("head" if is_head else "row", line, cells, place, head="" if is_head else head)
            at, is_first = end, False
        elif token.type in _LEAVES:
            found = _leaf(tokens[at - 1], token, line, place)
            if found:
                yield found
                is_first = False
        at += 1


def _leaf(before: "Token", token: "Token", line: int, place: str) -> Piece | None:
    if token.type in _CODE:
        return Piece("code", line, f"{token.info}\n{token.content}".strip(), place)
    if token.type == "html_block":
        shown = without_comments(token.content).strip()
        return Piece("html", line, shown, place) if shown else None
    if before.type == "heading_open":
        return Piece("heading", line, _plain(token.content), place, int(before.tag[1]))
    return Piece("paragraph", line, _plain(token.content), place)


def _end(tokens: "list[Token]", at: int) -> int:
    """Where the block that opens there is closed."""
    return next(
        number
        for number in range(at + 1, len(tokens))
        if tokens[number].level == tokens[at].level and tokens[number].nesting < 0
    )


def _within(tokens: "list[Token]") -> str:
    """All that is in a block quote: each block with what it is, unless it is a paragraph."""
    found: list[str] = []
    inside: list[str] = []
    for token in tokens:
        if token.type in _LEAVES:
            kind = " ".join(each for each in inside if each != "paragraph") + (
                "" if token.type == "inline" else f" {token.type}"
            )
            found.append(f"{kind.strip()}{': ' if kind.strip() else ''}{_plain(token.content)}")
        elif token.nesting > 0:
            inside.append(token.tag if token.tag[:1] == "h" else token.type.removesuffix("_open"))
        elif token.nesting < 0:
            inside.pop()
        else:
            found.append(token.type)
    return "\n\n".join(found)


def _plain(source: str) -> str:
    """Lines without the blanks around them, which nobody sees."""
    return "\n".join(re.sub(r"^[ \t]+|[ \t]+$", "", line) for line in source.split("\n"))
