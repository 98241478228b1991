"""The line above the article and the line below it."""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from reader.app.bidi import in_order
from reader.app.keys import Hint
from reader.app.widgets.drawing import Drawing
from reader.app.wrapping import cell_length, cut, wrapped
from reader.document.span import Span
from reader.sanitise import printable

_WITH_NAME = 50
"""Cells from which the program's name has room beside the title."""


class TitleBar(Drawing):
    """What is being read, at the left; the program's name at the right."""

    COMPONENT_CLASSES = {"title--words", "title--name"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's name
        super().__init__(id=id)
        self.title = self.about = ""

    def say(self, title: str, about: str = "") -> None:
        """Show *title*, and behind it what its publisher says *about* it, as far as there is room."""
        self.title, self.about = (printable(" ".join(words.split())) for words in (title, about))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The one line."""
        width = self.size.width
        name = "newsreader" if width >= _WITH_NAME else ""
        base = self.base
        room = width - len(name) - 4
        words = cut(self.title, room) if room > 8 and self.title else ""
        words = in_order(words) if self.reorders else words
        rest = room - cell_length(words) - 3
        about = f" · {cut(self.about, rest)}" if self.about and rest > 12 else ""
        left = Strip(
            [
                Segment(f" {words}", base + self.look("title--words")),
                Segment(about, base + self.look("title--name")),
            ]
        )
        right = Segment(name, base + self.look("title--name"))
        gap = Segment(" " * max(1, width - left.cell_length - len(name) - 1), base)
        return Strip([*left, gap, right, Segment(" ", base)]).adjust_cell_length(width, base)


class StatusBar(Drawing):
    """The keys that matter now, at the left; where the reader is, at the right."""

    COMPONENT_CLASSES = {"status--key", "status--label", "status--place"}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 Textual's name
        super().__init__(id=id)
        self.sentence = ""
        self.hints: tuple[Hint, ...] = ()
        self.place = ""
        self._is_whole = False

    def say(self, hints: tuple[Hint, ...], place: str, *, whole: bool = False) -> None:
        """Show these keys and this place; *whole*: all keys, on as many lines as they take."""
        if (hints, place, whole) == (self.hints, self.place, self._is_whole):
            return
        self.hints, self.place, self._is_whole = hints, place, whole
        height = len(self._rows())
        if height != self.size.height and not self.sentence:
            self.styles.height = height
        self.refresh()

    def say_only(self, sentence: str) -> None:
        """Show nothing but this sentence, on as many lines as it takes; keys and place again if it is empty."""
        self.sentence = sentence
        self.refresh()

    def _rows(self) -> list[list[Hint]]:
        """The hints of each line; those that do not fit on one line are left out unless all are wanted."""
        room = self.size.width - len(self.place) - 3
        rows: list[list[Hint]] = [[]]
        used = 0
        for hint in self.hints:
            size = len(hint.key) + len(hint.label) + 3
            if used + size > room and not self._is_whole:
                break
            if used + size > room and rows[-1]:
                rows.append([])
                used = 0
            used += size
            rows[-1].append(hint)
        return rows

    def render_line(self, y: int) -> Strip:
        """A line of hints, the place on the last one; or the sentence."""
        width, base = self.size.width, self.base
        if self.sentence:
            lines = wrapped(self.sentence, (Span(0, len(self.sentence)),), width)
            words = self.sentence[slice(*lines[y])] if y < len(lines) else ""
            return Strip([Segment(words, base)]).adjust_cell_length(width, base)
        rows = self._rows()
        left = [Segment(" ", base)]
        for hint in rows[y] if y < len(rows) else ():
            meta = Style.from_meta({"hint": hint.action})
            left.append(Segment(hint.key, base + self.look("status--key") + meta))
            left.append(Segment(f" {hint.label}  ", base + self.look("status--label") + meta))
        place = printable(self.place) if y == len(rows) - 1 else ""
        gap = width - Strip(left).cell_length - len(place) - 1
        right = [Segment(" " * max(0, gap), base), Segment(place, base + self.look("status--place"))]
        return Strip([*left, *right, Segment(" ", base)]).adjust_cell_length(width, base)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        action = event.style.meta.get("hint") if event.style else None
        if action:
            await self.screen.run_action(action)
