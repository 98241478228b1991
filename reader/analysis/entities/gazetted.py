"""Which words of a sentence the gazetteer knows as a place."""

from functools import lru_cache

from reader.analysis.names import name_text
from reader.analysis.places.gazetteer import lookup
from reader.analysis.words import Sentence

LONGEST_NAME = 5
"""Words of a name that is looked up in the gazetteer."""
_KINDS = {"country": "C", "region": "R", "county": "Y", "city": "T", "area": "A"}


def gazetteer_flags(sentence: Sentence) -> list[str]:
    """For each word the sort and size of the longest place name that holds it, and where in it."""
    flags = [""] * len(sentence)
    at = 0
    while at < len(sentence):
        size = 1
        if sentence[at].is_capital and sentence[at].is_word:
            for length in range(min(LONGEST_NAME, len(sentence) - at), 0, -1):
                words = sentence[at : at + length]
                if not _can_be_name(words):
                    continue
                sort = _sort(_spelt(words))
                if sort:
                    for number in range(length):
                        flags[at + number] = f"{sort}{'I' if number else 'B'}{min(length, 2)}"
                    size = length
                    break
        at += size
    return flags


def _can_be_name(words: Sentence) -> bool:
    last = words[-1]
    return last.is_word and last.is_capital and all(word.is_word or word.text in {".", "-"} for word in words)


def _spelt(words: Sentence) -> str:
    return " ".join(name_text(word) for word in words if word.text not in {"-", "."})


@lru_cache(maxsize=50_000)
def _sort(name: str) -> str:
    """Kind and size of the largest place of that name: T5 is a city of some 100,000 people."""
    places = lookup(name)
    if not places or (len(name) == 2 and not name.isupper()):
        return ""
    best = max(places, key=lambda place: (place.kind == "country", place.main, place.population))
    size = len(str(best.population)) if best.kind == "city" else 0
    return f"{_KINDS[best.kind]}{size}{'m' if best.main else 'a'}"
