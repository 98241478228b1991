"""From the words that attribute a quote to the person, organisation or source behind them."""

from bisect import bisect_left, bisect_right
from operator import itemgetter

from reader.analysis.findings import Findings
from reader.analysis.roles import ROLE_NOUNS
from reader.analysis.trained import first_names
from reader.analysis.words import words
from reader.document.outline import Person, Quote, Speaker
from reader.document.span import Span

_HE = frozenset(["he", "him", "his"])
_SHE = frozenset(["she", "her", "hers"])
_THEY = frozenset("they them their we i it you who".split())
_PEOPLE = ROLE_NOUNS | frozenset(
    """man woman boy girl democrat republican native hopeful frontrunner rival mogul star""".split()
)
_FEMALE = frozenset(
    """woman girl mother daughter sister wife widow aunt niece grandmother queen princess actress mrs
    ms miss""".split()
)
_REACH = 4_000
"""Code points that a pronoun looks back."""
_MENTIONS_BACK = 400
"""Mentions of people that a description looks back."""


class Speakers:
    """The people of one article, as mentions in reading order: whoever a pronoun can mean."""

    def __init__(self, findings: Findings) -> None:
        self.text = findings.text
        pairs = [(span, person) for person in findings.outline.people for span in person.mentions]
        pairs.sort(key=itemgetter(0))
        self.mentions = [span for span, _ in pairs]
        self.starts = [span.start for span in self.mentions]
        self.people = [person for _, person in pairs]
        self.by_name = {person.name: person for person in self.people}
        self.paragraphs = findings.paragraphs
        self.paragraph_starts = [paragraph.start for paragraph in findings.paragraphs]
        self.sentences = findings.sentences
        self.sentence_starts = [sentence.start for sentence in findings.sentences]
        self.quoted_starts = [span.start for span in findings.quoted]
        self.quoted = findings.quoted

    def behind(self, mention: Span, previous: Quote | None) -> Speaker:
        """The speaker whom *mention* names, directly or by what the article said before."""
        named = self._named_in(mention)
        if named:
            return Speaker(mention, named.name, named.role)
        low = mention.phrase(self.text).lower()
        if low in _HE or low in _SHE:
            person = self._recent(mention, "f" if low in _SHE else "m", previous)
            return Speaker(mention, person.name, person.role) if person else Speaker(mention, mention)
        if low not in _THEY:
            person = self._described(mention, low, previous)
            if person:
                return Speaker(mention, person.name, person.role)
        return Speaker(mention, mention)

    def subject_before(self, quote: Span) -> Speaker | None:
        """Whoever the sentence before *quote*, in its paragraph, begins with."""
        paragraph = self.paragraphs[self.paragraph_of(quote.start)]
        at = bisect_left(self.sentence_starts, quote.start) - 1
        for sentence in self.sentences[max(0, at - 1) : at + 1]:
            if not paragraph.holds(sentence) or sentence.start >= quote.start:
                continue
            end = min(sentence.end, quote.start)
            low = next(
                (word.low for word in words(self.text, Span(sentence.start, min(end, sentence.start + 40)))),
                "",
            )
            if low in {"he", "she"}:
                return self.behind(Span(sentence.start, sentence.start + len(low)), None)
            index = bisect_left(self.starts, sentence.start)
            if index < len(self.starts) and self.starts[index] < end:
                person = self.people[index]
                return Speaker(self.mentions[index], person.name, person.role)
        return None

    def paragraph_of(self, position: int) -> int:
        """The number of the paragraph in which *position* is."""
        return bisect_right(self.paragraph_starts, position) - 1

    def _named_in(self, mention: Span) -> Person | None:
        """The person named in *mention*: the last one, for “Poe spokeswoman Jane Roe”."""
        first = bisect_left(self.starts, mention.start)
        last = bisect_left(self.starts, mention.end)
        inside = [
            i
            for i in range(first, last)
            if mention.holds(self.mentions[i]) and not self._is_owner(i, mention)
        ]
        return self.people[inside[-1]] if inside else None

    def _is_owner(self, index: int, mention: Span) -> bool:
        """Whether this mention only modifies: “Roe’s lawyer”, “a spokesman for Roe”, “the Roe campaign”."""
        span = self.mentions[index]
        before = self.text[mention.start : span.start].lower().split()
        after = self.text[span.end : mention.end].lstrip()
        return bool(before and before[-1] in {"for", "of", "with", "to", "from", "by", "and"}) or (
            bool(after) and after[0] not in ",(" and (after[0] in "'’" or after[:1].islower())
        )

    def _recent(self, mention: Span, gender: str, previous: Quote | None) -> Person | None:
        """The person last named before *mention*, outside quotations, who can be “he” or “she”."""
        if previous and previous.speaker and mention.start - previous.span.end < 400:
            person = self.by_name.get(previous.speaker.name)
            if person and self._suits(person, gender, Span(previous.span.end, mention.start)):
                return person
        found: Person | None = None
        index = bisect_left(self.starts, mention.start) - 1
        sentence = self.text.rfind(". ", max(0, mention.start - _REACH), mention.start)
        while index >= 0 and mention.start - self.starts[index] < _REACH:
            person = self.people[index]
            suits = self._gender(person) in {gender, "e"} and not self._in_quote(self.starts[index])
            if suits and (found is None or person == found):
                found = person
                if self._begins_sentence(self.starts[index]) or self.starts[index] < sentence - 600:
                    return found
            elif suits and self._begins_sentence(self.starts[index]) and self.starts[index] > sentence - 300:
                return person
            index -= 1
        return found

    def _suits(self, person: Person, gender: str, since: Span) -> bool:
        """Whether the speaker so far can still be meant: nobody surer has become the subject *since*."""
        sex = self._gender(person)
        if sex != "e":
            return sex == gender
        return not any(
            self._gender(self.people[index]) == gender and self._begins_sentence(self.starts[index])
            for index in range(bisect_left(self.starts, since.start), bisect_left(self.starts, since.end))
        )

    def _begins_sentence(self, at: int) -> bool:
        return at == 0 or self.text[max(0, at - 2) : at] in {". ", "” "} or self.text[at - 1] == "\n"

    def _described(self, mention: Span, low: str, previous: Quote | None) -> Person | None:
        """The person whom a description means: by a role that the article gave, else the last speaker."""
        parts = low.split()
        if parts[0] not in {"the", "his", "her"} or len(parts) > 6:
            return None
        head = next(
            (
                part
                for i, part in enumerate(parts)
                if i + 1 == len(parts) or parts[i + 1] in {"of", "for", "from", "in"}
            ),
            "",
        )
        if head not in _PEOPLE:
            return None
        index = bisect_left(self.starts, mention.start) - 1
        furthest = max(0, index - _MENTIONS_BACK)
        while index >= furthest:
            role = self.people[index].role
            if role and head in role.text(self.text).lower().split():
                return self.people[index]
            index -= 1
        if parts[0] == "the" and previous and previous.speaker and len(parts) > 1:
            return self.by_name.get(previous.speaker.name)
        return None

    def _in_quote(self, at: int) -> bool:
        index = bisect_right(self.quoted_starts, at) - 1
        return index >= 0 and self.quoted[index].end > at

    def _gender(self, person: Person) -> str:
        role = person.role.text(self.text).lower().split() if person.role else []
        if any(word in _FEMALE or word.endswith("woman") for word in role):
            return "f"
        if any(word.endswith("man") for word in role):
            return "m"
        return first_names().get(person.name.text(self.text).split()[0], "e")
