"""Words of a text with what can be told from their look."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.document.span import Span

_TOKEN = re.compile(r"[^\W_]+(?:[’'.&-](?=[^\W_])[^\W_]+)*|\S", re.UNICODE)


class Word(NamedTuple):
    """A word, or one mark of punctuation."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Its range."""
        return Span(self.start, self.end)

    @property
    def low(self) -> str:
        """In small letters, with a straight apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def is_capital(self) -> bool:
        """Begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Letters or digits rather than punctuation."""
        return self.text[0].isalnum()


_NAME_TOKEN = re.compile(r"[^\W_]+(?:[’'.&](?=[^\W_])[^\W_]+)*|\S", re.UNICODE)


Sentence = Sequence[Word]
"""The words of a sentence."""


def name_words_in(text: str, within: Span) -> Iterator[Word]:
    """The same, but a hyphen parts words, for names are joined by it: Nashville-based, Jean-Claude."""
    for match in _NAME_TOKEN.finditer(text, *within):
        yield Word(match.start(), match.end(), match[0])


def words(text: str, within: Span) -> Iterator[Word]:
    """The words and marks of a range of *text*; a possessive 's stays on its word."""
    for match in _TOKEN.finditer(text, *within):
        yield Word(match.start(), match.end(), match[0])
