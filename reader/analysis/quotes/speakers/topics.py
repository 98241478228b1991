"""What the sentences before are about: their subjects, and the rough grammatical role of a name."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis.names import TITLES
from reader.analysis.quotes.speakers.mentions import Mentions
from reader.analysis.quotes.speakers.words import WORDS
from reader.analysis.reporting import cue_share
from reader.analysis.words import words
from reader.document.outline import Person
from reader.document.span import Span

HE = frozenset(["he", "him", "his"])
SHE = frozenset(["she", "her", "hers"])
_BACK = 8
"""Sentences back in which the one is looked for that a pronoun goes on with."""
_OWNED = 40
"""Code points behind an owner in which nobody else is named: “Mensah’s goal was …” is about Mensah."""
_MARKS = "“”\"„«»‘' "
_WORD = 24
"""Code points that hold any of the words that are looked for at the beginning of a sentence."""


class Turn(NamedTuple):
    """Somebody who was quoted: who, if that is known, and where the words begin that say so."""

    person: Person | None
    at: int


def subject_before(mentions: Mentions, pronoun: Span, spoke: Sequence[Turn] = ()) -> Person | None:
    """The person whom the sentences before *pronoun* are about: the subject of the last that names one itself, or
    who spoke since."""
    for sentence in told_before(mentions, pronoun):
        if spoke and spoke[-1].at >= sentence.start:
            return spoke[-1].person
        if _opening(mentions, sentence) not in HE | SHE:
            return _subject(mentions, sentence)
    return None


def told_before(mentions: Mentions, pronoun: Span) -> Iterator[Span]:
    """The sentences before *pronoun* that are no quotations, the last one first."""
    number = mentions.sentence(pronoun.start) - 1
    for sentence in reversed(mentions.sentences[max(0, number - _BACK + 1) : number + 1]):
        if not mentions.in_quote(sentence.start):
            yield sentence


def _opening(mentions: Mentions, sentence: Span) -> str:
    """The first word of a sentence, in small letters."""
    start = mentions.text[sentence.start : min(sentence.end, sentence.start + _WORD)]
    return (start.split(maxsplit=1) or [""])[0].lower()


def _subject(mentions: Mentions, sentence: Span) -> Person | None:
    """Who is named first in the main clause."""
    comma = -1
    if _opening(mentions, sentence) in WORDS["subordinates"]:
        comma = mentions.text.find(",", sentence.start, sentence.end)
    start = max(sentence.start, comma)
    inside = mentions.between(start, sentence.end)
    if inside and opens(mentions.text, mentions.spans[inside[0]], sentence.start):
        others = [mentions.spans[each].start for each in inside[1:]]
        if not others or others[0] - mentions.spans[inside[0]].end > _OWNED:
            return mentions.people[inside[0]]
    for index in inside:
        if role_of(mentions, mentions.spans[index], start) not in {"owner", "after"}:
            return mentions.people[index]
    return None


def opens(text: str, name: Span, sentence: int) -> bool:
    """Whether a name opens the sentence that begins at *sentence*, but for a title and marks."""
    before = text[sentence : name.start].strip(_MARKS).lower().split()
    return not before or (len(before) == 1 and before[0].strip(".") in TITLES)


def role_of(mentions: Mentions, span: Span, sentence: int) -> str:
    """A rough grammatical role: who says, subject, owner, after a preposition, object."""
    text = mentions.text
    after = next(words(text, Span(span.end, min(len(text), span.end + 24))), None)
    if after and after.text in {"'", "’"}:
        return "owner"
    before = text[max(0, span.start - 16) : span.start].lower().split()
    last = before[-1] if before else ""
    says = (after and cue_share(after.low) >= 0.5) or cue_share(last) >= 0.9
    if says or before[-2:] == ["according", "to"] or mentions.is_cited(span):
        return "says"
    if last in WORDS["after"]:
        return "after"
    if last == "and":
        return "and"
    return "subject" if span.start - sentence < 40 else "object"
