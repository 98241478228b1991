"""Figures about the same thing in several articles of a story, side by side: “14 dead” here, “17 dead” there.

Two figures are about the same thing where they measure in the same dimension, count the same sort, and the words around
them, up to the next figure, name the same concept (`concepts.toml`) or share most of what they name. What an earlier
event or another year gave is left out. This is made to miss little and to raise few false alarms; it decides nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.document.article import Article
from reader.document.finding import folded
from reader.document.outline import Figure, Outline
from reader.document.span import Span

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.!?…”\"])\s+|\n")
_OTHER_TIME = re.compile(
    r"\b(?:last (?:year|month|week)|a year (?:ago|earlier)|earlier (?:quake|attack|storm|strike)|previous(?:ly)?"
    r"|in (?:1[89]|20)\d\d|since (?:1[89]|20)\d\d|compared (?:with|to)|record of|average)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:up |down )?from\s+(?:about |around )?$", re.IGNORECASE)
_JOINT = re.compile(r"[,;:]\s|\s(?:and|but|while|with|when)\s")
"""Where what is said of one figure ends and that of the next begins."""
_PERSONS = frozenset("people person persons civilian civilians resident residents someone others".split())
_PLAIN = frozenset(
    "the a an of in on at to by from for with and or but as is are was were be been has have had it its their his her"
    " they that this who which said says say told more than least most about some nearly over under almost around up"
    " down after before when while into out still also another other officials police authorities reported report"
    " according rose fell left put".split()
)
_MEASURES = frozenset({"magnitude", "turnout", "jobless", "cost"})
"""Concepts that are measured: what they are of is told in other words each time."""
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "ly")
_SAME_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as an article gives it; `number` says which article of those that were asked about."""

    number: int
    figure: Figure
    words: str


@dataclass(frozen=True, slots=True)
class Thing:
    """What several articles give figures for, in words, and those figures; `disagree`: not all can be right."""

    name: str
    given: tuple[Given, ...]
    disagree: bool


@dataclass(frozen=True)
class _Topic:
    given: Given
    dimension: str
    concept: str
    sort: str
    words: frozenset[str]


def side_by_side(articles: Sequence[tuple[Article, Outline]]) -> list[Thing]:
    """What at least two of *articles* give figures for; those that disagree first."""
    topics = [topic for number, each in enumerate(articles) for topic in _topics(number, *each)]
    groups: list[list[_Topic]] = []
    for topic in topics:
        group = next((group for group in groups if any(_is_same(topic, other) for other in group)), None)
        if group is None:
            groups.append([topic])
        else:
            group.append(topic)
    things = [_thing(group) for group in groups if len({topic.given.number for topic in group}) > 1]
    return sorted(things, key=lambda thing: not thing.disagree)


def _topics(number: int, article: Article, outline: Outline) -> Iterator[_Topic]:
    for sentence in _sentences(article.text):
        figures = [each for each in outline.figures if sentence.start <= each.span.start < sentence.end]
        for at, figure in enumerate(figures):
            before = figures[at - 1].span.end if at else sentence.start
            after = figures[at + 1].span.start if at + 1 < len(figures) else sentence.end
            joint = [*_JOINT.finditer(article.text, before, figure.span.start)][-1:] if at else []
            start = joint[0].end() if joint else before
            end = _JOINT.search(article.text, figure.span.end, after) if at + 1 < len(figures) else None
            around = Span(start, end.start() if end else after)
            other = _OTHER_TIME.search(around.text(article.text)) or _FROM.search(
                article.text[before : figure.span.start]
            )
            if figure.dimension in {"date", "time", "duration", "age"} or other:
                continue
            yield _topic(
                Given(number, figure, sentence.text(article.text).strip()), figure, around, article.text
            )


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for gap in _SENTENCE.finditer(text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _topic(given: Given, figure: Figure, around: Span, text: str) -> _Topic:
    counted = _words(figure.of.text(text)) if figure.of else []
    words = {*_words(around.text(text)), *counted}
    concept = _nearest(figure, around, text)
    head = counted[-1] if counted else ""
    sort = "" if not head or head in _PERSONS or _concept(head) or concept in _MEASURES else _stem(head)
    return _Topic(given, figure.unit or figure.dimension, concept, sort, frozenset(map(_stem, words)))


def _nearest(figure: Figure, around: Span, text: str) -> str:
    """The concept that is named nearest to a figure; empty where none is."""
    found = []
    for match in _WORD.finditer(folded(text[: around.end]), around.start):
        concept = _concept(match[0])
        if concept:
            gap = max(match.start() - figure.span.end, figure.span.start - match.end())
            found.append((gap, concept))
    if not found and figure.of:
        found = [(0, concept) for word in _words(figure.of.text(text)) if (concept := _concept(word))]
    return min(found, default=(0, ""))[1]


def _is_same(one: _Topic, other: _Topic) -> bool:
    if one.dimension != other.dimension:
        return False
    if one.given.number == other.given.number:
        return False
    if one.concept or other.concept:
        return one.concept == other.concept and (one.sort == other.sort or one.dimension != "count")
    if not (one.sort or other.sort) or (one.sort and other.sort and one.sort != other.sort):
        return False
    left, right = one.words, other.words
    return len(left & right) >= _SAME_WORDS * min(len(left), len(right))


def _thing(group: Sequence[_Topic]) -> Thing:
    sorts = sorted({topic.sort for topic in group if topic.sort})
    name = " ".join(filter(None, [group[0].concept, *sorts[:1]])) or group[0].dimension
    given = tuple(topic.given for topic in group)
    ranges = [_range(each.figure) for each in given]
    disagree = any(not _meet(one, other) for at, one in enumerate(ranges) for other in ranges[at + 1 :])
    return Thing(name, given, disagree)


def _range(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure says: “more than”, “about” and rounded numbers leave room."""
    low, high = figure.value, figure.upper if figure.upper is not None else figure.value
    if figure.bound == ">":
        return low, float("inf")
    if figure.bound == "<":
        return float("-inf"), high
    room = 0.1 if figure.bound == "~" else 0.004
    return low - abs(low) * room, high + abs(high) * room


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _words(words: str) -> list[str]:
    return [word for word in _WORD.findall(folded(words)) if word not in _PLAIN]


def _stem(word: str) -> str:
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= 3), "")
    return word[: len(word) - len(ending)]


@cache
def _concept(word: str) -> str:
    """The concept that a word names; empty for none."""
    return next((name for name, stems in _concepts() if any(word.startswith(stem) for stem in stems)), "")


@cache
def _concepts() -> list[tuple[str, tuple[str, ...]]]:
    import tomllib

    found = tomllib.loads(Path(__file__).with_name("concepts.toml").read_text(encoding="utf-8"))
    return [(name, tuple(stems)) for name, stems in found.items()]
