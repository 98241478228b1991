"""The library: one SQLite file with the articles that were opened and the notes on them."""

from reader.library.store import Library

__all__ = ["Library"]
