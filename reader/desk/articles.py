"""Where articles come from: sources, the bundle."""

from typing import TYPE_CHECKING

from reader.document.article import Article
from reader.resources import seeds
from reader.sources import open_article

if TYPE_CHECKING:
    from reader.library import Library

__all__ = ["bundled", "open_article", "starters"]


def starters(library: "Library") -> list[Article]:
    """What a screen without arguments shows: the articles read last, then the bundled ones."""
    recent = library.recent()
    if not library.shelf.numbers(most=1):
        for article in reversed(bundled()):
            library.shelve(article)
    known = {article.sha256 for article in recent}
    return [*recent, *(article for article in bundled() if article.sha256 not in known)]


def bundled() -> list[Article]:
    """The sample articles that come with newsreader."""
    return [open_article(str(path)) for path in seeds()]
