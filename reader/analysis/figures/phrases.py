"""The noun phrases around a figure, each of which may be what it counts, with what tells them apart."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.analysis.trained import word_classes
from reader.analysis.words import words
from reader.document.span import Span

_BEFORE, _BEHIND = 180, 80
"""Code points before and behind a figure in which its phrase is looked for."""
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\bMr)(?<!\bDr)(?<!\bSt)[.!?…][”\"’')]*\s+(?=[A-Z“\"‘'(])|\n")
_JOINS = frozenset("of in for on from to with among at by".split())
_DETERMINERS = frozenset(
    """the a an this that these those its their his her our my your some any each every all both no another such
    other more most least less fewer only just about around nearly almost over under up than as""".split()
)
_HEDGES = frozenset(
    """about around nearly almost roughly approximately some only just over under more less fewer than least most up
    an a the estimated as many much high at total well even another still record""".split()
)
_PERIODS = frozenset(
    """year years quarter month months week weeks day days weekend night morning afternoon evening today yesterday
    tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december time times decade period""".split()
)
_PRONOUNS = frozenset("he she it they we you i him her them us who which that this what there one".split())
_GROUPS = {"money": "money", "share": "share", "count": "count", "time": "time", "age": "age", "fraction": "part",
           "ratio": "part", "multiple": "times"}  # fmt: skip
_MOST = 14


class Phrase(NamedTuple):
    """A noun phrase in the words of a sentence: from one word up to another."""

    first: int
    last: int
    link: str = ""
    """The preposition that joins two phrases in it."""


@lru_cache(20_000)
def _tag(text: str) -> str:
    """The commonest part of speech of a word, wherever it stands."""
    if not text[0].isalnum():
        return "&" if text in "&%" else text
    low = text.lower()
    if low in _PRONOUNS:
        return "PRP"
    if low in _DETERMINERS:
        return "DT"
    if text[0].isupper():
        return "NNP"
    found = word_classes().get(low.replace("’", "'"))
    if found:
        return found.split("|")[0]
    ends = {"ed": "VBD", "ly": "RB"}.get(low[-2:])
    return "CD" if low[0].isdigit() else ends or ("NNS" if low[-1] == "s" else "NN")


class Around:
    """The words of the sentence around a figure, without its own."""

    def __init__(self, text: str, figure: Span, paragraph: Span, others: Sequence[Span]) -> None:
        low, high = _sentence(text, figure, paragraph)
        self.text = text
        self.figure = figure
        before = list(words(text, Span(low, figure.start)))
        self.at = len(before)
        self.words = [*before, *words(text, Span(figure.end, high))]
        self.lows = [word.text.lower() for word in self.words]
        near = [each for each in others if each.start < high and each.end > low]
        starts = [word.start for word in self.words]
        self.taken = frozenset(
            number
            for each in near
            for number in range(bisect_left(starts, each.start), bisect_left(starts, each.end))
        )
        self.parts = list(map(_tag, (word.text for word in self.words)))
        self._in_place()

    def _in_place(self) -> None:
        """Put right what depends on where a word stands."""
        parts, lows = self.parts, self.lows
        for at in self.taken:
            parts[at] = "CD"
        if parts and parts[0] == "NNP":
            parts[0] = _tag(lows[0])
        for at in range(1, len(parts)):
            if (
                parts[at][0] == "V"
                and lows[at - 1] in _DETERMINERS
                and "NN" in word_classes().get(lows[at], "")
            ):
                parts[at] = "NN"

    def phrases(self) -> Iterator[Phrase]:
        """The phrases, those before the figure from the nearest on, then those behind it."""
        base = list(self._bases())
        before = [each for each in base if each.last < self.at]
        behind = [each for each in base if each.first >= self.at]
        for phrase in [*reversed(before)][:5] + behind[:2]:
            yield phrase
            yield from self._longer(phrase, base)

    def _bases(self) -> Iterator[Phrase]:
        first = None
        for number in range(len(self.words) + 1):
            inside = number < len(self.words) and number != self.at and self._is_nominal(number)
            if number == self.at and first is not None:
                yield from self._base(first, number - 1)
                first = None
            if number == self.at and number < len(self.words) and self._is_nominal(number):
                first = number
            elif inside:
                first = number if first is None else first
            elif first is not None:
                yield from self._base(first, number - 1)
                first = None

    def _base(self, first: int, last: int) -> Iterator[Phrase]:
        while last >= first and not self.parts[last].startswith(("NN", "CD")):
            last -= 1
        while last >= first and self.parts[last] == "CD" and last in self.taken:
            last -= 1
        while first <= last and (self.lows[first] in _HEDGES or first in self.taken):
            first += 1
        if first <= last and any(self.parts[at].startswith("NN") for at in range(first, last + 1)):
            yield Phrase(max(first, last - 7), last)

    def _is_nominal(self, at: int) -> bool:
        part = self.parts[at]
        if at in self.taken:
            return False
        if part.startswith(("NN", "JJ", "CD")) or part in {"VBN", "&", "POS"}:
            return True
        follows = at > 0 and self.parts[at - 1] in {"DT", "JJ", "NN", "NNP"} and at - 1 != self.at - 1
        if part in {"VBG", "VBD"}:
            return follows and at + 1 < len(self.words) and self.parts[at + 1].startswith(("NN", "JJ"))
        return (
            part in {"-", "/", "'", "’"}
            and 0 < at < len(self.words) - 1
            and self.words[at - 1].end == self.words[at].start
        )

    def _longer(self, phrase: Phrase, base: Sequence[Phrase]) -> Iterator[Phrase]:
        """The phrase with the next one, where a preposition joins them: the price {of} oil."""
        last, count = phrase.last, 0
        while (
            count < 2
            and last + 1 < len(self.words)
            and self.lows[last + 1] in _JOINS
            and last + 1 not in self.taken
        ):
            if last < self.at <= last + 1:
                return
            link = self.lows[last + 1]
            start = last + 2
            while start < len(self.words) and self.parts[start] == "DT":
                start += 1
            following = next((each for each in base if each.first == start), None)
            if following is None or (last + 1 < self.at <= following.last):
                return
            last, count = following.last, count + 1
            if last - phrase.first < 9:
                yield Phrase(phrase.first, last, link)

    def span(self, phrase: Phrase) -> Span:
        """Where a phrase stands."""
        return Span(self.words[phrase.first].start, self.words[phrase.last].end)


def _sentence(text: str, figure: Span, paragraph: Span) -> tuple[int, int]:
    low = max(paragraph.start, figure.start - _BEFORE)
    for end in _SENTENCE_END.finditer(text, low, figure.start):
        low = end.end()
    behind = _SENTENCE_END.search(text, figure.end, min(paragraph.end, figure.end + _BEHIND))
    return low, behind.start() if behind else min(paragraph.end, figure.end + _BEHIND)


def group_of(dimension: str, *, attached: bool) -> str:
    """The sort of a figure: what money is of is said otherwise than what per cent are of."""
    return _GROUPS.get(dimension, "measure") + ("-" if attached else "")


class Told(NamedTuple):
    """What the rules say of a figure, and of the one before it in the same paragraph, with the words between both."""

    span: Span | None
    last: Span | None = None
    link: str = ""
    is_sure: bool = False


def ranked(around: Around) -> Iterator[tuple[Phrase, int]]:
    """The phrases, each with how many stand nearer on its side."""
    rank, is_behind = -1, False
    for phrase in around.phrases():
        if (phrase.first >= around.at) != is_behind:
            rank, is_behind = -1, not is_behind
        rank += not phrase.link
        yield phrase, rank


def features(around: Around, phrase: Phrase, rank: int, group: str, said: Told) -> list[str]:
    """What speaks for and against a phrase; *rank*: how many stand nearer on its side; *said*: what the rules say."""
    span, told = around.span(phrase), said.span
    found = (
        _behind(around, phrase, rank, group)
        if phrase.first >= around.at
        else _before(around, phrase, rank, group)
    )
    head = around.words[phrase.last]
    part = around.parts[phrase.last]
    size = min(4, phrase.last - phrase.first + 1)
    found += [
        f"head={part}",
        f"head={part}|{group}",
        f"size={size}",
        f"link={phrase.link}",
        f"link={phrase.link}|{group}",
    ]
    if head.text.lower() in _PERIODS:
        found += ["period", f"period|{group}"]
    if head.text[0].isdigit():
        found.append("digits")
    if said.last is not None and span.start < said.last.end and said.last.start < span.end:
        same = "=" if span == said.last else "~"
        found += [f"last{same}|{said.link}", f"last{same}|{said.link}|{group}", f"last{same}|{group}"]
    if told is None:
        found.append(f"untold|{group}")
    elif span == told:
        found += [
            "told",
            f"told|{group}",
            f"told|{'behind' if phrase.first >= around.at else 'before'}|{group}",
        ]
    elif span.start < told.end and told.start < span.end:
        kind = (
            "in"
            if told.start <= span.start and span.end <= told.end
            else "over"
            if span.start <= told.start and told.end <= span.end
            else "half"
        )
        same = "=" if span.end == told.end else ""
        found += [f"told-{kind}{same}", f"told-{kind}|{group}"]
    else:
        found.append(f"told-else|{group}")
    return found


def _behind(around: Around, phrase: Phrase, rank: int, group: str) -> list[str]:
    between = around.words[around.at : phrase.first]
    link = " ".join("D" if word.text.lower() in _DETERMINERS else word.text.lower() for word in between[:3])
    first = between[0].text.lower() if between else ""
    number = sum(around.parts[at] == "CD" for at in range(around.at, phrase.first))
    verb = any(
        around.parts[at][0] == "V" or around.parts[at] == "MD" for at in range(around.at, phrase.first)
    )
    after = _next(around, phrase)
    return [
        f"behind{rank}|{group}", f"behind|{link}|{group}", f"behind|{first}|{group}", f"behind|{first}",
        f"behind-number{number}", f"behind-verb{verb}|{group}", f"behind-next={after}",
        f"behind-gap{min(4, len(between))}",
    ]  # fmt: skip


def _before(around: Around, phrase: Phrase, rank: int, group: str) -> list[str]:
    between = range(phrase.last + 1, around.at)
    ahead = [around.words[at] for at in between]
    while ahead and ahead[-1].text.lower() in _HEDGES:
        ahead.pop()
    last = ahead[-1].text.lower() if ahead else ""
    is_verb = [around.parts[at][0] == "V" or around.parts[at] == "MD" for at in between]
    verb = next((around.lows[at] for at, yes in zip(between, is_verb, strict=True) if yes), "")
    commas = sum(around.words[at].text in ",;:—–()" for at in between)
    numbers = sum(at in around.taken for at in between)
    led = around.lows[phrase.first - 1] if phrase.first else "^"
    led = (
        around.lows[phrase.first - 2]
        if led in _DETERMINERS and phrase.first > 1
        else ("^" if led in _DETERMINERS else led)
    )
    after = _next(around, phrase)
    return [
        f"before{rank}", f"before{rank}|{group}", f"before|{last}", f"before|{last}|{group}", f"before|{after}|{group}",
        f"before|{after}", f"before-led={led}", f"before-led={led}|{last}", f"before-verb={verb}",
        f"before-verbs{min(3, sum(is_verb))}|{group}", f"before-commas{min(3, commas)}",
        f"before-numbers{min(2, numbers)}|{group}", f"before|{after}|{last}", f"before{min(rank, 2)}|{last}",
    ]  # fmt: skip


def _next(around: Around, phrase: Phrase) -> str:
    at = phrase.last + 1
    return "#" if at == around.at or at >= len(around.words) else around.parts[at][:3]
