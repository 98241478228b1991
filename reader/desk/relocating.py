"""Notes of other versions of an article, looked for in this one."""

from typing import TYPE_CHECKING, NamedTuple

from reader.anchoring import Passage, Relocator
from reader.document.article import Article
from reader.document.counting import counted
from reader.document.note import NOWHERE, Note

if TYPE_CHECKING:
    from reader.library import Library


class Relocated(NamedTuple):
    """How many notes were found again in another version of their article, and how many wait to be placed."""

    found: int
    unplaced: int

    def __str__(self) -> str:
        waits = "waits" if self.unplaced == 1 else "wait"
        waiting = f"; {self.unplaced} {waits} under Unplaced (f a)" if self.unplaced else ""
        return f"Notes from elsewhere: {counted(self.found, 'passage')} found here{waiting}."


def relocate(library: "Library", article: Article) -> Relocated:
    """Place what was written on other versions of *article*; what is not surely found waits. Raises LibraryError."""
    homeless = library.homeless(article)
    if not homeless:
        return Relocated(0, 0)
    relocator = Relocator(article.text)
    found = [(note, relocator.find(passage(note))) for note in homeless]
    for note, span in found:
        library.place_note(note, article, span or NOWHERE)
    count = sum(span is not None for _, span in found)
    return Relocated(count, len(found) - count)


def passage(note: Note) -> Passage:
    """The passage of *note* as it is remembered."""
    return Passage(note.quoted, note.before, note.after, note.share)
