"""Rows of quotes: under their speakers, with what was done to the words, and those of nobody's name."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from reader.app.row import Kind, Row, Target
from reader.document.anonymity import unnamed
from reader.document.article import Article
from reader.document.outline import NOT_NAMED, Outline, Quote
from reader.document.span import Span
from reader.document.wording import edits
from reader.export.wording import NO_SPEAKER
from reader.sanitise import printable

Pencil = Callable[[Span], str]
"""The mark of a passage with a note; empty for one without."""


class QuoteRows:
    """Builds the rows of an article's quotes; *reported*: reported speech belongs to what a speaker also said."""

    def __init__(self, article: Article, outline: Outline, pencil: Pencil, *, reported: bool) -> None:
        self.text, self.outline, self.pencil = article.text, outline, pencil
        self._said: dict[Span, list[Quote]] = {}
        for quote in sorted(outline.quotes if reported else outline.direct, key=lambda each: each.span):
            if quote.speaker:
                self._said.setdefault(quote.speaker.name, []).append(quote)

    def words(self, span: Span) -> str:
        """The words of a range as they can be shown."""
        return printable(span.phrase(self.text))

    def direct(self, *, grouped: bool) -> Iterator[Row]:
        """The quotations."""
        if self.outline.direct:
            yield Row("QUOTES", "outline--header", right=str(len(self.outline.direct)))
        yield from self.said(self.outline.direct, grouped=grouped)

    def reported(self, *, shown: bool, grouped: bool) -> Iterator[Row]:
        """Reported speech, or how much of it there is."""
        found = self.outline.indirect
        if found and shown:
            yield Row("REPORTED", "outline--header", right=str(len(found)))
            yield from self.said(found, grouped=grouped)
        elif found:
            yield Row(f"{len(found)} reported without marks · r", "outline--unnamed")

    def said(self, quotes: Iterable[Quote], *, grouped: bool = False) -> Iterator[Row]:
        """*quotes* under their speakers: as they stand, or *grouped*, all of a speaker together."""
        if grouped:
            groups: dict[object, list[Quote]] = {}
            for quote in quotes:
                groups.setdefault(_heading(quote), []).append(quote)
            found = [*groups.values()]
        else:
            found = [[*group] for _, group in groupby(quotes, key=_heading)]
        for group in found:
            yield self.speaker(group)
            yield from map(self.quote, group)

    def speaker(self, quotes: list[Quote], reason: Span | None = None) -> Row:
        """Who said *quotes*; its chain is the words that attribute them, the name, the role, and what else they say."""
        first, speaker = quotes[0], quotes[0].speaker
        if speaker is None:
            return Row(NO_SPEAKER, "outline--unnamed", tail=f" · {self.words(reason)}" if reason else "")
        links = {speaker.mention: "attributed here"}
        links.setdefault(speaker.name, "the name")
        if speaker.role:
            links.setdefault(speaker.role, "introduced here")
        if reason:
            links.setdefault(reason, "why no name is given")
        other = [each for each in self._said.get(speaker.name, []) if each.id != first.id]
        for number, each in enumerate(other, 1):
            links.setdefault(each.span, f"also said, {number} of {len(other)}")
        target = Target("speaker", f"s-{first.id}", (*links,), (first.span,), first, (*links.values(),))
        role = f" · {self.words(speaker.role)}" if speaker.role else ""
        why = f" · {self.words(reason)}" if reason else ""
        count = str(len(quotes)) if len(quotes) > 1 else ""
        doubt = "" if speaker.is_sure else " · probably"
        doubt += f" · {NOT_NAMED}" if speaker.is_open else ""
        style = "outline--speaker" if speaker.is_named and speaker.is_sure else "outline--doubtful"
        return Row(self.words(speaker.name), style, target, count, tail=doubt + role + why)

    def quote(self, quote: Quote) -> Row:
        """What was said, with a note's mark, and what was done to the words."""
        related = tuple(span for span in (quote.cue, quote.speaker and quote.speaker.mention) if span)
        kind: Kind = "quote" if quote.kind == "direct" else "reported"
        target = Target(kind, quote.id, (quote.span,), related, quote)
        words = " … ".join(self.words(part) for part in quote.parts or (quote.span,))
        flags = "".join(f" · {flag}" for flag in edits(self.text, quote)) if self.text else ""
        return Row(words, f"outline--{kind}", target, self.pencil(quote.span), tail=flags, indent=3)

    def unnamed(self) -> Iterator[Row]:
        """Statements whose source has no name, each with the reason that is given."""
        found = unnamed(self.text, self.outline)
        if not found:
            return
        reasons = sum(each.reason is not None for each in found)
        told = f"{reasons} with a reason" if reasons else "no reason given"
        yield Row("UNNAMED SOURCES", "outline--header", right=str(len(found)), tail=f" · {told}")
        for _, group in groupby(found, key=lambda each: (_heading(each.quote), each.reason)):
            members = [*group]
            yield self.speaker([each.quote for each in members], members[0].reason)
            yield from (self.quote(each.quote) for each in members)


def _heading(quote: Quote) -> tuple[Span, bool] | None:
    """What quotes that stand under one heading have in common."""
    return (quote.speaker.name, quote.speaker.is_sure) if quote.speaker else None
