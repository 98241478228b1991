"""Another version of a text, with the truth about where each of its characters came from."""

import random
import re
from collections import Counter
from dataclasses import dataclass

from reader.document.paragraphs import paragraphs
from reader.document.span import Span

_PIECE = re.compile(r"\w+|\W+")


@dataclass(frozen=True)
class Version:
    """The new `text`, and for each of its characters the position in the old one (-1: new).

    `copies` are the ranges in the new text of a paragraph that stands there twice.
    """

    text: str
    origins: list[int]
    copies: tuple[Span, ...] = ()

    def verdict(self, old: str, span: Span, found: Span | None) -> str:
        """right, wrong, unplaced, or rightly said to be `gone`, for a passage at *span* of *old*.

        Right: every letter and digit that is left of the passage, and none of other words of the old text. Of a
        paragraph that stands twice either copy will do.
        """
        worlds = [self._left(old, span, without) for without in self.copies or (Span(0, 0),)]
        if not any(worlds):
            return "gone" if found is None else "wrong"
        if found is None:
            return "unplaced"
        there = {
            origin
            for origin in self.origins[found.start : found.end]
            if origin >= 0 and old[origin].isalnum()
        }
        return "right" if there in worlds else "wrong"

    def _left(self, old: str, span: Span, without: Span) -> set[int]:
        """The letters and digits of a passage that are left, one of the copies not counted."""
        origins = [*self.origins[: without.start], *self.origins[without.end :]]
        return {origin for origin in origins if span.start <= origin < span.end and old[origin].isalnum()}


def changed(text: str, rate: float, seed: int, *, structure: bool = True) -> Version:
    """*text* with words replaced, left out or put in at *rate*.

    With *structure* also a paragraph moved, one cut and one doubled.
    """
    chance = random.Random(seed)
    words = re.findall(r"\w+", text) or ["word"]
    parts = [*paragraphs(text)]
    if structure and len(parts) >= 4:
        parts.insert(chance.randrange(len(parts)), parts.pop(chance.randrange(len(parts))))
        parts.pop(chance.randrange(len(parts)))
        parts.insert(chance.randrange(len(parts)), chance.choice(parts))
    said: list[str] = []
    origins: list[int] = []

    def put(piece: str, start: int) -> None:
        said.append(piece)
        origins.extend(range(start, start + len(piece)) if start >= 0 else [-1] * len(piece))

    ranges: list[tuple[Span, Span]] = []
    for part in parts:
        if ranges:
            put("\n\n", -1)
        begin = len(origins)
        for match in _PIECE.finditer(text, *part):
            if not match[0][0].isalnum() or chance.random() >= rate:
                put(match[0], match.start())
                continue
            kind = chance.choice(["replaced", "left out", "put in"])
            if kind != "left out":
                put(chance.choice(words), -1)
            if kind == "put in":
                put(" ", -1)
                put(match[0], match.start())
        ranges.append((part, Span(begin, len(origins))))
    twice = Counter(part for part, _ in ranges)
    return Version("".join(said), origins, tuple(there for part, there in ranges if twice[part] > 1))
