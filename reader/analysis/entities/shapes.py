"""What a word is by itself: its look and the lists that know it."""

from functools import lru_cache
from typing import NamedTuple

from reader.analysis.names import CALENDAR, HONORIFICS, ORGANISATION_WORDS, PARTICLES, TITLES
from reader.analysis.roles import ROLE_NOUNS
from reader.analysis.trained import common_words, name_words

SORTS = frozenset(
    """town towns city cities village villages suburb suburbs area areas region regions province district
    county capital port island islands peninsula state republic municipality borough hamlet river lake
    mountain mountains valley bay coast""".split()
)
"""Sorts of place."""


class Shape(NamedTuple):
    """What a word is by itself: its look, the lists that know it, its ending."""

    word: str
    look: str
    lists: str
    ending: str


@lru_cache(maxsize=100_000)
def shape(text: str) -> Shape:
    """The shape of a word; capitalised words that no list knows as common are not spelt out."""
    name = text[:-2] if text.endswith(("'s", "’s")) else text
    low = name.lower()
    look = _look(name)
    lists = "".join(
        letter
        for letter, known in (
            (name_words().get(name.capitalize() if name.isupper() else name, ""), True),
            ("c", low in common_words()),
            ("t", low in TITLES),
            ("h", low in HONORIFICS),
            ("r", low in ROLE_NOUNS),
            ("o", low in ORGANISATION_WORDS),
            ("d", low in CALENDAR),
            ("p", low in PARTICLES),
            ("s", low in SORTS),
        )
        if known
    )
    spelt = text[0].islower() or not name[0].isalpha() or low in common_words()
    return Shape(low if spelt else look, look, lists, low[-3:])


def _look(name: str) -> str:
    if not name[0].isalnum():
        return name if len(name) == 1 else "."
    if name.isdigit():
        return "9" * min(4, len(name))
    if name.isupper():
        return "A" if len(name) == 1 else "AA" if len(name) < 4 else "AAA"
    if name[0].isupper():
        return "Aa-Aa" if "-" in name else "AaA" if any(letter.isupper() for letter in name[1:]) else "Aa"
    return "a" if name.islower() else "9a"
