"""People of one last name, found without going through all of them: an article may have thousands."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush

from reader.analysis.names import PARTICLES
from reader.analysis.spelling import skeleton
from reader.document.span import Span


@dataclass
class Known:
    """A person while mentions are gathered; `name` is the fullest form so far."""

    words: tuple[str, ...]
    name: Span
    role: Span | None = None
    mentions: list[Span] = field(default_factory=list)


class Namesakes:
    """People whose last names are spelled alike, in the order in which they were met."""

    def __init__(self) -> None:
        self.people: list[Known] = []
        self._by_first: defaultdict[str, list[int]] = defaultdict(list)
        """Numbers of people by what of their first names is compared, as heaps; some are out of date."""
        self._starts: list[tuple[int, int]] = []
        """Where mentions begin, in order, and whose they are."""
        self._last_words: Counter[str] = Counter()

    def add(self, person: Known) -> None:
        """Take in somebody with the first mention."""
        self.people.append(person)
        number = len(self.people) - 1
        self._file(number)
        insort(self._starts, (person.mentions[-1].start, number))

    def same(self, words: tuple[str, ...]) -> int | None:
        """The number of the first who can be the bearer of a name of more than one word: of Ann, A. and a particle."""
        first = words[0].lower()
        if first in PARTICLES:
            return 0 if self.people else None
        found = [at for key in _sought(first) if (at := self._first_of(key)) is not None]
        return min(found, default=None)

    def mention(self, number: int, span: Span) -> None:
        """Add a mention of somebody."""
        self.people[number].mentions.append(span)
        insort(self._starts, (span.start, number))

    def rename(self, number: int, words: tuple[str, ...], name: Span) -> None:
        """Give somebody a fuller name."""
        person = self.people[number]
        self._last_words[person.words[-1].lower()] -= 1
        person.words, person.name = words, name
        self._file(number)

    def latest(self, name: str, at: int, *, loosely: bool) -> int | None:
        """Who was mentioned last before *at* of those with this last name (*loosely*: or one alike); else the first."""
        low = name.lower()
        exact = self._last_words[low] > 0
        if not exact and not loosely:
            return None

        def fits(number: int) -> bool:
            return not exact or self.people[number].words[-1].lower() == low

        earlier = range(bisect_left(self._starts, (at, -1)) - 1, -1, -1)
        numbers = (self._starts[index][1] for index in earlier)
        found = (number for number in numbers if fits(number) and self.people[number].name.start < at)
        return next(found, next(filter(fits, range(len(self.people))), None))

    def _file(self, number: int) -> None:
        words = self.people[number].words
        self._last_words[words[-1].lower()] += 1
        for key in _keys(words[0].lower()):
            heappush(self._by_first[key], number)

    def _first_of(self, key: str) -> int | None:
        heap = self._by_first.get(key, [])
        while heap and key not in _keys(self.people[heap[0]].words[0].lower()):
            heappop(heap)
        return heap[0] if heap else None


def _keys(first: str) -> Iterator[str]:
    """What a person with this first name is filed under."""
    if first in PARTICLES:
        yield "particle"
        return
    yield f"any {first[0]}"
    yield f"initial {first}" if len(first) == 1 else f"name {first[0]} {skeleton(first)}"


def _sought(first: str) -> tuple[str, ...]:
    """What those are filed under who can have this first name."""
    if len(first) == 1:
        return (f"any {first}", "particle")
    return (f"name {first[0]} {skeleton(first)}", f"initial {first[0]}", "particle")
