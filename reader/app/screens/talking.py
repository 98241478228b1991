"""What the reading screen says, and the keys it waits for: status line, first steps, counts, two keys in a row."""

from textual import events, getters
from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer

from reader.app.coach import Coach
from reader.app.keys import hints
from reader.app.session import Session
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.background import Background
from reader.app.widgets.bars import StatusBar, TitleBar
from reader.app.widgets.outline_pane import OutlinePane
from reader.preferences.keymap import USUAL
from reader.sanitise import printable_lines

DIGITS = frozenset("0123456789")
MOST_TIMES = 9_999
COUNTED = frozenset({"hop", "history", "lines", "pages", "paragraphs", "match"})
"""Actions that are done as often as the number says that was typed before: 5j, 3]q."""
_MURMURED = 2.0
"""Seconds up to which a message is no more than a line."""
_ROOM_BESIDE_STEPS = 90
"""Columns from which the place stands beside the first steps."""
_UNTIL_UNFOLDED = 0.4
"""Seconds after the first key of a chord until all that may follow is shown, on as many lines as it takes."""


class TalkingScreen(Screen[None]):
    """The widgets, with a status line that says where the reader is and which keys matter."""

    AUTO_FOCUS = ""
    """None: keys are the screen's; which pane they are for is a state of the outline."""

    view = getters.query_one("#article", ArticleView)
    pane = getters.query_one("#outline", OutlinePane)
    bar = getters.query_one("#title", TitleBar)
    status = getters.query_one("#status", StatusBar)
    background = getters.query_one(Background)

    def __init__(self) -> None:
        super().__init__()
        self.session = Session()
        self.keymap = USUAL
        self.coach = Coach()
        self.pictures = "auto"
        self._prefix = ""
        self._hesitation: Timer | None = None
        self._murmur = ""
        self._silence: Timer | None = None
        self._count = 0

    def compose(self) -> ComposeResult:
        """A line for the title, article and outline, a line for keys and place."""
        yield TitleBar(id="title")
        yield StatusBar(id="status")
        yield ArticleView(id="article")
        yield OutlinePane(id="outline")
        yield Background()

    def say(self, sentence: str, *, went_wrong: bool = False, seconds: float = 4) -> None:
        """Tell the user something in passing; never as markup, for it may quote an article.

        What is over in two seconds stands in the status line: a message over the text costs a layout.
        """
        if seconds <= _MURMURED and not went_wrong:
            self._murmur = printable_lines(sentence)
            self.show_status()
            if self._silence:
                self._silence.stop()
            self._silence = self.set_timer(seconds, self._fall_silent)
            return
        self.notify(
            printable_lines(sentence),
            severity="error" if went_wrong else "information",
            markup=False,
            timeout=max(seconds, 10 if went_wrong else 0),
        )

    def _fall_silent(self) -> None:
        self._murmur = ""
        self.show_status()

    def show_status(self, *, unfolded: bool = False) -> None:
        """Draw the keys that matter now, and where the reader is; *unfolded*: every key that may follow a chord."""
        finder = self.session.finder
        if finder.query:
            here = finder.place(self.view.cursor)
        else:
            here = self.session.place(self.pane.selected, self.view.selected)
        place = f"{here} · {self.view.progress} %" if here else f"{self.view.progress} %"
        doing = f"{self._count} × …" if self._count else self.session.working
        place = f"{doing}  {place}" if doing else place
        if self.coach.is_on and not self._prefix:
            beside = (self._murmur or place) if self.size.width >= _ROOM_BESIDE_STEPS else ""
            self.status.say(self.coach.hints(self.keymap), beside)
            return
        if self._murmur and not self._prefix:
            self.status.say((), f"{self._murmur}   {place}")
            return
        offered = hints(self.keymap, self._prefix, in_outline=self.pane.is_active)
        self.status.say(offered, place, whole=unfolded and bool(self._prefix))

    def did(self, name: str) -> None:
        """An action was done: perhaps the one that the first steps ask for."""
        if self.coach.did(name):
            self.show_status()
            if not self.coach.is_on:
                self.say("These were the steps. ? lists every key, : finds an action by name.", seconds=8)

    # -- chords ----------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """The second key of a chord, or the first: the status line shows what may follow."""
        character = event.character or ""
        if not self._prefix and (character in DIGITS if self._count else character in DIGITS - {"0"}):
            self._count = min(MOST_TIMES, 10 * self._count + int(character))
            self.show_status()
        chords = self.keymap.chords
        if not self._prefix and not any(chord[0] == character for chord in chords):
            return
        event.stop()
        event.prevent_default()
        action = chords.get(f"{self._prefix} {character}") if self._prefix else None
        self._prefix = "" if self._prefix else character
        if self._hesitation:
            self._hesitation.stop()
        self._hesitation = self.set_timer(_UNTIL_UNFOLDED, self._unfold) if self._prefix else None
        if action:
            self.call_later(self.run_action, action.run)
        self.show_status()

    def _unfold(self) -> None:
        """Whoever hesitates after the first key of a chord sees all that may follow."""
        if self._prefix:
            self.show_status(unfolded=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a chord is open its second key is no key of its own; what takes no count forgets it."""
        self._murmur = ""
        if action not in COUNTED:
            self._count = 0
        return not self._prefix or action == "quit"

    def _times(self) -> int:
        """How often: the number that was typed before the key, else once."""
        times, self._count = max(1, self._count), 0
        return times
