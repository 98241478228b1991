"""Finding words in an article: what was asked, where it stands, which place is next."""

import re
from dataclasses import dataclass, field
from itertools import islice

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

    def beyond(self, here: Span, step: int, times: int = 1) -> Span | None:
        """The match so many *times* on (step 1) or back (-1) from *here*, around the end."""
        if not self.matches:
            return None
        count = len(self.matches)
        if step > 0:
            first = next((number for number, span in enumerate(self.matches) if span > here), 0)
        else:
            earlier = (number for number in reversed(range(count)) if self.matches[number] < here)
            first = next(earlier, count - 1)
        return self.matches[(first + (times - 1) * (1 if step > 0 else -1)) % count]

    def place(self, position: int) -> str:
        """Where the reader is among the matches: “kyiv” 2 of 7."""
        at = sum(span.start <= position for span in self.matches)
        return f"“{self.query}” {at} of {len(self.matches)}"


def occurrences(text: str, words: str, most: int) -> list[Span]:
    """Where *words* stand in *text*, in any case; at most *most* places."""
    found = re.finditer(re.escape(words), text, re.IGNORECASE)
    return [Span.of(match) for match in islice(found, most)]
