"""What analysis knows of each language that it reads; the words themselves are in the files beside this one."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reader.document.languages import NAMES

CODES = tuple(NAMES)
"""Languages (ISO 639-1) with data; English is read in full, of the others what needs no tagger."""

_WORDS = """words abbreviations starters says months captions credits beside asks offers""".split()
"""Keys of the data whose values are words between spaces."""


@dataclass(frozen=True, slots=True)
class Language:
    """Words of one language, in small letters, written by hand.

    `words` are its function words: they tell it from others and say nothing of what a text is about. `says` are
    verbs of saying as news uses them, `abbreviations`
    are those that a full stop follows within a sentence, `starters` words that begin one after such a stop.
    `stemmer` is the language's name in NLTK's Snowball, empty where that has none. For numbers: the decimal mark,
    `scales` (million), `numbers` in words, and what stands before a number that is at `least` or at `most` so large,
    `more`, `less` or `about`; units are in reader/document/units.tsv.

    For what is no statement of the article: `captions` are words for a picture, which `credits` follow, `beside` says
    where in it somebody stands; `asks` are what a publisher asks of its readers, `offers` what it asks them to use,
    `notices` what it says of itself.
    """

    code: str
    stemmer: str
    words: frozenset[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    says: frozenset[str] = frozenset()
    decimal: str = "."
    months: frozenset[str] = frozenset()
    scales: dict[str, float] = field(default_factory=dict)
    numbers: dict[str, float] = field(default_factory=dict)
    least: tuple[str, ...] = ()
    most: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    captions: frozenset[str] = frozenset()
    credits: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    offers: frozenset[str] = frozenset()
    notices: tuple[str, ...] = ()


@cache
def language(code: str) -> Language:
    """The data of a language; those of English for one without."""
    code = code if code in CODES else "en"
    path = Path(__file__).with_name(f"{code}.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for key in _WORDS:
        data[key] = frozenset(data.get(key, "").split())
    for key in ("least", "most", "more", "less", "about", "notices"):
        data[key] = tuple(data.get(key, ()))
    return Language(code=code, **data)


def word_sets(name: str) -> dict[str, frozenset[str]]:
    """The sets of words in a file of words beside this one: en_names."""
    path = Path(__file__).with_name(f"{name}.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: frozenset(value.split()) for key, value in data.items()}
