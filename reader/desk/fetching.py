"""Pages of articles of which a feed had only a part."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from reader.document.counting import counted
from reader.errors import SourceError
from reader.sources import open_article

if TYPE_CHECKING:
    from reader.library import Library


class Fetched(NamedTuple):
    """How many pages came, and why others did not."""

    pages: int
    problems: tuple[str, ...]

    def __str__(self) -> str:
        wrong = f"; {self.problems[0]}" if self.problems else ""
        more = f" (and {len(self.problems) - 1} more)" if len(self.problems) > 1 else ""
        return f"{counted(self.pages, 'page')} fetched{wrong}{more}"


def fetch_whole(library: "Library", uris: Iterable[str]) -> Fetched:
    """Fetch the pages at *uris*, and show each above what the feed has of it. Raises LibraryError."""
    pages, problems = 0, []
    for uri in uris:
        try:
            article = open_article(uri)
        except SourceError as error:
            problems.append(str(error))
            continue
        if article.text.strip():
            library.shelve(article)
            pages += 1
        else:
            problems.append(f"{uri}: no article text was found in this page")
    return Fetched(pages, tuple(problems))
