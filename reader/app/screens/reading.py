"""The reading screen: an article beside its outline."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from reader.app import jumps
from reader.app.explain import attributed, link, why
from reader.app.highlights import highlights
from reader.app.keys import PREFIXES, bindings, chord, hints
from reader.app.row import Kind, Tab, Target
from reader.app.rows import rows, tab_of
from reader.app.session import Session
from reader.app.widgets.article_view import ArticleView
from reader.app.widgets.background import Background
from reader.app.widgets.bars import StatusBar, TitleBar
from reader.app.widgets.outline_pane import OutlinePane
from reader.desk import usual_path
from reader.document.article import Article
from reader.document.span import Span
from reader.document.summaries import Choice
from reader.errors import LibraryError
from reader.export.markdown import title_of
from reader.sanitise import printable_lines

if TYPE_CHECKING:
    from reader.library import Library

_AFTER_FIRST_PICTURE = 0.03
"""Seconds that library and analysis wait, so that the text is on the screen before they take the processor."""


DIGITS = frozenset("0123456789")
MOST_TIMES = 9_999
COUNTED = frozenset({"hop", "history", "lines", "pages", "paragraphs", "match"})
"""Actions that are done as often as the number says that was typed before: 5j, 3]q."""
_ORDERS = {"text": "as they stand in the text", "amount": "by amount", "counted": "by what is counted"}
_WORDS: dict[Kind, str] = {"reported": "reported statement"}


class ReadingScreen(Screen[None]):
    """Shows one article of several; every action of reader/app/keys.py is a method here."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    AUTO_FOCUS = "#article"

    view = getters.query_one("#article", ArticleView)
    pane = getters.query_one("#outline", OutlinePane)
    bar = getters.query_one("#title", TitleBar)
    status = getters.query_one("#status", StatusBar)
    background = getters.query_one(Background)

    def __init__(self, sources: list[Article | str]) -> None:
        super().__init__()
        self.sources = sources
        self.index = 0
        self.session = Session()
        self.library: Library | None = None
        self._library_problem = ""
        self._prefix = ""
        self._count = 0

    def compose(self) -> ComposeResult:
        """A line for the title, article and outline, a line for keys and place."""
        yield TitleBar(id="title")
        with Horizontal(id="panes"):
            yield ArticleView(id="article")
            yield OutlinePane(id="outline")
        yield StatusBar(id="status")
        yield Background()

    def on_mount(self) -> None:
        """Show the first article at once; library and analysis come after that."""
        if self.sources:
            self.open(0)
        else:
            self.bar.say("Opening the library…")
        self.set_timer(
            _AFTER_FIRST_PICTURE, partial(self.background.open_library, with_articles=not self.sources)
        )

    def on_unmount(self) -> None:
        """Leave no open file behind."""
        if self.library:
            self.library.close()

    def say(self, sentence: str, *, went_wrong: bool = False, seconds: float = 4) -> None:
        """Tell the user something in passing; never as markup, for it may quote an article."""
        self.notify(
            printable_lines(sentence),
            severity="error" if went_wrong else "information",
            markup=False,
            timeout=max(seconds, 10 if went_wrong else 0),
        )

    # -- opening ---------------------------------------------------------------------------------

    def open(self, index: int) -> None:
        """Show the source *index*, fetching it first where it is an address."""
        self.index = index
        source = self.sources[index]
        if isinstance(source, Article):
            self.show(source)
            return
        self.show_state(f"Fetching {source} …", "Fetching the page…")
        self.background.fetch(index, source)

    @on(Background.Loaded)
    def loaded(self, event: Background.Loaded) -> None:
        """Keep the fetched article, and show it if it is still wanted."""
        self.sources[event.index] = event.article
        if event.index == self.index:
            self.show(event.article)

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
        self.session = Session(state=sentence)
        self.bar.say(title)
        self.view.show_text(sentence)
        self.show_outline()

    def show(self, article: Article) -> None:
        """Show *article*: the text now, its outline as the analysis finds it."""
        self.session = Session(article, state="Reading…", reported=self.session.reported)
        if self.session.is_empty:
            self.session.state = "No article text was found here."
        self.bar.say(article.title or Path(article.uri).name)
        self.view.show_text(
            self.session.state if self.session.is_empty else article.text, blocks=article.blocks
        )
        self.show_outline()
        self.set_timer(_AFTER_FIRST_PICTURE, partial(self._begin, article))

    def _begin(self, article: Article) -> None:
        if article is not self.session.article:
            return
        self._keep()
        if not self.session.is_empty:
            self.background.analyse(article)

    @on(Background.Found)
    def found(self, event: Background.Found) -> None:
        """Fill the outline with what is known now."""
        if event.article is self.session.article:
            self.session.take(event.outline)
            self.session.state = f"Found {event.step}; looking on…"
            if event.outline.title:
                self.bar.say(title_of(event.article, event.outline))
            self.show_items()

    @on(Background.Finished)
    def finished(self, event: Background.Finished) -> None:
        """Say how the analysis ended, if there is something to say."""
        if event.article is self.session.article:
            self.session.finish(event.problem)
            self.show_items()

    @on(Background.Started)
    def started(self, event: Background.Started) -> None:
        """Take the library into use."""
        self.library, self._library_problem = event.library, event.problem
        if event.problem:
            self.say(event.problem, went_wrong=True)
        if not self.sources:
            self.sources = [*event.articles]
            self.open(0)
        else:
            self._keep()

    def _keep(self) -> None:
        if self.library is None or self.session.is_empty:
            return
        try:
            self.session.keep_in(self.library)
        except LibraryError as error:
            self.say(str(error), went_wrong=True)
        self.show_items()

    @on(Background.Said)
    def said(self, event: Background.Said) -> None:
        """Pass on how a save or the browser went."""
        self.say(event.sentence, went_wrong=event.went_wrong, seconds=6)

    # -- what is shown ---------------------------------------------------------------------------

    def show_items(self) -> None:
        """Draw what is known of the article in both panes."""
        self.view.mark(highlights(self.session.shown, self.session.notes))
        self.show_outline()

    def show_outline(self, tab: Tab | None = None) -> None:
        """Draw the outline, on another *tab* where one is given."""
        session, tab = self.session, tab or self.pane.tab
        shown = rows(
            session.article,
            session.outline,
            session.notes,
            tab,
            state=session.state,
            reported=session.reported,
            order=session.order,
        )
        self.pane.show(shown, tab)
        self.show_status()

    def show_status(self) -> None:
        """Draw the keys that matter now, and where the reader is."""
        finder = self.session.finder
        here = finder.place(self.view.cursor) if finder.query else self.session.place(self.pane.selected)
        place = f"{here} · {self.view.progress} %" if here else f"{self.view.progress} %"
        place = f"{self._count} × …  {place}" if self._count else place
        self.status.say(hints(self._prefix, in_outline=self.pane.has_focus), place)

    # -- linked panes ----------------------------------------------------------------------------

    @on(OutlinePane.Moved)
    def outline_moved(self, event: OutlinePane.Moved) -> None:
        """Show the source of the row at once."""
        self.view.select(event.target.span, event.target.related)
        self.show_status()

    @on(ArticleView.Moved)
    def article_moved(self) -> None:
        """Mark the item under the cursor in the outline."""
        target = self._target_here()
        line = self.view.line
        span = next((each for each in target.spans if each.touches(line)), None) if target else None
        self.view.select(span, target.related if target else (), show=False)
        self.pane.select(target)
        self.show_status()

    def _target_here(self) -> Target | None:
        return jumps.on_line(self.session.targets, self.view.line, self.view.cursor)

    @on(OutlinePane.Chosen)
    @on(ArticleView.Chosen)
    def action_follow(self) -> None:
        """Item → source → item; on a speaker, each press goes one link on: mention → name."""
        target = self.pane.selected
        if not self.pane.has_focus:
            self._to_item(target)
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

    def on_descendant_focus(self) -> None:
        """The status line is of the focused pane."""
        self.show_status()

    # -- chords ----------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """The second key of a chord, or the first: the status line shows what may follow."""
        character = event.character or ""
        if not self._prefix and (character in DIGITS if self._count else character in DIGITS - {"0"}):
            self._count = min(MOST_TIMES, 10 * self._count + int(character))
            self.show_status()
        if not self._prefix and character not in PREFIXES:
            return
        event.stop()
        event.prevent_default()
        action = chord(self._prefix, character) if self._prefix else None
        self._prefix = "" if self._prefix else character
        if action:
            self.call_later(self.run_action, action.run)
        self.show_status()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a chord is open its second key is no key of its own; what takes no count forgets it."""
        if action not in COUNTED:
            self._count = 0
        return not self._prefix or action == "quit"

    def _times(self) -> int:
        """How often: the number that was typed before the key, else once."""
        times, self._count = max(1, self._count), 0
        return times

    # -- actions: moving -------------------------------------------------------------------------

    def action_hop(self, kind: Kind, step: int) -> None:
        """Go to the next or an earlier passage of a *kind*, from either pane."""
        if kind == "reported" and not self.session.reported:
            self.action_reported()
        here = self.view.selected or Span(self.view.cursor, self.view.cursor)
        found = jumps.beyond(self.session.targets, kind, here, step, self._times())
        if found is None:
            self.say(
                f"There is no {'further' if step > 0 else 'earlier'} {_WORDS.get(kind, kind)} in this article.",
                seconds=2,
            )
            return
        self.session.finder.query = ""
        self._jump(*found)

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
        if self.pane.has_focus:
            self.pane.move(count)
        else:
            self.view.move_lines(count)

    def action_pages(self, share: float) -> None:
        """A page or half of one."""
        share *= self._times()
        if self.pane.has_focus:
            self.pane.move(round(share * max(2, self.pane.size.height - 3)))
        else:
            self.view.move_pages(share)

    def action_paragraphs(self, count: int) -> None:
        """A paragraph on or back."""
        self.view.move_paragraphs(count * self._times())

    def action_ends(self, last: bool) -> None:
        """The beginning or the end."""
        (self.pane if self.pane.has_focus else self.view).move_end(last=last)

    # -- actions: panes --------------------------------------------------------------------------

    def action_switch_pane(self) -> None:
        """From one pane to the other."""
        self.action_pane("article" if self.pane.has_focus else "outline")

    def action_pane(self, name: str) -> None:
        """To a pane; a drawer opens and closes with it."""
        self.set_class(name == "outline", "-drawer")
        if name != "outline":
            self.view.focus()
            return
        self.remove_class("-zen")
        self.pane.focus()
        if self.pane.selected is None:
            self.pane.select(self._target_here())
        if self.pane.selected is None:
            self.pane.move(1)

    def action_zen(self) -> None:
        """The article alone, and back."""
        self.toggle_class("-zen")
        self.action_pane("article")

    def action_reported(self) -> None:
        """Show reported speech, or hide it."""
        self.session.show_reported(not self.session.reported)
        self.show_items()
        count = len(self.session.outline.indirect)
        shown = "shown" if self.session.reported else "hidden"
        self.say(f"Reported speech is {shown}: {count} in this article.", seconds=2)

    def action_tab(self, tab: Tab) -> None:
        """Show one kind of items only, or all."""
        self.show_outline(tab)

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

        def chosen(name: str | None) -> None:
            if name and name.strip():
                self._save(Path(name.strip()).expanduser())

        usual = str(usual_path(self.session.article, self.session.outline))
        self.app.push_screen(Prompt("save the summary as", usual), chosen)

    def _save(self, path: Path | None) -> None:
        session = self.session
        if session.is_empty:
            self.say("There is nothing to save yet.")
            return
        self.background.save(self.library, session.article, session.shown, list(session.notes), path)

    def action_copy_quote(self) -> None:
        """Copy the selection or item; a quote with who said it and where."""
        target, article = self.pane.selected, self.session.article
        quote = target.quote if target and self.view.selected_span() is None else None
        self._copy(attributed(article, quote) if quote else self._passage().text(article.text))

    def action_copy_link(self) -> None:
        """Copy a link that opens the page at the passage."""
        self._copy(link(self.session.article, self._passage()))

    def _copy(self, words: str | None) -> None:
        if words is None:
            self.say("This article has no web address.")
            return
        self.app.copy_to_clipboard(printable_lines(words))
        self.say("Sent to the clipboard.", seconds=2)

    def action_why(self) -> None:
        """Say which rule found the item, with its cue and links."""
        target = self.pane.selected
        if target is None:
            self.say("No item is selected: press ]q, or Tab for the outline.")
        else:
            self.say(why(self.session.article, self.session.outline, target), seconds=12)

    def action_open_page(self, at_passage: bool) -> None:
        """Open the page in a browser."""
        address = link(self.session.article, self._passage() if at_passage else None)
        if address is None:
            self.say("This article has no web address.")
            return
        self.background.browse(address)

    # -- actions: program ------------------------------------------------------------------------

    def action_article(self, step: int) -> None:
        """The next or the previous article."""
        if 0 <= self.index + step < len(self.sources):
            self.open(self.index + step)
        else:
            self.say("This is the last article." if step > 0 else "This is the first article.", seconds=2)

    def action_sort(self) -> None:
        """Show the figures in another order."""
        order = self.session.reorder()
        self.show_outline()
        self.say(f"Figures {_ORDERS[order]}.", seconds=2)

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
        target = next((each for each in self.session.targets if each.id == chosen), None)
        if target:
            self._jump(target.span, target)

    def action_keys(self) -> None:
        """Show every key."""
        from reader.app.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Back one level: the search, the outline, zen, the selection; from the article, out."""
        if self.session.finder.query:
            self._search("", self.view.cursor)
        elif self.pane.has_focus:
            self.action_pane("article")
        elif self.has_class("-zen"):
            self.action_zen()
        elif self.view.selected is not None:
            self.view.clear_selected()
            self.pane.select(None)
            self.show_status()
        else:
            self.app.exit()
