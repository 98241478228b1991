"""This user's library: one file in one folder, whoever opens it."""

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.private import tighten
from reader.settings import folders, kept_files, library_path

if TYPE_CHECKING:
    from reader.document.article import Article
    from reader.document.note import Note
    from reader.library import Library


A_FRAME = 0.03
"""Seconds that a screen waits for another program that writes to the library, before it does something else."""


def open_library(patience: float | None = None) -> "Library":
    """This user's library, whose writes wait so many seconds for other programs. Raises LibraryError."""
    from reader.library import Library

    _keep_private(library_path())
    return Library(library_path(), patience=patience)


@cache
def _keep_private(_: Path) -> None:
    """Take from others what an older newsreader let them read; once for each home in a process."""
    with suppress(OSError):  # what cannot be looked at cannot be mended
        for each in (*folders(), *kept_files()):
            tighten(each)


def notes_on(article: "Article") -> "list[Note]":
    """The notes on *article*; none where there is no library yet. Raises LibraryError."""
    if not library_path().exists():
        return []
    with open_library() as library:
        return library.notes(article.sha256)
