"""Figures about the same thing in several articles of a story, side by side: “14 dead” here, “17 dead” there.

Of every two articles the figures are paired, each with one other at most, best first: those with the same value, then
those of the same unit that the words around them, up to the next figure, give the same name (`concepts.toml`), or that
share most of their words. What an earlier event or another year gave is left out. It decides nothing: it shows.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path

from reader.document.article import Article
from reader.document.finding import folded
from reader.document.outline import Figure, Outline
from reader.document.span import Span

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.!?…”\"])\s+|\n")
_OTHER_TIME = re.compile(
    r"\b(?:last (?:year|month|week)|(?:a|one) (?:year|month) (?:ago|earlier|before)"
    r"|earlier (?:quake|attack|storm|strike)|previous(?:ly)?"
    r"|in (?:\w+ )?(?:1[89]|20)\d\d|since (?:1[89]|20)\d\d|compared (?:with|to)|record of|average)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|founded in|built in|opened in)\s+(?:about |around )?$", re.IGNORECASE)
_JOINT = re.compile(r"[,;:]\s|\s(?:and|but|while|with|when|after|of whom|among)\s")
"""Where what is said of one figure ends and that of the next begins."""
_PLAIN = frozenset(
    "the a an of in on at to by from for with and or but as is are was were be been has have had it its their his her"
    " they that this who which said says say told more than least most about some nearly over under almost around up"
    " down after before when while into out still also another other officials police authorities reported report"
    " according rose fell left put million billion percent per cent euros dollars monday tuesday wednesday thursday"
    " friday saturday sunday".split()
)
_ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "ly")
_UNITS = {"km/hour": "km/h", "mile/hour": "mph", "m/second": "m/s"}
_TIMES = frozenset("year month week day hour minute second h min s".split())
"""Units of time: every text has some, so that the only one of its unit says nothing."""
_MOST_APART = 3.0
"""How many times one figure may be the other, where only their unit and few words say that they belong together."""
_FARTHEST = 10.0
"""The same where words say it, too."""
_VAGUE = 5.0
"""How many times its lower end the upper one of “hundreds” or “millions” is at least: such a figure says too little."""
_SURE = 2.0


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
    unit: str
    concept: str
    sort: str
    words: frozenset[str]
    is_lone: bool = False


def side_by_side(articles: Sequence[tuple[Article, Outline]]) -> list[Thing]:
    """What at least two of *articles* give figures for; those that disagree first."""
    topics = [list(_topics(number, *each)) for number, each in enumerate(articles)]
    leads: dict[Span | tuple[int, Span], list[_Topic]] = {}
    for one, other in combinations(topics, 2):
        for left, right in _paired(one, other):
            mine, theirs = (leads.setdefault(_key(each), [each]) for each in (left, right))
            if mine is not theirs:
                mine += theirs
                for each in theirs:
                    leads[_key(each)] = mine
    groups = {id(group): group for group in leads.values()}
    things = [_thing(sorted(group, key=_key)) for group in groups.values()]
    return sorted(
        things, key=lambda thing: (not thing.disagree, thing.given[0].number, thing.given[0].figure.span)
    )


def _key(topic: _Topic) -> tuple[int, Span]:
    return topic.given.number, topic.given.figure.span


def _paired(one: Sequence[_Topic], other: Sequence[_Topic]) -> Iterator[tuple[_Topic, _Topic]]:
    """Figures of two articles that are about the same thing, each once, the surest first."""
    able = [
        (-score, _ratio(left, right), _key(left), _key(right), left, right)
        for left in one
        for right in other
        if (score := _score(left, right)) >= _SURE
    ]
    taken: set[tuple[int, Span]] = set()
    for *_, first, second, left, right in sorted(able, key=lambda each: each[:4]):
        if first not in taken and second not in taken:
            taken |= {first, second}
            yield left, right


def _score(one: _Topic, other: _Topic) -> float:
    """How sure it is that two figures are about the same thing."""
    if one.unit != other.unit:
        return 0.0
    is_named = bool(one.concept) and one.concept == other.concept
    if one.unit in _TIMES and not is_named:
        return 0.0
    is_counted = bool(one.sort) and one.sort == other.sort
    if one.unit == "count":
        if one.sort and other.sort and not is_counted and one.sort != "person" and other.sort != "person":
            return 0.0
        if "child" in {one.sort, other.sort} and not is_counted:
            return 0.0
        is_counted = is_counted or one.sort in other.words or other.sort in one.words
        score = 2.0 * is_named + 2.0 * is_counted
    else:
        shared = len(one.words & other.words)
        score = 2.0 * is_named + min(2.0, shared) * (0.5 if one.concept and other.concept else 1.0)
        is_lone = one.is_lone and other.is_lone and one.unit != "%" and one.unit not in _TIMES
        score += 2.0 * is_lone + 1.0 * (one.unit.isupper() and one.unit.isalpha())
    if _ratio(one, other) > (_FARTHEST if is_named else _MOST_APART):
        return 0.0
    return score + 3.0 * (_ratio(one, other) < 1.005 and score > 0)


def _ratio(one: _Topic, other: _Topic) -> float:
    low, high = sorted((abs(one.given.figure.value), abs(other.given.figure.value)))
    return high / low if low else (1.0 if not high else 1e9)


def _topics(number: int, article: Article, outline: Outline) -> Iterator[_Topic]:
    figures = sorted(outline.figures, key=lambda figure: figure.span)
    starts = [figure.span.start for figure in figures]
    found: list[_Topic] = []
    for sentence in _sentences(article.text):
        mine = figures[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found += _in_sentence(number, article.text, mine, sentence)
    units = Counter(topic.unit for topic in found)
    yield from (replace(topic, is_lone=units[topic.unit] == 1) for topic in found)


def _in_sentence(number: int, text: str, figures: Sequence[Figure], sentence: Span) -> Iterator[_Topic]:
    for at, figure in enumerate(figures):
        before = figures[at - 1].span.end if at else sentence.start
        after = figures[at + 1].span.start if at + 1 < len(figures) else sentence.end
        joint = [*_JOINT.finditer(text, before, figure.span.start)][-1:] if at else []
        end = _JOINT.search(text, figure.span.end, after) if at + 1 < len(figures) else None
        around = Span(joint[0].end() if joint else before, end.start() if end else after)
        is_other = _OTHER_TIME.search(around.text(text)) or _FROM.search(text[before : figure.span.start])
        is_vague = figure.upper is not None and figure.upper >= _VAGUE * abs(figure.value)
        if not is_other and not is_vague and figure.dimension != "date":
            yield _topic(Given(number, figure, sentence.text(text).strip()), figure, around, text)


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
    sort = _sort(counted, text[figure.span.end : around.end], _words(around.text(text)))
    unit = _UNITS.get(figure.unit or "count", figure.unit or "count")
    return _Topic(given, unit, concept, sort, frozenset(map(_stem, words)))


def _sort(counted: Sequence[str], behind: str, around: Sequence[str]) -> str:
    """What sort of things a figure counts: a group of nouns, else the noun itself; empty where that is not said."""
    for word in (*reversed(counted), *_words(behind)[:3], *(() if counted else around)):
        for name, beginnings in _table()["counted"]:
            if word.startswith(beginnings):
                return name
    head = counted[-1] if counted else ""
    return "" if not head or _concept(head) else _stem(head)


def _nearest(figure: Figure, around: Span, text: str) -> str:
    """The concept that is named nearest to a figure; empty where none is."""
    found = []
    start, end = figure.span.start - around.start, figure.span.end - around.start
    for match in _WORD.finditer(folded(around.text(text))):
        concept = _concept(match[0])
        if concept:
            found.append((max(match.start() - end, start - match.end()), concept))
    if not found and figure.of:
        found = [(0, concept) for word in _words(figure.of.text(text)) if (concept := _concept(word))]
    return min(found, default=(0, ""))[1]


def _thing(group: Sequence[_Topic]) -> Thing:
    concept = next((topic.concept for topic in group if topic.concept), "")
    sort = next((topic.sort for topic in group if topic.sort), "")
    name = " ".join(filter(None, [concept, sort])) or group[0].given.figure.dimension
    given = tuple(topic.given for topic in group)
    ranges = [_range(each.figure) for each in given]
    return Thing(name, given, any(not _meet(one, other) for one, other in combinations(ranges, 2)))


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
    return next((name for name, beginnings in _table()["named"] if word.startswith(beginnings)), "")


@cache
def _table() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    import tomllib

    found = tomllib.loads(Path(__file__).with_name("concepts.toml").read_text(encoding="utf-8"))
    return {part: [(name, tuple(words)) for name, words in rows.items()] for part, rows in found.items()}
