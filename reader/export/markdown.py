"""The annotated summary as Markdown: the same outline and notes give the same bytes."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from reader import __version__
from reader.document.article import Article
from reader.document.languages import lacking
from reader.document.note import Note
from reader.document.outline import Figure, Location, Outline, Person, Quote, Speaker
from reader.document.span import Span
from reader.export import escape
from reader.export.anchors import anchors
from reader.export.fragments import passage_link

NO_SPEAKER = "Speaker not stated"
_BOUNDS = {"=": "", "<": "< ", ">": "> ", "~": "≈ "}


def summary(article: Article, outline: Outline, notes: Iterable[Note] = ()) -> str:
    """The summary of *article*: front matter, then what the outline found, with the reader's notes."""
    return "\n".join(_Summary(article, outline, list(notes)).lines()) + "\n"


def title_of(article: Article, outline: Outline) -> str:
    """The article's title, or its address where it has none."""
    if article.title:
        return article.title
    return outline.title.phrase(article.text) if outline.title else article.uri


def amount(figure: Figure) -> str:
    """Value, far end and unit of a figure with its bound: `> 600`, `5–10 %`, `1.9 billion NOK`."""
    value = number(figure.value)
    if figure.upper is not None:
        value += f"–{number(figure.upper)}"
    return f"{_BOUNDS[figure.bound]}{value}{' ' + _unit(figure) if figure.unit else ''}"


def number(value: float) -> str:
    """*value* with thousands set apart, in millions and more by their names."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and value / size == float(f"{value / size:.4g}"):
            return f"{value / size:g} {name}"
    if value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}" if 0 < value < 1 and value != float(f"{value:.6g}") else f"{value:,.10g}"


def _unit(figure: Figure) -> str:
    """The unit's symbol; a unit without one (year, barrel) is a word, and has a plural."""
    unit = figure.unit or ""
    first, slash, rest = unit.partition("/")
    plural = len(first) > 2 and first.isalpha() and first.islower() and (figure.upper or figure.value) != 1
    return f"{first}{'s' if plural and first != 'mph' else ''}{slash}{rest}"


class _Summary:
    """Writes one summary; each note goes with the item it is about, the rest to the end."""

    def __init__(self, article: Article, outline: Outline, notes: list[Note]) -> None:
        self.article = article
        self.outline = outline
        self.notes = {span: list(group) for span, group in groupby(notes, key=lambda note: note.span)}
        self.all_notes = notes
        self.anchors = anchors(article, outline)

    def lines(self) -> Iterator[str]:
        yield from self.front_matter()
        yield f"# {escape.markdown(title_of(self.article, self.outline))}"
        if lacking(self.outline.language):
            yield from ("", f"*{lacking(self.outline.language)}*")
        yield from self.key_sentences()
        yield from self.quotes("Quotes", self.outline.direct)
        yield from self.quotes("Reported speech", self.outline.indirect)
        yield from self.figures()
        yield from self.places()
        yield from self.people()
        yield from self.pictures()
        yield from self.other_notes()

    def front_matter(self) -> Iterator[str]:
        article = self.article
        yield "---"
        yield f"title: {escape.yaml(title_of(article, self.outline))}"
        yield f"source: {escape.yaml(article.uri)}"
        for name in ("byline", "site", "published"):
            value = getattr(article, name)
            if value:
                yield f"{name}: {escape.yaml(value)}"
        yield f'sha256: "{article.sha256}"'
        yield f'newsreader: "{__version__}"'
        tags = sorted({tag for note in self.all_notes for tag in note.tags})
        yield f"tags: [{', '.join(map(escape.yaml, tags))}]"
        yield "---"

    def pictures(self) -> Iterator[str]:
        if self.article.media:
            yield from ("", "## Pictures", "")
        for each in self.article.media:
            words = each.caption or each.url.rpartition("/")[2]
            yield f"- [{escape.markdown(words)}]({escape.address(each.url)})"

    def key_sentences(self) -> Iterator[str]:
        if self.outline.summary:
            yield from ("", "## Key sentences", "")
        for each in self.outline.summary:
            yield f"- {self.words(each.span)} · {each.span.start}–{each.span.end} ^{self.anchors[each.id]}"
            yield from self.notes_on(each.span, indent="  ")

    def quotes(self, title: str, quotes: tuple[Quote, ...]) -> Iterator[str]:
        if quotes:
            yield from ("", f"## {title}")
        for heading, group in groupby(quotes, key=lambda each: self.speaker(each.speaker)):
            yield from ("", f"### {heading}")
            for each in group:
                yield from self.quote(each)

    def quote(self, each: Quote) -> Iterator[str]:
        yield ""
        said = (
            line for part in each.parts or (each.span,) for line in part.text(self.article.text).splitlines()
        )
        for at, line in enumerate(said):
            if line.strip():
                yield from ([">"] if at else [])
                yield f"> {escape.markdown(line)}"
        yield ""
        cue = f"{self.words(each.cue)} · " if each.cue else ""
        mention = each.speaker and each.speaker.mention != each.speaker.name
        said_by = f"{self.words(each.speaker.mention)} · " if each.speaker and mention else ""
        yield f"— {said_by}{cue}{self.passage(each.span, each.parts)} ^{self.anchors[each.id]}"
        yield from self.notes_on(each.span)

    def figures(self) -> Iterator[str]:
        if self.outline.figures:
            yield from (
                "",
                "## Figures",
                "",
                "| figure | what | in the text | where |",
                "| ---: | --- | --- | --- |",
            )
        for each in self.outline.figures:
            of = self.words(each.of) if each.of else ""
            row = (
                escape.markdown(amount(each)),
                of,
                self.words(each.span),
                self.passage(each.span),
            )
            yield f"| {' | '.join(row)} |"
        for each in self.outline.figures:
            yield from self.notes_on(each.span, about=self.words(each.span))

    def places(self) -> Iterator[str]:
        if self.outline.locations:
            yield from ("", "## Places", "")
        for each in self.outline.locations:
            yield f"- {self.place(each)} ^{self.anchors[each.id]}"
            yield from self.notes_on(each.span, indent="  ")

    def place(self, each: Location) -> str:
        parts = [escape.markdown(each.name)]
        if each.country:
            parts.append(escape.markdown(each.country))
        if each.latitude is not None and each.longitude is not None:
            parts.append(f"{each.latitude:.2f}, {each.longitude:.2f}")
        times = len(each.mentions)
        parts.append(f"{times} mention{'s' if times > 1 else ''}")
        return " · ".join(parts)

    def people(self) -> Iterator[str]:
        if self.outline.people:
            yield from ("", "## People", "")
        for each in self.outline.people:
            yield f"- {self.person(each)} ^{self.anchors[each.id]}"
            yield from self.notes_on(each.span, indent="  ")

    def person(self, each: Person) -> str:
        role = f", {self.words(each.role)}" if each.role else ""
        times = len(each.mentions)
        return f"{self.words(each.name)}{role} · {times} mention{'s' if times > 1 else ''}"

    def other_notes(self) -> Iterator[str]:
        if self.notes:
            yield from ("", "## Notes")
        for span in list(self.notes):
            yield from ("", f"> {self.words(span)}", "", self.passage(span))
            yield from self.notes_on(span)

    def notes_on(self, span: Span, *, indent: str = "", about: str = "") -> Iterator[str]:
        """The notes on *span*, once: what is written beside an item is not written again."""
        for note in self.notes.pop(span, []):
            lines = [escape.markdown(line) for line in note.body.splitlines() if line.strip()]
            label = f"**Note on {about}:**" if about else "**Note:**"
            yield from ("", f"{indent}{label} " + f"  \n{indent}".join(lines))

    def speaker(self, each: Speaker | None) -> str:
        if each is None:
            return NO_SPEAKER
        role = f", {self.words(each.role)}" if each.role else ""
        return f"{'' if each.is_sure else 'Probably '}{self.words(each.name)}{role}"

    def words(self, span: Span) -> str:
        return escape.markdown(span.text(self.article.text))

    def passage(self, span: Span, parts: tuple[Span, ...] = ()) -> str:
        """Where a passage stands: a link for a page, and the range, or those of its *parts*."""
        link = passage_link(self.article.uri, self.article.text, span)
        where = ", ".join(f"{each.start}–{each.end}" for each in parts or (span,))
        return f"[passage]({link}) · {where}" if link else where
