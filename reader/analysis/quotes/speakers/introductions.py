"""What an article says of somebody where it introduces them, and how well a description fits that."""

import re
from collections.abc import Sequence

from reader.analysis.quotes.speakers.words import WORDS
from reader.document.outline import Person

_WORD = re.compile(r"[\w-]+")
_LINKS = WORDS["links"]
_BEFORE, _AFTER = 60, 90
"""Code points around the place where a person is introduced that say who they are."""
_SAME = 4
"""Letters that two words share at their beginning to be of one kind: Norway, Norwegian."""


def bodies(description: str) -> list[str]:
    """The names of what somebody is the head, a member, an employee of: NATO in “the head of NATO”."""
    words = _WORD.findall(description)
    link = next((at for at, word in enumerate(words) if word in _LINKS), len(words))
    return [word for word in words[link:] if word[0].isupper()]


def is_of(text: str, person: Person, bodies: Sequence[str], until: int) -> bool:
    """Whether somebody is introduced with one of these names, or with words of which it is the initials."""
    around = [*_WORD.findall(person.role.text(text))] if person.role else []
    around += [*_WORD.findall(_before(text, person)), *_WORD.findall(_after(text, person, until))]
    initials = "".join(word[0] for word in around if word[0].isupper())
    known = {word.lower() for word in around}
    return not bodies or any(_has(known, body.lower()) or body in initials for body in bodies)


def _before(text: str, person: Person) -> str:
    """The words of the sentence before the place where somebody is introduced."""
    return re.split(r"[.!?”\n]", text[max(0, person.name.start - _BEFORE) : person.name.start])[-1]


def _after(text: str, person: Person, until: int) -> str:
    """The words of the sentence behind that place, as far as *until*, where the description itself begins."""
    end = person.name.end + _AFTER
    end = min(end, until) if until > person.name.end else end
    return re.split(r"[.!?“\n]", text[person.name.end : end])[0]


def likeness(text: str, person: Person, telling: set[str], until: int) -> int:
    """How many telling words stand in the person's role (twice each) or where the name is introduced."""
    role = set(_WORD.findall(person.role.text(text).lower())) if person.role else set()
    before, after = (
        _WORD.findall(_before(text, person).lower()),
        _WORD.findall(_after(text, person, until).lower()),
    )
    company = {*before[-4:], *after[:8]}
    return sum(2 * _has(role | {*after[:3]}, word) or _has(company, word) for word in telling)


def _has(words: set[str], word: str) -> int:
    return int(word in words or any(len(word) > _SAME and each[:_SAME] == word[:_SAME] for each in words))
