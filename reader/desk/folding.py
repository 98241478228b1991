"""Near-identical texts of several outlets, found by MinHash (Broder, On the resemblance of documents, 1997; by rensa).

Runs of three words are sketched by 63 permutations; two texts are looked at where one of 21 bands of three is the same
(locality-sensitive hashing, Indyk & Motwani 1998), and are one where most runs of the shorter stand in the other and
they give the same numbers: a market's report of the next day has the words of today's.
"""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING

from reader.document.finding import folded
from reader.library.stories import WINDOW

if TYPE_CHECKING:
    from reader.document.article import Article
    from reader.library import Library

_RUN, _BANDS, _ROWS = 3, 21, 3
_FEWEST, _TEASER = 40, 15
"""Words under which a text is a teaser, known again only with its title and word for word; under which not at all."""
_WHILE = 20 * 3600
"""Seconds in which a teaser means the same story: tomorrow's column has the title and the teaser of today's."""
_SHORT = 150
"""Runs up to which a text is short: reports by one pattern differ in a name, and must agree in nearly all."""
_CONTAINED, _WHOLLY = 0.75, 0.93
_SHARED = 0.45
"""How much of the shorter text's runs must be in the other, and of both texts' together in both."""
_NUMBERS = 0.7
"""How much of the numbers that the shorter gives the other must give."""
_NAMES = 0.6
"""How much of the words with a capital."""
_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w+")
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")


def fold(library: "Library", numbers: Iterable[int]) -> int:
    """Put the articles of these *numbers* beneath those that have the same text; how many were.

    Those of the last month are looked at. Raises LibraryError.
    """
    oldest = int(library.clock()) - WINDOW
    folded_away = 0
    for number in numbers:
        article = library.numbered(number) if number > oldest else None
        runs = shingles(article) if article else set()
        if article and runs:
            folded_away += _fold(library, number, article, sketch(runs))
    library.stories.forget(oldest)
    return folded_away


def _fold(library: "Library", number: int, article: "Article", bands: list[int]) -> bool:
    """Put one article beneath another with its text, or keep by what later ones find it."""
    is_teaser = len(_words(article.text)) < _FEWEST
    for other in library.stories.alike(number, bands):
        if is_teaser and abs(number - other) > _WHILE:
            continue
        there = library.numbered(other)
        if there and is_same_text(article, there):
            library.stories.fold(number, other)
            library.stories.sketch(number, bands)
            return True
    library.stories.sketch(number, bands)
    return False


def shingles(article: "Article") -> set[str]:
    """The runs of three words of *article*, of a teaser with its title; none for a very short one."""
    words = _words(article.text)
    if len(words) < _FEWEST:
        if len(words) < _TEASER or not article.title:
            return set()
        words = _words(article.title) + words
    return {" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def sketch(runs: set[str]) -> list[int]:
    """Numbers of which two texts share one or more if they share most of their runs."""
    from rensa import RMinHash

    sketched = RMinHash(num_perm=_BANDS * _ROWS, seed=1)
    sketched.update(list(runs))
    digest = sketched.digest()
    return [_number(at, digest[at : at + _ROWS]) for at in range(0, len(digest), _ROWS)]


def is_same_text(one: "Article", other: "Article") -> bool:
    """Whether two articles have the same text, but for a headline, a cut, a word here and there."""
    left, right = shingles(one), shingles(other)
    if not left or not right:
        return False
    words, others = _words(one.text), _words(other.text)
    if min(len(words), len(others)) < _FEWEST:
        return left == right
    both, fewest = len(left & right), min(len(left), len(right))
    if both < (_CONTAINED if fewest > _SHORT else _WHOLLY) * fewest or both < _SHARED * len(left | right):
        return False
    return _numbers_agree(words, others) and _names_agree(one.text, other.text)


def _numbers_agree(one: list[str], other: list[str]) -> bool:
    left, right = (Counter(word for word in words if word[0].isdigit()) for words in (one, other))
    fewest = min(left.total(), right.total())
    return (left & right).total() >= _NUMBERS * fewest


def _names_agree(one: str, other: str) -> bool:
    left, right = (set(_CAPITAL.findall(text)) for text in (one, other))
    return len(left & right) >= _NAMES * min(len(left), len(right))


def _words(text: str) -> list[str]:
    return _WORD.findall(folded(text))


def _number(at: int, rows: list[int]) -> int:
    data = repr((at, *rows)).encode()
    return int.from_bytes(blake2b(data, digest_size=8).digest(), signed=True)
