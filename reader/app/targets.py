"""Every item of an article that can be jumped to, looked up by kind, by id and by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from reader.app.row import Kind, Target
from reader.document.span import Span

_CHOICE: tuple[Kind, ...] = ("quote", "section", "figure", "place", "person", "reported", "key", "note")
"""Which item a line stands for when it holds several."""


class _Passages:
    """The passages of one kind of items, in the order of the text."""

    def __init__(self, targets: Iterable[Target]) -> None:
        pairs = [(span, target) for target in targets for span in target.spans]
        self.pairs = sorted(pairs, key=lambda pair: pair[0])
        self.spans = [span for span, _ in self.pairs]
        self._reach = [*accumulate((span.end for span in self.spans), max)]

    def touching(self, line: Span) -> list[tuple[Span, Target]]:
        """Those that share something with *line*."""
        last = bisect_right(self.spans, line.end, key=lambda span: span.start)
        first = bisect_left(self._reach, line.start, hi=last)
        return [pair for pair in self.pairs[first:last] if pair[0].touches(line)]


class Targets:
    """The items of one outline with their notes."""

    def __init__(self, targets: Iterable[Target] = ()) -> None:
        self.all = sorted(targets, key=lambda target: target.span)
        kinds: dict[Kind, list[Target]] = {}
        for target in self.all:
            kinds.setdefault(target.kind, []).append(target)
        self._passages = {kind: _Passages(each) for kind, each in kinds.items()}
        self._numbers = {
            (kind, name): number
            for kind, each in kinds.items()
            for number, name in enumerate(dict.fromkeys(target.id for target in each), 1)
        }
        self._counts = {kind: len({target.id for target in each}) for kind, each in kinds.items()}

    def beyond(self, kind: Kind, here: Span, step: int, times: int = 1) -> tuple[Span, Target] | None:
        """The passage of a *kind* that is so many *times* on (step 1) or back (-1) from *here*, or the last one."""
        found = self._passages.get(kind)
        if found is None:
            return None
        if step > 0:
            at = min(bisect_right(found.spans, here) + times - 1, len(found.spans) - 1)
            return found.pairs[at] if found.spans[at] > here else None
        at = max(bisect_left(found.spans, here) - times, 0)
        return found.pairs[at] if found.spans[at] < here else None

    def on_line(self, line: Span, position: int) -> Target | None:
        """The item that the cursor is on: one that begins there, else holds it, else stands on its line."""
        here = [
            (span.start != position, not span.start <= position < span.end, rank, number, target)
            for rank, kind in enumerate(_CHOICE)
            if kind in self._passages
            for number, (span, target) in enumerate(self._passages[kind].touching(line))
        ]
        return min(here, key=lambda each: each[:4])[4] if here else None

    def with_id(self, name: str | None) -> Target | None:
        """The item of this id."""
        return next((target for target in self.all if target.id == name), None)

    def place(self, target: Target) -> str:
        """Which of its kind an item is: quote 1 of 11."""
        number = self._numbers.get((target.kind, target.id))
        return f"{target.kind} {number} of {self._counts[target.kind]}" if number else ""
