"""The people of one article as mentions in reading order: whomever a pronoun or a description can mean."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter

from reader.analysis.findings import Findings
from reader.analysis.quotes.speakers.genders import gender
from reader.document.outline import Person
from reader.document.span import Span


class Mentions:
    """Every mention by name, and where it stands.

    *cited*: the words that attribute quotes; whoever is named there speaks.
    """

    def __init__(self, findings: Findings, cited: Iterable[Span] = ()) -> None:
        self.text = findings.text
        self.everybody = findings.outline.people
        pairs = [(span, person) for person in self.everybody for span in person.mentions]
        pairs.sort(key=itemgetter(0))
        self.spans = [span for span, _ in pairs]
        self.people = [person for _, person in pairs]
        self.sentences = findings.sentences
        self._cited = sorted(cited)
        self._starts = [span.start for span in self.spans]
        self._sentence_starts = [sentence.start for sentence in findings.sentences]
        self._paragraph_starts = [paragraph.start for paragraph in findings.paragraphs]
        self._quoted = findings.quoted
        self._quoted_starts = [span.start for span in findings.quoted]
        self._outside = [start for start in self._starts if not self.in_quote(start)]
        self._genders: dict[str, str] = {}
        self._speaks: dict[str, bool] = {}

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

    def last_of(self, person: Person, at: int) -> int | None:
        """The number of the last mention of *person* that begins before a position."""
        before = bisect_left(person.mentions, (at,)) - 1
        if before < 0:
            return None
        index = bisect_left(self.spans, person.mentions[before])
        return index if index < len(self.spans) and self.people[index].id == person.id else None

    def in_quote(self, at: int) -> bool:
        """Whether a position lies between quotation marks."""
        index = bisect_right(self._quoted_starts, at) - 1
        return index >= 0 and self._quoted[index].end > at

    def is_cited(self, span: Span) -> bool:
        """Whether a mention stands in the words that attribute a quote."""
        index = bisect_right(self._cited, (span.start, len(self.text) + 1)) - 1
        return index >= 0 and self._cited[index].end >= span.end

    def speaks(self, person: Person) -> bool:
        """Whether somebody is quoted by name anywhere in the article."""
        if person.id not in self._speaks:
            self._speaks[person.id] = any(map(self.is_cited, person.mentions))
        return self._speaks[person.id]

    def sentence(self, at: int) -> int:
        """The number of the sentence at a position."""
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def paragraph(self, at: int) -> int:
        """The number of the paragraph at a position."""
        return bisect_right(self._paragraph_starts, at) - 1

    def gender(self, person: Person) -> str:
        """`f`, `m`, or `e` where nothing tells."""
        if person.id not in self._genders:
            self._genders[person.id] = gender(self, person)
        return self._genders[person.id]
