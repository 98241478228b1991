"""Whom a pronoun, a description, or words for a source without a name mean."""

import re
from dataclasses import replace
from itertools import islice, pairwise

from reader.analysis.quotes.looks import look
from reader.analysis.quotes.speakers.asked import EARLIER, SPOKE, Asked, Named, itself, named
from reader.analysis.quotes.speakers.descriptions import (
    described,
    described_in_headline,
    introduced,
    is_description,
)
from reader.analysis.quotes.speakers.following import LIKELY, ranked
from reader.analysis.quotes.speakers.namely import name_given
from reader.analysis.quotes.speakers.pronouns import SHE, told_before
from reader.document.outline import Person, Speaker
from reader.document.span import Span

_STAYS = frozenset("who whom which that whose they them their we us our i me my you".split())
"""Pronouns that are followed to nobody."""
SHOWN = 3
"""Candidates for a name that the trace holds."""
_BELOW = 600
"""Code points below a headline in which whom it means is named."""
_SENTENCES = 3
"""Sentences that a pronoun looks back for a description."""
_HE_OR_SHE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_LONGEST = 8
"""Words of a description with its verb."""


def picked_before(asked: Asked) -> Named | None:
    """He or she: the one of a surname who was picked out before, or nobody where that is not told."""
    if not asked.is_of_person:
        return None
    found = asked.known.kin.before(asked.mention, asked.people_heard)
    if found and (found[0] or not asked.known.mentions.between(*asked.quote)):
        return _picked(asked.mention, *found)
    return None


def picked(asked: Asked) -> Named | None:
    """The one whom “the elder Haddad” picks out; the words themselves if it is not told who."""
    kin = asked.known.kin
    return (
        _picked(asked.mention, kin.of(asked.mention, asked.people_heard))
        if kin.picks(asked.mention)
        else None
    )


def _picked(mention: Span, one: Person | None) -> Named:
    how = "the one of that surname who is picked out"
    return named(mention, one, how) if one else itself(mention)


def unnamed_source(asked: Asked) -> Named | None:
    """He or she: the source without a name that was introduced last, if nobody was named since."""
    if not asked.is_of_person:
        return None
    source = asked.known.unnamed.meant_by(asked.mention, female=asked.low in SHE)
    if source is None:
        return None
    given = name_given(asked._replace(mention=source))
    if given:
        return given._replace(speaker=replace(given.speaker, mention=asked.mention))
    return Named(Speaker(asked.mention, source), "the source without a name that was introduced last")


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


def likeliest_before(asked: Asked) -> Named | None:
    """He or she: the likeliest of those named before."""
    if not asked.is_of_person:
        return None
    mentions = asked.known.mentions
    inside = {mentions.people[index].id for index in mentions.between(*asked.quote)}
    found = ranked(mentions, asked.mention, asked.spoke, inside)
    if not found or found[0][0] < LIKELY:
        return None
    share, person = found[0]
    last = asked.spoke[-1].person if asked.spoke else None
    how = SPOKE if last and last.id == person.id else EARLIER
    others = tuple((each, other.name) for each, other in found[1:SHOWN])
    return named(asked.mention, person, how, share)._replace(others=others)


def introduced_before(asked: Asked) -> Named | None:
    """He or she: the only one who was introduced shortly before, without a name."""
    found = introduced(asked.known.mentions, asked.mention) if asked.is_of_person else None
    return Named(Speaker(asked.mention, found), "the only one introduced shortly before") if found else None


def named_below(asked: Asked) -> Named | None:
    """He or she in a headline or the line below it, before anybody is named: who is named first."""
    mentions = asked.known.mentions
    if not asked.is_of_person or mentions.paragraph(asked.mention.start) > 1:
        return None
    if mentions.last_before(asked.mention.start) is not None:
        return None
    after = mentions.between(asked.mention.end, asked.mention.end + _BELOW)
    first = mentions.people[after[0]] if after else None
    wanted = "f" if asked.low in SHE else "m"
    if first is None or mentions.gender(first) not in {wanted, "e"}:
        return None
    return named(asked.mention, first, "the first one named below")


def own_words(asked: Asked) -> Named | None:
    """Whom “his” or “her” means in “in his own words”."""
    low = asked.low
    if not low.startswith(("his ", "her ")) or not low.endswith(" words"):
        return None
    own = asked._replace(mention=Span(asked.mention.start, asked.mention.start + len("his")))
    rules = (picked_before, unnamed_source, described_before, likeliest_before, introduced_before)
    return next((found for rule in rules if (found := rule(own))), itself(own.mention))


def untold(asked: Asked) -> Named | None:
    """A pronoun that is followed to nobody."""
    return itself(asked.mention) if asked.is_of_person or asked.low in _STAYS else None


def unnamed_again(asked: Asked) -> Named | None:
    """“The officer” where “a customs officer” spoke before, who has no name."""
    meant = asked.known.unnamed.described(asked.low, asked.mention)
    return itself(asked.mention) if meant else None


def described_person(asked: Asked) -> Named | None:
    """The person whom the article describes so."""
    found = described(asked.known.mentions, asked.mention)
    return named(asked.mention, *found) if found else None


def described_above(asked: Asked) -> Named | None:
    """The person whom a headline describes, whom the text below names."""
    found = described_in_headline(asked.known.mentions, asked.mention)
    return named(asked.mention, *found) if found else None


def as_it_stands(asked: Asked) -> Named:
    """The words as they are: the article gives no name for them."""
    return itself(asked.mention)
