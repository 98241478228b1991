"""People: who is named, every mention, and what the article says they are.

A chunk of capitalised words is a person by the evidence of all its uses (person.py); later mentions
by a part of the name, also in another transliteration, follow.
"""

import re
from dataclasses import replace

from reader.analysis.bodies import names_of_bodies
from reader.analysis.chunk_names import Name, last_names, name_of
from reader.analysis.findings import Findings
from reader.analysis.names import (
    HONORIFICS,
    ORGANISATION_WORDS,
    Chunk,
    chunks,
    is_initials,
    name_end,
    name_text,
)
from reader.analysis.namesakes import Known
from reader.analysis.person import Evidence, person_features
from reader.analysis.places.gazetteer import demonyms, key, lookup
from reader.analysis.quotes.known_as import is_somebody
from reader.analysis.regression import probability, weights
from reader.analysis.roles import role_before
from reader.analysis.roll import Roll
from reader.analysis.trained import common_words, first_names, name_genders, name_words
from reader.analysis.words import Word
from reader.document.outline import Person
from reader.document.span import Span

Candidate = tuple[Chunk, Name, bool]
"""A chunk, the words of it that may be a name, and whether it has a title."""
UNTAGGED = 0.2
"""Weight of the one opinion where the entity tagger found nothing."""
UNTAGGED_NAME = 0.4
"""The same of a name that has a title, or of a given and a family name."""
PERSON = 0.5
"""Mean probability from which a name is a person's."""
_AGE = re.compile(r", (?:aged )?[1-9]\d?(?:, |\. | and )")
"""Behind a first name: “Elif, 31, from Izmir”."""
_TITLES_OF_ONE_NAME = HONORIFICS | {"president", "sen", "gov", "rep"}


def find_people(findings: Findings) -> Findings:
    """Step: the people of the article, in order of their first mention; and all names, for who is quoted."""
    found, evidence = candidates(findings)
    roll = Roll(findings.text)
    sure = _sure_names(findings, found, evidence)
    for _, name, _ in found:
        if _key(name) in sure:
            roll.add(name)
    places = {each.span.start for each in findings.entities if each.kind == "place" and each.share >= PERSON}
    for chunk, name, titled in found:
        if len(name) == 1 and (titled or (len(chunk.words) == 1 and name[0].start not in places)):
            told = titled and chunk.words[0].low in _TITLES_OF_ONE_NAME
            introduced = _is_introduced(findings.text, chunk, name[0])
            roll.add_single(name[0], titled=told or introduced, introduced=introduced)
    people = _with_marked(findings, [_person(0, each) for each in roll.everybody()])
    names = tuple(Span(name[0].start, name_end(name[-1])) for _, name, _ in found if name)
    return replace(findings, outline=replace(findings.outline, people=people), names=names)


def _with_marked(findings: Findings, people: list[Person]) -> tuple[Person, ...]:
    """The people, and those whose only name is printed in quotation marks, in the order of their first mention."""
    known = {word for each in people for word in each.name.text(findings.text).split()}
    marked: dict[str, list[Span]] = {}
    for span in findings.marked:
        marked.setdefault(span.text(findings.text), []).append(span)
    new = [
        Person("", spans[0], None, tuple(spans))
        for name, spans in marked.items()
        if known.isdisjoint(name.split()) and any(is_somebody(findings.text, span) for span in spans)
    ]
    found = sorted([*people, *new], key=lambda each: each.mentions[0]) if new else people
    return tuple(replace(each, id=f"p{number}") for number, each in enumerate(found, 1))


def candidates(findings: Findings) -> tuple[list[Candidate], Evidence]:
    """All capitalised words that stand together, and what the article tells of names."""
    found = list(chunks(findings))
    surnames = last_names(found)
    tagged = {
        each.span.end: each.span.start
        for each in findings.entities
        if each.kind == "person" and each.share >= PERSON
    }
    return [(chunk, *name_of(chunk, surnames, tagged)) for chunk in found], Evidence(findings, found)


def _person(number: int, known: Known) -> Person:
    return Person(f"p{number}", known.name, known.role, tuple(sorted(set(known.mentions))))


def _is_introduced(text: str, chunk: Chunk, word: Word) -> bool:
    """Whether one name stands in apposition to a role, “the head of the post, Suharyono, had not slept”, or an age."""
    if len(chunk.words) == 1 and name_text(word) in name_genders() and _AGE.match(text, name_end(word)):
        return True
    apart = chunk.before and chunk.before[-1].text == "," and chunk.after and chunk.after[0].text == ","
    unknown = word.low not in common_words() and word.low not in ORGANISATION_WORDS
    is_name = not lookup(name_text(word)) or name_text(word) in first_names()
    return bool(apart) and unknown and is_name and role_before(text, word.span) is not None


def _sure_names(findings: Findings, found: list[Candidate], evidence: Evidence) -> set[tuple[str, ...]]:
    """The names that are people's: what tells for and against is weighed over all their uses."""
    told: dict[tuple[str, ...], list[float]] = {}
    tagged = {
        at: each.share if each.kind == "person" else 1 - each.share
        for each in findings.entities
        for at in range(*each.span)
    }
    for chunk, name, titled in found:
        if _is_of_people(name, evidence):
            continue
        if 2 <= len(name) <= 5 and name[-1].text[0].isalpha():
            features = person_features(findings.text, chunk, name, evidence, titled=titled)
            own = probability(weights("person"), features)
            own = max(own, PERSON) if titled and _has_two_surnames(name) else own
            untagged = own * (UNTAGGED_NAME if titled or _is_listed(name) else UNTAGGED)
            told.setdefault(_key(name), []).append((own + tagged.get(name[-1].start, untagged)) / 2)
    bodies = names_of_bodies(found)
    sure = {
        name for name, shares in told.items() if sum(shares) / len(shares) >= PERSON and name not in bodies
    }
    ends = set(map(_lower, sure))
    return sure | {name for name in told if any(_lower(name[at:]) in ends for at in range(1, len(name) - 1))}


def _is_of_people(name: Name, evidence: Evidence) -> bool:
    """Whether the first word is one for a people, as the article uses it alone, too: German Reich, “German towns”."""
    first = name_text(name[0]) if name else ""
    return key(first) in demonyms() and evidence.alone[first] > 1


def _is_listed(name: Name) -> bool:
    """Whether the first word is a given name, or letters for some, and the last one a family name."""
    given, family = (name_words().get(name_text(name[at]), "") for at in (0, -1))
    return (given in {"g", "b"} or is_initials(name_text(name[0]))) and family in {"f", "b"}


def _has_two_surnames(name: Name) -> bool:
    """Whether a longer name ends in two family names, whatever else the last one means: Haug Lie."""
    return len(name) > 2 and all(name_words().get(name_text(word), "") in {"f", "b"} for word in name[-2:])


def _lower(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in name)


def _key(name: Name) -> tuple[str, ...]:
    return tuple(map(name_text, name))
