"""The reading screen: an article beside its outline."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from reader import desk
from reader.app import jumps
from reader.app.explain import attributed, link, why
from reader.app.highlights import highlights
from reader.app.keys import BY_ID, CHORDS, PREFIXES, bindings, chord, shown
from reader.app.rows import Kind, Tab, Target, rows, targets
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.bars import Hint, StatusBar, TitleBar
from reader.app.widgets.outline_pane import OutlinePane
from reader.document.article import Article
from reader.document.note import Note
from reader.document.outline import Outline
from reader.document.span import Span
from reader.errors import LibraryError, NewsreaderError, SourceError
from reader.export.markdown import title_of
from reader.sanitise import printable, printable_lines

if TYPE_CHECKING:
    from reader.library import Library

_ARTICLE_HINTS = ("follow", "next.quote", "note", "save", "find", "pane", "keys")
_OUTLINE_HINTS = ("follow", "next.quote", "note", "save", "tab.quotes", "pane", "keys")
_MOST_MATCHES = 10_000
_AFTER_FIRST_PICTURE = 0.03
"""Seconds that library and analysis wait, so that the text is on the screen before they take the processor."""
_KINDS = {"quote": "quotes", "figure": "figures", "place": "places", "person": "people"}


class ReadingScreen(Screen[None]):
    """Shows one article of several; every action of reader/app/keys.py is a method here."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    AUTO_FOCUS = "#article"

    view = getters.query_one("#article", ArticleView)
    pane = getters.query_one("#outline", OutlinePane)
    bar = getters.query_one("#title", TitleBar)
    status = getters.query_one("#status", StatusBar)

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
        """The library is open; without sources of its own, the screen shows these articles."""

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

    def __init__(self, sources: list[Article | str]) -> None:
        super().__init__()
        self.sources = sources
        self.index = 0
        self.article: Article | None = None
        self.outline = Outline()
        self.notes: list[Note] = []
        self.library: Library | None = None
        self._targets: list[Target] = []
        self._tab: Tab = "all"
        self._state = ""
        self._prefix = ""
        self._query = ""
        self._matches: list[Span] = []
        self._history = jumps.History()
        self._analysis: desk.Analysis | None = None
        self._problem = ""

    def compose(self) -> ComposeResult:
        """A line for the title, article and outline, a line for keys and place."""
        yield TitleBar(id="title")
        with Horizontal(id="panes"):
            yield ArticleView(id="article")
            yield OutlinePane(id="outline")
        yield StatusBar(id="status")

    def on_mount(self) -> None:
        """Show the first article at once; library and analysis come after that."""
        if self.sources:
            self.open(0)
        else:
            self.bar.say("Opening the library…")
        self.set_timer(_AFTER_FIRST_PICTURE, self.start_library)

    def on_unmount(self) -> None:
        """Leave no process and no open file behind."""
        if self._analysis:
            self._analysis.stop()
        if self.library:
            self.library.close()

    # -- opening ---------------------------------------------------------------------------------

    def open(self, index: int) -> None:
        """Show the source *index*, fetching it first where it is an address."""
        self.index = index
        source = self.sources[index]
        if isinstance(source, Article):
            self.show(source)
            return
        self.bar.say(f"Fetching {source} …")
        self._state = "Fetching the page…"
        self._show_outline()
        self.fetch(index, source)

    @work(thread=True, exclusive=True, group="fetch", exit_on_error=False)
    def fetch(self, index: int, uri: str) -> None:
        """Get the article at *uri*."""
        try:
            self.post_message(self.Loaded(index, desk.open_article(uri)))
        except SourceError as error:
            self.post_message(self.Failed(index, error))

    @on(Loaded)
    def loaded(self, event: Loaded) -> None:
        """Keep the fetched article, and show it if it is still wanted."""
        self.sources[event.index] = event.article
        if event.index == self.index:
            self.show(event.article)

    @on(Failed)
    def failed(self, event: Failed) -> None:
        """Say why; a lone article that cannot be had ends the program with that sentence."""
        from reader.app.app import Newsreader

        if len(self.sources) == 1 and isinstance(self.app, Newsreader):
            self.app.failures.append(event.error)
            self.app.exit(return_code=1)
            return
        self.bar.say(f"Not opened: {event.error}")
        self._state = (
            f"This page could not be opened: {event.error.reason}. Press J or K for another article."
        )
        self.view.show_text("")
        self._show_outline()

    def show(self, article: Article) -> None:
        """Show *article*: the text now, its outline as the analysis finds it."""
        if self._analysis:
            self._analysis.stop()
        self.article, self.outline, self.notes = article, Outline(), []
        self._targets, self._matches, self._query, self._history = [], [], "", jumps.History()
        self._state = (
            "Reading…"
            if article.text.strip()
            else "No article text was found here. Press o to open a page in the browser."
        )
        self.bar.say(article.title or Path(article.uri).name)
        self.view.show_text(article.text)
        self._show_outline()
        self.set_timer(_AFTER_FIRST_PICTURE, partial(self._begin, article))

    def _begin(self, article: Article) -> None:
        if article is not self.article:
            return
        if self.library:
            self._keep(self.library, article)
        if article.text.strip():
            self._analysis = desk.Analysis(article)
            self.analyse(self._analysis)

    @work(thread=True, group="analysis", exit_on_error=False)
    def analyse(self, analysis: desk.Analysis) -> None:
        """Have the article analysed beside the screen, and hand on what each step found."""
        article, problem = analysis.article, ""
        try:
            for step, outline in analysis:
                self.post_message(self.Found(article, step, outline))
        except NewsreaderError as error:
            problem = str(error)
        self.post_message(self.Finished(article, problem))

    @on(Found)
    def found(self, event: Found) -> None:
        """Fill the outline with what is known now."""
        if event.article is not self.article:
            return
        self.outline = event.outline
        self._state = f"Found {event.step}; looking on…"
        self.bar.say(title_of(event.article, event.outline) if event.outline.title else self.bar.title)
        self._refresh_items()

    @on(Finished)
    def finished(self, event: Finished) -> None:
        """Say how the analysis ended, if there is something to say."""
        if event.article is not self.article:
            return
        self._state = event.problem
        if not event.problem and self.outline.analysed < len(event.article.text):
            read = f"{self.outline.analysed:,}"
            self._state = f"Only the first {read} characters of this very long text are in the outline."
        self._refresh_items()

    # -- the library -----------------------------------------------------------------------------

    @work(thread=True, group="library", exit_on_error=False)
    def start_library(self) -> None:
        """Open the library; a screen without sources shows what is in it."""
        library, problem = None, ""
        try:
            library = desk.open_library()
            articles = [] if self.sources else desk.starters(library)
        except LibraryError as error:
            problem = str(error)
            articles = [] if self.sources else desk.bundled()
        if get_current_worker().is_cancelled:
            return
        self.post_message(self.Started(library, articles, problem))

    @on(Started)
    def started(self, event: Started) -> None:
        """Take the library into use."""
        self.library, self._problem = event.library, event.problem
        if event.problem:
            self.notify(event.problem, severity="warning", markup=False, timeout=10)
        if event.articles and not self.sources:
            self.sources = [*event.articles]
            self.open(0)
        elif self.article and self.library:
            self._keep(self.library, self.article)

    def _keep(self, library: "Library", article: Article) -> None:
        try:
            library.keep(article)
            self.notes = library.notes(article.sha256)
        except LibraryError as error:
            self.notify(str(error), severity="warning", markup=False)
        self._refresh_items()

    # -- what is shown ---------------------------------------------------------------------------

    def _refresh_items(self) -> None:
        self._targets = targets(self.outline, self.notes)
        self.view.mark(highlights(self.outline, self.notes))
        self._show_outline()

    def _show_outline(self) -> None:
        article = self.article or Article("", "")
        self.pane.show(rows(article, self.outline, self.notes, self._tab, state=self._state), self._tab)
        self._show_status()

    def _show_status(self) -> None:
        names = _OUTLINE_HINTS if self.focused is self.pane else _ARTICLE_HINTS
        hints = tuple(Hint(shown(BY_ID[name]), BY_ID[name].label, BY_ID[name].run) for name in names)
        if self._prefix:
            hints = tuple(
                Hint(keys.replace(" ", ""), action.label, action.run)
                for keys, action in CHORDS.items()
                if keys[0] == self._prefix
            )
        self.status.say(hints, self._place())

    def _place(self) -> str:
        """Where the reader is: “quote 1 of 11 · 12 %”, “match 2 of 7 · 40 %”."""
        where = f"{self.view.progress} %"
        if self._query:
            at = sum(span.start <= self.view.cursor for span in self._matches)
            count = len(self._matches)
            return f"“{self._query}” {at if count else 0} of {count} · {where}"
        target = self.pane.selected
        if target is None or target.kind == "speaker":
            return where
        same = list(dict.fromkeys(each.id for each in self._targets if each.kind == target.kind))
        at = same.index(target.id) + 1 if target.id in same else 0
        return f"{target.kind} {at} of {len(same)} · {where}"

    def on_descendant_focus(self) -> None:
        """The keys that matter are those of the focused pane."""
        self._show_status()

    # -- linked panes ----------------------------------------------------------------------------

    @on(OutlinePane.Moved)
    def outline_moved(self, event: OutlinePane.Moved) -> None:
        """Show the source of the row at once."""
        self.view.select(event.target.span, event.target.related)
        self._show_status()

    @on(ArticleView.Moved)
    def article_moved(self) -> None:
        """Mark the item under the cursor in the outline."""
        target = jumps.on_line(self._targets, self.view.line, self.view.cursor)
        span = next((s for s in target.spans if s.touches(self.view.line)), None) if target else None
        self.view.select(span, target.related if target else (), show=False)
        self.pane.select(target)
        self._show_status()

    @on(OutlinePane.Chosen)
    @on(ArticleView.Chosen)
    def action_follow(self) -> None:
        """Item → source → item; on a speaker, each press goes one link on: mention → name."""
        if self.focused is self.pane and self.pane.has_focus:
            target = self.pane.selected
            if target is None:
                return
            if target.kind == "speaker":
                self._follow_speaker(target)
                return
            self._jump(target.span, target)
            self.action_pane("article")
        else:
            self._to_item()

    def _follow_speaker(self, target: Target) -> None:
        spans = target.spans
        now = spans.index(self.view.selected) if self.view.selected in spans else -1
        if self.view.selected == target.span and len(spans) > 1:
            now = 0
        span = spans[(now + 1) % len(spans)]
        if self.view.selected not in spans:
            span = spans[0]
        self._jump(span, None, related=target.related)
        self.status.say(
            self.status.hints,
            "named here" if span == spans[-1] else "said by · Enter again: who that is",
        )

    def _to_item(self) -> None:
        target = self.pane.selected
        line = self.view.line
        if target is None or not any(span.touches(line) for span in target.spans):
            target = jumps.on_line(self._targets, line, self.view.cursor)
        if target is None:
            self.notify("No item of the outline stands on this line.", markup=False, timeout=3)
            return
        self._show_tab_of(target)
        self.pane.select(target)
        self.view.select(self.view.selected or target.span, target.related)
        self.action_pane("outline")

    def _show_tab_of(self, target: Target) -> None:
        if self._tab not in {"all", _KINDS.get(target.kind, "notes")}:
            self.action_tab("all")

    def _jump(self, span: Span, target: Target | None, related: tuple[Span, ...] = ()) -> None:
        """Go to *span*, remember the way back, and mark its item in the outline."""
        self._history.jumped(self.view.cursor, span.start)
        self.view.select(span, target.related if target else related)
        if target is not None:
            self.pane.select(target)
        self._show_status()

    @on(OutlinePane.TabChosen)
    def tab_chosen(self, event: OutlinePane.TabChosen) -> None:
        """Show another kind of items."""
        self.action_tab(event.tab)

    # -- actions: moving -------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """The second key of a chord, or the first: the status line shows what may follow."""
        character = event.character or ""
        if self._prefix:
            action = chord(self._prefix, character)
            self._prefix = ""
            event.stop()
            event.prevent_default()
            if action:
                self.call_later(self.run_action, action.run)
            self._show_status()
        elif character in PREFIXES:
            self._prefix = character
            event.stop()
            event.prevent_default()
            self._show_status()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a chord is open its second key is no key of its own."""
        return not self._prefix or action == "quit"

    def action_hop(self, kind: Kind, step: int) -> None:
        """Go to the next or an earlier passage of a *kind*, from either pane."""
        here = self.view.selected or Span(self.view.cursor, self.view.cursor)
        found = jumps.beyond(self._targets, kind, here, step)
        if found is None:
            self.notify(
                f"No {'more' if step > 0 else 'earlier'} {kind} in this article.",
                markup=False,
                timeout=2,
            )
            return
        self._query = ""
        self._show_tab_of(found[1])
        self._jump(found[0], found[1])

    def action_history(self, step: int) -> None:
        """Back or forward through the jumps."""
        position = self._history.go(step)
        if position is None:
            self.notify("No further jump in this direction.", markup=False, timeout=2)
            return
        self.view.go_to(position)
        self.article_moved()

    def action_lines(self, count: int) -> None:
        """A line or row down or up."""
        if self.focused is self.pane:
            self.pane.move(count)
        else:
            self.view.move_lines(count)

    def action_pages(self, share: float) -> None:
        """A page or half of one."""
        if self.focused is self.pane:
            self.pane.move(round(share * max(2, self.pane.size.height - 3)))
        else:
            self.view.move_pages(share)

    def action_paragraphs(self, count: int) -> None:
        """A paragraph on or back."""
        self.view.move_paragraphs(count)

    def action_ends(self, last: bool) -> None:
        """The beginning or the end."""
        (self.pane if self.focused is self.pane else self.view).move_end(last=last)

    # -- actions: panes --------------------------------------------------------------------------

    def action_switch_pane(self) -> None:
        """From one pane to the other."""
        self.action_pane("article" if self.focused is self.pane else "outline")

    def action_pane(self, name: str) -> None:
        """To a pane; a drawer opens and closes with it."""
        self.set_class(name == "outline", "-drawer")
        if name == "outline":
            self.remove_class("-zen")
        (self.pane if name == "outline" else self.view).focus()
        if name == "outline" and self.pane.selected is None:
            target = jumps.on_line(self._targets, self.view.line, self.view.cursor)
            self.pane.select(target)
            if target is None:
                self.pane.move(1)

    def action_zen(self) -> None:
        """The article alone, and back."""
        self.toggle_class("-zen")
        if self.has_class("-zen"):
            self.action_pane("article")

    def action_tab(self, tab: Tab) -> None:
        """Show one kind of items only, or all."""
        self._tab = tab
        self._show_outline()

    # -- actions: finding ------------------------------------------------------------------------

    def action_find(self) -> None:
        """Ask what to find, showing matches while it is typed."""
        from reader.app.screens.prompt import Prompt

        start = self.view.cursor

        def done(query: str | None) -> None:
            if query is None:
                self._search("")
                self.view.go_to(start)
            self._show_status()

        self.app.push_screen(
            Prompt("find in the article", self._query, changed=lambda query: self._search(query, start)),
            done,
        )

    def _search(self, query: str, start: int = 0) -> None:
        self._query = query
        self._matches = (
            desk.occurrences(self.article.text, query, _MOST_MATCHES) if self.article and query else []
        )
        self.view.show_matches(self._matches)
        after = [span for span in self._matches if span.start >= start] or self._matches
        if after:
            self.view.select(after[0])
        self._show_status()

    def action_match(self, step: int) -> None:
        """The next place with the words that were looked for, around the end."""
        if not self._matches:
            self.notify("Nothing to go to: press / and type words.", markup=False, timeout=3)
            return
        here = self.view.selected or Span(self.view.cursor, self.view.cursor)
        later = [span for span in self._matches if (span > here if step > 0 else span < here)]
        ordered = later or self._matches
        self._jump(ordered[0] if step > 0 else ordered[-1], None)

    # -- actions: notes and what leaves the screen --------------------------------------------------

    def _passage(self) -> Span:
        """What a note or copy is about: the mouse's selection, else the item, else the paragraph."""
        return self.view.selected_span() or self.view.selected or self.view.paragraph

    def action_note(self) -> None:
        """Write a note, or change the one that is there."""
        from reader.app.screens.note import NoteScreen

        article, library = self.article, self.library
        if article is None or library is None:
            self.notify(self._problem or "The library is not open yet.", severity="warning", markup=False)
            return
        span = self._passage()
        if span.start >= span.end:
            return
        note = next((each for each in self.notes if each.span == span), None)

        def keep(body: str | None) -> None:
            if body is not None:
                self._write(library, article, span, note, body)

        self.app.push_screen(NoteScreen(span.text(article.text), note.body if note else ""), keep)

    def _write(self, library: "Library", article: Article, span: Span, note: Note | None, body: str) -> None:
        try:
            if note:
                library.change_note(note, body)
            elif body.strip():
                library.add_note(article, span, body)
            self.notes = library.notes(article.sha256)
        except LibraryError as error:
            self.app.copy_to_clipboard(printable_lines(body))
            self.notify(f"{error} The note is on the clipboard.", severity="error", markup=False, timeout=15)
        self._refresh_items()

    def action_save(self) -> None:
        """Save the annotated summary under the article's title, in the working folder."""
        if self.article and self.article.text:
            self.save(self.article, self.outline, list(self.notes), None)

    def action_save_as(self) -> None:
        """Save it where the user says."""
        from reader.app.screens.prompt import Prompt

        article = self.article
        if article is None:
            return

        def chosen(name: str | None) -> None:
            if name and name.strip():
                self.save(article, self.outline, list(self.notes), Path(name.strip()).expanduser())

        self.app.push_screen(
            Prompt("save the summary as", str(desk.usual_path(article, self.outline))), chosen
        )

    @work(thread=True, group="save", exit_on_error=False)
    def save(self, article: Article, outline: Outline, notes: list[Note], path: Path | None) -> None:
        """Write the summary and say where it is."""
        try:
            saved = desk.save_summary(self.library, article, outline, notes, path)
        except NewsreaderError as error:
            self.app.call_from_thread(self.notify, str(error), severity="error", markup=False, timeout=10)
            return
        said = f"Saved {len(outline.quotes)} quotes and {len(notes)} notes to {printable(str(saved))}"
        self.app.call_from_thread(self.notify, said, markup=False, timeout=6)

    def action_copy_quote(self) -> None:
        """Copy the selection or item; a quote with who said it and where."""
        if self.article is None:
            return
        target = self.pane.selected
        quote = target.quote if target and self.view.selected_span() is None else None
        words = attributed(self.article, quote) if quote else self._passage().text(self.article.text)
        self.app.copy_to_clipboard(printable_lines(words))
        self.notify("Sent to the clipboard.", markup=False, timeout=2)

    def action_copy_link(self) -> None:
        """Copy a link that opens the page at the passage."""
        address = link(self.article, self._passage()) if self.article else None
        if address is None:
            self.notify("This article has no web address.", markup=False, timeout=3)
            return
        self.app.copy_to_clipboard(address)
        self.notify("Sent to the clipboard.", markup=False, timeout=2)

    def action_why(self) -> None:
        """Say which rule found the item, with its cue and links."""
        target = self.pane.selected
        if self.article and target:
            self.notify(why(self.article, self.outline, target), title="Why", markup=False, timeout=12)

    def action_open_page(self, at_passage: bool) -> None:
        """Open the page in a browser."""
        address = link(self.article, self._passage() if at_passage else None) if self.article else None
        if address is None:
            self.notify("This article has no web address.", markup=False, timeout=3)
            return
        self.browse(address)

    @work(thread=True, group="browser", exit_on_error=False)
    def browse(self, address: str) -> None:
        """Hand an http(s) address to the system's browser."""
        import webbrowser

        if not webbrowser.open(address):
            self.app.call_from_thread(
                self.notify, "No browser could be opened here; Y copies the link.", markup=False
            )

    # -- actions: program ------------------------------------------------------------------------

    def action_article(self, step: int) -> None:
        """The next or the previous article."""
        if not 0 <= self.index + step < len(self.sources):
            self.notify(
                "This is the last article." if step > 0 else "This is the first article.",
                markup=False,
                timeout=2,
            )
            return
        self.open(self.index + step)

    def action_keys(self) -> None:
        """Show every key."""
        from reader.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Back one level: the search, the outline, zen; from the article, out."""
        if self._query:
            self._search("")
            self.view.clear_selected()
        elif self.focused is self.pane:
            self.action_pane("article")
        elif self.has_class("-zen"):
            self.action_zen()
        elif self.view.selected is not None and self.view.selected_span() is None:
            self.view.clear_selected()
            self.pane.select(None)
            self._show_status()
        else:
            self.app.exit()
