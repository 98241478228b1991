"""The reading screen: an article beside its outline."""

import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType

from reader.app.coach import Coach
from reader.app.keys import bindings
from reader.app.screens.gathering import GatheringScreen
from reader.app.session import Session
from reader.app.widgets.background import Background
from reader.document.article import Article
from reader.document.finding import first_of
from reader.document.origin import Origin
from reader.document.outline import VERSION, Outline
from reader.document.query import Term, terms
from reader.document.span import Span
from reader.document.summaries import Choice
from reader.errors import LibraryError, OutlineError
from reader.preferences.settings import Preferences
from reader.sanitise import without_logins

if TYPE_CHECKING:
    from reader.library import Library

_AFTER_FIRST_PICTURE = 0.03
"""Seconds that library and analysis wait, so that the text is on the screen before they take the processor."""


_NOTHING = (
    "No article text was found here. J and K go to other articles, o opens the page in a browser, q leaves."
)


def _about(article: Article) -> str:
    """Who wrote it, where it stood and when, as far as the source says."""
    return " · ".join(filter(None, (article.byline, article.site, (article.published or "")[:10])))


class ReadingScreen(GatheringScreen):
    """Shows one article of several; every action of the table is a method here or in the screens below."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reading")]

    def __init__(
        self,
        sources: list[Article | str | int],
        preferences: Preferences | None = None,
        coach: Coach | None = None,
        library: "Library | None" = None,
    ) -> None:
        """*sources*: articles, addresses that are yet to be fetched, or numbers of articles in *library*."""
        super().__init__()
        self.library = library
        self._owns_library = library is None
        self.coach = coach or Coach()
        self.sources = sources
        self.preferences = preferences or Preferences()
        self.keymap = self.preferences.keymap
        self.pictures = self.preferences.pictures
        self.template = self.preferences.template
        self.session = self._fresh(Article("", ""))
        self.index = 0
        self._sought: list[Term] = []

    def on_mount(self) -> None:
        """Show the first article at once; library and analysis come after that."""
        wanted = self.preferences
        self.view.measure, self.view.spacing = wanted.measure, wanted.spacing
        self.view.justified = wanted.justify
        if not self._owns_library:
            self._take_library()
            return
        if self.sources:
            self.open(0)
        else:
            self.bar.say("Opening the library…")
        self.set_timer(
            _AFTER_FIRST_PICTURE, partial(self.background.open_library, with_articles=not self.sources)
        )

    def on_unmount(self) -> None:
        """Leave no open file behind."""
        self.coach.remember()
        self._write_the_rest()
        if self.library and self._owns_library:
            self.library.close()

    def _write_the_rest(self) -> None:
        """Wait once more for whoever holds the library: what is still not in it is handed to the program's end."""
        from reader.app.app import Newsreader
        from reader.library.database import BUSY_SECONDS

        if self.library and self.writes.waits:
            self.library.be_patient(BUSY_SECONDS)
            lost = self.writes.finish()
            if isinstance(self.app, Newsreader):
                self.app.unwritten += lost

    # -- opening ---------------------------------------------------------------------------------

    def open(self, index: int) -> None:
        """Show the source *index*, fetching it first where it is an address."""
        self.index = index
        source = self.sources[index]
        if isinstance(source, int):
            self._open_number(source)
            return
        if isinstance(source, Article):
            self.show(source)
            return
        self.show_state(f"Fetching {without_logins(source)} …", "Fetching the page…")
        self.background.fetch(index, source, Origin.TYPED)

    def _open_number(self, number: int) -> None:
        """Show an article of the library."""
        try:
            article = self.library.numbered(number) if self.library else None
        except LibraryError as error:
            self.show_state("Not opened", str(error))
            return
        if article is None:
            self.show_state("Not opened", "This article is no longer in the library. J and K go to others.")
        else:
            self.show(article)
            self._go_to_sought(article)

    def _go_to_sought(self, article: Article) -> None:
        """Go to the first passage with words that brought the reader here."""
        words = [term for term in self._sought if term.wanted and term.field in {"", "quote"}]
        span = first_of(article.text, words) if words else None
        if span:
            self._jump(span, None)

    def read(self, sources: list[int], index: int, query: str) -> None:
        """Go on with these articles of the library, the one at *index* first, each at what *query* looks for."""
        self.sources, self._sought = [*sources], terms(query)
        self.call_after_refresh(self.open, index)

    @on(Background.Loaded)
    def loaded(self, event: Background.Loaded) -> None:
        """Keep the fetched article, and show it if it is still wanted."""
        article, known = event.article, self.session.article
        if article.identity and article.identity == known.identity:
            from reader.desk.fetching import completed

            article = completed(article, known)
        self.sources[event.index] = article
        if event.index == self.index:
            self.show(article)

    @on(Background.Failed)
    def failed(self, event: Background.Failed) -> None:
        """Say why; a lone article that cannot be had ends the program with that sentence."""
        from reader.app.app import Newsreader

        if len(self.sources) == 1 and isinstance(self.app, Newsreader):
            self.app.give_up(event.error)
        elif event.index == self.index:
            reason = f"This page could not be opened: {event.error.reason}. Press J or K for another article."
            self.show_state(f"Not opened: {event.error}", reason)

    def show_state(self, title: str, sentence: str) -> None:
        """Show that there is no article yet, or why there is none."""
        self.background.stop_analysis()
        gc.enable()
        self.session = Session(state=sentence)
        self.bar.say(title)
        self.view.show_text(sentence)
        self.show_outline()

    def show(self, article: Article) -> None:
        """Show *article*: the text now, its outline as the analysis finds it."""
        self.session = self._fresh(article, reported=self.session.reported)
        if self.session.is_empty:
            self.session.state = _NOTHING
        self.bar.say(article.title or Path(article.uri).name, _about(article))
        self.view.show_text(
            self.session.state if self.session.is_empty else article.text, blocks=article.blocks
        )
        self.show_outline()
        if self.library is None:
            self.call_after_refresh(self._begin, article)  # the very first text comes before all else
        else:
            self._begin(article)

    def _fresh(self, article: Article, *, reported: bool | None = None) -> Session:
        """A session as the reader wants it."""
        reported = self.preferences.reported if reported is None else reported
        state = "Reading…" if article.text else ""
        return Session(article, state=state, reported=reported, choice=self.preferences.choice)

    def _begin(self, article: Article) -> None:
        gc.enable()
        if article is not self.session.article:
            return
        if not self.session.is_empty:
            kept = self._kept_outline(article)
            if kept is None:
                self.background.analyse(article)
            else:
                self.found(Background.Found(article, "", kept))
                self.finished(Background.Finished(article, ""))
        self._keep()

    def _kept_outline(self, article: Article) -> Outline | None:
        """The outline that the library has of *article*, if it is of this version of the analysis."""
        try:
            return self.library.outlines.of(article, VERSION) if self.library else None
        except (LibraryError, OutlineError):
            return None

    @on(Background.Found)
    def found(self, event: Background.Found) -> None:
        """Fill the outline with what is known now."""
        if event.article is self.session.article:
            self.session.take(event.outline)
            self.session.state, self.session.working = "", f"found {event.step}, looking on…"
            if event.outline.title:
                from reader.export.wording import title_of

                self.bar.say(title_of(event.article, event.outline), _about(event.article))
            self.show_items()

    @on(Background.Finished)
    def finished(self, event: Background.Finished) -> None:
        """Say how the analysis ended, if there is something to say."""
        if event.article is self.session.article:
            gc.freeze()  # what stays is not looked through again and again while keys wait
            self.session.finish(event.problem)
            if self.session.state:
                self.show_items()
            self.show_status()
            if self.session.choice != Choice():
                self._choose(self.session.choice)

    @on(Background.Started)
    def started(self, event: Background.Started) -> None:
        """Take the library into use."""
        self.library, self._library_problem = event.library, event.problem
        self._take_library()
        if event.problem:
            self.say(event.problem, went_wrong=True)
        if not self.sources:
            self.sources = [*event.articles]
            self.open(0)
        else:
            self._keep()

    def _take_library(self) -> None:
        if self.library:
            from reader.desk.annotating import Notebook

            self.notebook = Notebook(self.library)

    def _keep(self) -> None:
        if self.library is None or self.session.is_empty:
            return
        session, library = self.session, self.library

        def kept(_: object) -> None:
            try:
                if library.homeless(session.article):
                    self.background.relocate(library, session.article)
            except LibraryError as error:
                self._cannot(error)

        self.writes.do(lambda: library.keep(session.article), kept, self._cannot)
        try:
            session.take_notes(library)
        except LibraryError as error:
            self._cannot(error)
        if session.notes:
            self.show_items()

    @on(Background.Relocated)
    def relocated(self, event: Background.Relocated) -> None:
        """Notes that were written on another version have their passages here now, or wait for them."""
        if event.article is self.session.article and self._try(lambda: None):
            self.say(event.sentence, seconds=8)

    @on(Background.SentenceFound)
    def sentence_found(self, event: Background.SentenceFound) -> None:
        """Mark the sentence that was asked for."""
        if event.article is self.session.article:
            self.mark(event.span)

    def open_at(self, article: Article, span: Span) -> None:
        """Open *article*, where it is not open, at a passage."""
        if _printed(article) != _printed(self.session.article):
            known = [_printed(each) if isinstance(each, Article) else None for each in self.sources]
            if _printed(article) not in known:
                self.sources.append(article)
                known.append(_printed(article))
            self.open(known.index(_printed(article)))
        if span.end > span.start:
            self.action_pane("article")
            self._jump(span, self.session.targets.on_line(span, span.start))

    @on(Background.Said)
    def said(self, event: Background.Said) -> None:
        """Pass on how a save or the browser went."""
        self.say(event.sentence, went_wrong=event.went_wrong, seconds=6)

    # -- actions: program ------------------------------------------------------------------------

    def action_article(self, step: int) -> None:
        """The next or the previous article."""
        if 0 <= self.index + step < len(self.sources):
            self.open(self.index + step)
        else:
            self.say("This is the last article." if step > 0 else "This is the first article.", seconds=2)

    def action_method(self) -> None:
        """Choose the key sentences by another method."""
        self._choose(self.session.choice.next_method())

    def action_number(self) -> None:
        """Choose another number of key sentences."""
        self._choose(self.session.choice.next_number(len(self.session.outline.summary)))

    def _choose(self, choice: Choice) -> None:
        if self.session.outline.sections:
            self.session.choice = choice
            self.background.summarise(self.session.article, self.session.outline, choice)

    @on(Background.Summarised)
    def summarised(self, event: Background.Summarised) -> None:
        """Show other key sentences."""
        if event.article is self.session.article:
            self.session.take_summary(event.outline, event.choice)
            self.show_items()
            self.say(f"{len(event.outline.summary)} key sentences by {event.choice.method}.", seconds=2)

    def action_map(self) -> None:
        """Show the places on a map; from there to a passage."""
        from reader.app.screens.map import MapScreen

        places = self.session.outline.locations
        if not any(each.latitude is not None for each in places):
            self.say("No place of this article is on the map.")
            return
        target = self.pane.selected
        chosen = target.id if target and target.kind == "place" else None
        self.app.push_screen(MapScreen(places, chosen), self._to_place)

    def _to_place(self, chosen: str | None) -> None:
        target = self.session.targets.with_id(chosen)
        if target:
            self._jump(target.span, target)

    def action_leave(self, out: bool) -> None:
        """Back one level: the search, the filter, the outline, zen, the selection; from the article *out* or not."""
        if self.session.finder.query:
            self._search("", self.view.cursor)
        elif self.session.filter:
            self.action_tab("all")
        elif self.pane.is_active:
            self.action_pane("article")
        elif self.has_class("-zen"):
            self.action_zen()
        elif self.view.chosen is not None:
            self.view.choose(None)
        elif self.view.selected is not None:
            self.view.clear_selected()
            self.pane.select(None)
            self.show_status()
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        elif out:
            self.app.exit()
        else:
            self.say("q quits.", seconds=2)


def _printed(article: Article) -> tuple[str, str]:
    """What tells articles apart: the text, and where it stands."""
    return article.sha256, article.identity
