"""What a figure of an article is about: its unit, what it counts, and a name for what was counted or measured.

What an earlier event or another year gave is left out.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from reader.document.article import Article
from reader.document.finding import folded
from reader.document.outline import Figure, Outline
from reader.document.span import Span

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"(?<=[.!?…”\"])\s+|\n")
_OTHER_TIME = re.compile(
    r"\b(?:last (?:year|month|week)|(?<!from )(?<!than )(?:a|one) (?:year|month) (?:ago|earlier|before)"
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
_VAGUE = 5.0
"""How many times its lower end the upper one of “hundreds” or “millions” is at least: such a figure says too little."""
_SELDOM = 2
"""Figures of an article that a word stands near, at most, for it to tell them from others."""


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as an article gives it; `number` says which article of those that were asked about."""

    number: int
    figure: Figure
    words: str


@dataclass(frozen=True)
class Topic:
    """What a figure is about, by the words around it up to the next figure.

    `unit`: of the figure; `concept`: a row of `concepts.toml`, or empty; `sort`: what it counts, or empty; `words`:
    stems; of these `telling` are those that stand near few other figures of the article. `is_lone`: no other figure
    there has its unit; `is_first`: the first of its unit; `is_in_both`: another article has the very figure, too.
    """

    given: Given
    unit: str
    concept: str
    sort: str
    words: frozenset[str]
    telling: frozenset[str] = frozenset()
    is_lone: bool = False
    is_first: bool = False
    is_in_both: bool = False


def topics(number: int, article: Article, outline: Outline) -> Iterator[Topic]:
    """What the figures of *article* are about, in their order; dates and those of another time are left out."""
    figures = sorted(outline.figures, key=lambda figure: figure.span)
    starts = [figure.span.start for figure in figures]
    found: list[Topic] = []
    for sentence in _sentences(article.text):
        mine = figures[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found += _in_sentence(number, article.text, mine, sentence)
    units = Counter(topic.unit for topic in found)
    firsts = {topic.unit: topic for topic in reversed(found)}
    near = Counter(word for topic in found for word in topic.words)
    for topic in found:
        yield replace(
            topic,
            is_lone=units[topic.unit] == 1,
            is_first=firsts[topic.unit] is topic,
            telling=frozenset(word for word in topic.words if near[word] <= _SELDOM),
        )


def _in_sentence(number: int, text: str, figures: Sequence[Figure], sentence: Span) -> Iterator[Topic]:
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


def _topic(given: Given, figure: Figure, around: Span, text: str) -> Topic:
    counted = _words(figure.of.text(text)) if figure.of else []
    words = {*_words(around.text(text)), *counted}
    concept = _nearest(figure, around, text)
    sort = _sort(counted, text[figure.span.end : around.end])
    return Topic(given, _unit(figure), concept, sort, frozenset(map(_stem, words)))


def _unit(figure: Figure) -> str:
    """In what a figure is given, with ages apart from other years, and “6.4” from what can be counted."""
    if figure.dimension == "age":
        return "age"
    if not figure.unit:
        return "count" if figure.value.is_integer() else "number"
    return _UNITS.get(figure.unit, figure.unit)


def _sort(counted: Sequence[str], behind: str) -> str:
    """What sort of things a figure counts: a group of nouns, else the noun itself; empty where that is not said."""
    for word in (*reversed(counted), *_words(behind)[:3]):
        for name, beginnings in _table()["counted"]:
            if _begins(word, beginnings):
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


def are_groups(sorts: Iterable[str]) -> bool:
    """Whether all of these are groups of nouns that the table knows, so that they are known to be other things."""
    return all(any(name == sort for name, _ in _table()["counted"]) for sort in sorts)


def _words(words: str) -> list[str]:
    return [word for word in _WORD.findall(folded(words)) if word not in _PLAIN]


def _stem(word: str) -> str:
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= 3), "")
    return word[: len(word) - len(ending)]


@cache
def _concept(word: str) -> str:
    """The concept that a word names; empty for none."""
    return next((name for name, beginnings in _table()["named"] if _begins(word, beginnings)), "")


def _begins(word: str, beginnings: Sequence[str]) -> bool:
    """Whether *word* is one of these with an ending; with a full stop behind it, the word itself."""
    return any(
        word == each[:-1]
        if each.endswith(".")
        else word.startswith(each) and len(word) - len(each) <= (1 if len(each) < 4 else len(each))
        for each in beginnings
    )


@cache
def _table() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    import tomllib

    found = tomllib.loads(Path(__file__).with_name("concepts.toml").read_text(encoding="utf-8"))
    return {part: [(name, tuple(words)) for name, words in rows.items()] for part, rows in found.items()}
