"""Reading and writing the library: what a newsreader keeps, in one file."""

from functools import cached_property
from typing import TYPE_CHECKING

from reader.library.notes import Notes

if TYPE_CHECKING:
    from reader.library.feeds import Feeds
    from reader.library.keeping import Keeping
    from reader.library.outlines import Outlines
    from reader.library.people import People
    from reader.library.search import Search
    from reader.library.shelf import Shelf
    from reader.library.stories import Stories


class Library(Notes):
    """The articles, notes and feeds of one user. Each call is one short transaction. Raises LibraryError."""

    @cached_property
    def feeds(self) -> "Feeds":
        """The subscriptions, and what came by them."""
        from reader.library.feeds import Feeds

        return Feeds(self)

    @cached_property
    def search(self) -> "Search":
        """Everything that was ever read, by words and fields."""
        from reader.library.search import Search

        return Search(self)

    @cached_property
    def outlines(self) -> "Outlines":
        """What analysis found in the articles."""
        from reader.library.outlines import Outlines

        return Outlines(self)

    @cached_property
    def keeping(self) -> "Keeping":
        """The file itself: checked, copied, thinned out."""
        from reader.library.keeping import Keeping

        return Keeping(self)

    @cached_property
    def shelf(self) -> "Shelf":
        """What is in it, as lists."""
        from reader.library.shelf import Shelf

        return Shelf(self)

    @cached_property
    def people(self) -> "People":
        """Who said what, across all articles."""
        from reader.library.people import People

        return People(self)

    @cached_property
    def stories(self) -> "Stories":
        """The same text in several outlets."""
        from reader.library.stories import Stories

        return Stories(self)
