"""A Markdown file as the pieces that a reader sees, in order: what CommonMark makes of it, with GitHub's tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Kind = Literal["heading", "paragraph", "quote", "head", "row", "code", "html", "rule"]
DEEPEST = 30
"""Blocks within blocks; what lies deeper is not looked at, which `TooDeepError` says."""
CELL = "\x1f"
"""Between the cells of a row."""
_LEAVES = {"inline", "fence", "code_block", "html_block"}
_CODE = {"fence", "code_block"}
_APART = {"heading", "quote", "head", "code", "html", "rule"}
_BAR = re.compile(r"(?<!\\)\|")
_IN = " in "
_LISTS = {"bullet_list_open": "item", "ordered_list_open": "numbered item"}


class TooDeepError(ValueError):
    """Blocks within blocks without end."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that is seen, from `line` (from one) on.

    `source` is what is written in it without the marks of its block, line by line; a block quote is one piece with
    all that is in it. `place` says in what it lies: nothing, a list's item, an item in an item. `level` is a heading's,
    `head` the first row of a row's table. `opens_list`: it is the first of a list that lies in no other.
    `is_joined`: it needs a blank line above, for elsewhere it is taken for more of what stands there, and has none.
    """

    kind: Kind
    line: int
    source: str
    place: str = ""
    level: int = 0
    head: str = ""
    opens_list: bool = False
    is_underlined: bool = False
    is_joined: bool = False


def pieces(text: str, first: int = 1) -> list[Piece]:
    """The pieces of *text*, whose first line is number *first*. Raises TooDeepError.

    Only line feed and carriage return end a line. Definitions of links stay, as paragraphs.
    """
    tokens = _parser().parse(text)
    if any(token.level >= DEEPEST - 2 for token in tokens):
        raise TooDeepError("blocks lie in one another without end")
    lines = re.sub(r"\r\n?", "\n", text).split("\n")
    return [*_apart([*_pieces(tokens, first)], lines, first)]


def _apart(found: list[Piece], lines: list[str], first: int) -> Iterator[Piece]:
    """*found*, each with whether it lacks a blank line above; below a heading none is needed."""
    before: Piece | None = None
    for piece in found:
        above = piece.line - first - 1
        starts = piece.kind in _APART or piece.opens_list or (before is not None and before.kind == "rule")
        is_below_heading = before is not None and before.kind == "heading" and not before.is_underlined
        joined = starts and above >= 0 and lines[above].strip(" \t") != "" and not is_below_heading
        yield replace(piece, is_joined=joined, source=_all_cells(piece, lines[above + 1]))
        before = piece


def _all_cells(piece: Piece, line: str) -> str:
    """What is written in *piece*; the whole *line* of a row with other cells than its table, which some leave out."""
    is_row = piece.kind in {"head", "row"}
    is_whole = not is_row or len(_BAR.findall(line)) == piece.source.count(CELL) + 2
    return piece.source if is_whole else _plain(line)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    return parser.enable("table").disable(["reference", "inline", "text_join"])


def shallower(place: str) -> list[str]:
    """*place*, and where the piece lies once lists around it are taken away."""
    first, several = "first in " * place.startswith("first in "), place.removeprefix("first in ").split(_IN)
    return [first + _IN.join(several[:depth]) for depth in range(len(several), 0, -1)]


def _pieces(tokens: "list[Token]", first: int) -> Iterator[Piece]:
    lists: list[str] = []
    is_first, is_new, head = False, False, ""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        line = first + (token.map[0] if token.map else 0)
        place = f"{'first in ' if is_first else ''}{_IN.join(reversed(lists))}" if lists else ""
        if token.type == "blockquote_open":
            end = _end(tokens, at)
            yield Piece("quote", line, _within(tokens[at + 1 : end]), place, opens_list=is_new)
            at, is_first, is_new = end, False, False
        elif token.type in _LISTS:
            is_new = is_new or not lists
            lists.append(_LISTS[token.type])
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
            is_first, is_new = False, False
        elif token.type == "list_item_open":
            is_first = True
        elif token.type == "tr_open":
            end = _end(tokens, at)
            cells = CELL.join(_plain(each.content) for each in tokens[at:end] if each.type == "inline")
            is_head = tokens[at - 1].type == "thead_open"
            head = cells if is_head else head
            yield Piece("head" if is_head else "row", line, cells, place, head="" if is_head else head)
            at, is_first = end, False
        elif token.type == "hr":
            yield Piece("rule", line, "", place)
        elif token.type in _LEAVES:
            yield replace(_leaf(tokens[at - 1], token, line, place), opens_list=is_new)
            is_first, is_new = False, False
        at += 1


def _leaf(before: "Token", token: "Token", line: int, place: str) -> Piece:
    if token.type in _CODE:
        return Piece("code", line, f"{token.info}\n{token.content}".strip(), place)
    if token.type == "html_block":
        return Piece("html", line, token.content.strip(), place)
    if before.type == "heading_open":
        level, underlined = int(before.tag[1]), before.markup[:1] != "#"
        return Piece("heading", line, _plain(token.content), place, level, is_underlined=underlined)
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
