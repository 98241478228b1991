"""Highlights and notes of other programs, taken into the library and placed by the words that they quote."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader import files
from reader.anchoring import Passage, Relocator
from reader.desk.imports import hypothesis, readwise, wallabag
from reader.desk.imports.highlight import Export, Highlight
from reader.document.article import Article
from reader.document.note import NOWHERE, Note
from reader.document.span import Span
from reader.errors import ImportingError, SourceError
from reader.sanitise import printable_lines

if TYPE_CHECKING:
    from reader.library import Library

_READERS = {"Hypothesis": hypothesis.read, "Readwise": readwise.read, "wallabag": wallabag.read}
_AT_ONCE = 500
"""Notes that are written in one transaction: others wait for no more than that."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: which program's it is, and how many of its notes stand, wait, or were there already.

    `problems`: a sentence for each that could not be read.
    """

    path: str
    program: str
    placed: int
    waiting: int
    known: int
    problems: tuple[str, ...] = ()

    def __str__(self) -> str:
        parts = [f"{self.placed} placed"]
        if self.waiting:
            parts.append(f"{self.waiting} waiting for their article or passage")
        if self.known:
            parts.append(f"{self.known} taken in before")
        if self.problems:
            parts.append(f"{len(self.problems)} not readable")
        return f"{self.path}: {self.program}, {', '.join(parts)}"


def take_in(path: str, library: "Library") -> Imported:
    """Take the notes of an export at *path* into *library*. Raises ImportingError and LibraryError.

    A note whose article is in the library is placed in its latest version; the others wait until it is opened. What
    was taken in before is not taken in twice.
    """
    program, export = _read(path)
    origins = library.origins()
    fresh = {each.origin: each for each in export.highlights if each.origin not in origins}
    placed = 0
    put = _placing(library)
    highlights = [*fresh.values()]
    for start in range(0, len(highlights), _AT_ONCE):
        found = [(each, *put(each)) for each in highlights[start : start + _AT_ONCE]]
        with library.writing():
            for highlight, article, span in found:
                _write(library, highlight, article, span)
        placed += sum(span.end > span.start for _, _, span in found)
    known = len(export.highlights) - len(fresh)
    return Imported(path, program, placed, len(fresh) - placed, known, tuple(export.problems))


def _placing(library: "Library") -> Callable[[Highlight], tuple[Article | None, Span]]:
    """What finds the article of a highlight, and its passage there; a page that the export has is taken in."""
    about = cache(library.about)
    relocator = cache(lambda article: Relocator(article.text))

    def find(highlight: Highlight) -> tuple[Article | None, Span]:
        article = about(highlight.identity, highlight.title)
        if article is None and highlight.article is not None:
            library.keep(highlight.article, is_handed_on=True)
            about.cache_clear()
            article = highlight.article
        span = relocator(article).find(_passage(highlight)) if article else None
        return article, span or NOWHERE

    return find


def _write(library: "Library", highlight: Highlight, article: Article | None, span: Span) -> None:
    note = library.wait(
        _note(highlight),
        article.identity if article else highlight.identity,
        (article.title if article else highlight.title) or "",
    )
    if article:
        library.place_note(note, article, span)


def _read(path: str) -> tuple[str, Export]:
    """Which program's export it is, and what is in it."""
    try:
        text = files.text(path)
    except SourceError as error:
        raise ImportingError(path, error.reason) from error
    for program, read in _READERS.items():
        try:
            found = read(text)
        except RecursionError as error:
            raise ImportingError(path, "it is nested too deeply to be an export") from error
        if found and found.problems and not found.highlights:
            raise ImportingError(
                path, f"it looks like an export of {program}, but is damaged: {found.problems[0]}"
            )
        if found is not None:
            return program, found
    raise ImportingError(path, "it is no export of Hypothesis (JSON), Readwise (CSV) or wallabag (JSON)")


def _note(highlight: Highlight) -> Note:
    tags = tuple(dict.fromkeys(" ".join(tag.replace(",", " ").split()) for tag in highlight.tags))
    return Note(
        0, "", NOWHERE, highlight.quoted, printable_lines(highlight.body), tuple(filter(None, tags)),
        before=highlight.before, after=highlight.after, origin=highlight.origin,
    )  # fmt: skip


def _passage(highlight: Highlight) -> Passage:
    return Passage(highlight.quoted, highlight.before, highlight.after)
