"""Moving through an article: lines, pages, jumps, words that are looked for."""

from functools import partial

from reader.app.row import Kind
from reader.app.screens.outlining import OutliningScreen
from reader.document.span import Span

_WORDS: dict[Kind, str] = {"reported": "reported statement"}


class MovingScreen(OutliningScreen):
    """The panes with all that moves the reader."""

    # -- actions: moving -------------------------------------------------------------------------

    def action_hop(self, kind: Kind, step: int) -> None:
        """Go to the next or an earlier passage of a *kind*, from either pane."""
        if kind == "reported" and not self.session.reported:
            self.action_reported()
        here = self.view.selected or Span(self.view.cursor, self.view.cursor)
        found = self.session.targets.beyond(kind, here, step, self._times())
        if found is None:
            self.say(
                f"There is no {'further' if step > 0 else 'earlier'} {_WORDS.get(kind, kind)} in this article.",
                seconds=2,
            )
            return
        self.session.finder.query = ""
        self._jump(*found)
        if kind == "quote" and step > 0:
            self.did("next.quote")

    def action_history(self, step: int) -> None:
        """Back or forward through the jumps."""
        position = self.session.history.go(step * self._times())
        if position is None:
            self.say("No further jump in this direction.", seconds=2)
            return
        self.view.go_to(position)
        self.article_moved()

    def action_last(self) -> None:
        """Where the reader was before the last jump; again, and they are back."""
        position = self.session.history.last(self.view.cursor)
        if position is None:
            self.say("No jump was made yet.", seconds=2)
            return
        self.view.go_to(position)
        self.article_moved()

    def action_lines(self, count: int) -> None:
        """A line or row down or up."""
        count *= self._times()
        if self.pane.is_active:
            self.pane.move(count)
        else:
            self.view.move_lines(count)
        self._moved()

    def action_pages(self, share: float) -> None:
        """A page or half of one."""
        share *= self._times()
        if self.pane.is_active:
            self.pane.move(round(share * max(2, self.pane.size.height - 3)))
        else:
            self.view.move_pages(share)
        self._moved()

    def action_paragraphs(self, count: int) -> None:
        """A paragraph on or back."""
        self.view.move_paragraphs(count * self._times())
        self.article_moved()

    def action_ends(self, last: bool) -> None:
        """The beginning or the end."""
        (self.pane if self.pane.is_active else self.view).move_end(last=last)
        self._moved()

    def _moved(self) -> None:
        """The other pane follows the active one."""
        if self.pane.is_active:
            self.outline_moved()
        else:
            self.article_moved()

    # -- actions: finding ------------------------------------------------------------------------

    def action_find(self) -> None:
        """Ask what to find, showing matches while it is typed."""
        from reader.app.screens.prompt import Prompt

        start = self.view.cursor

        def done(query: str | None) -> None:
            if query is None:
                self._search("", start)
                self.view.go_to(start)
            elif self.view.cursor != start:
                self.session.history.jumped(start, self.view.cursor)
            self.show_status()

        changed = partial(self._search, start=start)
        self.app.push_screen(Prompt("find in the article", self.session.finder.query, changed=changed), done)

    def _search(self, query: str, start: int) -> str:
        """Look for *query*, show the first place from *start* on, and say how many there are."""
        finder = self.session.finder
        finder.search(self.session.article.text, query)
        self.view.show_matches(finder.matches)
        self.view.select(finder.from_position(start))
        if not finder.matches:
            self.view.go_to(start)
        self.show_status()
        return finder.place(self.view.cursor) if query else ""

    def action_match(self, step: int) -> None:
        """The next place with the words that were looked for, around the end."""
        here = self.view.selected or Span(self.view.cursor, self.view.cursor)
        span = self.session.finder.beyond(here, step, self._times())
        if span is None:
            self.say("Nothing to go to: press / and type words that are in the article.")
            return
        self._jump(span, None)
