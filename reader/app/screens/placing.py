"""Choosing passages: words by keyboard, the new place of an old note, a note of any article."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from reader.app.note_rows import quoted
from reader.app.screens.checking import CheckingScreen
from reader.document.article import Article
from reader.document.note import NOWHERE, Note
from reader.document.span import Span

if TYPE_CHECKING:
    from reader.app.selection import Sentences


class PlacingScreen(CheckingScreen):
    """The panes with what goes from words to passages."""

    def open_at(self, article: Article, span: Span) -> None:
        """Open *article* at a passage."""
        raise NotImplementedError

    def action_select(self) -> None:
        """Select words by keyboard, beginning with the item or the word at the cursor."""

        def chosen(action: str | None) -> None:
            if action is None:
                self.view.choose(None)
            elif action:
                self.call_later(self.run_action, {"note": "note(False)"}.get(action, action))
            self.show_status()

        self._select(chosen)

    def action_place(self) -> None:
        """Ask for the passage of a note that has none in this version of the article."""
        notebook, note, article = self._ready(), self._note_here(), self.session.article
        if notebook is None or note is None or note.is_placed:
            return

        def chosen(action: str | None) -> None:
            span = self.view.chosen
            if action is None or span is None:
                self.view.choose(None)
            else:
                self._try(lambda: notebook.place(note, article, span), "Note placed.")

        self.action_pane("article")
        self._select(chosen, f"Where is {quoted(note)[:42]} now?")

    def _select(self, done: Callable[[str | None], None], question: str = "") -> None:
        from reader.app.screens.select import SelectScreen
        from reader.app.selection import word_at

        if self.session.is_empty:
            return
        item = self.view.selected if self.view.is_aimed and not question else None
        start = self.view.selected_span() or item or word_at(self.view.text, self.view.cursor)
        self.background.warm_sentences()
        self.app.push_screen(SelectScreen(self.view, start, self._sentences, question), done)

    def _sentences(self) -> "Sentences":
        from reader.desk.sentences import sentences

        text, code = self.session.article.text, self.session.outline.language
        return cache(lambda paragraph: sentences(text, paragraph, code))

    def action_all_notes(self) -> None:
        """Show the notes on all articles; from there to a passage."""
        from reader.app.screens.notes import NotesScreen

        if self.notebook is not None:
            self.app.push_screen(NotesScreen(self.notebook), self._from_notes)
        else:
            self._ready()

    def _from_notes(self, note: Note | None) -> None:
        if self.library is not None:
            self._try(lambda: None)
        if note is None or self.library is None:
            return
        article = self.library.article(note.article)
        if article is None:
            self.say("The article of this note is not in the library: open it, and the note is placed.")
        else:
            self.open_at(article, note.span if note.is_placed else NOWHERE)
