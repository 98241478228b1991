"""Frames: the sentences around quotations, in which cue and speaker are looked for.

A quotation is one unit of its frame, whatever it holds; a frame ends where a sentence outside the
marks does, or after a quotation that ends as a sentence does and is not attributed by what follows.
"""

import re
from dataclasses import dataclass

from reader.analysis.trained import cue_words
from reader.analysis.words import Word, words
from reader.document.span import Span

_ENDS = frozenset(".!?")
_ATTRIBUTED = re.compile(
    r"\s*(?:[A-Z][\w.’'-]*\s+){1,4}(?P<cue>[a-z]+)|\s*(?:he|she|they|it|I|we)\s+(?P<said>[a-z]+)",
    re.IGNORECASE,
)
_ABBREVIATED = frozenset(
    """mr mrs ms dr sen rep gov gen sgt lt col st jr sr u.s u.k d.c vs no jan feb aug sept oct nov dec""".split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark outside quotations, or a whole quotation (`quote` is its number)."""

    word: Word
    quote: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with its quotations as units, and the number of its paragraph."""

    tokens: tuple[Token, ...]
    paragraph: int

    def quotes(self) -> list[int]:
        """The numbers of the quotations in it."""
        return [token.quote for token in self.tokens if token.quote is not None]


def frames(text: str, paragraph: Span, number: int, quoted: list[tuple[int, Span]]) -> list[Frame]:
    """The frames of one *paragraph*; *quoted* are the quotations in it, with their numbers."""
    found: list[Frame] = []
    current: list[Token] = []

    def end() -> None:
        if current:
            found.append(Frame(tuple(current), number))
            current.clear()

    at = paragraph.start
    for index, span in quoted:
        for word in words(text, Span(at, max(at, span.start))):
            current.append(Token(word))
            if _ends_sentence(text, word, current):
                end()
        start, at = max(span.start, paragraph.start), min(span.end, paragraph.end)
        current.append(Token(Word(start, at, text[start:at]), index))
        if _ends_with_quote(text, start, at, paragraph.end):
            end()
    for word in words(text, Span(at, paragraph.end)):
        current.append(Token(word))
        if _ends_sentence(text, word, current):
            end()
    end()
    return found


def _ends_sentence(text: str, word: Word, current: list[Token]) -> bool:
    if word.text not in _ENDS:
        return False
    after = text[word.end : word.end + 1]
    if after and not after.isspace():
        return False
    before = current[-2].word if len(current) > 1 else None
    if word.text == "." and before and (before.low in _ABBREVIATED or len(before.text) == 1):
        return False
    following = text[word.end : word.end + 12].lstrip()
    return not following[:1].islower()


def _ends_with_quote(text: str, start: int, end: int, limit: int) -> bool:
    """Whether a sentence ends with the quotation: it ends so, and nothing after attributes it."""
    last = text[start:end].rstrip("”\"’'» ")[-1:]
    following = text[end : min(limit, end + 90)]
    begins = following.lstrip()[:1]
    if not begins or begins in ",;—–-(" or begins.islower():
        return False
    if last == ",":
        return False
    if last not in _ENDS and last != "…":
        return False
    match = _ATTRIBUTED.match(following)
    cue = match and (match["cue"] or match["said"])
    return not (cue and cue_words().get(cue.lower(), 0) >= 0.6)
