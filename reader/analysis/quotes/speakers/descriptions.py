"""Whom a description means ("the goalkeeper", "the 43-year-old", "the Norwegian politician")."""

import re
from collections.abc import Sequence

from reader.analysis.quotes.speakers.genders import FEMALE, MALE
from reader.analysis.quotes.speakers.introductions import bodies, is_of, likeness
from reader.analysis.quotes.speakers.mentions import Mentions
from reader.analysis.quotes.speakers.pronouns import REACH
from reader.analysis.quotes.speakers.topics import Turn, subject_before
from reader.analysis.quotes.speakers.words import WORDS
from reader.analysis.roles import ROLE_NOUNS
from reader.document.outline import Person
from reader.document.span import Span

PEOPLE = ROLE_NOUNS | WORDS["people"]
_NATIONALS = WORDS["nationals"]
"""Names of people of a country that no common ending tells."""
_WORD = re.compile(r"[\w-]+")
_LINKS = WORDS["links"]
_INDEFINITE = WORDS["indefinite"]
_NOT_TELLING = WORDS["not_telling"]
_INTRODUCED = re.compile(
    r"\b(?:A|An|The|One) (?:[a-z’'-]+ ){0,3}?(?:[a-z-]+)(?= [a-z]+ed\b| (?:said|told|spoke|had|was|is)\b)"
)
_BARE = 5
"""Words of a description without an article: “Russian presidential spokesman”."""
_NEAR = 350
"""Code points before a description in which only one person may be named whom it can mean."""
_SHORTLY = 250
"""Code points before a pronoun in which such a person is looked for."""
_BACK = 400
"""Mentions of people that a description looks back."""
_AHEAD = 500
"""Code points below a headline in which the person is looked for whom it describes."""


def is_description(low: str) -> bool:
    """Whether the lower-case words describe one person."""
    parts = low.split()
    bare = (
        parts[-1] in PEOPLE and len(parts) < _BARE and not any("’" in part or "'" in part for part in parts)
    )
    opens = parts[0] in {"the", "his", "her"} or bare
    return 1 < len(parts) <= 7 and opens and parts[0] not in _INDEFINITE and _head(parts) is not None


def _head(parts: Sequence[str]) -> str | None:
    head = next((w for i, w in enumerate(parts) if i + 1 == len(parts) or parts[i + 1] in _LINKS), "")
    return (
        head
        if head in PEOPLE | _NATIONALS or head.endswith(("-year-old", "an", "ish", "ese", "er", "ist"))
        else None
    )


def introduced(mentions: Mentions, pronoun: Span) -> Span | None:
    """The unnamed person whom a pronoun means: “A palace spokeswoman … she said”, if no other is near."""
    start = max(0, pronoun.start - _SHORTLY)
    if mentions.between(start, pronoun.start):
        return None
    found = [Span(*match.span()) for match in _INTRODUCED.finditer(mentions.text, start, pronoun.start)]
    outside = [each for each in found if not mentions.in_quote(each.start)]
    named = [each for each in outside if each.text(mentions.text).split()[-1] in PEOPLE]
    return named[0] if len(named) == 1 else None


def described(mentions: Mentions, mention: Span, spoke: Sequence[Turn] = ()) -> tuple[Person, str] | None:
    """The person whom *mention* means, and why; *spoke*: who was quoted before, the last one last."""
    low = mention.phrase(mentions.text).lower()
    last = mentions.last_before(mention.start)
    if last is None or not is_description(low):
        return None
    telling = {word.removesuffix("-year-old") for word in _WORD.findall(low)} - _NOT_TELLING - _LINKS
    people = {
        each.id: each for each in reversed(mentions.people[max(0, last - _BACK) : last + 1])
        if _suits(mentions, each, telling)
    }  # fmt: skip
    if low.startswith(("his ", "her ")):
        for index in mentions.between(
            mentions.sentences[mentions.sentence(mention.start)].start, mention.start
        ):
            people.pop(mentions.people[index].id, None)
    if not people:
        return None
    alike = {person: likeness(mentions.text, each, telling, mention.start) for person, each in people.items()}
    likeliest = max(alike, key=alike.__getitem__)
    best = alike[likeliest]
    if best > 0 and is_of(
        mentions.text, people[likeliest], bodies(mention.phrase(mentions.text)), mention.start
    ):
        how = "the article describes this person so" if best > 1 else "a word describes this person so"
        return people[likeliest], how
    near = {mentions.people[each].id: each for each in mentions.between(mention.start - _NEAR, mention.start)}
    only = mentions.people[near.popitem()[1]] if len(near) == 1 else None
    if only and low.startswith("the ") and only.role is None and _suits(mentions, only, telling):
        return only, "the only person named shortly before"
    return _gone_on_with(mentions, mention, low, telling, spoke)


def _gone_on_with(
    mentions: Mentions, mention: Span, low: str, telling: set[str], spoke: Sequence[Turn]
) -> tuple[Person, str] | None:
    """The person whom the text before is about, unless somebody without a name is introduced as one of that kind."""
    person = subject_before(mentions, mention, spoke)
    head = _head(low.split())
    if person is None or not low.startswith("the ") or not _suits(mentions, person, telling):
        return None
    if head is None or (head in WORDS["offices"] and _has_other_role(mentions.text, person, head)):
        return None
    introduced_as = re.compile(
        rf"\b(?:an?|one|another) (?:[\w-]+ ){{0,3}}?{re.escape(head)}\b", re.IGNORECASE
    )
    if introduced_as.search(mentions.text, max(0, mention.start - REACH), mention.start):
        return None
    return person, "the text before is about this person"


def _has_other_role(text: str, person: Person, head: str) -> bool:
    return person.role is not None and head not in person.role.text(text).lower().split()


def described_in_headline(mentions: Mentions, mention: Span) -> tuple[Person, str] | None:
    """The person whom a headline describes without an article: “Vet tells inquiry …”. The text names them."""
    words = mention.phrase(mentions.text).lower().split()
    if mentions.paragraph(mention.start) != 0 or len(words) > 3 or words[-1] not in PEOPLE:
        return None
    after = mentions.between(mention.end, mention.end + _AHEAD)
    people = {each.id: each for each in (mentions.people[index] for index in after)}
    alike = {
        person: likeness(mentions.text, each, {*words}, len(mentions.text)) for person, each in people.items()
    }
    likeliest = max(alike, key=alike.__getitem__, default=None)
    if likeliest is None or (alike[likeliest] == 0 and len(people) > 1):
        return None
    told = alike[likeliest] > 0
    how = "the text below the headline describes this person so" if told else "the only person named below"
    return people[likeliest], how


def _suits(mentions: Mentions, person: Person, telling: set[str]) -> bool:
    """Whether nothing in the description speaks against the person's gender."""
    gender = mentions.gender(person)
    return not (gender == "m" and telling & FEMALE) and not (gender == "f" and telling & MALE)
