"""People whom an article describes: “the old man”, the one before “he” whom the last sentence describes so."""

import re
from itertools import islice, pairwise

from reader.analysis.quotes.looks import look
from reader.analysis.quotes.speakers.asked import Asked, Named, itself, named
from reader.analysis.quotes.speakers.descriptions import described, described_in_headline, is_description
from reader.analysis.quotes.speakers.topics import told_before
from reader.document.outline import Speaker
from reader.document.span import Span

_SENTENCES = 3
"""Sentences that a pronoun looks back for a description."""
_HE_OR_SHE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_LONGEST = 8
"""Words of a description with its verb."""


def described_before(asked: Asked) -> Named | None:
    """He or she: whom the sentence before describes, where it names nobody: “The old man paid. He said …”."""
    if not asked.is_of_person:
        return None
    mentions = asked.known.mentions
    subject = _described_subject(asked)
    if subject is None:
        return None
    found = described(mentions, subject)
    if found is None:
        return Named(
            Speaker(asked.mention, subject), "the sentence before describes this person, whom nothing names"
        )
    return named(asked.mention, found[0], f"the sentence before describes this person: {found[1]}")


def _described_subject(asked: Asked) -> Span | None:
    """The description that is the subject of the last sentences, of which the others go on with “he” or “she”."""
    mentions, text = asked.known.mentions, asked.known.text
    for sentence in islice(told_before(mentions, asked.mention), _SENTENCES):
        far = mentions.paragraph(asked.mention.start) - mentions.paragraph(sentence.start) > 1
        if far or mentions.named_outside(sentence.start, asked.mention.start):
            return None
        subject = _subject(text, sentence)
        if subject or not _HE_OR_SHE.search(text, *sentence):
            return subject
    return None


def _subject(text: str, sentence: Span) -> Span | None:
    """The description of a person that is the subject of a sentence: “The old man (said …)”."""
    if not text.startswith("The ", sentence.start):
        return None
    words = list(islice(_WORD.finditer(text, *sentence), _LONGEST))
    for before, verb in pairwise(words):
        who = Span(sentence.start, before.end())
        acts = look(verb[0]).part.startswith(("VBD", "VBZ", "MD"))
        if acts and is_description(who.phrase(text).lower()):
            return who
    return None


def unnamed_again(asked: Asked) -> Named | None:
    """“The officer” where “a customs officer” spoke before, who has no name."""
    meant = asked.known.unnamed.described(asked.low, asked.mention)
    return itself(asked.mention) if meant else None


def described_person(asked: Asked) -> Named | None:
    """The person whom the article describes so."""
    found = described(asked.known.mentions, asked.mention, asked.spoke)
    return named(asked.mention, *found) if found else None


def described_above(asked: Asked) -> Named | None:
    """The person whom a headline describes, whom the text below names."""
    found = described_in_headline(asked.known.mentions, asked.mention)
    return named(asked.mention, *found) if found else None
