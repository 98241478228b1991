"""The outline as rows to scan: pure functions from what was found to what the pane draws."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from reader.app.note_rows import note_rows, signs
from reader.app.ordering import Order, head_noun, ordered
from reader.app.quote_rows import QuoteRows
from reader.app.row import Row, Tab, Target
from reader.app.source_rows import source_rows
from reader.document.article import Article
from reader.document.note import Note
from reader.document.outline import Outline
from reader.document.span import Span
from reader.export.wording import amount
from reader.sanitise import printable


def targets(outline: Outline, notes: Iterable[Note] = ()) -> list[Target]:
    """Every item that can be jumped to."""
    return [
        row.target
        for row in rows(Article("", ""), outline, list(notes), "all", words=False, reported=True)
        if row.target
    ]


def rows(
    article: Article,
    outline: Outline,
    notes: list[Note],
    tab: Tab,
    *,
    state: str = "",
    words: bool = True,
    reported: bool = False,
    order: Order = "text",
    grouped: bool = False,
) -> list[Row]:
    """The rows of one *tab* of the outline; *state* stands above them.

    *reported*: with indirect quotes; otherwise a row says how many there are. *grouped*: all quotes of a speaker
    together.
    """
    build = _Rows(article, outline, notes, reported=reported)
    said = build.said
    quotes = [said.direct(grouped=grouped), said.reported(shown=reported, grouped=grouped)]
    parts: dict[Tab, list[Iterator[Row]]] = {
        "all": [
            build.summary(), build.sections(), *quotes,
            build.figures(order), build.places(), build.people(said=False), note_rows(notes),
            build.pictures(),
        ],
        "quotes": [*quotes, source_rows(article, outline)],
        "unnamed": [said.unnamed()],
        "figures": [build.figures(order)],
        "places": [build.places()],
        "people": [build.people(said=True)],
        "notes": [note_rows(notes)],
    }  # fmt: skip
    found = [row for part in parts[tab] for row in part]
    if state:
        found.insert(0, Row(printable(state), "outline--state"))
    elif not found and words:
        found.append(Row(_NOTHING[tab], "outline--state"))
    return found


_BY: dict[Order, str] = {"amount": "amount", "counted": "what is counted"}
_NOTHING: dict[Tab, str] = {
    "all": "Nothing was found in this text. It can be read, searched (/) and annotated (a).",
    "quotes": "Nobody is quoted in this article.",
    "figures": "This article gives no figures.",
    "places": "No place was recognised in this article.",
    "people": "No person was recognised in this article.",
    "unnamed": "Every statement in this article has a source with a name.",
    "notes": "No notes yet. Press a on a quote, a figure or a passage to write one.",
}


class _Rows:
    """Builds the rows of one article."""

    def __init__(self, article: Article, outline: Outline, notes: list[Note], *, reported: bool) -> None:
        self.article = article
        self.text = article.text
        self.outline = outline
        self.signs = signs(notes)
        self.said = QuoteRows(article, outline, self.pencil, reported=reported)

    def words(self, span: Span) -> str:
        return printable(span.phrase(self.text))

    def pencil(self, span: Span) -> str:
        return self.signs.get(span, "")

    def pictures(self) -> Iterator[Row]:
        if self.article.media:
            yield Row("PICTURES", "outline--header", right=str(len(self.article.media)))
        for number, each in enumerate(self.article.media):
            name = each.url.partition("?")[0].rpartition("/")[2]
            target = Target("picture", f"m{number}", (Span(0, 0),))
            yield Row(printable(each.caption or name), "outline--key", target)

    def summary(self) -> Iterator[Row]:
        if self.outline.summary:
            yield Row("KEY SENTENCES", "outline--header")
        for number, each in enumerate(self.outline.summary, 1):
            target = Target("key", each.id, (each.span,))
            yield Row(
                self.words(each.span),
                "outline--key",
                target,
                self.pencil(each.span),
                lead=f"{number} ",
            )

    def sections(self) -> Iterator[Row]:
        headed = [each for each in self.outline.sections if each.heading]
        if len(headed) > 1:
            yield Row("SECTIONS", "outline--header")
        quoted = [quote.span.start for quote in self.outline.direct]
        counted = [figure.span.start for figure in self.outline.figures]
        for number, each in enumerate(self.outline.sections, 1):
            if len(headed) < 2 or not each.heading:
                continue
            quotes, figures = _begin_in(each.span, quoted), _begin_in(each.span, counted)
            counts = " ".join(f"{count} {mark}" for count, mark in ((quotes, "❝"), (figures, "#")) if count)
            target = Target("section", f"s{number}", (each.heading,))
            yield Row(
                self.words(each.heading),
                "outline--section",
                target,
                counts,
                indent=max(1, 2 * each.level - 1),
            )

    def figures(self, order: Order) -> Iterator[Row]:
        figures = ordered(self.text, self.outline.figures, order)
        if figures:
            tail = "" if order == "text" else f" · by {_BY[order]}"
            yield Row("FIGURES", "outline--header", right=str(len(figures)), tail=tail)
        amounts = [amount(each) for each in figures]
        before = max((len(_whole(text)) for text in amounts if len(_whole(text)) <= 14), default=0)
        heading: str | None = None
        for each, text in zip(figures, amounts, strict=True):
            if order == "counted" and head_noun(self.text, each) != heading:
                heading = head_noun(self.text, each)
                last = self.words(each.of).split()[-1] if each.of else "no noun in the text"
                yield Row(last, "outline--speaker")
            target = Target("figure", each.id, (each.span,), (each.of,) if each.of else ())
            lead = " " * (before - len(_whole(text))) + text + "  "
            what = self.words(each.of) if each.of else self.context(each.span)
            yield Row(what, "outline--figure", target, self.pencil(each.span), lead=lead)

    def context(self, span: Span) -> str:
        """The words around a figure of which the article does not say in one phrase what it counts."""
        low = max(0, span.start - 17)
        start = max(self.text.rfind("\n", low, span.start), self.text.rfind(". ", low, span.start)) + 1
        left = self.text[max(start, span.start - 16) : span.start]
        left = left.partition(" ")[2] if span.start - 16 > start else left
        right = self.text[span.end : span.end + 40].partition("\n")[0].rpartition(" ")[0]
        return printable(" ".join(f"… {left.strip()} {span.text(self.text)}{right} …".split()))

    def places(self) -> Iterator[Row]:
        if self.outline.locations:
            yield Row("PLACES", "outline--header", right=str(len(self.outline.locations)))
        for each in self.outline.locations:
            target = Target("place", each.id, each.mentions)
            country = f" · {each.country}" if each.country else " · position unknown"
            yield Row(printable(each.name), "outline--place", target, _times(each.mentions), tail=country)

    def people(self, *, said: bool) -> Iterator[Row]:
        """*said*: with what each is quoted as saying."""
        if self.outline.people:
            yield Row("PEOPLE", "outline--header", right=str(len(self.outline.people)))
        for each in self.outline.people:
            target = Target("person", each.id, each.mentions)
            role = f" · {self.words(each.role)}" if each.role else ""
            yield Row(self.words(each.name), "outline--person", target, _times(each.mentions), tail=role)
            if said:
                own = (
                    quote
                    for quote in self.outline.direct
                    if quote.speaker and quote.speaker.name == each.name
                )
                yield from map(self.said.quote, own)


def _begin_in(span: Span, starts: list[int]) -> int:
    """How many of *starts*, which are in order, lie in *span*."""
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)


def _times(mentions: tuple[Span, ...]) -> str:
    return str(len(mentions)) if len(mentions) > 1 else ""


def _whole(amount: str) -> str:
    """The part of an amount before its decimal point, at which figures are aligned."""
    digits = len(amount)
    for at, character in enumerate(amount):
        if character == "." or (
            at and amount[at - 1].isdigit() and not (character.isdigit() or character == ",")
        ):
            digits = at
            break
    return amount[:digits]
