"""Names of people, compared."""

import re
import unicodedata

_MARK = re.compile(r"[^\w\s]|_")

_NO_NAMES = frozenset(
    "a an the he she it they we i you who one his her its their our my some many several all both each another other"
    " this that these those no any everyone somebody someone".split()
)


def is_name(words: str) -> bool:
    """Whether *words* name somebody or something: they hold a capital that no sentence asks for."""
    found = words.split()
    first = found[0] if found else ""
    if first.casefold() in _NO_NAMES:
        return first.casefold() == "the" and any(word[:1].isupper() for word in found[1:])
    return any(word[:1].isupper() for word in found)


def name_key(name: str) -> str:
    """*name* without case, accents, points and hyphens: what two spellings of it have in common."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return " ".join(_MARK.sub(" ", plain).casefold().split())
