"""Two people of one surname: whom “the elder Haddad”, “the other Haddad” means."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from reader.analysis.quotes.speakers.mentions import Mentions
from reader.analysis.quotes.speakers.topics import Turn
from reader.analysis.quotes.speakers.words import WORDS
from reader.document.outline import Person
from reader.document.span import Span

_WHICH = re.compile(r"\b[Tt]he (?P<which>elder|older|younger|other) (?P<surname>[A-ZÀ-ÞŠŽ][\w’'-]+)")
_ELDERS = WORDS["elders"]
_YOUNGER = WORDS["younger"]
_PARAGRAPHS = 1
"""Paragraphs that a pronoun looks back for whom was picked out."""
_BEFORE = 28
"""Code points before a full name in which a word tells whose father or son it is."""


class Kin:
    """Picks out one of several people of a surname; what is once picked out stays so."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self._found = [each for each in _WHICH.finditer(mentions.text) if not mentions.in_quote(each.start())]
        self._ends = [each.end() for each in self._found]
        self._by_surname: dict[str, dict[str, Person]] = {}
        if self._found:
            for person in mentions.people:
                surname = person.name.text(mentions.text).split()[-1]
                self._by_surname.setdefault(surname, {})[person.id] = person
        self._picked: dict[int, Person | None] = {}

    def picks(self, mention: Span) -> bool:
        """Whether a mention picks out one of several."""
        return _WHICH.fullmatch(self.mentions.text, *mention) is not None

    def of(self, mention: Span, spoke: Sequence[Turn]) -> Person | None:
        """The one whom *mention* picks out; None where it picks out none."""
        found = _WHICH.fullmatch(self.mentions.text, *mention)
        return self._pick(found, spoke) if found else None

    def before(self, pronoun: Span, spoke: Sequence[Turn]) -> tuple[Person | None] | None:
        """The one who was picked out in the paragraph of a pronoun or the one before, if nobody was named since;
        the one is None where the text does not tell who it is."""
        mentions = self.mentions
        index = bisect_right(self._ends, pronoun.start) - 1
        if index < 0:
            return None
        found = self._found[index]
        far = mentions.paragraph(pronoun.start) - mentions.paragraph(found.start())
        if far > _PARAGRAPHS or mentions.named_outside(found.end(), pronoun.start):
            return None
        one = self._pick(found, spoke)
        return (one,) if one or not far else None

    def _pick(self, found: re.Match[str], spoke: Sequence[Turn]) -> Person | None:
        at = found.start()
        if at not in self._picked:
            people = [*self._by_surname.get(found["surname"], {}).values()]
            self._picked[at] = _picked(self.mentions, found["which"], people, spoke)
        return self._picked[at]


def _picked(mentions: Mentions, which: str, people: Sequence[Person], spoke: Sequence[Turn]) -> Person | None:
    if len(people) != 2:
        return people[0] if len(people) == 1 else None
    if which == "other":
        last = next((each.person for each in reversed(spoke) if each.person in people), None)
        return next(each for each in people if each is not last) if last else None
    wanted, unwanted = (_YOUNGER, _ELDERS) if which == "younger" else (_ELDERS, _YOUNGER)
    told = [(_is_told(mentions, each, wanted), _is_told(mentions, each, unwanted)) for each in people]
    if told[0] == told[1]:
        return None
    return people[0] if told[0] > told[1] or (told[1][1] and not told[0][1]) else people[1]


def _is_told(mentions: Mentions, person: Person, words: frozenset[str]) -> bool:
    """Whether one of the words stands right before the person's full name."""
    length = person.name.end - person.name.start
    for span in person.mentions:
        before = mentions.text[max(0, span.start - _BEFORE) : span.start].lower()
        near = re.split(r"[.!?;\n]", before)[-1].replace(",", " ").split()[-2:]
        if span.end - span.start == length and words & {*near}:
            return True
    return False
