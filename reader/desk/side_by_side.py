"""Figures about the same thing in several articles of a story, side by side: “14 dead” here, “17 dead” there.

Of every two articles the figures are paired, each with one other at most, best first: those with the same value, then
those of the same unit that the words around them give the same name (`topics.py`), or that share words which stand
near few others; then those that follow a pair. It decides nothing: it shows.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import log

from reader.desk.topics import Given, Topic, are_groups, topics
from reader.document.article import Article
from reader.document.outline import Figure, Outline
from reader.document.span import Span

_TIMES = frozenset("age year month week day hour minute second h min s".split())
"""Units of time: every text has some, so that the only one of its unit says nothing."""
_MOST_APART = 3.0
"""How many times one figure may be the other, where only their unit and few words say that they belong together."""
_FARTHEST = 5.0
"""The same where words say it, too."""
_SURE = 2.0
_SAME = 1.005
"""How many times one figure may be the other and be the same, rounded."""
_NEAR = 1.5
"""How many times, where only their place speaks for them."""
_MANY = 3
"""Words that two figures share, above which more say no more, and which outweigh what else they count."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What several articles give figures for, in words, and those figures; `disagree`: not all can be right."""

    name: str
    given: tuple[Given, ...]
    disagree: bool


def side_by_side(articles: Sequence[tuple[Article, Outline]]) -> list[Thing]:
    """What at least two of *articles* give figures for; those that disagree first."""
    found = [list(topics(number, *each)) for number, each in enumerate(articles)]
    leads: dict[Span | tuple[int, Span], list[Topic]] = {}
    for one, other in combinations(found, 2):
        for left, right in _paired(_told(one, other), _told(other, one)):
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


def _told(one: Sequence[Topic], other: Sequence[Topic]) -> list[Topic]:
    """The figures of *one* article, told which of them the *other* has as well."""
    there = {(topic.unit, topic.given.figure.value) for topic in other}
    return [replace(topic, is_in_both=(topic.unit, topic.given.figure.value) in there) for topic in one]


def _key(topic: Topic) -> tuple[int, Span]:
    return topic.given.number, topic.given.figure.span


def _paired(one: Sequence[Topic], other: Sequence[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Figures of two articles that are about the same thing, each once, the surest first.

    Then those that follow figures that are: “19 fled, six were caught” beside “24 fled, eight were caught”.
    """
    of_unit: defaultdict[str, list[Topic]] = defaultdict(list)
    for topic in other:
        of_unit[topic.unit].append(topic)
    able = [
        (0.5 * log(_ratio(left, right)) - score, _key(left), _key(right), left, right)
        for left in one
        for right in of_unit[left.unit]
        if (score := _score(left, right)) >= _SURE
    ]
    behind = (
        {_key(left): right for left, right in pairwise(one)},
        {_key(left): right for left, right in pairwise(other)},
    )
    taken: set[tuple[int, Span]] = set()
    waiting = sorted(able, key=lambda each: each[:3])
    for *_, first, second, left, right in waiting:
        if first not in taken and second not in taken:
            taken |= {first, second}
            yield left, right
            left_next, right_next = behind[0].get(first), behind[1].get(second)
            if left_next and right_next and _may_follow(left_next, right_next):
                waiting.append((0.0, _key(left_next), _key(right_next), left_next, right_next))


def _may_follow(one: Topic, other: Topic) -> bool:
    """Whether figures behind two that are about the same thing may be so, too: nothing speaks against it."""
    return (
        one.unit == other.unit
        and _may_disagree(one, other)
        and _ratio(one, other) < _NEAR
        and (not one.sort or not other.sort or one.sort == other.sort)
        and (not one.concept or not other.concept or one.concept == other.concept)
    )


def _may_disagree(one: Topic, other: Topic) -> bool:
    """Whether neither article has the figure of the other: one that both have they agree on."""
    return _ratio(one, other) < _SAME or not (one.is_in_both or other.is_in_both)


def _score(one: Topic, other: Topic) -> float:
    """How sure it is that two figures are about the same thing."""
    if one.unit != other.unit or not _may_disagree(one, other):
        return 0.0
    ratio = _ratio(one, other)
    is_named = bool(one.concept) and one.concept == other.concept
    is_counted = bool(one.sort) and one.sort == other.sort
    is_lone = one.is_lone and other.is_lone
    shared = len(one.telling & other.telling)
    if ratio > (_FARTHEST if is_named else _MOST_APART):
        return 0.0
    if one.unit in _TIMES and not is_named:
        return _SURE * (ratio < _NEAR and shared > 0 and (is_lone or one.unit == "age"))
    if one.unit == "count":
        sorts = {one.sort, other.sort} - {"", "person"}
        is_other = ("child" in sorts or len(sorts) > 1) and not is_counted and are_groups(sorts)
        if is_other and shared < _MANY and ratio >= _SAME:
            return 0.0
        is_counted = is_counted or one.sort in other.words or other.sort in one.words
        score = 2.0 * is_named + 2.0 * is_counted + 0.75 * min(_MANY, shared)
        score += 1.0 * (one.is_first and other.is_first) + 1.0 * (is_lone and ratio < _NEAR)
        score -= 1.0 * (len(sorts) > 1)
    else:
        score = 2.0 * is_named + min(_MANY, shared) * (0.7 if one.concept and other.concept else 1.0)
        score += 2.0 * (is_lone and one.unit != "%") + 1.0 * (one.unit.isupper() and one.unit.isalpha())
    return score + 3.0 * (ratio < _SAME and score > 0)


def _ratio(one: Topic, other: Topic) -> float:
    if one.given.figure.value * other.given.figure.value < 0:
        return 1e9
    low, high = sorted((abs(one.given.figure.value), abs(other.given.figure.value)))
    return high / low if low else (1.0 if not high else 1e9)


def _thing(group: Sequence[Topic]) -> Thing:
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
