"""Figures about the same thing in several articles, side by side: who gives which, and when."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType

from reader.app.keys import bindings
from reader.app.row import Row, Target
from reader.app.screens.list_dialog import ListDialog
from reader.desk.side_by_side import Thing
from reader.document.article import Article
from reader.document.counting import counted
from reader.document.span import Span
from reader.export.wording import amount
from reader.sanitise import printable

_NONE = "No two of these articles give a figure for the same thing."


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
        for at, thing in enumerate(self._things):
            head = f"{thing.name} · {'disagree' if thing.disagree else 'agree'}"
            yield Row(printable(head), "outline--header", right=str(len(thing.given)))
            for number, given in enumerate(
                sorted(thing.given, key=lambda given: self._articles[given.number][0])
            ):
                _, article = self._articles[given.number]
                about = " · ".join(
                    filter(None, (article.site, (article.published or "")[:16].replace("T", " ")))
                )
                target = Target("figure", f"{at}-{number}-{given.number}", (given.figure.span,))
                words = printable(" ".join(given.words.split()))
                lead = f"{amount(given.figure):>14}  "
                yield Row(
                    words, "outline--figure", target, lead=lead, tail=printable(f"  {about}" if about else "")
                )

    def action_follow(self) -> None:
        """Go to the passage."""
        target = self.pane.selected
        if target:
            number, _ = self._articles[int(target.id.rpartition("-")[2])]
            self.dismiss(Where(number, target.span))
