"""What the reader writes, saves, copies and opens elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from reader.app.screens.placing import PlacingScreen
from reader.app.widgets.background import Background
from reader.document.counting import counted
from reader.errors import ExportError
from reader.paths import expanded

if TYPE_CHECKING:
    from reader.export.merging import Keep


_AS_SAVED = "No note was changed in a file that was saved of this article."


class WritingScreen(PlacingScreen):
    """The panes with notes and all that leaves the screen."""

    # -- actions: what leaves the screen ----------------------------------------------------------

    def action_save(self) -> None:
        """Save the annotated summary under the article's title, in the working folder."""
        self._save(None)

    def action_save_as(self) -> None:
        """Save it where the user says."""
        from reader.app.screens.save import SaveScreen
        from reader.desk.summaries import usual_path
        from reader.export.templates import names

        def chosen(answer: tuple[str, str] | None) -> None:
            if answer and answer[0].strip():
                self._save(expanded(answer[0].strip()), template=answer[1])

        try:
            usual = str(usual_path(self.session.article, self.session.outline))
        except ExportError as error:
            self.say(str(error))
            usual = ""
        self.app.push_screen(SaveScreen(usual, names(), self.template), chosen)

    def action_take_notes(self) -> None:
        """Take notes that were changed in a saved file into the library."""
        from reader.desk.summaries import edited_notes

        notebook, library, article = self._ready(), self.library, self.session.article
        if notebook is None or library is None:
            return

        def take() -> str:
            found = edited_notes(library, article)
            notebook.change_all(found.taken)
            both = f" {counted(found.both, 'note')} changed here as well: s shows both." if found.both else ""
            taken = f"{counted(len(found.taken), 'note')} taken from the saved file; u undoes it."
            return f"{taken if found.taken else '' if both else _AS_SAVED}{both}".strip()

        self._try(take)

    def _save(self, path: Path | None, keep: "Keep | None" = None, template: str | None = None) -> None:
        session = self.session
        if session.is_empty:
            self.say("There is nothing to save yet.")
            return
        self.did("save")
        self.background.save(
            self.library, session.article, session.shown, list(session.notes), path, keep, template,
            self.template,
        )  # fmt: skip

    @on(Background.Conflicted)
    def conflicted(self, event: Background.Conflicted) -> None:
        """Show both wordings, and let the reader say which count."""
        from reader.app.screens.conflict import ConflictScreen

        def settled(keep: "Keep | None") -> None:
            if keep:
                self._save(event.path, keep, event.template)
            else:
                self.say("Nothing was saved; the file is as you left it.")

        self.app.push_screen(ConflictScreen(event.path, event.conflicts), settled)

    def action_copy_quote(self) -> None:
        """Copy the selection or item; a quote with who said it and where."""
        from reader.app.explain import attributed

        target, article = self.pane.selected, self.session.article
        quote = target.quote if target and self.view.selected_span() is None else None
        self._copy(attributed(article, quote) if quote else self.passage().text(article.text))

    def action_copy_link(self) -> None:
        """Copy a link that opens the page at the passage."""
        from reader.app.explain import link

        self._copy(link(self.session.article, self.passage()))

    def _copy(self, words: str | None) -> None:
        if words is None:
            self.say("This article has no web address.")
            return
        self.background.copy(words)

    @on(Background.NotCopied)
    def not_copied(self, event: Background.NotCopied) -> None:
        """Show what no clipboard took."""
        from reader.app.screens.shown import ShownScreen

        self.app.push_screen(
            ShownScreen("This terminal has no clipboard: select the words by hand", event.words)
        )

    def action_why(self) -> None:
        """Say which rule found the item, with its cue and links."""
        from reader.app.explain import why

        target = self.pane.selected
        if target is None:
            self.say("No item is selected: press ]q, or Tab for the outline.")
        else:
            from reader.app.screens.why import WhyScreen

            session = self.session
            reasons = why(session.article, session.outline, target, session.choice.method)
            self.app.push_screen(WhyScreen(reasons))

    def action_open_page(self, at_passage: bool) -> None:
        """Open the page in a browser."""
        from reader.app.explain import link

        address = link(self.session.article, self.passage() if at_passage else None)
        if address is None:
            self.say("This article has no web address.")
            return
        self.background.browse(address)
