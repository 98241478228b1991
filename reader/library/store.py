"""Reading and writing the library: what a newsreader keeps, in one file."""

from functools import cached_property

from reader.library.feeds import Feeds
from reader.library.keeping import Keeping
from reader.library.notes import Notes
from reader.library.outlines import Outlines
from reader.library.people import People
from reader.library.search import Search
from reader.library.shelf import Shelf
from reader.library.stories import Stories


class Library(Notes):
    """The articles, notes and feeds of one user. Each call is one short transaction. Raises LibraryError."""

    @cached_property
    def feeds(self) -> Feeds:
        """The subscriptions, and what came by them."""
        return Feeds(self)

    @cached_property
    def search(self) -> Search:
        """Everything that was ever read, by words and fields."""
        return Search(self)

    @cached_property
    def outlines(self) -> Outlines:
        """What analysis found in the articles."""
        return Outlines(self)

    @cached_property
    def keeping(self) -> Keeping:
        """The file itself: checked, copied, thinned out."""
        return Keeping(self)

    @cached_property
    def shelf(self) -> Shelf:
        """What is in it, as lists."""
        return Shelf(self)

    @cached_property
    def people(self) -> People:
        """Who said what, across all articles."""
        return People(self)

    @cached_property
    def stories(self) -> Stories:
        """The same text in several outlets."""
        return Stories(self)
