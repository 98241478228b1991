"""From the words that attribute a quote to the person, organisation or source behind them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from reader.analysis.findings import Findings
from reader.analysis.names import CALENDAR
from reader.analysis.places.gazetteer import lookup
from reader.analysis.quotes.cutting import Cut
from reader.analysis.quotes.descriptions import described, in_headline, introduced
from reader.analysis.quotes.following import likeliest
from reader.analysis.quotes.kin import Kin
from reader.analysis.quotes.mentions import Mentions
from reader.analysis.quotes.names import Names
from reader.analysis.quotes.pronouns import HE, SHE, opens_paragraph, told_before
from reader.analysis.quotes.unnamed import Unnamed
from reader.document.outline import Person, Speaker
from reader.document.span import Span

_OWN = re.compile(r",\s+(?:his|her|their)\s+[a-z][\w’' -]{2,40},?\s+\Z")
"""Between two names, of whom the second belongs to the first: “Arvid Nyström, his teacher, Berta Falk”."""
_RELATIVE = frozenset("who whom which that whose".split())
_ORGANISATIONS = frozenset(
    """company firm bank airline club university agency newspaper museum charity union group retailer
    manufacturer supplier operator brewery publisher broadcaster insurer lender carmaker studio""".split()
)
_BODY = re.compile(
    rf"The (?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(sorted(_ORGANISATIONS))}|ministry|department|council|committee|"
    r"commission|board|court|government|office|authority|institute|party|army|police|inspectorate|parliament)\b"
    r"(?: (?:of|for) (?:the )?[\w’'-]+(?: and [\w’'-]+)?)?"
)
"""A body at the beginning of a sentence."""
_SIGN = re.compile(r"[^\W_]")
_QUOTES = re.compile('[“”"«»]')
_SHORTLY = 300
"""Code points before “the company” in which its name is looked for."""
THERE = "the name stands there"
SPOKE = "the pronoun suits who spoke before"
EARLIER = "the pronoun suits who was named before"
ITSELF = "the article gives no name for it here"
BEGINS = "the paragraph before begins with this person"
_OTHERS = frozenset("they them their we us our i me my it its you".split())


class Named(NamedTuple):
    """A speaker, how its name was found, and the probability that the name is right."""

    speaker: Speaker
    how: str
    share: float = 1.0
    person: Person | None = None


class Speakers:
    """The speakers of one article, met in reading order."""

    def __init__(self, findings: Findings) -> None:
        self.text = findings.text
        self.mentions = Mentions(findings)
        self._paragraphs = findings.paragraphs
        self.kin = Kin(self.mentions)
        self.unnamed = Unnamed(self.mentions)
        self.names = Names(findings.text, findings.names)
        self._by_ending = dict(_endings(self.text, findings.outline.people))
        self._spoke: list[Person] = []
        self._last: Named | None = None
        self._quote = Span(0, 0)

    def behind(self, source: Cut, quote: Span) -> Named:
        """The speaker of *quote* whom *source* names, directly or by what the article said before."""
        self._quote = quote
        mention = self.names.whole(source.mention)
        if self._last is None or self._last.speaker.mention != mention:
            self._last = self._relative(mention, source.stands_for) or self._find(mention)
        if self._last.person:
            self._spoke.append(self._last.person)
        return self._last

    def of_paragraph_before(self, quote: Span) -> Named | None:
        """The person with whom the paragraph before begins, for a quotation that stands alone in its own."""
        found = self._alone_after(quote)
        if found is None or self.mentions.people[found] in self._spoke[-1:]:
            return None
        self._last = _named(self.mentions.spans[found], self.mentions.people[found], BEGINS, 0.45)
        self._spoke.append(self.mentions.people[found])
        return self._last

    def _alone_after(self, quote: Span) -> int | None:
        """The number of the mention that opens the paragraph before, if nobody is quoted there."""
        number = self.mentions.paragraph(quote.start)
        if number < 2:
            return None
        paragraph, above = self._paragraphs[number], self._paragraphs[number - 1]
        if _SIGN.search(self.text, paragraph.start, quote.start) or _SIGN.search(
            self.text, quote.end, max(quote.end, paragraph.end)
        ):
            return None
        inside = self.mentions.between(*above)
        if not inside or self.mentions.spans[inside[0]].start != above.start:
            return None
        return inside[0] if not _QUOTES.search(self.text, *above) else None

    def _relative(self, mention: Span, before: Span | None) -> Named | None:
        """Whom a relative pronoun means: the noun phrase *before* it, or whom that means."""
        if before is None:
            return None
        found = self._find(self.names.whole(before))
        how = f"“{mention.phrase(self.text).lower()}” goes on after the name"
        return found._replace(speaker=replace(found.speaker, mention=mention), how=how)

    def _find(self, mention: Span) -> Named:
        low = mention.phrase(self.text).lower()
        if low in HE or low in SHE:
            return self._pronoun(mention)
        if low.startswith(("his ", "her ")) and low.endswith(" words"):
            return self._pronoun(Span(mention.start, mention.start + len("his")))
        if low in _RELATIVE:
            before = self._before(mention)
            return _named(mention, before, f"“{low}” goes on after the name") if before else _itself(mention)
        if low in _OTHERS - {"it"}:
            return _itself(mention)
        if self.kin.picks(mention):
            return self._picked(mention, self.kin.of(mention, self._spoke))
        name = self.names.speaker(mention)
        ending = name.phrase(self.text).lower() if name else low
        person = self._named_in(mention) or self._by_ending.get(ending)
        if person:
            return _named(mention, person, THERE)
        if name:
            return Named(Speaker(mention, name), THERE)
        if self.unnamed.described(low, mention):
            return _itself(mention)
        found = described(self.mentions, mention) or in_headline(self.mentions, mention)
        if found:
            return _named(mention, *found)
        organisation = self._organisation(mention, low)
        if organisation:
            return Named(Speaker(mention, organisation), "the only organisation named shortly before", 0.8)
        return _itself(mention)

    def _picked(self, mention: Span, one: Person | None) -> Named:
        """The one of a surname whom “the elder Haddad” picks out; the words themselves if it is not told who."""
        return (
            _named(mention, one, "the one of that surname who is picked out", 0.85)
            if one
            else _itself(mention)
        )

    def _organisation(self, mention: Span, low: str) -> Span | None:
        """The organisation that “the company” means: the only name before that is no person's or place's."""
        words = low.split()
        described = len(words) == 2 and words[0] == "the" and words[1] in _ORGANISATIONS
        if not described and low != "it":
            return None
        if low == "it":
            subject = self._subject_before(mention)
            if subject:
                return subject
        found: dict[str, Span] = {}
        for name in self.names.inside(Span(max(0, mention.start - _SHORTLY), mention.start)):
            if self._is_body(name):
                found.setdefault(name.phrase(self.text), name)
        return next(iter(found.values())) if len(found) == 1 else None

    def _subject_before(self, pronoun: Span) -> Span | None:
        """The body that is the subject of the sentence before: “The ministry of fisheries … It said …”."""
        sentence = next(told_before(self.mentions, pronoun), None)
        if sentence is None:
            return None
        near = self.mentions.paragraph(pronoun.start) - self.mentions.paragraph(sentence.start)
        body = _BODY.match(self.text, *sentence)
        if body and not near:
            return Span(*body.span())
        start = sentence.start + 4 * self.text.startswith("The ", sentence.start)
        name = next(iter(self.names.inside(Span(start, sentence.end))), None)
        if name is None or name.start != start or near > 1:
            return None
        return name if self._is_body(name) and self.text[name.end : name.end + 2].strip().islower() else None

    def _is_body(self, name: Span) -> bool:
        """Whether a name is no person's, place's or day's, as far as is known."""
        spelt = name.phrase(self.text)
        known = self.mentions.between(name.start, name.end) or self.mentions.in_quote(name.start)
        return not known and spelt.lower() not in CALENDAR and not lookup(spelt)

    def _pronoun(self, mention: Span) -> Named:
        picked = self.kin.before(mention, self._spoke)
        if picked and (picked[0] or not self.mentions.between(*self._quote)):
            return self._picked(mention, *picked)
        source = self.unnamed.meant_by(mention, female=mention.text(self.text).lower() in SHE)
        if source:
            return Named(Speaker(mention, source), "the source without a name that was introduced last", 0.8)
        inside = {self.mentions.people[index].id for index in self.mentions.between(*self._quote)}
        share, person = likeliest(self.mentions, mention, self._spoke, inside)
        if person is None:
            unnamed = introduced(self.mentions, mention)
            if unnamed:
                return Named(Speaker(mention, unnamed), "the only one introduced shortly before", 0.7)
            return _itself(mention)
        person = opens_paragraph(self.mentions, mention) or person
        last = self._spoke and self._spoke[-1].id == person.id
        how = SPOKE if last else EARLIER
        return _named(mention, person, how, share)

    def _named_in(self, mention: Span) -> Person | None:
        """The person named in *mention*: the last one, for “Poe spokeswoman Jane Roe”; the first, where
        a comma ends that name."""
        inside = [
            index for index in self.mentions.between(mention.start, mention.end)
            if mention.holds(self.mentions.spans[index])
            and not self.names.owns(self.mentions.spans[index], mention)
        ]  # fmt: skip
        if not inside:
            return None
        first, last = self.mentions.spans[inside[0]], self.mentions.spans[inside[-1]]
        if _OWN.search(self.text, first.end, last.start):
            return self.mentions.people[inside[-1]]
        after = self.text[mention.end : mention.end + 8].lstrip()
        goes_on = after[:1].islower() and not after.startswith(("who", "which", "that"))
        apposed = self.text[first.end : first.end + 2].lstrip()[:1] in {",", "("} and not goes_on
        return self.mentions.people[inside[0 if apposed else -1]]

    def _before(self, relative: Span) -> Person | None:
        """The person named, or described as a speaker, right before a relative pronoun."""
        last = self._last.speaker.mention.end if self._last else -1
        if self._last and self._last.person and 0 <= relative.start - last <= 3:
            return self._last.person
        index = self.mentions.last_before(relative.start)
        if index is None:
            return None
        between = self.text[self.mentions.spans[index].end : relative.start]
        return self.mentions.people[index] if len(between) < 60 and "." not in between else None


def _endings(text: str, people: Iterable[Person]) -> Iterator[tuple[str, Person]]:
    """Every ending of every name in small letters: “van der Meulen”, “meulen”."""
    for person in people:
        words = person.name.phrase(text).lower().split()
        for at in range(len(words)):
            yield " ".join(words[at:]), person


def _named(mention: Span, person: Person, how: str, share: float = 1.0) -> Named:
    return Named(Speaker(mention, person.name, person.role), how, share, person)


def _itself(mention: Span) -> Named:
    return Named(Speaker(mention, mention), ITSELF)
