"""Marks of omission: where words of the article are left out of what is quoted, the reader sees it."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from reader.document.paragraphs import paragraphs
from reader.document.span import Span

MARK = "[…]"
_ENDED = re.compile(r"(?:(?P<before>\w*)(?P<stop>[.!?…]+)|[。！？])[\"'”’»)\]」』]*\s*\Z")
_MARKS = " \t\r\n\"'“”‘’„«»()[]「」『』#>*•–—-"
"""What may stand between a passage and the bound of its paragraph without any word being left out."""
_SHORTEST = 4
"""Letters of a word from which a full stop behind it ends a sentence: what is shorter may be shortened."""


def lines(text: str, parts: Iterable[Span], *, marked: bool = True) -> tuple[str, ...]:
    """The words of *parts* as they are broken in the article, with a mark where one part follows another."""
    between = f" {MARK} " if marked else "\n"
    words = between.join(part.text(text).strip() for part in parts)
    return tuple(line for line in words.splitlines() if line.strip())


def passage_lines(text: str, span: Span, *, marked: bool = True) -> tuple[str, ...]:
    """The lines of a passage that somebody chose, with a mark on each side where it begins or ends in a sentence."""
    found = lines(text, [span])
    if not found or not marked:
        return found
    first = "" if _begins(text, span.start) else f"{MARK} "
    last = "" if _ends(text, span.end) else f" {MARK}"
    marked_first = (f"{first}{found[0]}", *found[1:])
    return (*marked_first[:-1], f"{marked_first[-1]}{last}")


def _begins(text: str, at: int) -> bool:
    """Whether a sentence surely begins at *at*."""
    before = text[_paragraph(text, at).start : at]
    return not before.strip(_MARKS) or _has_ended(before)


def _ends(text: str, at: int) -> bool:
    """Whether a sentence surely ends at *at*."""
    within = _paragraph(text, at - 1)
    return not text[at : within.end].strip(_MARKS) or _has_ended(text[within.start : at])


def _paragraph(text: str, at: int) -> Span:
    """The paragraph at *at*; an empty one where none is."""
    found = _paragraphs(text)
    number = bisect_right(found, at, key=lambda each: each.start) - 1
    return found[number] if number >= 0 and at < found[number].end else Span(at, at)


@lru_cache(maxsize=4)
def _paragraphs(text: str) -> tuple[Span, ...]:
    return paragraphs(text)


def _has_ended(before: str) -> bool:
    found = _ENDED.search(before)
    if found is None:
        return False
    return found["stop"] != "." or len(found["before"]) >= _SHORTEST or found["before"].isdigit()
