"""This user's library: one file in one folder, whoever opens it."""

from typing import TYPE_CHECKING

from reader.settings import library_path

if TYPE_CHECKING:
    from reader.document.article import Article
    from reader.document.note import Note
    from reader.library import Library


def open_library() -> "Library":
    """This user's library. Raises LibraryError."""
    from reader.library import Library

    return Library(library_path())


def notes_on(article: "Article") -> "list[Note]":
    """The notes on *article*; none where there is no library yet. Raises LibraryError."""
    if not library_path().exists():
        return []
    with open_library() as library:
        return library.notes(article.sha256)
