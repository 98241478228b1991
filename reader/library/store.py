"""Reading and writing the library: what a newsreader keeps, in one file."""

from reader.library.notes import Notes


class Library(Notes):
    """The articles and notes of one user. Each call is one short transaction. Raises LibraryError."""
