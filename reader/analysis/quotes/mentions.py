"""The people of one article as mentions in reading order: whomever a pronoun or a description can mean."""

from bisect import bisect_left, bisect_right
from operator import itemgetter

from reader.analysis.findings import Findings
from reader.analysis.quotes.genders import gender
from reader.document.outline import Person


class Mentions:
    """Every mention by name, and where it stands."""

    def __init__(self, findings: Findings) -> None:
        self.text = findings.text
        pairs = [(span, person) for person in findings.outline.people for span in person.mentions]
        pairs.sort(key=itemgetter(0))
        self.spans = [span for span, _ in pairs]
        self.people = [person for _, person in pairs]
        self.sentences = findings.sentences
        self._starts = [span.start for span in self.spans]
        self._sentence_starts = [sentence.start for sentence in findings.sentences]
        self._paragraph_starts = [paragraph.start for paragraph in findings.paragraphs]
        self._quoted = findings.quoted
        self._quoted_starts = [span.start for span in findings.quoted]
        self._outside = [start for start in self._starts if not self.in_quote(start)]
        self._genders: dict[str, str] = {}

    def between(self, start: int, end: int) -> range:
        """The numbers of the mentions that begin from *start* to *end* (exclusive)."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def named_outside(self, start: int, end: int) -> bool:
        """Whether anybody is named from *start* to *end* (exclusive) but between quotation marks."""
        return bisect_left(self._outside, start) < bisect_left(self._outside, end)

    def last_before(self, at: int) -> int | None:
        """The number of the last mention that begins before a position."""
        index = bisect_left(self._starts, at) - 1
        return index if index >= 0 else None

    def in_quote(self, at: int) -> bool:
        """Whether a position lies between quotation marks."""
        index = bisect_right(self._quoted_starts, at) - 1
        return index >= 0 and self._quoted[index].end > at

    def sentence(self, at: int) -> int:
        """The number of the sentence at a position."""
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def paragraph(self, at: int) -> int:
        """The number of the paragraph at a position."""
        return bisect_right(self._paragraph_starts, at) - 1

    def paragraph_start(self, at: int) -> int:
        """Where the paragraph at a position begins."""
        number = self.paragraph(at)
        return self._paragraph_starts[number] if number >= 0 else 0

    def gender(self, person: Person) -> str:
        """`f`, `m`, or `e` where nothing tells."""
        if person.id not in self._genders:
            self._genders[person.id] = gender(self, person)
        return self._genders[person.id]
