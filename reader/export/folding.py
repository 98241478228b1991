"""Headings that look like one of ours, whatever letters they are written in."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

FIXED = (
    "Key sentences", "Sections", "Quotes", "Reported speech", "Figures", "Places", "People", "Pictures", "Unplaced",
    "Speaker not stated",
)  # fmt: skip
"""What the templates that come along put above their parts; a chapter of notes may be anybody's."""
_SHORTEST = 4
"""Letters of a heading from which it is looked for within others."""
_CAPITALS = dict(zip("АВЕЅІЈКМНОРСТУХԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABESIJKMHOPCTYXGABEZHIKMNOPTYX", strict=True))
_SMALL = dict(
    zip("авеёєкмнорстухіїјѕԁԛԝһьѵαβεηικνορτυχγωϲɑ", "abeeekmhopctyxiijsdqwhbvabenikvoptuxywca", strict=True)
)
_TAKEN_FOR = str.maketrans({**_CAPITALS, **_SMALL})
"""Letters of Russian and Greek, by the Latin ones that they are taken for."""
_SAME = str.maketrans("0135il|", "olesll" + "l")
_LATIN = re.compile(r"LATIN .*?LETTER .*?\b([A-Z])\b")
_TOGETHER = frozenset(
    {
        "CJK",
        "HIRAGANA",
        "KATAKANA",
        "KATAKANA-HIRAGANA",
        "HANGUL",
        "BOPOMOFO",
        "IDEOGRAPHIC",
        "FULLWIDTH",
        "HALFWIDTH",
    }
)
"""Writings that stand in one word with others."""
_LIKE_LATIN = frozenset({"LISU", "CHEROKEE", "COPTIC", "DESERET", "OSAGE", "VAI", "WARANG"})


def folded(words: str) -> str:
    """What is left of *words* when letters that look the same are one: no blanks, no marks, no accents."""
    plain = unicodedata.normalize("NFKD", words).translate(_TAKEN_FOR)
    letters = map(_letter, plain.casefold().translate(_TAKEN_FOR))
    return "".join(letters).translate(_SAME)


def is_mixed(words: str) -> bool:
    """Whether a word of *words* has letters of two alphabets, or of one that is only there to look like Latin."""
    for word in words.split():
        kinds = {unicodedata.name(sign, "?").split()[0] for sign in word if sign.isalpha()} - _TOGETHER
        if len(kinds) > 1 or kinds & _LIKE_LATIN:
            return True
    return False


def is_like(words: str, headings: Iterable[str], names: Iterable[str]) -> bool:
    """Whether *words* could be taken for one of these *headings*, or name one of *names* or of the fixed headings."""
    mine, several = folded(words), _words(words)
    if not mine:
        return False
    if any(_within(mine, folded(each)) for each in FIXED):
        return True
    if any(mine == folded(each) or several <= _words(each) for each in headings):
        return True
    return any(_has(mine, several, each) for each in names)


def _has(mine: str, several: frozenset[str], name: str) -> bool:
    whole = folded(name)
    if len(whole) < _SHORTEST or " " not in name:
        return whole in several
    return whole in mine or several <= _words(name)


def _within(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST and (one in other or other in one)


def _words(words: str) -> frozenset[str]:
    return frozenset(filter(None, map(folded, words.split())))


@cache
def _letter(sign: str) -> str:
    """*sign* as a plain letter, by its name where it is a Latin one; nothing for all that is no letter."""
    if sign.isascii():
        return sign if sign.isalnum() or sign == "|" else ""
    latin = _LATIN.match(unicodedata.name(sign, ""))
    return latin[1].lower() if latin else sign if sign.isalpha() else ""
