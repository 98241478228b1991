"""Highlights and notes of other programs, taken into the library and placed by the words that they quote."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reader import files
from reader.anchoring import Passage, Relocator
from reader.desk.imports import hypothesis, readwise, wallabag
from reader.desk.imports.highlight import Highlight
from reader.document.note import NOWHERE, Note
from reader.errors import ImportingError, SourceError
from reader.sanitise import printable_lines

if TYPE_CHECKING:
    from reader.library import Library

_READERS = {"Hypothesis": hypothesis.read, "Readwise": readwise.read, "wallabag": wallabag.read}


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: which program's it is, and how many of its notes stand, wait, or were there already."""

    path: str
    program: str
    placed: int
    waiting: int
    known: int

    def __str__(self) -> str:
        parts = [f"{self.placed} placed"]
        if self.waiting:
            parts.append(f"{self.waiting} waiting for their article or passage")
        if self.known:
            parts.append(f"{self.known} taken in before")
        return f"{self.path}: {self.program}, {', '.join(parts)}"


def take_in(path: str, library: "Library") -> Imported:
    """Take the notes of an export at *path* into *library*. Raises ImportingError and LibraryError.

    A note whose article is in the library is placed in its latest version; the others wait until it is opened. What
    was taken in before is not taken in twice.
    """
    program, highlights = _read(path)
    placed = waiting = known = 0
    origins = library.origins()
    about = cache(library.about)
    relocator = cache(lambda article: Relocator(article.text))
    for highlight in highlights:
        if highlight.origin in origins:
            known += 1
            continue
        article = about(highlight.identity, highlight.title)
        if article is None and highlight.article is not None:
            library.keep(highlight.article, is_handed_on=True)
            about.cache_clear()
            article = highlight.article
        note = library.wait(
            _note(highlight),
            article.identity if article else highlight.identity,
            (article.title if article else highlight.title) or "",
        )
        span = NOWHERE
        if article:
            span = relocator(article).find(_passage(highlight)) or NOWHERE
            library.place_note(note, article, span)
        placed += span.end > span.start
        waiting += span.end <= span.start
    return Imported(path, program, placed, waiting, known)


def _read(path: str) -> tuple[str, list[Highlight]]:
    """Which program's export it is, and what is in it."""
    try:
        text = files.text(path)
    except SourceError as error:
        raise ImportingError(path, error.reason) from error
    for program, read in _READERS.items():
        try:
            found = read(text)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ImportingError(
                path, f"it looks like an export of {program}, but is damaged: {error}"
            ) from error
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
