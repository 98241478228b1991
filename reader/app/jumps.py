"""Where a jump goes: the next item of a kind, the item on a line, and the way back."""

from dataclasses import dataclass, field

from reader.app.row import Kind, Target
from reader.document.span import Span

_CHOICE: tuple[Kind, ...] = ("quote", "section", "figure", "place", "person", "reported", "key", "note")
"""Which item a line stands for when it holds several."""


def passages(targets: list[Target], kind: Kind) -> list[tuple[Span, Target]]:
    """Every passage of the items of one *kind*, in the order of the text."""
    return sorted(
        ((span, target) for target in targets if target.kind == kind for span in target.spans),
        key=lambda pair: pair[0],
    )


def beyond(
    targets: list[Target], kind: Kind, here: Span, step: int, times: int = 1
) -> tuple[Span, Target] | None:
    """The passage of a *kind* that is so many *times* on (step 1) or back (step -1) from *here*, or the last one."""
    found = passages(targets, kind)
    if step > 0:
        way = [pair for pair in found if pair[0] > here and pair[0].start >= here.start]
    else:
        way = [pair for pair in reversed(found) if pair[0] < here]
    return way[min(times, len(way)) - 1] if way else None


def on_line(targets: list[Target], line: Span, position: int) -> Target | None:
    """The item that the cursor is on: one that begins there, else holds it, else stands on its line."""
    here = [
        (span.start != position, not span.start <= position < span.end, _CHOICE.index(target.kind), number)
        for number, target in enumerate(targets)
        if target.kind in _CHOICE
        for span in target.spans
        if span.touches(line)
    ]
    return targets[min(here)[3]] if here else None


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
