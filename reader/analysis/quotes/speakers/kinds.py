"""What the words are that a speaker is shown by: a name, a body, a description, a pronoun, or nobody's name at all."""

import re
from collections.abc import Iterable

from reader.analysis.names import ORGANISATION_WORDS
from reader.analysis.quotes.speakers.descriptions import PEOPLE
from reader.analysis.quotes.speakers.words import WORDS
from reader.analysis.trained import common_words, name_genders
from reader.document.outline import Person, Speaker, SpeakerKind

_WORD = re.compile(r"[\w’'.&-]+")
_PRONOUNS = WORDS["pronouns"]
_DEFINITE = WORDS["definite"]
_INDEFINITE = WORDS["indefinite"]
_MOST_WORDS = 4
"""Words of a person's name."""
_STATES = WORDS["states"]
"""Bodies of which a country has one: with its name before them they are as good as named."""
_INNER = re.compile(r",|\s(?:of|for|from|at|in|to|with|who|which|that|on|near|by|close)\s")


class Kinds:
    """The kinds of the speakers of one article, met in reading order."""

    def __init__(self, text: str, people: Iterable[Person]) -> None:
        self._text = text
        self._people = {each.name for each in people}
        self._unnamed: set[str] = set()

    def of(self, speaker: Speaker) -> SpeakerKind:
        """What *speaker* is shown by. “The engineer” is unnamed where “an engineer” spoke before."""
        if speaker.name in self._people:
            return "name"
        words = _WORD.findall(speaker.name.phrase(self._text))
        lows = [word.lower().strip(".") for word in words]
        if all(low in _PRONOUNS for low in lows):
            return "pronoun"
        head = _head(speaker.name.phrase(self._text), determined=lows[0] in _DEFINITE | _INDEFINITE)
        if lows[0] not in _DEFINITE | _INDEFINITE and any(word[0].isupper() for word in words):
            if len(words) > 1 and words[-1] in PEOPLE:
                return "description"
            return "name" if _is_person(words) else "organisation"
        if head[:1].isupper():
            return "organisation"
        if lows[0] in _DEFINITE:
            is_body = head in _STATES or (head in ORGANISATION_WORDS and len(words) > 2)
            if is_body and any(word[0].isupper() for word in words[1:]):
                return "organisation"
            return "unnamed" if head in self._unnamed else "description"
        self._unnamed.add(head)
        return "unnamed"


def _is_person(words: list[str]) -> bool:
    """Whether words with capitals look like a person's name: by a first name that is no common word."""
    lows = [word.lower() for word in words]
    is_named = words[0] in name_genders() and lows[0] not in common_words()
    return 1 < len(words) <= _MOST_WORDS and is_named and ORGANISATION_WORDS.isdisjoint(lows)


def _head(words: str, *, determined: bool) -> str:
    """The last word of the noun phrase before what follows it: *official* of “a senior official at the ministry”."""
    found = _WORD.findall(_INNER.split(words, maxsplit=1)[0])
    inner = found[1:] if determined else found
    return inner[-1] if inner else ""
