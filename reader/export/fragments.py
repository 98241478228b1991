"""Links that open a page at a passage: text fragments (W3C, URL Fragment Text Directives, 2023).

A directive names a passage by its words, `prefix-,start,end,-suffix`; a browser goes to the first place that fits.
Here the words are chosen so that this is the passage that is meant, also where its words stand several times.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from reader.document.identity import is_web_address
from reader.document.span import Span
from reader.export.escape import address

_WORD = re.compile(r"\S+")
_SHORT = 10
"""Words of a passage up to which all of them are named; of longer ones the first and the last few."""
_ENDS = 4
_MOST_AROUND = 12
"""Words of prefix and suffix that are tried."""
_FIRST_UNSPACED = "\u0e00"
"""Thai, and further on Chinese and Japanese, have no spaces between words."""
_MOST_PLACES = 500
"""Places of the same words that are looked through: a text that repeats itself without end costs no more."""
_AROUND = 400
"""Characters in which those words are looked for."""


class Directive(NamedTuple):
    """What a text directive says: all words are separated by single spaces."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def written(self) -> str:
        """The directive as it stands in an address."""
        parts = (
            f"{_encoded(self.prefix)}-" if self.prefix else "",
            _encoded(self.start),
            _encoded(self.end) if self.end else "",
            f"-{_encoded(self.suffix)}" if self.suffix else "",
        )
        return ",".join(part for part in parts if part)


class Passages:
    """The words of one text, for directives of its passages."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = [Span.of(match) for match in _WORD.finditer(text)]
        self._starts = [word.start for word in self._words]
        self.plain = " ".join(word.text(text) for word in self._words)
        """The text with single spaces, as browsers compare it, in small letters."""
        self._folded = _folded(self.plain)
        self._offsets: list[int] = []
        at = 0
        for word in self._words:
            self._offsets.append(at)
            at += word.end - word.start + 1

    def directive(self, span: Span) -> Directive:
        """A directive whose first match is *span*; with the most words around it where none is."""
        place, best = self._place(self._whole_words(span)), Directive("")
        for best in self._candidates(place, span):
            if self.find(best) == place:
                return best
        return best

    def _whole_words(self, span: Span) -> Span:
        """*span* with the rest of the words that it begins or ends in: browsers find whole words only."""
        start, end = span
        while _splits_a_word(self.text, start):
            start -= 1
        while _splits_a_word(self.text, end):
            end += 1
        return Span(start, end)

    def find(self, directive: Directive) -> Span | None:
        """Where a browser finds *directive* first, in positions of `plain`."""
        start, end, prefix, suffix = map(_folded, directive)
        at = -1
        for _ in range(_MOST_PLACES):
            at = self._folded.find(start, at + 1)
            if at < 0:
                break
            stop = at + len(start)
            if self._is_behind(prefix, at):
                if end:
                    stop = self._ending(stop, end, suffix)
                elif not self._is_ahead(suffix, stop):
                    stop = -1
                if stop >= 0:
                    return Span(at, stop)
        return None

    def _ending(self, after: int, end: str, suffix: str) -> int:
        """Where the range ends whose last words are *end*; -1 where nothing fits."""
        at = after - 1
        for _ in range(_MOST_PLACES):
            at = self._folded.find(end, at + 1)
            if at < 0 or self._is_ahead(suffix, at + len(end)):
                return at + len(end) if at >= 0 else -1
        return -1

    def _is_behind(self, words: str, at: int) -> bool:
        """Whether *words* end right before *at*, whose word begins there."""
        if not words:
            return self._is_bound(at)
        end = at - 1 if self._folded[at - 1 : at] == " " else at
        return self._folded.startswith(words, max(0, end - len(words))) and end >= len(words)

    def _is_ahead(self, words: str, at: int) -> bool:
        """Whether *words* begin right after *at*, whose word ends there."""
        if not words:
            return self._is_bound(at)
        return self._folded.startswith(words, at + 1 if self._folded[at : at + 1] == " " else at)

    def _is_bound(self, at: int) -> bool:
        return not _splits_a_word(self._folded, at)

    def _place(self, span: Span) -> Span:
        """*span* in positions of `plain`."""
        first = self._word_at(span.start)
        last = self._word_at(max(span.start, span.end - 1))
        start = self._offsets[first] + max(0, span.start - self._starts[first])
        return Span(start, self._offsets[last] + min(span.end, self._words[last].end) - self._starts[last])

    def _word_at(self, position: int) -> int:
        at = bisect_left(self._starts, position + 1) - 1
        return at + 1 if at < 0 or self._words[at].end <= position else at

    def _candidates(self, place: Span, span: Span) -> Iterator[Directive]:
        """Directives for the passage at *place*, the shortest first."""
        words = place.text(self.plain).split(" ")
        lines = [line.split() for line in span.text(self.text).strip().splitlines()]
        if len(words) <= _SHORT and len(lines) <= 1:
            ends = [(" ".join(words), "")]
        else:
            # No end may reach over a paragraph's: browsers look for each in one block.
            blocks = [len(lines[0]), len(lines[-1])] if len(lines) > 1 else []
            most = max(1, min([len(words) // 2, *blocks]))
            sizes = [size for size in (_ENDS, 2 * _ENDS, 4 * _ENDS) if size <= most] or [most]
            ends = [(" ".join(words[:size]), " ".join(words[-size:])) for size in sizes]
        for start, end in ends:
            yield Directive(start, end)
        before = self.plain[max(0, place.start - _AROUND) : place.start].split()
        behind = self.plain[place.end : place.end + _AROUND].split()
        start, end = ends[-1]
        for count in range(1, _MOST_AROUND + 1):
            prefix, suffix = " ".join(before[-count:]), " ".join(behind[:count])
            yield Directive(start, end, prefix)
            yield Directive(start, end, "", suffix)
            yield Directive(start, end, prefix, suffix)


@lru_cache(maxsize=4)
def _passages(text: str) -> Passages:
    return Passages(text)


def passage_link(uri: str, text: str, span: Span) -> str | None:
    """A link that opens the page at *uri* at the passage *span* of its *text*.

    None for what is no web address, and for a passage without a word.
    """
    words = span.trimmed(text)
    if not is_web_address(uri) or words.start >= words.end:
        return None
    page = uri.partition("#")[0]
    return f"{address(page)}#:~:text={_passages(text).directive(words).written()}"


def _splits_a_word(text: str, at: int) -> bool:
    """Whether *at* lies inside a word of a script that sets words apart."""
    return 0 < at < len(text) and all(c.isalnum() and c < _FIRST_UNSPACED for c in text[at - 1 : at + 1])


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


def _folded(words: str) -> str:
    """Small letters, one for one, as browsers compare without regard to case."""
    low = words.lower()
    return low if len(low) == len(words) else "".join(c.lower() if len(c.lower()) == 1 else c for c in words)
