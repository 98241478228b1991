"""The pictures of an article, one at a time, with caption and link."""

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Middle
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reader.app.keys import bindings
from reader.app.pictures import decoded
from reader.app.screens.dialog import Dialog
from reader.document.article import Article
from reader.document.identity import is_web_address
from reader.errors import SourceError
from reader.sanitise import printable

if TYPE_CHECKING:
    from PIL.Image import Image
    from textual_image.widget._base import Image as ImageWidget

_NOT_DRAWN = (
    """Pictures are not drawn here: o opens it in a browser; `pictures = "on"` in the settings asks."""
)


class PictureScreen(Dialog[None]):
    """Shows picture *first* and those around it with *widget*; without one only what they are and where."""

    place = "picture"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("picture")]

    @dataclass
    class Fetched(Message):
        """A picture came, or the reason why it did not."""

        index: int
        picture: "Image | str"

    def __init__(self, article: Article, first: int, widget: "type[ImageWidget] | None") -> None:
        super().__init__()
        self._article, self._at, self._widget = article, first, widget
        self._known: dict[int, Image | str] = {}

    def compose(self) -> ComposeResult:
        """The picture over its caption, its link and the keys."""
        with Middle(id="picture-frame"):
            yield Static(id="picture-words")
            if self._widget:
                yield self._widget(id="picture")
        yield Static(id="picture-caption")
        yield Static(Content("j k next, previous   o open in a browser   q back"), id="picture-keys")

    def on_mount(self) -> None:
        """Show the first."""
        self._show()

    def _show(self) -> None:
        medium = self._article.media[self._at]
        count = f"{self._at + 1} of {len(self._article.media)}"
        words = Content.assemble(
            printable(medium.caption or "no caption"), "\n", (printable(medium.url), "dim"), f"   {count}"
        )
        self.query_one("#picture-caption", Static).update(words)
        known = self._known.get(self._at)
        if self._widget is None:
            self._say(
                'Pictures are not drawn here: o opens it in a browser. `pictures = "on"` in the settings asks for them.'
            )
        elif known is None:
            self._say("Fetching the picture…")
            threading.Thread(target=self._fetch, args=(self._at, medium.url), daemon=True).start()
        elif isinstance(known, str):
            self._say(known)
        else:
            self._say("")
            self.query_one("#picture", self._widget).image = known

    def _say(self, words: str) -> None:
        self.query_one("#picture-words", Static).update(Content(printable(words)))
        self.set_class(bool(words), "-words")

    def _fetch(self, index: int, url: str) -> None:
        from reader.sources.pictures import picture

        try:
            found: Image | str = decoded(picture(url, self._article.leads), url)
        except SourceError as error:
            found = f"This picture cannot be shown: {error.reason}."
        self.post_message(self.Fetched(index, found))

    @on(Fetched)
    def fetched(self, event: Fetched) -> None:
        """Keep the picture, and show it if it is still wanted."""
        self._known[event.index] = event.picture
        if event.index == self._at:
            self._show()

    def action_step(self, count: int) -> None:
        """The next picture, or the one before."""
        self._at = (self._at + count) % len(self._article.media)
        self._show()

    def action_browse(self) -> None:
        """Hand the picture's address to the browser."""
        import webbrowser

        url = self._article.media[self._at].url
        if is_web_address(url):
            threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()
