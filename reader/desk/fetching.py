"""Pages of articles of which a feed had only a part."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reader.document.article import Article
from reader.document.counting import counted
from reader.faults import explained
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


def completed(article: Article, known: Article) -> Article:
    """The page *article* with what a feed told of it and the page does not."""
    return replace(
        article,
        title=article.title or known.title,
        byline=article.byline or known.byline,
        site=article.site or known.site,
        published=article.published or known.published,
    )


def fetch_whole(library: "Library", uris: Iterable[str]) -> Fetched:
    """Fetch the pages at *uris*, and show each above what the feed has of it. Raises LibraryError."""
    pages, problems = 0, []
    for uri in uris:
        try:
            article = open_article(uri, library.feeds.origin(uri))
        except Exception as error:  # noqa: BLE001 one of many
            problems.append(explained(error, uri))
            continue
        if article.text.strip():
            known = library.about(article.identity, "")
            library.shelve(completed(article, known) if known else article)
            pages += 1
        else:
            problems.append(f"{uri}: no article text was found in this page")
    return Fetched(pages, tuple(problems))
