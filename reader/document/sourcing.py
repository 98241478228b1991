"""Who an article lets speak, and how much: by words of direct and of reported speech, named or not."""

from dataclasses import dataclass

from reader.document.outline import Outline, Quote
from reader.document.paragraphs import paragraphs
from reader.document.span import Span


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker with the words that are theirs; `name` is None for quotes whose speaker is not stated.

    `quotes` are in the article's order; a source `is_named` where the article gives a name rather than only a
    description (“a senior official”).
    """

    name: Span | None
    is_named: bool
    direct: int
    reported: int
    quotes: tuple[Quote, ...]

    @property
    def words(self) -> int:
        """All words that are theirs."""
        return self.direct + self.reported


def sources(text: str, outline: Outline) -> tuple[Source, ...]:
    """The sources of an article, those with most words first."""
    groups: dict[str | None, list[Quote]] = {}
    for quote in sorted(outline.quotes, key=lambda each: each.span):
        name = quote.speaker.name.phrase(text) if quote.speaker else None
        groups.setdefault(name, []).append(quote)
    found = [_source(text, quotes) for quotes in groups.values()]
    return tuple(sorted(found, key=lambda each: (-each.words, each.quotes[0].span)))


def _source(text: str, quotes: list[Quote]) -> Source:
    speaker = quotes[0].speaker
    return Source(
        speaker.name if speaker else None,
        speaker is not None and speaker.is_named,
        sum(_words(text, each) for each in quotes if each.kind == "direct"),
        sum(_words(text, each) for each in quotes if each.kind == "indirect"),
        tuple(quotes),
    )


def _words(text: str, quote: Quote) -> int:
    return sum(len(part.text(text).split()) for part in quote.parts or (quote.span,))


def left_out(text: str, outline: Outline) -> tuple[int, ...]:
    """The numbers, from one, of the paragraphs in which no quote, figure, section or key sentence stands."""
    items = [
        *(each.span for each in outline.quotes),
        *(each.span for each in outline.figures),
        *(each.heading for each in outline.sections if each.heading),
        *(each.span for each in outline.summary),
    ]
    held = sorted(items)
    found = []
    at = 0
    for number, paragraph in enumerate(paragraphs(text), 1):
        while at < len(held) and held[at].end <= paragraph.start:
            at += 1
        if not any(span.touches(paragraph) for span in held[at : at + 1]):
            found.append(number)
    return tuple(found)
