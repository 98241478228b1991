"""What takes time, done beside the screen: fetching, the library, analysis, saving, the browser."""

import os
import threading
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.widget import Widget

from reader import paths
from reader.desk import analysing
from reader.document.article import Article
from reader.document.counting import counted
from reader.document.origin import Origin
from reader.document.outline import Outline
from reader.document.span import Span
from reader.document.summaries import Choice
from reader.errors import LibraryError, NewsreaderError, SourceError

if TYPE_CHECKING:
    from reader.desk.versions import Comparison
    from reader.document.note import Note
    from reader.export.merging import Conflict, Keep
    from reader.library import Library


class Background(Widget):
    """Has no looks: runs work in threads and processes, and tells the screen what came of it."""

    @dataclass
    class Loaded(Message):
        """An article came from its source."""

        index: int
        article: Article

    @dataclass
    class Failed(Message):
        """An article cannot be had."""

        index: int
        error: SourceError

    @dataclass
    class Started(Message):
        """The library is open, or could not be; these are the articles of a screen without sources."""

        library: "Library | None"
        articles: list[Article]
        problem: str

    @dataclass
    class Found(Message):
        """A step of the analysis is done."""

        article: Article
        step: str
        outline: Outline

    @dataclass
    class Finished(Message):
        """The analysis is over; *problem* says how, if not well."""

        article: Article
        problem: str

    @dataclass
    class Summarised(Message):
        """Key sentences were chosen anew."""

        article: Article
        outline: Outline
        choice: Choice

    @dataclass
    class SentenceFound(Message):
        """The sentence that is to be marked."""

        article: Article
        span: Span

    @dataclass
    class Relocated(Message):
        """Notes of other versions of an article were looked for in this one."""

        article: Article
        sentence: str

    @dataclass
    class Compared(Message):
        """An article beside its other versions."""

        article: Article
        comparisons: "list[Comparison]"

    @dataclass
    class Conflicted(Message):
        """A file was changed by hand where the new summary changes it too; nothing was written."""

        path: Path
        conflicts: "tuple[Conflict, ...]"
        template: str | None

    @dataclass
    class NotCopied(Message):
        """There is no clipboard for these words."""

        words: str

    @dataclass
    class Said(Message):
        """Something is done, or could not be, and the user should know."""

        sentence: str
        went_wrong: bool = False

    def __init__(self) -> None:
        super().__init__()
        self._analysis: analysing.Analysis | None = None

    def on_unmount(self) -> None:
        """Leave no process behind."""
        self.stop_analysis()

    def fetch(self, index: int, uri: str, origin: Origin = Origin.FOUND) -> None:
        """Get the article at *uri*; a server that keeps silent does not hold up the end of the program."""
        threading.Thread(target=self._fetched, args=(index, uri, origin), daemon=True).start()

    def _fetched(self, index: int, uri: str, origin: Origin) -> None:
        from reader.desk.articles import open_article

        try:
            self.post_message(self.Loaded(index, open_article(uri, origin)))
        except SourceError as error:
            self.post_message(self.Failed(index, error))

    @work(thread=True, group="library", exit_on_error=False)
    def open_library(self, *, with_articles: bool) -> None:
        """Open the library, and take the articles out of it for a screen without sources."""
        from reader.desk.articles import bundled, starters
        from reader.desk.home import A_FRAME, open_library

        library, articles, problem = None, [], ""
        try:
            library = open_library(patience=A_FRAME)
            articles = starters(library) if with_articles else []
        except LibraryError as error:
            problem = str(error)
            articles = bundled() if with_articles else []
        self.post_message(self.Started(library, articles, problem))

    @work(thread=True, group="library", exit_on_error=False)
    def relocate(self, library: "Library", article: Article) -> None:
        """Look for the notes of other versions of *article*."""
        from reader.desk.relocating import relocate

        try:
            with library.apart() as own:
                self.post_message(self.Relocated(article, str(relocate(own, article))))
        except LibraryError as error:
            self.post_message(self.Said(str(error), went_wrong=True))

    @work(thread=True, group="versions", exclusive=True, exit_on_error=False)
    def compare(self, library: "Library", article: Article, outline: Outline) -> None:
        """Lay the other versions of *article* beside it."""
        from reader.desk.versions import comparisons

        try:
            with library.apart() as own:
                self.post_message(self.Compared(article, comparisons(own, article, outline)))
        except NewsreaderError as error:
            self.post_message(self.Said(str(error), went_wrong=True))

    def analyse(self, article: Article) -> None:
        """Begin the analysis of *article*, ending that of any other."""
        self.stop_analysis()
        self._analysis = analysing.Analysis(article)
        self._report(article, self._analysis)

    @work(thread=True, group="summary", exclusive=True, exit_on_error=False)
    def summarise(self, article: Article, outline: Outline, choice: Choice) -> None:
        """Choose key sentences anew."""
        try:
            for _, found in analysing.Analysis(article, outline, choice):
                self.post_message(self.Summarised(article, found, choice))
        except NewsreaderError as error:
            self.post_message(self.Said(str(error), went_wrong=True))

    @work(thread=True, group="sentence", exclusive=True, exit_on_error=False)
    def find_sentence(self, article: Article, paragraph: Span, position: int, language: str) -> None:
        """Find the sentence at *position*, which is in *paragraph*."""
        from reader.desk.sentences import sentences

        found = sentences(article.text, paragraph, language)
        sentence = next((each for each in reversed(found) if each.start <= position), found[0])
        self.post_message(self.SentenceFound(article, sentence))

    @work(thread=True, group="sentence", exit_on_error=False)
    def warm_sentences(self) -> None:
        """Load what finds sentences, before somebody asks for one."""
        from reader.desk.sentences import sentences

        sentences("One.", Span(0, 4), "en")

    def stop_analysis(self) -> None:
        """End the analysis that is going on."""
        if self._analysis:
            self._analysis.stop()

    @work(thread=True, group="analysis", exit_on_error=False)
    def _report(self, article: Article, steps: Iterable[tuple[str, Outline]]) -> None:
        problem = ""
        try:
            for step, outline in steps:
                self.post_message(self.Found(article, step, outline))
        except NewsreaderError as error:
            problem = str(error)
        self.post_message(self.Finished(article, problem))

    @work(thread=True, group="save", exit_on_error=False)
    def save(
        self,
        library: "Library | None",
        article: Article,
        outline: Outline,
        notes: "list[Note]",
        path: Path | None,
        keep: "Keep | None" = None,
        template: str | None = None,
        usual: str = "default",
    ) -> None:
        """Write the annotated summary and say where it is, or which lines the file has otherwise."""
        from reader.desk.summaries import ConflictError, save_summary

        try:
            with library.apart() if library else nullcontext() as own:
                notes = (
                    own.notes(article.sha256) if own else notes
                )  # another newsreader may have written some
                written = save_summary(
                    own, article, outline, notes, path, keep=keep, template=template, usual=usual
                )
        except ConflictError as conflict:
            self.post_message(self.Conflicted(conflict.path, conflict.conflicts, template))
            return
        except NewsreaderError as error:
            self.post_message(self.Said(str(error), went_wrong=True))
            return
        counts = f"{counted(written.quotes, 'quote')} and {counted(written.notes, 'note')}"
        where = paths.seen_from_here(written.path)
        changed = counted(len(written.edits.taken), "note") if written.edits.taken else ""
        hint = f". {changed} changed in it: T takes that into the library" if changed else ""
        self.post_message(self.Said(f"Saved {counts} to {where}{hint}"))

    @work(thread=True, group="copy", exit_on_error=False)
    def copy(self, words: str) -> None:
        """Put *words* on the clipboard: by the system's tool, else through the terminal; else they are shown."""
        from reader.app.clipboard import copied_with, takes_osc_52

        tool = copied_with(words)
        if tool:
            self.post_message(self.Said(f"Copied with {tool}."))
        elif takes_osc_52(os.environ):
            self.app.call_from_thread(self.app.copy_to_clipboard, words)
            told = "Sent to the terminal’s clipboard (OSC 52); a few terminals ignore it."
            self.post_message(self.Said(told))
        else:
            self.post_message(self.NotCopied(words))

    @work(thread=True, group="browser", exit_on_error=False)
    def browse(self, address: str) -> None:
        """Hand an http(s) address to the system's browser."""
        from reader.processes.programs import browse

        if not browse(address):
            self.post_message(
                self.Said("No browser could be opened here; Y copies the link.", went_wrong=True)
            )
