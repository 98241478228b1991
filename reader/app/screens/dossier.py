"""Everything that somebody said, across all articles: each quote one key from its source."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
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
    keys = "Enter passage   s merge a name   u undo   / somebody else   esc back"
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
        self._load(self._who)

    @work(thread=True, exclusive=True)
    def _load(self, who: str) -> None:
        """Gather all beside the screen, with a connection of its own: much is said in a year."""
        from reader.desk.dossiers import given_to_others
        from reader.desk.home import open_library

        try:
            with open_library() as library:
                found = library.people.dossier(who)
                others = given_to_others(library, found)
            self.app.call_from_thread(self._loaded, who, found, others, [*_rows(found, others)])
        except LibraryError as error:
            self.app.call_from_thread(self.tell, str(error))

    def _loaded(self, who: str, found: "Dossier", others: "Sequence[Said]", rows: list[Row]) -> None:
        if self.is_mounted and who == self._who:  # somebody else may have been asked for meanwhile
            self._said = {f"d{each.id}": each for each in (*found.said, *others)}
            articles = len({each.number for each in found.said})
            words = f"{found.name} · {counted(len(found.said), 'quote')} in {counted(articles, 'article')}"
            self.show(words, rows, "quotes")

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
        if self._merged and self._try(lambda: self._library.people.part(self._merged[-1])):
            self._merged.pop()

    def _ask(self, question: str, then: Callable[[str], None], value: str = "") -> None:
        from reader.app.screens.prompt import Prompt

        def answered(name: str | None) -> None:
            if name and name.strip():
                then(" ".join(name.split()))

        self.app.push_screen(Prompt(printable(question), value), answered)

    def _show(self, name: str) -> None:
        self._who = name
        self._load(name)

    def _merge(self, name: str) -> None:
        if self._try(lambda: self._library.people.merge(name, self._who)):
            self._merged.append(name)

    def _try(self, what: Callable[[], object]) -> bool:
        try:
            what()
        except LibraryError as error:
            self.tell(str(error))
            return False
        self._load(self._who)
        return True


def _rows(found: "Dossier", others: "Sequence[Said]") -> Iterator[Row]:
    from reader.desk.dossiers import printed_together

    if not found.said:
        yield Row(_NOBODY, "outline--state")
    if found.roles:
        yield Row("CALLED", "outline--header")
        for role, count in found.roles[:8]:
            yield Row(printable(role), "outline--person", right=str(count))
    if found.said:
        yield Row("SAID", "outline--header", right=str(len(found.said)))
    for longest, *more in printed_together(found):
        yield _quote(longest)
        yield from (_printing(each, longest) for each in more)
    if others:
        yield Row("GIVEN TO OTHERS", "outline--header", right=str(len(others)))
        yield from (_quote(each, each.name) for each in others)
    for title, style, names in (
        ("PERHAPS THE SAME", "p", found.perhaps),
        ("QUOTED BESIDE", "b", found.beside),
    ):
        if names:
            yield Row(title, "outline--header")
        for number, (name, count) in enumerate(names[:20]):
            target = Target("person", f"{style}{number}", (), links=(name,))
            yield Row(printable(name), "outline--person", target, right=str(count))


def _quote(each: "Said", who: str = "") -> Row:
    """A quote with its day and source, and *who* said it, if that is somebody else."""
    sure = "" if each.probability >= SURE else "probably"
    where = " · ".join(filter(None, (sure, who, each.site, each.role)))
    words = printable(" ".join(each.words.split()))
    lead = f"{(each.published or '')[:10]:<10}  "
    tail = printable(f"  {where}" if where else "")
    return Row(words, _style(each), _target(each), lead=lead, tail=tail)


def _printing(each: "Said", longest: "Said") -> Row:
    """Another printing of a quote: where, and what it has otherwise than the *longest*."""
    from reader.desk.dossiers import word_diff

    site = each.site or each.title
    diff = word_diff(longest.words, each.words)
    how = "has otherwise" if "+]" in diff else "trimmed" if "−]" in diff else ""
    words = f"{site} {how}: {diff}" if how else f"{site}: the same words"
    return Row(printable(words), _style(each), _target(each), lead=" " * 12)


def _style(each: "Said") -> str:
    return "outline--quote" if each.is_direct else "outline--reported"


def _target(each: "Said") -> Target:
    return Target("quote", f"d{each.id}", (each.span,))
