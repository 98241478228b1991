"""Words selected by keyboard: from where the selection began to where the cursor is, by characters, words and more."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

from reader.document.span import Span

_WORD = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")
_FAR = 400
"""Characters on either side in which words are looked for; longer than any word."""


class KeyboardSelection:
    """A stretch of *text* with a fixed end, the `anchor`, and one that moves, the `caret`; both belong to it."""

    def __init__(self, text: str, start: Span) -> None:
        self.text = text
        self.anchor, self.caret = start.start, max(start.start, start.end - 1)

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self.anchor, self.caret), max(self.anchor, self.caret) + 1)

    def begin(self) -> None:
        """Begin anew at the word where the caret is."""
        word = word_at(self.text, self.caret)
        self.anchor, self.caret = word.start, max(word.start, word.end - 1)

    def swap(self) -> None:
        """Move the other end from now on."""
        self.anchor, self.caret = self.caret, self.anchor

    def go_to(self, position: int) -> None:
        """Put the caret at *position*."""
        self.caret = max(0, min(len(self.text) - 1, position))

    def by_character(self, count: int) -> None:
        """Move the caret by *count* characters."""
        self.go_to(self.caret + count)

    def by_unit(self, units: list[Span], count: int) -> None:
        """Move the caret by *count* of *units*, which are in order: to the last character of one, or to the first
        of one that lies before the anchor."""
        if not units:
            return
        at = bisect_right(units, self.caret, key=lambda unit: unit.start) - 1
        edge = units[max(0, at)].end - 1 if self.caret >= self.anchor else units[max(0, at)].start
        inside = at < 0 or (count > 0 and self.caret < edge)
        unit = units[max(0, min(len(units) - 1, at + count - (1 if inside and count > 0 else 0)))]
        if count >= 0:
            self.caret = unit.end - 1 if unit.end > self.anchor else unit.start
        else:
            self.caret = unit.start if unit.start <= self.anchor else unit.end - 1


def words_near(text: str, position: int) -> list[Span]:
    """The words and signs around *position*, in order."""
    low = max(0, position - _FAR)
    return [Span(low + a.start(), low + a.end()) for a in _WORD.finditer(text[low : position + _FAR])]


def word_at(text: str, position: int) -> Span:
    """The word at *position*, or the next one."""
    words = words_near(text, position)
    at = bisect_left(words, position + 1, key=lambda word: word.end)
    return words[min(at, len(words) - 1)] if words else Span(position, position + 1)


Sentences = Callable[[Span], list[Span]]


def sentences_near(paragraphs: tuple[Span, ...], position: int, sentences: Sentences) -> list[Span]:
    """The sentences of the paragraph at *position* and of its neighbours, in order."""
    at = bisect_right(paragraphs, position, key=lambda each: each.start) - 1
    near = paragraphs[max(0, at - 1) : at + 2]
    return [sentence for paragraph in near for sentence in sentences(paragraph)]
