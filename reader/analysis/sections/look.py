"""The look of a paragraph: how long, how it begins and ends, how it is capitalised."""

import re
from collections.abc import Sequence
from typing import NamedTuple

READ = 400
"""Code points of a paragraph whose words are read: no heading is longer."""
MOST_WORDS = 14
"""Words of a paragraph that is called short."""
LONG = "long"
_SIZES = (0, 1, 2, 3, 4, 6, 8, 10, 12, 14, 17, 24, 40)
_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
_BULLET = re.compile(r"(?:[-*•–—·▪►●■+]|o)\s")
_NUMBERED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[A-Za-z][.)]|[IVXLC]{1,6}[.)])\s")
_LABEL = re.compile(r"(?P<label>[A-Z]\w{0,9}[:.])\s")
_SMALL = frozenset("a an the of in on at to for and or but with from by as is are vs nor into over".split())


class Look(NamedTuple):
    """A paragraph with what of it is compared with others.

    `size` is the least of some numbers of words that holds it; `end` its last letter's sort or last mark, `start`
    its first; `case` CAPS, Title, Most, Some, Sentence, small, One, one or none; `label` is `q:` for “Q: Why?”.
    """

    text: str
    words: tuple[str, ...]
    size: str
    end: str
    start: str
    case: str
    label: str

    @property
    def is_short(self) -> bool:
        """As short as a heading, and no sentence."""
        return len(self.words) <= MOST_WORDS and self.end not in {".", ",", ";"}

    @property
    def is_prose(self) -> bool:
        """A long paragraph, or one that ends as a sentence does."""
        ends = self.end.startswith((".", "?", "!", ":")) and len(self.words) > 6
        return ends or self.size in {"24", "40", LONG}

    @property
    def asks(self) -> bool:
        """Ends with a question mark."""
        return self.end.startswith("?")


def look(text: str) -> Look:
    """The look of the paragraph *text*."""
    read = text[:READ]
    words = tuple(_WORD.findall(read))
    label = _LABEL.match(read)
    return Look(
        text,
        words,
        _size(len(words), len(text)),
        _end(text),
        _start(text),
        _case(read, words),
        label["label"].lower() if label else "",
    )


def _size(words: int, length: int) -> str:
    if length > READ:
        return LONG
    return next((str(most) for most in _SIZES if words <= most), LONG)


def _end(text: str) -> str:
    tail = text[-8:].rstrip("\"'”’»)]*_ ")
    last = tail[-1:] or text[-1:]
    mark = "a" if last.isalpha() else "9" if last.isdigit() else last
    return mark + ("”" if text[-1:] in "\"'”’»" else ")" if text[-1:] in ")]" else "")


def _start(text: str) -> str:
    if _BULLET.match(text):
        return "•"
    if _NUMBERED.match(text):
        return "1."
    first = text[0]
    if first.isdigit():
        return "9"
    return "A" if first.isupper() else "a" if first.islower() else "“" if first in "\"'“‘«„" else first


def _case(text: str, words: Sequence[str]) -> str:
    letters = [word for word in words if word[0].isalpha()]
    if not letters:
        return "none"
    if text.upper() == text and text.lower() != text:
        return "CAPS"
    telling = [word for word in letters[1:] if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in telling)
    if not telling:
        return "One" if letters[0][0].isupper() else "one"
    if capitals == len(telling):
        return "Title"
    if not letters[0][0].isupper():
        return "small"
    return "Most" if capitals * 2 > len(telling) else "Some" if capitals else "Sentence"
