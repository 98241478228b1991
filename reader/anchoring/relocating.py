"""Where in a new text a remembered passage stands; nowhere rather than at a wrong place.

Candidates come from runs of three words that passage and text share, each voting for a shift between the two, as in
diagonal methods of sequence alignment (Wilbur & Lipman, Rapid similarity searches, PNAS 80, 1983); each is then
aligned word by word (`alignment.py`). What is asked of one was set on development articles whose words, sentences
and paragraphs were changed at random: `python tests/bench/anchors.py` prints how often that is right.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict

from reader.anchoring.alignment import SLACK, Aligned, Window, aligned
from reader.anchoring.passage import Passage
from reader.anchoring.tokens import tokens
from reader.document.span import Span

_RUN = 3
_MOST_PLACES = 60
"""Places of one run that are looked at: what stands more often says nothing of where."""
_MOST_CANDIDATES = 6
_SHORT = 3
"""Words up to which a passage is short: a name or a figure, which the context must tell from others like it."""

_FEW = 8
"""Words up to which a longer passage might be somewhere else by chance."""

_ALONE = 0.25
"""How much of all that is remembered must be there where the passage begins or ends its paragraph."""
_SURE, _SURER = 1.25, 1.6
"""How much of the context of a short passage must be there, both sides together (at most 2)."""


class Relocator:
    """Finds passages of other versions in *text*."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens(text)
        self._runs: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        keys = self._tokens.keys
        for at in range(len(keys) - _RUN + 1):
            self._runs[tuple(keys[at : at + _RUN])].append(at)

    def find(self, passage: Passage) -> Span | None:
        """The range of *passage* in the text; None where it is gone, or might be at several places."""
        window = Window.of(passage)
        if window is None:
            return None
        found = [each for shift in self._shifts(window) if (each := aligned(window, self._tokens, shift))]
        found.sort(key=lambda each: -each.score)
        if not found or not _holds(found[0], window):
            return None
        best = self._chosen(found, passage.share)
        return window.cut(best, self._tokens) if best else None

    def _shifts(self, window: Window) -> list[int]:
        """How far the text's words are from the passage's, by most votes of runs that both have."""
        keys = window.tokens.keys
        votes: Counter[int] = Counter()
        for at in range(len(keys) - _RUN + 1):
            places = self._runs.get(tuple(keys[at : at + _RUN]), ())
            for place in places if len(places) <= _MOST_PLACES else ():
                votes[place - at] += 1
        shifts: list[int] = []
        for shift, _ in votes.most_common(4 * _MOST_CANDIDATES):
            if all(abs(shift - other) > SLACK for other in shifts):
                shifts.append(shift)
        return shifts[:_MOST_CANDIDATES]

    def _chosen(self, found: list[Aligned], share: float) -> Aligned | None:
        """The best of *found*, best first, unless another place is about as good; of copies, the nearest to *share*."""
        best = found[0]
        near = (0.25 if share >= 0 else 1.2) * best.inside
        others = (each for each in found[1:] if each.first > best.last or each.last < best.first)
        rivals = [each for each in others if best.score - each.score < near]
        if not rivals:
            return best
        if share < 0 or not all(self._is_copy(best, each) for each in rivals):
            return None
        wanted = share * len(self._tokens.keys)
        return min((best, *rivals), key=lambda each: abs(each.first - wanted))

    def _is_copy(self, one: Aligned, other: Aligned) -> bool:
        """Whether two places have the same words, there and around them in their paragraphs."""
        left, right = self._around(one), self._around(other)
        return sum((Counter(left) & Counter(right)).values()) >= 0.6 * max(len(left), len(right))

    def _around(self, found: Aligned, margin: int = 12) -> list[str]:
        """The words of a candidate and some next to it in its paragraph."""
        numbers = self._tokens.paragraphs
        begin = bisect_left(numbers, numbers[found.first])
        end = bisect_right(numbers, numbers[found.last])
        return self._tokens.keys[max(begin, found.first - margin) : min(end, found.last + 1 + margin)]


def _holds(found: Aligned, window: Window) -> bool:
    """Whether enough is there to be sure: of a short passage every word and its context, of a long one most."""
    if window.is_bare:
        return window.words > _SHORT and found.inside >= 0.9
    sides = [side for side in (found.before, found.after) if side is not None]
    sure = min(sides) if len(sides) == 2 else min(sides, default=0.0) - 0.3
    if window.words <= _SHORT:
        more = found.last - found.first + 1 - (window.last - window.first)
        if window.words and found.whole:
            # A paragraph that stands alone among others must be quite the same.
            least = _SURE if found.outside >= 0.4 else _SURER
            around = sum(sides) >= least if len(sides) == 2 else found.outside >= _ALONE
            return around and sure >= 0.5 and more <= 3 and found.outside >= 0.15
        return window.words > 1 and found.counts and found.inside >= 0.45 and sure >= 0.7 and more <= 0
    if not found.counts and sure < 0.7:
        return False  # the same sentence with another number is another statement
    if len(sides) == 2 and sure < 0.1 and found.outside < 0.3:
        return False  # a headline's words in a sentence
    if window.words <= _FEW and (len(sides) == 2 and sum(sides) < 0.8):
        return False
    return (found.inside >= 0.75 and max(sides, default=1.0) >= 0.3) or (found.inside >= 0.5 and sure >= 0.4)
