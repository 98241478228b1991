"""From an article to what else is known: the library, all that a speaker said, earlier versions, the full text."""

from typing import TYPE_CHECKING

from textual import on

from reader.app.screens.writing import WritingScreen
from reader.app.widgets.background import Background
from reader.document.article import Article
from reader.document.identity import is_web_address
from reader.document.origin import Origin
from reader.document.span import Span

if TYPE_CHECKING:
    from reader.library.people import Said


class GatheringScreen(WritingScreen):
    """The panes with what leads beyond the article."""

    def __init__(self) -> None:
        super().__init__()
        self.index = 0
        """Which of the articles that are open is shown."""

    # -- actions: library ------------------------------------------------------------------------

    def action_library(self) -> None:
        """Show the library."""
        from reader.app.app import Newsreader

        if self.library is None:
            self.say(self._library_problem or "The library is not open yet.", went_wrong=True)
        elif isinstance(self.app, Newsreader):
            self.app.show_library(self.library)

    def action_dossier(self) -> None:
        """Show all that the speaker or person here said, in every article; of a place the articles that name it."""
        from reader.app.app import Newsreader
        from reader.app.screens.dossier import DossierScreen

        target = self.pane.selected or self._target_here()
        places = {place.id: place.name for place in self.session.outline.locations}
        if self.library and target and target.id in places and isinstance(self.app, Newsreader):
            self.app.show_library(self.library, f'place:"{places[target.id]}"')
            return
        name = self._name_here()
        if self.library is None or not name:
            self.say("Nobody is selected: ]q goes to a quote, ]p to a person.", seconds=2)
            return

        def chosen(said: "Said | None") -> None:
            article = self.library.numbered(said.number) if said and self.library else None
            if article and said:
                self.open_at(article, said.span)

        self.app.push_screen(DossierScreen(self.library, name), chosen)

    def _name_here(self) -> str:
        target, text = self.pane.selected or self._target_here(), self.session.article.text
        if target is None:
            return ""
        if target.quote and target.quote.speaker:
            return target.quote.speaker.name.phrase(text)
        people = {person.id: person for person in self.session.outline.people}
        if target.id in people:
            return people[target.id].name.phrase(text)
        return target.spans[-1].phrase(text) if target.kind == "speaker" else ""

    def action_versions(self) -> None:
        """Show what became of the article since an earlier version."""
        if self.library is None or self.session.is_empty:
            return
        self.background.compare(self.library, self.session.article, self.session.outline)

    @on(Background.Compared)
    def compared(self, event: Background.Compared) -> None:
        """Show the versions, where there are several."""
        from reader.app.screens.versions import VersionsScreen

        if event.article is not self.session.article:
            return
        if not event.comparisons:
            self.say("Only this version is in the library.", seconds=2)
            return

        def chosen(span: Span | None) -> None:
            if span:
                self.open_at(self.session.article, span)

        self.app.push_screen(VersionsScreen(event.comparisons), chosen)

    def action_whole(self) -> None:
        """Fetch the page of an article of which a feed had only a part."""
        article = self.session.article
        if is_web_address(article.uri):
            self.say("Fetching the page…", seconds=2)
            self.background.fetch(self.index, article.uri, self._origin(article))
        else:
            self.say("This article has no page.", seconds=2)

    def _origin(self, article: Article) -> Origin:
        """As whose word the address of *article* counts."""
        if article.is_private or self.library is None:
            return article.leads
        return self.library.feeds.origin(article.uri)
