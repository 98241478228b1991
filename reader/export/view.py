"""A summary as templates see it: every value is plain text, to be escaped for where it is put."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from reader import __version__
from reader.document.article import Article
from reader.document.languages import lacking
from reader.document.note import Note
from reader.document.outline import Location, Outline, Person, Quote, Speaker
from reader.document.span import Span
from reader.export import omission
from reader.export.anchors import Known, anchors
from reader.export.fragments import passage_link
from reader.export.notes import day
from reader.export.wording import NO_SPEAKER, amount, title_of


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note; `note` is what the filter `note` takes."""

    note: Note
    id: str
    body: str
    quoted: str
    tags: tuple[str, ...]
    status: str
    evidence: str
    day: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item or passage: its words, its range, its link, its id, and the notes on it.

    `lines` are the words as they are broken in the article, with `[…]` where some are left out; `what` is what a
    figure counts, a place's country, a person's role; `cue` and `mention` of a quote the words that attribute it.
    """

    id: str
    words: str
    lines: tuple[str, ...]
    where: str
    link: str
    notes: tuple[NoteView, ...] = ()
    what: str = ""
    amount: str = ""
    cue: str = ""
    mention: str = ""
    latitude: float | None = None
    longitude: float | None = None
    mentions: int = 1
    level: int = 1
    quotes: int = 0
    figures: int = 0


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Who said what follows; `is_sure`: shown as a fact, otherwise as probable; `is_open`: not named here."""

    name: str
    role: str
    is_stated: bool
    is_sure: bool
    is_open: bool
    quotes: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture's address and caption."""

    url: str
    caption: str


@dataclass(frozen=True, slots=True)
class SummaryView:
    """All of a summary; see `docs/templates.md`."""

    title: str
    source: str
    byline: str
    site: str
    published: str
    sha256: str
    version: str
    lacking: str
    tags: tuple[str, ...]
    key_sentences: tuple[ItemView, ...]
    sections: tuple[ItemView, ...]
    speakers: tuple[SpeakerView, ...]
    reported: tuple[SpeakerView, ...]
    figures: tuple[ItemView, ...]
    places: tuple[ItemView, ...]
    people: tuple[ItemView, ...]
    pictures: tuple[PictureView, ...]
    notes: tuple[ItemView, ...]
    unplaced: tuple[NoteView, ...]


def view(
    article: Article,
    outline: Outline,
    notes: Iterable[Note] = (),
    known: Known = (),
    *,
    marked: bool = True,
) -> SummaryView:
    """The summary of *article*; *known* are ids that its passages have already.

    Not *marked*: as version 0.1.0 made it, without marks where words are left out.
    """
    return _View(article, outline, list(notes), known, marked=marked).summary()


class _View:
    """Makes one; each note goes with the first item that it is about, the rest to the end."""

    def __init__(
        self, article: Article, outline: Outline, notes: list[Note], known: Known, *, marked: bool
    ) -> None:
        self.article, self.outline, self.all_notes, self.marked = article, outline, notes, marked
        self.notes: dict[Span, list[Note]] = {}
        for note in notes:
            if note.is_placed:
                self.notes.setdefault(note.span, []).append(note)
        self.anchors = anchors(article, outline, known)

    def summary(self) -> SummaryView:
        article, outline = self.article, self.outline
        return SummaryView(
            title=title_of(article, outline),
            source=article.uri,
            byline=article.byline or "",
            site=article.site or "",
            published=article.published or "",
            sha256=article.sha256,
            version=__version__,
            lacking=lacking(outline.language),
            tags=tuple(sorted({tag for note in self.all_notes for tag in note.tags})),
            key_sentences=tuple(self.item(each.id, each.span) for each in outline.summary),
            sections=tuple(self.sections()),
            speakers=tuple(self.speakers(outline.direct)),
            reported=tuple(self.speakers(outline.indirect)),
            figures=tuple(
                self.item(each.id, each.span, amount=amount(each), what=self.words(each.of))
                for each in outline.figures
            ),
            places=tuple(map(self.place, outline.locations)),
            people=tuple(map(self.person, outline.people)),
            pictures=tuple(PictureView(each.url, each.caption) for each in article.media),
            notes=tuple(map(self.passage, sorted(self.notes))),
            unplaced=tuple(map(_note, (note for note in self.all_notes if not note.is_placed))),
        )

    def item(self, name: str, span: Span, parts: tuple[Span, ...] = (), **more: object) -> ItemView:
        text, ranges = self.article.text, parts or (span,)
        return ItemView(
            id=self.anchors.get(name, ""),
            words=span.text(text),
            lines=omission.lines(text, ranges, marked=self.marked),
            where=", ".join(f"{each.start}–{each.end}" for each in ranges),
            link=passage_link(self.article.uri, text, span) or "",
            notes=tuple(map(_note, self.notes.pop(span, ()))),
            **more,  # type: ignore[arg-type]  # named fields of ItemView
        )

    def passage(self, span: Span) -> ItemView:
        lines = omission.passage_lines(self.article.text, span, marked=self.marked)
        return replace(self.item("", span), lines=lines)

    def sections(self) -> Iterator[ItemView]:
        headed = [each for each in self.outline.sections if each.heading]
        for each in headed if len(headed) > 1 else ():
            assert each.heading
            if each.heading == self.outline.title:
                continue
            quotes = sum(each.span.holds(quote.span) for quote in self.outline.direct)
            figures = sum(each.span.holds(figure.span) for figure in self.outline.figures)
            yield self.item("", each.heading, level=each.level, quotes=quotes, figures=figures)

    def speakers(self, quotes: tuple[Quote, ...]) -> Iterator[SpeakerView]:
        for heading, group in groupby(quotes, key=lambda each: self.heading(each.speaker)):
            yield SpeakerView(*heading, tuple(map(self.quote, group)))

    def heading(self, each: Speaker | None) -> tuple[str, str, bool, bool, bool]:
        if each is None:
            return NO_SPEAKER, "", False, True, False
        return self.words(each.name), self.words(each.role), True, each.is_sure, each.is_open

    def quote(self, each: Quote) -> ItemView:
        speaker = each.speaker
        mention = self.words(speaker.mention) if speaker and speaker.mention != speaker.name else ""
        return self.item(each.id, each.span, each.parts, cue=self.words(each.cue), mention=mention)

    def place(self, each: Location) -> ItemView:
        found = self.item(
            each.id, each.span, what=each.country or "", latitude=each.latitude, longitude=each.longitude,
            mentions=len(each.mentions),
        )  # fmt: skip
        return replace(found, words=each.name)

    def person(self, each: Person) -> ItemView:
        found = self.item(each.id, each.span, what=self.words(each.role), mentions=len(each.mentions))
        return replace(found, words=self.words(each.name))

    def words(self, span: Span | None) -> str:
        return span.text(self.article.text) if span else ""


def _note(note: Note) -> NoteView:
    return NoteView(
        note, f"n{note.id}", note.body, note.quoted, note.tags, note.status, note.evidence, day(note)
    )
