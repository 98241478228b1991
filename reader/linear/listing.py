"""The lines: paragraphs by number, items by their ids, each with the ranges that it stands for."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.document.article import Article
from reader.document.languages import lacking
from reader.document.note import Note
from reader.document.outline import NOT_NAMED, Figure, Location, Outline, Person, Quote
from reader.document.paragraphs import paragraphs
from reader.document.span import Span
from reader.export.wording import NO_SPEAKER, amount, title_of
from reader.sanitise import printable

OPENS, CLOSES = ">>", "<<"
"""Around the words of an item in its paragraph."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that can be asked for by its *name*: `12` is a paragraph, `q3` a quote."""

    name: str
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Listing:
    """All lines of an article and its outline."""

    article: Article
    outline: Outline
    notes: tuple[Note, ...] = ()

    @cached_property
    def paragraphs(self) -> tuple[Entry, ...]:
        """The article's paragraphs, numbered from one."""
        found = enumerate(paragraphs(self.article.text), 1)
        return tuple(Entry(str(number), self._words(span), (span,)) for number, span in found)

    @cached_property
    def groups(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """The items by kind, those that the article has none of left out."""
        outline = self.outline
        groups: tuple[tuple[str, Iterable[Entry]], ...] = (
            (
                "Key sentences",
                (Entry(each.id, self._words(each.span), (each.span,)) for each in outline.summary),
            ),
            ("Sections", self._sections()),
            ("Quotes", map(self._quote, outline.direct)),
            ("Reported speech", map(self._quote, outline.indirect)),
            ("Figures", map(self._figure, outline.figures)),
            ("Places", map(self._place, outline.locations)),
            ("People", map(self._person, outline.people)),
            ("Notes", (self._note(note) for note in self.notes if note.is_placed)),
        )
        made = ((name, tuple(entries)) for name, entries in groups)
        return tuple((name, entries) for name, entries in made if entries)

    @cached_property
    def items(self) -> dict[str, Entry]:
        """Every item by its id."""
        return {entry.name: entry for _, entries in self.groups for entry in entries}

    def lines(self) -> Iterator[str]:
        """Everything, as it is printed."""
        yield _line(title_of(self.article, self.outline))
        about = (self.article.byline, self.article.site, self.article.published)
        if any(about):
            yield " · ".join(_line(each) for each in about if each)
        yield from self.article_lines()
        yield from self.outline_lines()

    def article_lines(self) -> Iterator[str]:
        """The article alone."""
        yield from ("", "ARTICLE", "")
        yield from (f"{entry.name}. {entry.text}" for entry in self.paragraphs)

    def outline_lines(self) -> Iterator[str]:
        """The outline alone, each item with the number of its paragraph."""
        yield from ("", "OUTLINE")
        for said in (self.article.notice, lacking(self.outline.language)):
            if said:
                yield from ("", _line(said))
        for name, entries in self.groups:
            yield from ("", name.upper(), "")
            yield from map(self.line, entries)

    def line(self, entry: Entry) -> str:
        """An item with its id and where it stands."""
        numbers = dict.fromkeys(self.paragraph_of(span).name for span in entry.spans)
        where = f"paragraph{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"
        return f"{entry.name}. {entry.text} ({where})"

    def passage(self, entry: Entry) -> Iterator[str]:
        """The first paragraph of an item with its words marked; further mentions are named by number."""
        paragraph = self.paragraph_of(entry.spans[0])
        text, base = self.article.text, paragraph.spans[0]
        inside = [span for span in entry.spans[:1] if span.touches(base)]
        words = ""
        at = base.start
        for span in inside:
            end = min(span.end, base.end)
            words += f"{text[at : span.start]}{OPENS}{text[span.start : end]}{CLOSES}"
            at = end
        yield f"{paragraph.name}. {_line(words + text[at : base.end])}"

    def paragraph_of(self, span: Span) -> Entry:
        """The paragraph in which a range begins."""
        return self.paragraphs[max(0, bisect_right(self._starts, span.start) - 1)]

    @cached_property
    def _starts(self) -> list[int]:
        return [entry.spans[0].start for entry in self.paragraphs]

    def items_in(self, entry: Entry) -> list[str]:
        """The ids of the items that begin in a paragraph."""
        return [
            name
            for name, item in self.items.items()
            if any(entry.spans[0].holds(span) for span in item.spans)
        ]

    def _words(self, span: Span) -> str:
        return printable(span.phrase(self.article.text))

    def _sections(self) -> Iterator[Entry]:
        for number, each in enumerate(self.outline.sections, 1):
            if each.heading:
                yield Entry(f"s{number}", self._words(each.heading), (each.heading,))

    def _quote(self, quote: Quote) -> Entry:
        speaker = NO_SPEAKER
        if quote.speaker:
            role = f", {self._words(quote.speaker.role)}" if quote.speaker.role else ""
            doubt = "" if quote.speaker.is_sure else "probably "
            unnamed = f" ({NOT_NAMED})" if quote.speaker.is_open else ""
            speaker = f"{doubt}{self._words(quote.speaker.name)}{unnamed}{role}"
        words = " … ".join(self._words(part) for part in quote.parts or (quote.span,))
        return Entry(quote.id, f"{speaker}: {words}", (quote.span,))

    def _figure(self, figure: Figure) -> Entry:
        joint = " " if figure.dimension == "count" else " of "
        counted = f"{joint}{self._words(figure.of)}" if figure.of else ""
        return Entry(
            figure.id, f"{amount(figure)}{counted}, written {self._words(figure.span)}", (figure.span,)
        )

    def _place(self, place: Location) -> Entry:
        where = f", {place.country}" if place.country else ""
        if place.latitude is not None and place.longitude is not None:
            where += f", {place.latitude:.2f} {place.longitude:.2f}"
        return Entry(place.id, _line(f"{place.name}{where}"), place.mentions)

    def _note(self, note: Note) -> Entry:
        said = ": ".join(filter(None, (note.status if note.status != "unchecked" else "", note.body)))
        tags = f", tagged {', '.join(note.tags)}" if note.tags else ""
        words = _line(f"{said or 'marked'}{tags}")
        return Entry(f"n{note.id}", f"{words}, on {self._words(note.span)}", (note.span,))

    def _person(self, person: Person) -> Entry:
        role = f", {self._words(person.role)}" if person.role else ""
        return Entry(person.id, f"{self._words(person.name)}{role}", person.mentions)


def _line(words: str) -> str:
    """*words* from outside on one line, where they can begin no other."""
    return printable(" ".join(words.split()))
