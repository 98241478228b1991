"""A text as the words and signs by which two versions of it are compared."""

import re
from bisect import bisect_left
from typing import NamedTuple

_TOKEN = re.compile(r"\d+|[^\W\d]+|[^\w\s]")
_ALIKE = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "–": "-",
        "—": "-",
        "−": "-",
    }
)
"""Signs that an editor changes without changing what is said."""

_NUMBER, _SIGN = 3.0, 0.2


class Tokens(NamedTuple):
    """Words and signs in order: how they are compared, where each stands, and in which paragraph."""

    keys: list[str]
    starts: list[int]
    ends: list[int]
    paragraphs: list[int]

    def weight(self, at: int) -> float:
        """What a token counts in a comparison: a number more than a word, for it is what was claimed; a sign little."""
        first = self.keys[at][0]
        return _NUMBER if first.isdigit() else 1.0 if first.isalpha() else _SIGN

    def is_number(self, at: int) -> bool:
        """Whether a token is made of digits."""
        return self.keys[at][0].isdigit()

    def is_word(self, at: int) -> bool:
        """Whether a token is a word or number, not a sign."""
        return self.keys[at][0].isalnum()


def tokens(text: str) -> Tokens:
    """The words and signs of *text*; case and the form of quotation marks and dashes do not count."""
    found = [*_TOKEN.finditer(text)]
    keys = [match[0].translate(_ALIKE).casefold() for match in found]
    starts = [match.start() for match in found]
    newlines = [at for at, character in enumerate(text) if character == "\n"]
    return Tokens(
        keys, starts, [match.end() for match in found], [bisect_left(newlines, at) for at in starts]
    )
