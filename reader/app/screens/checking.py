"""Verdicts on what an article claims: confirmed, disputed, with the evidence, one item after the other."""

import time

from reader.app.row import Target
from reader.app.screens.annotating import AnnotatingScreen
from reader.document.note import Note, Status
from reader.document.span import Span


class CheckingScreen(AnnotatingScreen):
    """The panes with all that checks an article."""

    def action_check(self, status: Status) -> None:
        """Give the item or selection a status."""
        target = self.pane.selected
        if self.view.selected_span() is None and self.view.selected is None and target is None:
            self.say("No item is selected: press ]q, or c q for all that is unchecked.")
            return
        note = self._note_here()
        if status == "unchecked" and (note is None or note.status == "unchecked"):
            self.say("Nobody has confirmed or disputed this.", seconds=2)
        elif self.give(note, self.passage(), status):
            self.say("To be checked." if status == "unchecked" else f"{status.capitalize()}.", seconds=2)

    def give(self, note: Note | None, span: Span, status: Status) -> bool:
        """Give *note*, or where there is none a mark on *span*, a status; whether that was written."""
        notebook, article = self._ready(), self.session.article
        if notebook is None:
            return False
        return self._try(
            lambda: notebook.judge(article, span, note, status, time.time()),
            key=("status", article.sha256, span, note and note.id),
        )

    def action_evidence(self) -> None:
        """Ask for what the status of the item rests on."""
        from reader.app.screens.prompt import Prompt

        notebook, note, span = self._ready(), self._note_here(), self.passage()
        if notebook is None or (note is None and span.start >= span.end):
            return
        article, before = self.session.article, note.evidence if note else ""

        def told(line: str | None) -> None:
            if line is not None and line.strip() != before:
                self._try(lambda: notebook.evidence(article, span, note, line.strip()), "Evidence kept.")

        self.app.push_screen(Prompt("evidence: a link, or where it was checked", before), told)

    def action_check_queue(self) -> None:
        """Go through the quotes and figures that are unchecked, each in its place."""
        from reader.app.screens.check import CheckScreen

        if self._ready() is None:
            return
        queue = self.session.unchecked
        if not queue:
            self.say("Every quote and figure of this article is checked.")
            return
        self.app.push_screen(CheckScreen(self, queue))

    def show_target(self, target: Target) -> None:
        """Show an item in both panes."""
        self.view.select(target.span, target.related)
        self._reveal_row(target)
        self.show_status()
