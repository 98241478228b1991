"""Two people of one surname: whom “the elder Haddad”, “the other Haddad” means."""

import re
from collections.abc import Sequence

from reader.analysis.quotes.mentions import Mentions
from reader.document.outline import Person
from reader.document.span import Span

_WHICH = re.compile(r"\b[Tt]he (?P<which>elder|older|younger|other) (?P<surname>[A-ZÀ-ÞŠŽ][\w’'-]+)")
_ELDERS = frozenset("father mother grandfather grandmother uncle aunt elder older senior stepfather".split())
_YOUNGER = frozenset("son daughter grandson granddaughter nephew niece younger junior stepson".split())
_BEFORE = 28
"""Code points before a full name in which a word tells whose father or son it is."""


class Kin:
    """Picks out one of several people of a surname; what is once picked out stays so."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self._picked: dict[int, Person | None] = {}

    def picks(self, mention: Span) -> bool:
        """Whether a mention picks out one of several."""
        return _WHICH.fullmatch(self.mentions.text, *mention) is not None

    def of(self, mention: Span, spoke: Sequence[Person]) -> Person | None:
        """The one whom *mention* picks out; None where it picks out none."""
        found = _WHICH.fullmatch(self.mentions.text, *mention)
        return self._pick(found, spoke) if found else None

    def before(self, pronoun: Span, spoke: Sequence[Person]) -> tuple[Person | None] | None:
        """The one who was picked out in the paragraph of a pronoun or the one before, if nobody was named since;
        the one is None where the text does not tell who it is."""
        mentions = self.mentions
        start = mentions.text.rfind("\n", 0, mentions.text.rfind("\n", 0, pronoun.start)) + 1
        start = mentions.text.rfind("\n", 0, max(0, start - 2)) + 1
        found = [
            each
            for each in _WHICH.finditer(mentions.text, start, pronoun.start)
            if not mentions.in_quote(each.start())
        ]
        if not found:
            return None
        after = mentions.between(found[-1].end(), pronoun.start)
        named = any(not mentions.in_quote(mentions.spans[each].start) for each in after)
        one = None if named else self._pick(found[-1], spoke)
        here = mentions.paragraph(found[-1].start()) == mentions.paragraph(pronoun.start)
        return (one,) if one or (here and not named) else None

    def _pick(self, found: re.Match[str], spoke: Sequence[Person]) -> Person | None:
        at = found.start()
        if at not in self._picked:
            self._picked[at] = _picked(self.mentions, found, spoke)
        return self._picked[at]


def _picked(mentions: Mentions, found: re.Match[str], spoke: Sequence[Person]) -> Person | None:
    surname = found["surname"]
    every = {each.id: each for each in mentions.people}.values()
    people = [each for each in every if each.name.text(mentions.text).split()[-1] == surname]
    if len(people) != 2:
        return people[0] if len(people) == 1 else None
    if found["which"] == "other":
        last = next((each for each in reversed(spoke) if each in people), None)
        return next(each for each in people if each is not last) if last else None
    wanted, unwanted = (_YOUNGER, _ELDERS) if found["which"] == "younger" else (_ELDERS, _YOUNGER)
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
