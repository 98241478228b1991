"""Figures about the same thing in several articles, side by side: who gives which, and when."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType

from reader.app.keys import bindings
from reader.app.row import Row, Target
from reader.app.screens.list_dialog import ListDialog
from reader.app.wrapping import cell_length, cut
from reader.desk.side_by_side import Thing
from reader.desk.topics import Given
from reader.document.article import Article
from reader.document.counting import counted
from reader.document.span import Span
from reader.export.wording import amount
from reader.sanitise import printable

_NONE = "No two of these articles give a figure for the same thing."


_SITE = 14
"""Cells for the name of an outlet."""
_BEFORE = 20
"""Characters of a sentence before the figure that are shown."""


class Where(NamedTuple):
    """A passage of the article of a number."""

    number: int
    span: Span


class FiguresScreen(ListDialog[Where]):
    """Shows *things* of *articles* with their numbers; the answer is a passage to go to."""

    place = "figures"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("figures")]

    def __init__(self, things: Sequence[Thing], articles: Sequence[tuple[int, Article]]) -> None:
        super().__init__()
        self._things, self._articles = things, articles

    def on_mount(self) -> None:
        """Show all, those that disagree first."""
        super().on_mount()
        disagree = sum(thing.disagree for thing in self._things)
        words = f"Figures of {counted(len(self._articles), 'article')} · {disagree} disagree"
        self.show(words, [*self._rows()] or [Row(_NONE, "outline--state")], "figures")

    def _rows(self) -> Iterator[Row]:
        sources = _sources([article for _, article in self._articles])
        for at, thing in enumerate(self._things):
            head = f"{thing.name} · {'disagree' if thing.disagree else 'agree'}"
            yield Row(printable(head), "outline--header", right=str(len(thing.given)))
            for number, given in enumerate(
                sorted(thing.given, key=lambda given: self._articles[given.number][0])
            ):
                _, article = self._articles[given.number]
                target = Target("figure", f"{at}-{number}-{given.number}", (given.figure.span,))
                words = f"{sources[given.number]}  {_beside(given, given.figure.span.text(article.text))}"
                lead = f"{amount(given.figure):>14}  "
                yield Row(printable(words), "outline--figure", target, lead=lead)

    def action_follow(self) -> None:
        """Go to the passage."""
        target = self.pane.selected
        if target:
            number, _ = self._articles[int(target.id.rpartition("-")[2])]
            self.dismiss(Where(number, target.span))


def _sources(articles: Sequence[Article]) -> list[str]:
    """Who says it, and when, in columns; the year only where there are several."""
    moments = [(article.published or "")[:16].replace("T", " ") for article in articles]
    if len({moment[:4] for moment in moments}) == 1:
        moments = [moment[5:] for moment in moments]
    longest = max(map(len, moments), default=0)
    sites = [cut(printable(article.site or article.title or ""), _SITE) for article in articles]
    return [
        f"{site}{' ' * (_SITE - cell_length(site))}  {moment:<{longest}}"
        for site, moment in zip(sites, moments, strict=True)
    ]


def _beside(given: Given, figure: str) -> str:
    """The sentence of a figure from a few words before it on."""
    words = " ".join(given.words.split())
    at = words.find(" ".join(figure.split())) - _BEFORE
    start = words.find(" ", at) + 1 if at > 0 else 0
    return f"…{words[start:]}" if start else words
