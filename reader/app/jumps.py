"""The ways of a jump: along the chain of a speaker, and back through the jumps made."""

from dataclasses import dataclass, field

from reader.app.row import Target
from reader.document.span import Span


def next_link(speaker: Target, selected: Span | None) -> Span:
    """Where Enter goes on a speaker: the words that attribute the quote, then the name, and round again."""
    links = speaker.spans
    return links[(links.index(selected) + 1) % len(links)] if selected in links else links[0]


@dataclass
class History:
    """The positions that jumps left and reached, as a browser keeps its pages."""

    places: list[int] = field(default_factory=list)
    at: int = -1

    def jumped(self, start: int, end: int) -> None:
        """A jump was made from *start* to *end*; what lay ahead is forgotten."""
        del self.places[self.at + 1 :]
        if not self.places or self.places[-1] != start:
            self.places.append(start)
        self.places.append(end)
        self.at = len(self.places) - 1

    def go(self, step: int) -> int | None:
        """The position so many jumps back (below 0) or forward, or as far as they go; None at either end."""
        reached = max(0, min(len(self.places) - 1, self.at + step))
        if not self.places or reached == self.at:
            return None
        self.at = reached
        return self.places[self.at]

    def last(self, here: int) -> int | None:
        """The position before the last jump; going there is a jump too, from *here*."""
        if self.at < 1:
            return None
        before = self.places[self.at - 1]
        self.jumped(here, before)
        return before
