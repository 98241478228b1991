"""Speakers whose name stands in the words that attribute the quote: “Poe spokeswoman Jane Roe”."""

import re

from reader.analysis.names import ORGANISATION_WORDS
from reader.analysis.places.gazetteer import lookup
from reader.analysis.quotes.speakers.asked import RELATIVE, THERE, Asked, Named, line_end, named
from reader.analysis.quotes.speakers.pronouns import goes_on
from reader.analysis.quotes.speakers.words import WORDS
from reader.document.outline import Person, Speaker
from reader.document.span import Span

_OWN = re.compile(r",\s+(?:his|her|their)\s+[a-z][\w’' -]{2,40},?\s+\Z")
"""Between two names, of whom the second belongs to the first: “Arvid Nyström, his teacher, Berta Falk”."""
_MOST_WORDS = 4
_WORD = 12
"""Code points that hold a preposition."""
_GIVEN = re.compile(
    r",? who (?:asked to be|wanted to be|wished to be|would only be|agreed to be|is|was)?[^.,;:!?“”\"]{0,40}?"
    r"(?:first name|last name|given name|nickname|name|identified|introduced|known|called|named|himself|herself)"
    r"(?: only| just| simply)?(?:,| as| by (?:his|her|their) first name,?)*[^\S\n]+(?P<name>[A-ZÀ-ÞŠŽ][\w’'-]+)"
)
_NEAR = 60
"""Code points between a name and a relative pronoun."""
_WORDS = re.compile(r"\b(?:in |In )?(?P<who>\S[^,.;]*?)(?:['’]s|(?<=s)['’])(?: own)? words\Z")
GIVEN = "the name by which this source wants to be known"
JUST_BEFORE = "the name by which somebody spoke just before"
BESIDE_PLACE = "the subject of a sentence with a place in it"
OF_PERSON = frozenset([GIVEN, JUST_BEFORE])
"""Ways to the name of a person, whatever kind of name it looks like."""


def named_there(asked: Asked) -> Named | None:
    """The person or body that the words name."""
    known, mention = asked.known, asked.mention
    name = known.names.speaker(mention)
    ending = name.phrase(known.text).lower() if name else asked.low
    person = _person(asked) or known.by_ending.get(ending)
    if person:
        return named(mention, person, THERE)
    if name is None:
        return None
    before = known.text[mention.start : name.start].split()
    is_whole = not (before and before[-1][0].isupper()) and not lookup(name.phrase(known.text))
    return Named(Speaker(mention, known.names.fullest(name) if is_whole else name), THERE)


def _person(asked: Asked) -> Person | None:
    """The last one named there, for “Poe spokeswoman Jane Roe”; the first, where a comma ends that name."""
    known, mention, mentions = asked.known, asked.mention, asked.known.mentions
    inside = [
        index for index in mentions.between(mention.start, mention.end)
        if mention.holds(mentions.spans[index]) and not known.names.owns(mentions.spans[index], mention)
    ]  # fmt: skip
    if not inside:
        return None
    first, last = mentions.spans[inside[0]], mentions.spans[inside[-1]]
    if _OWN.search(known.text, first.end, last.start):
        return mentions.people[inside[-1]]
    after = known.text[mention.end : mention.end + 8].lstrip()
    goes_on = after[:1].islower() and not after.startswith(("who", "which", "that"))
    apposed = known.text[first.end : first.end + 2].lstrip()[:1] in {",", "("} and not goes_on
    return mentions.people[inside[0 if apposed else -1]]


def beside_place(asked: Asked) -> Named | None:
    """The subject of a sentence of which the words only name a place: “(Ann Lee) met us in (Oslo) and called it”."""
    known, mention = asked.known, asked.mention
    before = known.text[max(0, mention.start - _WORD) : mention.start].split()
    if not before or before[-1] not in WORDS["in"] or not lookup(mention.phrase(known.text)):
        return None
    sentence = known.mentions.sentences[known.mentions.sentence(mention.start)]
    inside = known.mentions.between(sentence.start, mention.start)
    return named(mention, known.mentions.people[inside[0]], BESIDE_PLACE) if inside else None


def before_relative(asked: Asked) -> Named | None:
    """The person named, or described as a speaker, right before a relative pronoun."""
    last = asked.last
    if asked.low not in {"who", "whom", "which", "that", "whose"}:
        return None
    if last and last.person and 0 <= asked.mention.start - last.speaker.mention.end <= 3:
        return named(asked.mention, last.person, RELATIVE)
    mentions = asked.known.mentions
    index = mentions.last_before(asked.mention.start)
    if index is None:
        return None
    between = asked.known.text[mentions.spans[index].end : asked.mention.start]
    near = len(between) < _NEAR and "." not in between
    return named(asked.mention, mentions.people[index], RELATIVE) if near else None


def name_given(asked: Asked) -> Named | None:
    """The name by which a source wants to be known: “a pensioner, who gave only her first name, Halyna”."""
    text, end = asked.known.text, asked.mention.end
    found = _GIVEN.match(text, end, line_end(text, end)) if _is_indefinite(asked.low) else None
    if found is None:
        return None
    return Named(Speaker(asked.mention, Span.of(found, "name")), GIVEN)


def _is_indefinite(low: str) -> bool:
    """Whether words in small letters introduce somebody: “a pensioner”, “one of the guards”."""
    return low.startswith(("a ", "an ", "one ", "another "))


def just_before(asked: Asked) -> Named | None:
    """He or she: who spoke just before by a name that is known as nobody’s: “Pink said …. She added …”."""
    last, known = asked.last, asked.known
    if not asked.is_of_person or last is None or last.person or last.how != THERE:
        return None
    mentions, name = known.mentions, last.speaker.name
    if last.speaker.mention != name or not _can_be_person(asked, name):
        return None
    far = mentions.paragraph(asked.mention.start) - mentions.paragraph(name.start)
    others = mentions.named_outside(name.end, asked.mention.start) and not goes_on(known.text, asked.mention)
    return None if far > 1 or others else Named(Speaker(asked.mention, name), JUST_BEFORE)


def _can_be_person(asked: Asked, name: Span) -> bool:
    words = name.phrase(asked.known.text).split()
    return (
        len(words) < _MOST_WORDS
        and all(word.istitle() and word.lower() not in ORGANISATION_WORDS for word in words)
        and not lookup(" ".join(words))
    )


def in_words(asked: Asked) -> Named | None:
    """Whose words they are: “in Dr Lee’s words”."""
    owner = _WORDS.search(asked.mention.text(asked.known.text))
    if owner is None:
        return None
    start = asked.mention.start
    return named_there(asked._replace(mention=Span(start + owner.start("who"), start + owner.end("who"))))
