"""What a rule that names a speaker is asked, what it knows of the article, and what it answers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from reader.analysis.findings import Findings
from reader.analysis.quotes.speakers.kin import Kin
from reader.analysis.quotes.speakers.mentions import Mentions
from reader.analysis.quotes.speakers.names import Names
from reader.analysis.quotes.speakers.topics import HE, SHE, Turn
from reader.analysis.quotes.speakers.unnamed import Unnamed
from reader.analysis.regression import weights
from reader.document.outline import Person, Speaker
from reader.document.span import Span

THERE = "the name stands there"
SPOKE = "the pronoun suits who spoke before"
EARLIER = "the pronoun suits who was named before"
RELATIVE = "a relative clause goes on after the name"
ITSELF = "the article gives no name for it here"
_LOOKED_AT = 300
"""Code points behind the words that attribute a quote that tell of whom they mean."""
_UNSEEN = 0.5
"""Probability of a name that was found in a way that has not been measured."""


class Named(NamedTuple):
    """A speaker, and how its name was found.

    `share`: the probability that this is the name, where the rule weighs it anew each time; else that with which names
    found in this way are right.
    """

    speaker: Speaker
    how: str
    person: Person | None = None
    share: float | None = None
    others: tuple[tuple[float, Span], ...] = ()

    @property
    def probability(self) -> float:
        """The probability that this is the name."""
        return weights("way").get(self.how, _UNSEEN) if self.share is None else self.share


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules know of an article: the people named in it, sources without a name, all names."""

    text: str
    paragraphs: tuple[Span, ...]
    mentions: Mentions
    names: Names
    kin: Kin
    unnamed: Unnamed
    by_ending: dict[str, Person] = field(default_factory=dict)

    @classmethod
    def of(cls, findings: Findings, cited: Iterable[Span]) -> "Known":
        """What is known of an article in which the words at *cited* are sources of quotes."""
        mentions = Mentions(findings, cited)
        by_ending = dict(_endings(findings.text, mentions.everybody))
        names = Names(findings.text, findings.names)
        return cls(
            findings.text, findings.paragraphs, mentions, names, Kin(mentions), Unnamed(mentions), by_ending
        )


class Asked(NamedTuple):
    """Who is meant by *mention*, the words that attribute *quote*; *spoke*: who was quoted before, the last one
    last; *last*: the speaker of the quote before, named or not."""

    known: Known
    mention: Span
    quote: Span
    spoke: Sequence[Turn]
    last: Named | None

    @property
    def low(self) -> str:
        """The words in small letters."""
        return self.mention.phrase(self.known.text).lower()

    @property
    def is_of_person(self) -> bool:
        """Whether it is a pronoun that means one man or woman."""
        return self.low in HE | SHE


def named(mention: Span, person: Person, how: str, share: float | None = None) -> Named:
    """A person as the answer."""
    return Named(Speaker(mention, person.name, person.role), how, person, share)


def itself(mention: Span) -> Named:
    """The words as they are as the answer: they name nobody."""
    return Named(Speaker(mention, mention), ITSELF)


def line_end(text: str, at: int) -> int:
    """Where the line ends that holds a position, or the words of it that are looked at."""
    end = text.find("\n", at, at + _LOOKED_AT)
    return end if end >= 0 else min(len(text), at + _LOOKED_AT)


def _endings(text: str, people: Iterable[Person]) -> Iterator[tuple[str, Person]]:
    """Every ending of every name in small letters: “van der Meulen”, “meulen”."""
    for person in people:
        words = person.name.phrase(text).lower().split()
        for at in range(len(words)):
            yield " ".join(words[at:]), person
