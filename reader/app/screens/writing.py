"""What the reader writes, saves, copies and opens elsewhere."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from reader.app.screens.looking import LookingScreen
from reader.app.session import Session
from reader.app.widgets.background import Background
from reader.document.span import Span
from reader.errors import LibraryError
from reader.sanitise import printable_lines

if TYPE_CHECKING:
    from reader.export.merging import Keep
    from reader.library import Library


class WritingScreen(LookingScreen):
    """The panes with notes and all that leaves the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.library: Library | None = None
        self._library_problem = ""

    # -- actions: notes and what leaves the screen ----------------------------------------------------

    def _passage(self) -> Span:
        """What a note or copy is about: the mouse's selection, else the item, else the paragraph."""
        return self.view.selected_span() or self.view.selected or self.view.paragraph

    def action_note(self) -> None:
        """Write a note, or change the one that is there."""
        from reader.app.screens.note import NoteScreen

        session, library, span = self.session, self.library, self._passage()
        if library is None:
            self.say(self._library_problem or "The library is not open yet.", went_wrong=True)
            return
        if span.start >= span.end or session.is_empty:
            return
        note = session.note_on(span)
        before = note.body if note else ""

        def keep(body: str | None) -> None:
            self._write(session, library, span, before if body is None else body)
            if body is not None and body != before:
                self.did("note")
                self.say("Note kept." if body.strip() else "Note removed.", seconds=2)
            if session is self.session:
                self.show_items()

        typed = partial(self._write, session, library, span)
        self.app.push_screen(NoteScreen(span.text(session.article.text), before, typed=typed), keep)

    def _write(self, session: Session, library: "Library", span: Span, body: str) -> None:
        try:
            session.write(library, span, body)
        except LibraryError as error:
            self.app.copy_to_clipboard(printable_lines(body))
            self.say(f"{error} The note is on the clipboard.", went_wrong=True, seconds=15)

    def action_save(self) -> None:
        """Save the annotated summary under the article's title, in the working folder."""
        self._save(None)

    def action_save_as(self) -> None:
        """Save it where the user says."""
        from reader.app.screens.prompt import Prompt
        from reader.desk.summaries import usual_path

        def chosen(name: str | None) -> None:
            if name and name.strip():
                self._save(Path(name.strip()).expanduser())

        usual = str(usual_path(self.session.article, self.session.outline))
        self.app.push_screen(Prompt("save the summary as", usual), chosen)

    def _save(self, path: Path | None, keep: "Keep | None" = None) -> None:
        session = self.session
        if session.is_empty:
            self.say("There is nothing to save yet.")
            return
        self.did("save")
        self.background.save(self.library, session.article, session.shown, list(session.notes), path, keep)

    @on(Background.Conflicted)
    def conflicted(self, event: Background.Conflicted) -> None:
        """Show both wordings, and let the reader say which count."""
        from reader.app.screens.conflict import ConflictScreen

        def settled(keep: "Keep | None") -> None:
            if keep:
                self._save(event.path, keep)
            else:
                self.say("Nothing was saved; the file is as you left it.")

        self.app.push_screen(ConflictScreen(event.path, event.conflicts), settled)

    def action_copy_quote(self) -> None:
        """Copy the selection or item; a quote with who said it and where."""
        from reader.app.explain import attributed

        target, article = self.pane.selected, self.session.article
        quote = target.quote if target and self.view.selected_span() is None else None
        self._copy(attributed(article, quote) if quote else self._passage().text(article.text))

    def action_copy_link(self) -> None:
        """Copy a link that opens the page at the passage."""
        from reader.app.explain import link

        self._copy(link(self.session.article, self._passage()))

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

        address = link(self.session.article, self._passage() if at_passage else None)
        if address is None:
            self.say("This article has no web address.")
            return
        self.background.browse(address)
