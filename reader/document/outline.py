"""What analysis finds in one article. Every item is a range of the article's text, nothing else.

Names, roles and headings are ranges too, so that a line of the outline cannot say what the article
does not. The only words of our own are a place's standard name and country, from the gazetteer.
"""

from dataclasses import dataclass, replace
from typing import Literal

from reader.document.span import Span

Bound = Literal["=", "<", "≤", ">", "≥", "~"]
"""What the words beside a figure say: fewer than, at most, more than, at least, about."""
QuoteKind = Literal["direct", "indirect"]
SpeakerKind = Literal["name", "organisation", "description", "pronoun", "unnamed"]
"""What a speaker is shown by: a person's name, a body's, words that mean somebody whom the article may name elsewhere
(“the actor”), a pronoun that was followed to nobody, or words for somebody whom it does not name (“an official”)."""
VERSION = "6"
"""Of the analysis: raised when the same text gets another outline; what was kept of another version is made again."""
NOT_NAMED = "not named here"
"""Said of a speaker whom nothing names."""
SURE = 0.5
"""Probability from which a speaker is shown as a fact."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the article; sections are contiguous and cover the whole text."""

    span: Span
    level: int
    heading: Span | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a quote is attributed to.

    `mention` is the words by which this quote is attributed ("the Norwegian politician"), `name` the
    fullest form of the name that the article gives, where it introduces that person; `role` what it
    says they are. For a speaker without a name `name` is the mention itself. `how` says how the name was
    found, `probability` how likely it is that this is who said it.
    """

    mention: Span
    name: Span
    role: Span | None = None
    how: str = ""
    probability: float = 1.0
    kind: SpeakerKind = "name"

    @property
    def is_named(self) -> bool:
        """Whether the article names this speaker, a person or a body."""
        return self.kind in {"name", "organisation"}

    @property
    def is_open(self) -> bool:
        """Whether it is somebody whom the article may name elsewhere: shown with the words “not named here”."""
        return self.kind in {"description", "pronoun"}

    @property
    def is_sure(self) -> bool:
        """Whether it is shown as a fact; otherwise the outline says “probably”."""
        return self.probability >= SURE


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the way to a speaker: a named rule, the words that it proposed, how likely they are, and whether it was
    followed or another one overruled it."""

    rule: str
    proposed: Span
    weight: float
    is_followed: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody is quoted as saying, marks included; `speaker` None: the article names nobody.

    `rule` says what found the speaker (or that nothing did), `parts` holds the ranges of an indirect
    quote that is interrupted by its cue, `probability` how likely it is that this is a quote at all; `trace` is how
    the speaker was decided on, step by step.
    """

    id: str
    span: Span
    kind: QuoteKind
    speaker: Speaker | None
    cue: Span | None
    rule: str
    parts: tuple[Span, ...] = ()
    probability: float = 1.0
    trace: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. `span` covers number and unit; bound words and what is counted stay outside.

    `unit` is a standard symbol (km, %, USD) or None for a plain count; `upper` the far end of a range; `total` the
    whole that a part is taken from: 72, of “19 of 72 drones”.
    """

    id: str
    span: Span
    value: float
    upper: float | None
    bound: Bound
    unit: str | None
    dimension: str
    of: Span | None
    total: float | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """A place with all its mentions; no coordinates (degrees, WGS 84) where no gazetteer entry fits.

    `how` says in words why this entry of that name, `probability` how likely it is.
    """

    id: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    mentions: tuple[Span, ...]
    how: str = ""
    probability: float = 1.0

    @property
    def span(self) -> Span:
        """The first mention."""
        return self.mentions[0]


@dataclass(frozen=True, slots=True)
class Person:
    """A person and every mention by name; `name` is the fullest form in the article."""

    id: str
    name: Span
    role: Span | None
    mentions: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """The first mention."""
        return self.mentions[0]


@dataclass(frozen=True, slots=True)
class KeySentence:
    """One of the sentences that say most; rank 1 is the most important."""

    id: str
    span: Span
    rank: int


@dataclass(frozen=True, slots=True)
class Outline:
    """All that analysis found in one article; the same text and version give the same outline.

    `analysed` is how many code points were read: less than the text only for a text of extreme length. `language`
    is what the text was found to be in (ISO 639-1), `und` where that is not known.
    """

    title: Span | None = None
    analysed: int = 0
    language: str = "en"
    sections: tuple[Section, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    locations: tuple[Location, ...] = ()
    people: tuple[Person, ...] = ()
    summary: tuple[KeySentence, ...] = ()

    @property
    def direct(self) -> tuple[Quote, ...]:
        """The quotes between quotation marks."""
        return tuple(quote for quote in self.quotes if quote.kind == "direct")

    @property
    def indirect(self) -> tuple[Quote, ...]:
        """Reported speech without quotation marks."""
        return tuple(quote for quote in self.quotes if quote.kind == "indirect")

    def without_reported(self) -> "Outline":
        """The outline without indirect quotes, as it is shown until the reader asks for them."""
        return replace(self, quotes=self.direct)
