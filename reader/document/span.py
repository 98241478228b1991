"""A range of an article's text: the one unit in which everything found is kept."""

import re
from typing import NamedTuple, Self


class Span(NamedTuple):
    """A half-open range of code points in an article's text."""

    start: int
    end: int

    @classmethod
    def of(cls, match: re.Match[str], group: str | int = 0) -> Self:
        """The range of a regular expression's *match*, or of one of its groups."""
        return cls(match.start(group), match.end(group))

    def text(self, source: str) -> str:
        """The words at this range of *source*, unchanged."""
        return source[self.start : self.end]

    def phrase(self, source: str) -> str:
        """The words at this range on one line: for a name that a hard-wrapped text breaks in two."""
        return " ".join(self.text(source).split())

    def holds(self, other: "Span") -> bool:
        """Whether *other* lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def trimmed(self, source: str) -> "Span":
        """The same without white space at its edges; empty where there is nothing else."""
        words = self.text(source)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))
