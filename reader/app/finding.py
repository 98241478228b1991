"""Finding words in an article: what was asked, where it stands, which place is next."""

from dataclasses import dataclass, field

from reader.desk import occurrences
from reader.document.span import Span

MOST = 10_000
"""Places that are kept; nobody goes through more."""


@dataclass
class Finder:
    """The words that the reader looks for, and every place where they stand."""

    query: str = ""
    matches: list[Span] = field(default_factory=list)

    def search(self, text: str, query: str) -> None:
        """Look for *query* in *text*; an empty query finds nothing."""
        self.query = query
        self.matches = occurrences(text, query, MOST) if query else []

    def from_position(self, position: int) -> Span | None:
        """The first match at or after *position*, else the first of all."""
        after = (span for span in self.matches if span.start >= position)
        return next(after, self.matches[0] if self.matches else None)

    def beyond(self, here: Span, step: int) -> Span | None:
        """The next (1) or previous (-1) match from *here*, around the end."""
        if not self.matches:
            return None
        if step > 0:
            return next((span for span in self.matches if span > here), self.matches[0])
        return next((span for span in reversed(self.matches) if span < here), self.matches[-1])

    def place(self, position: int) -> str:
        """Where the reader is among the matches: “kyiv” 2 of 7."""
        at = sum(span.start <= position for span in self.matches)
        return f"“{self.query}” {at} of {len(self.matches)}"
