"""Figures about the same thing in several articles of a story, side by side: “14 dead” here, “17 dead” there.

Of every two articles the figures are paired, each with one other at most, best first: those with the same value, then
those of the same unit that the words around them give the same name (`topics.py`), or that share words which stand
near few others; then those that follow a pair. It decides nothing: it shows.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations, pairwise
from math import log

from reader.desk.amounts import are_same, are_transposed, may_both_be_right, ratio
from reader.desk.concepts import are_groups, is_role_of_person
from reader.desk.topics import Given, Topic, topics
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.span import Span

_Joined = dict[tuple[int, Span], list[Topic]]
"""By article and range of a figure: all figures that are about the same thing."""
_TIMES = frozenset("age year day hour".split())
"""Units of time: every text has some, so that the only one of its unit says nothing."""
_MOST_APART = 3.0
"""How many times one figure may be the other, where only their unit and few words say that they belong together."""
_FARTHEST = 5.0
"""The same where words say it, too."""
_SURE = 2.0
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
    joined: _Joined = {}
    for one, other in combinations(found, 2):
        for left, right in _paired(_told(one, other), _told(other, one)):
            _join(joined, left, right)
    for left, right in chain.from_iterable(map(_repeated, found)):
        if _key(left) in joined and _key(right) in joined:
            _join(joined, left, right)
    groups = {id(group): group for group in joined.values()}
    things = [_thing(sorted(group, key=_key)) for group in groups.values()]
    return sorted(
        things, key=lambda thing: (not thing.disagree, thing.given[0].number, thing.given[0].figure.span)
    )


def _join(joined: _Joined, one: Topic, other: Topic) -> None:
    """Note that two figures are about the same thing, and with them all that is known to be so of either."""
    mine, theirs = (joined.setdefault(_key(each), [each]) for each in (one, other))
    if mine is not theirs:
        mine += theirs
        for each in theirs:
            joined[_key(each)] = mine


def _repeated(found: Sequence[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Figures that an article gives again, as a headline and the text below do."""
    first: dict[tuple[object, ...], Topic] = {}
    for topic in found:
        for about in filter(None, (topic.concept, topic.sort)):
            yield first.setdefault((*_kind(topic), topic.amount.value, about), topic), topic


def _told(one: Sequence[Topic], other: Sequence[Topic]) -> list[Topic]:
    """The figures of *one* article, told which of them the *other* has as well."""
    there = {(*_kind(topic), topic.amount.value) for topic in other}
    return [replace(topic, is_in_both=(*_kind(topic), topic.amount.value) in there) for topic in one]


def _kind(topic: Topic) -> tuple[str, str]:
    """Figures of two units, or of two times, are not about the same thing."""
    return topic.amount.unit, topic.time


def _key(topic: Topic) -> tuple[int, Span]:
    return topic.given.number, topic.given.figure.span


def _paired(one: Sequence[Topic], other: Sequence[Topic]) -> Iterator[tuple[Topic, Topic]]:
    """Figures of two articles that are about the same thing, each once, the surest first.

    Then those that follow figures that are: “19 fled, six were caught” beside “24 fled, eight were caught”.
    """
    of_kind: defaultdict[tuple[str, str], list[Topic]] = defaultdict(list)
    for topic in other:
        of_kind[_kind(topic)].append(topic)
    able = [
        (0.5 * log(ratio(left.amount, right.amount)) - score, _key(left), _key(right), left, right)
        for left in one
        for right in of_kind[_kind(left)]
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
        _kind(one) == _kind(other)
        and _may_disagree(one, other)
        and ratio(one.amount, other.amount) < _NEAR
        and (not one.sort or not other.sort or one.sort == other.sort)
        and (not one.concept or not other.concept or one.concept == other.concept)
    )


def _may_disagree(one: Topic, other: Topic) -> bool:
    """Whether neither article has the figure of the other: one that both have they agree on."""
    return are_same(one.amount, other.amount) or not (one.is_in_both or other.is_in_both)


def _score(one: Topic, other: Topic) -> float:
    """How sure it is that two figures of one unit and time are about the same thing."""
    is_named = bool(one.concept) and one.concept == other.concept
    apart = ratio(one.amount, other.amount)
    if apart > (_FARTHEST if is_named else _MOST_APART) or not _may_disagree(one, other):
        return 0.0
    is_lone = one.is_lone and other.is_lone
    shared = len(one.telling & other.telling)
    unit = one.amount.unit
    if unit == "age" and one.sort and one.sort == other.sort:
        return _SURE
    if unit in _TIMES and not is_named:
        return _SURE * (apart < _NEAR and shared > 0 and (is_lone or unit == "age"))
    if unit == "count":
        score = _score_of_counts(one, other, is_named, shared)
        score += 1.0 * (one.is_first and other.is_first) + 1.0 * (is_lone and apart < _NEAR)
    else:
        score = 2.0 * is_named + min(_MANY, shared) * (0.7 if one.concept and other.concept else 1.0)
        score += 2.0 * (is_lone and unit != "%") + 1.0 * (one.given.figure.dimension == "money")
    score += 2.0 * are_transposed(one.amount, other.amount)
    return score + 3.0 * (are_same(one.amount, other.amount) and score > 0)


def _score_of_counts(one: Topic, other: Topic, is_named: bool, shared: int) -> float:
    """The same of what is counted: persons are no ships."""
    sorts = {one.sort, other.sort} - {"", "person"}
    is_counted = bool(one.sort) and one.sort == other.sort
    is_other = ("child" in sorts or len(sorts) > 1) and not is_counted and are_groups(sorts)
    if is_other and shared < _MANY and not are_same(one.amount, other.amount):
        return -_MOST_APART
    is_counted = is_counted or one.sort in other.words or other.sort in one.words
    score = 2.0 * is_named + 2.0 * is_counted + 0.75 * min(_MANY, shared)
    return score + 1.0 * is_role_of_person(one.sort, other.sort) - 1.0 * (len(sorts) > 1)


def _thing(group: Sequence[Topic]) -> Thing:
    """A thing with what each article says of it once."""
    said: dict[tuple[object, ...], Given] = {}
    for each in group:
        said.setdefault((each.given.number, each.amount, each.given.figure.bound), each.given)
    given = tuple(said.values())
    figures = [each.figure for each in given]
    disagree = any(not may_both_be_right(one, other) for one, other in combinations(figures, 2))
    return Thing(group[0].name, given, disagree)
