"""Everything that somebody said, across all articles: each quote one key from its source."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from reader.app.keys import bindings
from reader.app.row import Row, Target
from reader.app.screens.list_dialog import ListDialog
from reader.document.counting import counted
from reader.document.outline import SURE
from reader.errors import LibraryError
from reader.sanitise import printable

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.people import Dossier, Said

_NOBODY = "Nobody of this name is quoted in what was analysed so far."


class DossierScreen(ListDialog["Said"]):
    """Shows what *library* has of the speaker of this *name*; the answer is the quote to go to."""

    place = "dossier"
    keys = "Enter passage   s another name is the same   u undo   / somebody else   esc back"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dossier")]

    def __init__(self, library: "Library", name: str) -> None:
        super().__init__()
        self._library = library
        self._who = name
        self._said: dict[str, Said] = {}
        self._merged: list[str] = []

    def on_mount(self) -> None:
        """Show all, the first quote selected."""
        super().on_mount()
        self._load()

    def _load(self) -> None:
        try:
            found = self._library.people.dossier(self._who)
        except LibraryError as error:
            self.tell(str(error))
            return
        self._said = {f"d{each.id}": each for each in found.said}
        articles = len({each.number for each in found.said})
        words = f"{found.name} · {counted(len(found.said), 'quote')} in {counted(articles, 'article')}"
        self.show(words, [*_rows(found)], "quotes")

    def action_follow(self) -> None:
        """Go to the source of the quote; on a name, to that speaker."""
        target = self.pane.selected
        if target and target.id in self._said:
            self.dismiss(self._said[target.id])
        elif target and target.links:
            self._show(target.links[0])

    def action_other(self) -> None:
        """Ask for somebody else."""
        self._ask("name of a speaker", self._show)

    def action_same(self) -> None:
        """Take another name for one of this speaker."""
        target = self.pane.selected
        name = target.links[0] if target and target.links and target.id.startswith("p") else ""
        self._ask(f"another name of {self._who}", self._merge, name)

    def action_undo(self) -> None:
        """Part the names that were merged last."""
        if self._merged:
            name = self._merged.pop()
            self._try(lambda: self._library.people.part(name))

    def _ask(self, question: str, then: Callable[[str], None], value: str = "") -> None:
        from reader.app.screens.prompt import Prompt

        def answered(name: str | None) -> None:
            if name and name.strip():
                then(" ".join(name.split()))

        self.app.push_screen(Prompt(printable(question), value), answered)

    def _show(self, name: str) -> None:
        self._who = name
        self._load()

    def _merge(self, name: str) -> None:
        self._merged.append(name)
        self._try(lambda: self._library.people.merge(name, self._who))

    def _try(self, what: Callable[[], object]) -> None:
        try:
            what()
        except LibraryError as error:
            self.tell(str(error))
        self._load()


def _rows(found: "Dossier") -> Iterator[Row]:
    from reader.desk.dossiers import printed_together

    if not found.said:
        yield Row(_NOBODY, "outline--state")
    if found.roles:
        yield Row("CALLED", "outline--header")
        for role, count in found.roles[:8]:
            yield Row(printable(role), "outline--person", right=str(count))
    if found.said:
        yield Row("SAID", "outline--header", right=str(len(found.said)))
    for group in printed_together(found):
        for number, each in enumerate(group):
            yield _quote(each, is_other=number > 0, is_trimmed=number > 0 and each.words != group[0].words)
    for title, style, names in (
        ("PERHAPS THE SAME", "p", found.perhaps),
        ("QUOTED BESIDE", "b", found.beside),
    ):
        if names:
            yield Row(title, "outline--header")
        for number, (name, count) in enumerate(names[:20]):
            target = Target("person", f"{style}{number}", (), links=(name,))
            yield Row(printable(name), "outline--person", target, right=str(count))


def _quote(each: "Said", *, is_other: bool, is_trimmed: bool) -> Row:
    target = Target("quote", f"d{each.id}", (each.span,))
    day = (each.published or "")[:10]
    how = "trimmed" if is_trimmed else "the same" if is_other else ""
    sure = "" if each.probability >= SURE else "probably"
    where = " · ".join(filter(None, (sure, how, each.site, each.role)))
    words = printable(" ".join(each.words.split()))
    style = "outline--quote" if each.is_direct else "outline--reported"
    lead = f"{day:<10}  " if not is_other else " " * 12
    return Row(words, style, target, lead=lead, tail=printable(f"  {where}" if where else ""))
