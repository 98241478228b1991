"""Article and outline beside each other: what they show, how they follow each other, which keys are open."""

from typing import TYPE_CHECKING

from textual import events, getters, on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer

from reader.app import jumps
from reader.app.coach import Coach
from reader.app.highlights import highlights
from reader.app.keys import hints
from reader.app.row import Row, Tab, Target, tab_of
from reader.app.session import Session
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.background import Background
from reader.app.widgets.bars import StatusBar, TitleBar
from reader.app.widgets.outline_pane import OutlinePane
from reader.document.span import Span
from reader.preferences.keymap import USUAL
from reader.sanitise import printable_lines

if TYPE_CHECKING:
    pass


DIGITS = frozenset("0123456789")
MOST_TIMES = 9_999
LEAST = Size(20, 5)
"""The smallest screen on which there is anything to read."""
COUNTED = frozenset({"hop", "history", "lines", "pages", "paragraphs", "match"})
"""Actions that are done as often as the number says that was typed before: 5j, 3]q."""


_MURMURED = 2.0
"""Seconds up to which a message is no more than a line."""
_ROOM_BESIDE_STEPS = 90
"""Columns from which the place stands beside the first steps."""
_UNTIL_UNFOLDED = 0.4
"""Seconds after the first key of a chord until all that may follow is shown, on as many lines as it takes."""


class PanesScreen(Screen[None]):
    """The two panes with title and status line, linked with each other."""

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

    # -- what is shown ---------------------------------------------------------------------------

    def show_items(self) -> None:
        """Draw what is known of the article in both panes."""
        self.view.mark(highlights(self.session.shown, self.session.notes))
        self.show_outline()

    def show_outline(self, tab: Tab | None = None) -> None:
        """Draw the outline, on another *tab* where one is given."""
        session, tab = self.session, tab or self.pane.tab
        if not session.targets.all and session.state:
            self.pane.show([Row(session.state, "outline--state")], tab)
            self.show_status()
            return
        from reader.app.rows import rows

        shown = rows(
            session.article,
            session.outline,
            session.notes,
            tab,
            state=session.state,
            reported=session.reported,
            order=session.order,
            grouped=session.grouped,
        )
        shown = self._filtered(shown)
        self.pane.show(shown, tab)
        self.show_status()

    def _filtered(self, shown: list[Row]) -> list[Row]:
        """The rows that the reader wants to see, under a line that says so."""
        if not self.session.filter:
            return shown
        from reader.app.filtering import filtered

        kept = filtered(shown, self.session.filter)
        found = f"only items with “{self.session.filter}”" if kept else f"no item has “{self.session.filter}”"
        return [Row(printable_lines(f"{found} · esc shows all"), "outline--state"), *kept]

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

    # -- linked panes ----------------------------------------------------------------------------

    @on(OutlinePane.Clicked)
    def outline_clicked(self, event: OutlinePane.Clicked) -> None:
        """Show the source of the row; a second click goes there."""
        self.pane.activate(True)
        if event.again:
            self.action_follow()
        else:
            self.outline_moved()

    def outline_moved(self) -> None:
        """Show the source of the selected row at once."""
        target = self.pane.selected
        if target and target.kind != "picture":
            self.view.select(target.span, target.related)
        self.show_status()

    def article_moved(self) -> None:
        """Mark the item under the cursor in the outline."""
        target = self._target_here()
        line = self.view.line
        span = next((each for each in target.spans if each.touches(line)), None) if target else None
        self.view.select(span, target.related if target else (), show=False)
        self.pane.select(target)
        self.show_status()

    def _target_here(self) -> Target | None:
        return self.session.targets.on_line(self.view.line, self.view.cursor)

    @on(ArticleView.Clicked)
    def article_clicked(self, event: ArticleView.Clicked) -> None:
        """Go where the mouse is; a second click on the same place follows the item there."""
        self.action_pane("article")
        self.view.go_to(event.position)
        if event.again:
            self.action_follow()
        else:
            self.article_moved()

    def action_follow(self) -> None:
        """Item → source → item; on a speaker, each press goes one link on: mention → name."""
        target = self.pane.selected
        self.did("follow")
        if not self.pane.is_active:
            self._to_item(target)
        elif target and target.kind == "picture":
            self.call_later(self.run_action, "picture")
        elif target and target.kind == "speaker":
            self._jump(jumps.next_link(target, self.view.selected), None, target.related)
        elif target:
            shown = self.view.selected
            self._jump(shown if shown in target.spans else target.span, target)
            self.action_pane("article")

    def _to_item(self, target: Target | None) -> None:
        line = self.view.line
        if target is None or not any(span.touches(line) for span in target.spans):
            target = self._target_here()
        if target is None:
            self.say("No item of the outline stands on this line.")
            return
        self._reveal_row(target)
        self.view.select(self.view.selected or target.span, target.related)
        self.action_pane("outline")

    def _reveal_row(self, target: Target) -> None:
        """Select the row of *target*, on a tab that has it."""
        if self.pane.tab not in {"all", tab_of(target.kind)}:
            self.show_outline("all")
        self.pane.select(target)

    def _jump(self, span: Span, target: Target | None, related: tuple[Span, ...] = ()) -> None:
        """Go to *span*, remember the way back, and mark its item in the outline."""
        self.session.history.jumped(self.view.cursor, span.start)
        self.view.select(span, target.related if target else related)
        if target is not None:
            self._reveal_row(target)
        self.show_status()

    @on(OutlinePane.TabChosen)
    def tab_chosen(self, event: OutlinePane.TabChosen) -> None:
        """Show another kind of items."""
        self.show_outline(event.tab)

    def on_resize(self) -> None:
        """A screen that grew narrow keeps the outline that is being read, as a drawer; a tiny one says so."""
        self.set_class(self.pane.is_active, "-drawer")
        tiny = self.size.width < LEAST.width or self.size.height < LEAST.height
        self.set_class(tiny, "-tiny")
        self.status.say_only(f"Too small: {LEAST.width} × {LEAST.height} is needed." if tiny else "")

    # -- actions: panes --------------------------------------------------------------------------

    def action_switch_pane(self) -> None:
        """From one pane to the other."""
        self.action_pane("article" if self.pane.is_active else "outline")

    def action_pane(self, name: str) -> None:
        """To a pane; a drawer opens and closes with it."""
        if self.has_class("-narrow"):  # elsewhere the class would only cost a look at every style
            self.set_class(name == "outline", "-drawer")
        if name != "outline":
            self.pane.activate(False)
            self.show_status()
            return
        if self.has_class("-zen"):
            self.remove_class("-zen")
        self.pane.activate(True)
        if self.pane.selected is None:
            self.pane.select(self._target_here())
        if self.pane.selected is None:
            self.pane.move(1)
            self.outline_moved()
        self.show_status()

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
