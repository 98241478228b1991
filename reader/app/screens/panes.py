"""Article and outline beside each other: what they show, and how they follow each other."""

from textual import on
from textual.geometry import Size

from reader.app import jumps
from reader.app.highlights import highlights
from reader.app.row import Row, Tab, Target, tab_of
from reader.app.screens.talking import TalkingScreen
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.outline_pane import OutlinePane
from reader.document.span import Span
from reader.sanitise import printable, printable_lines

_OPENED = {"picture": "picture", "unplaced": "place"}
"""What Enter does on rows that stand for no passage."""
LEAST = Size(20, 5)
"""The smallest screen on which there is anything to read."""


class PanesScreen(TalkingScreen):
    """The two panes, linked with each other."""

    # -- what is shown ---------------------------------------------------------------------------

    def show_items(self) -> None:
        """Draw what is known of the article in both panes."""
        self.view.mark(highlights(self.session.shown, self.session.notes))
        self.show_outline()

    def show_outline(self, tab: Tab | None = None) -> None:
        """Draw the outline, on another *tab* where one is given."""
        session, tab = self.session, tab or self.pane.tab
        if not session.targets.all and session.state:
            self.pane.show([Row(printable(session.state), "outline--state")], tab)
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
        if target and target.kind not in {"picture", "unplaced"}:
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
        elif target and target.kind in _OPENED:
            self.call_later(self.run_action, _OPENED[target.kind])
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
