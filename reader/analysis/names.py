"""Capitalised words that stand together: the candidates for names of people and places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.analysis.findings import Findings
from reader.analysis.languages import language, word_sets
from reader.analysis.trained import common_words, first_names
from reader.analysis.words import Word, words
from reader.document.span import Span

_ARTICLE = re.compile(r"(?:al|el|an|as|ad|ash)-[A-ZÀ-Þ]")
_WORDS = word_sets("en_names")
PARTICLES = _WORDS["particles"]
HONORIFICS = _WORDS["honorifics"]
TITLES = HONORIFICS | _WORDS["titles"]
ORGANISATION_WORDS = _WORDS["organisations"]
CALENDAR = _WORDS["calendar"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Capitalised words in a row; `before` and `after` are the two words on either side."""

    words: tuple[Word, ...]
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    starts_sentence: bool

    @property
    def span(self) -> Span:
        """From the first word to the last, a possessive 's left out."""
        return Span(self.words[0].start, name_end(self.words[-1]))


def name_end(word: Word) -> int:
    """Where *word* ends without a possessive 's."""
    possessive = word.low.endswith("'s") and len(word.text) > 2
    return word.end - 2 if possessive else word.end


def name_text(word: Word) -> str:
    """*word* without a possessive 's."""
    return word.text[: name_end(word) - word.start]


def chunks(findings: Findings) -> Iterator[Chunk]:
    """The capitalised chunks of every sentence; lines in Title Case or capitals have none."""
    for sentence in findings.sentences:
        found = list(words(findings.text, sentence))
        if not _is_headline(found):
            yield from _chunks_in(found)


def _is_headline(found: list[Word]) -> bool:
    return is_title_case(found) and found[-1].text not in {".", "!", "?"}


def is_title_case(found: Sequence[Word]) -> bool:
    """Whether capitals say nothing: most longer words have one."""
    longer = [word for word in found if word.is_word and len(word.text) > 3 and word.text[0].isalpha()]
    return len(longer) >= 4 and sum(word.is_capital for word in longer) > 0.8 * len(longer)


def _chunks_in(found: list[Word]) -> Iterator[Chunk]:
    at, count = 0, len(found)
    first = next((i for i, word in enumerate(found) if word.is_word), 0)
    while at < count:
        if not _begins(found[at]):
            at += 1
            continue
        end = _end(found, at)
        start = at
        if start in (first, first + 1) and start == first and _is_plain(found[start], end - start):
            start += 1
        if start < end and _begins(found[start]):
            kept = tuple(word for word in found[start:end] if word.is_word)
            yield Chunk(
                kept,
                tuple(found[max(0, start - 4) : start]),
                tuple(found[end : end + 4]),
                start <= first,
            )
        at = end


def is_initials(word: str) -> bool:
    """Whether a word is of letters that stand for given names: P, J.K; not U.S, which is short for a country."""
    letters = word.split(".")
    known = len(letters) > 1 and word.lower() in language("en").abbreviations
    return not known and all(len(letter) == 1 and letter.isupper() for letter in letters)


def _begins(word: Word) -> bool:
    """A capital, also behind an article as in al-Harthi."""
    return word.is_word and (word.is_capital or _ARTICLE.match(word.text) is not None)


def _leads_to_name(found: list[Word], at: int) -> bool:
    """Whether only particles stand from here to a capital: van der Meulen."""
    while at < len(found) and found[at].low in PARTICLES and not found[at].is_capital:
        at += 1
    return at < len(found) and _begins(found[at])


def _end(found: list[Word], at: int) -> int:
    """The index after the last word of the chunk that begins at *at*."""
    end = at + 1
    while end < len(found):
        word, last = found[end], found[end - 1]
        if last.low.endswith("'s"):
            break
        after = found[end + 1] if end + 1 < len(found) else None
        if (
            _begins(word)
            or (word.low in PARTICLES and _leads_to_name(found, end))
            or (
                word.text == "."
                and after
                and _begins(after)
                and (is_initials(last.text) or last.low in TITLES or last.low in {"st", "jr"})
            )
        ):
            end += 1
        else:
            break
    return end


def _is_plain(word: Word, length: int) -> bool:
    """Whether the first word of a sentence is a common word with the capital of its place."""
    name = name_text(word)
    if length > 1 and name in first_names() and name.lower() not in _NEVER_FIRST_NAMES:
        return False
    return word.low in common_words() and word.low not in TITLES


_NEVER_FIRST_NAMES = frozenset("so in an my see many a the may will do long".split())
