"""Whom a pronoun, a description, or words for a source without a name mean."""

from dataclasses import replace

from reader.analysis.quotes.speakers.asked import EARLIER, SPOKE, Asked, Named, itself, named
from reader.analysis.quotes.speakers.described import described_before
from reader.analysis.quotes.speakers.descriptions import (
    introduced,
)
from reader.analysis.quotes.speakers.following import LIKELY, ranked
from reader.analysis.quotes.speakers.namely import name_given
from reader.analysis.quotes.speakers.pronouns import goes_on
from reader.analysis.quotes.speakers.topics import SHE
from reader.analysis.quotes.speakers.words import WORDS
from reader.document.outline import Person, Speaker
from reader.document.span import Span

_STAYS = WORDS["stays"]
"""Pronouns that are followed to nobody."""
GOES_ON = "whoever spoke last goes on"
SHOWN = 3
"""Candidates for a name that the trace holds."""
_CLEAR, _AMBIGUOUS = 0.9, 0.6
"""Probability of somebody who is quoted nowhere by name, just after somebody else spoke, below which it is no more than
the other."""
_BELOW = 600
"""Code points below a headline in which whom it means is named."""


def picked_before(asked: Asked) -> Named | None:
    """He or she: the one of a surname who was picked out before, or nobody where that is not told."""
    if not asked.is_of_person:
        return None
    found = asked.known.kin.before(asked.mention, asked.spoke)
    if found and (found[0] or not asked.known.mentions.between(*asked.quote)):
        return _picked(asked.mention, *found)
    return None


def picked(asked: Asked) -> Named | None:
    """The one whom “the elder Haddad” picks out; the words themselves if it is not told who."""
    kin = asked.known.kin
    return _picked(asked.mention, kin.of(asked.mention, asked.spoke)) if kin.picks(asked.mention) else None


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


def goes_on_speaking(asked: Asked) -> Named | None:
    """He or she added: who spoke last, in this paragraph or the one before."""
    last, mentions = asked.spoke[-1] if asked.spoke else None, asked.known.mentions
    if (
        not asked.is_of_person
        or last is None
        or last.person is None
        or not goes_on(asked.known.text, asked.mention)
    ):
        return None
    far = mentions.paragraph(asked.mention.start) - mentions.paragraph(last.at) > 1
    wanted = "f" if asked.low in SHE else "m"
    suits = mentions.gender(last.person) in {wanted, "e"}
    inside = any(mentions.people[index].id == last.person.id for index in mentions.between(*asked.quote))
    return named(asked.mention, last.person, GOES_ON) if suits and not far and not inside else None


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
    if last and last.id != person.id and not mentions.speaks(person) and share < _CLEAR:
        share = min(share, _AMBIGUOUS)
    how = SPOKE if last and last.id == person.id else EARLIER
    others = tuple((each, other.name) for each, other in found if other.id != person.id)[: SHOWN - 1]
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


def as_it_stands(asked: Asked) -> Named:
    """The words as they are: the article gives no name for them."""
    return itself(asked.mention)
