"""What is shown of an article before it is opened: who said what and where, or how it begins."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.app.row import Row
from reader.sanitise import printable

if TYPE_CHECKING:
    from reader.document.article import Article
    from reader.library import Library

_BEGINNING = 1_200
"""Characters of a text that has no outline yet."""
_MOST = 60
"""Rows, at most."""


def preview(library: "Library", number: int) -> list[Row]:
    """Rows for the article of this *number*. Raises LibraryError."""
    article = library.numbered(number)
    if article is None:
        return [Row("This article is no longer in the library.", "outline--state")]
    outline = library.outlines.of(article)
    rows = [*_head(article), *_outlets(library, number)]
    if outline is None:
        return [*rows, *_beginning(article)]
    from reader.app.rows import rows as rows_of

    shown = replace(outline, figures=(), people=(), sections=()).without_reported()
    found = rows_of(article, shown, [], "all")[:_MOST]
    return [*rows, *(found or _beginning(article))]


def _head(article: "Article") -> Iterator[Row]:
    yield Row(printable(article.title or article.uri), "outline--header")
    about = " · ".join(
        filter(None, (article.byline, article.site, (article.published or "")[:16].replace("T", " ")))
    )
    if about:
        yield Row(printable(about), "outline--state")


def _outlets(library: "Library", number: int) -> Iterator[Row]:
    others = [outlet.site or outlet.uri for outlet in library.stories.outlets(number)]
    if others:
        yield Row(printable(f"The same text: {', '.join(dict.fromkeys(others))}"), "outline--state")


def _beginning(article: "Article") -> Iterator[Row]:
    for line in article.text[:_BEGINNING].split("\n"):
        if line.strip():
            yield Row(printable(line), "outline--state")
