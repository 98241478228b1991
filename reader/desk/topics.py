"""What a figure of an article is about: what it counts, a name for what was counted or measured, and of which time.

An earlier event, or another year, is another time; what figures of it say is not about the same thing.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.desk.amounts import Amount, amount_of
from reader.desk.concepts import concept_of, sort_of, stem, words_of
from reader.document.article import Article
from reader.document.outline import Figure, Outline
from reader.document.span import Span

_SENTENCE = re.compile(r"(?<=[.!?…”\"])\s+|\n")
_OTHER_TIME = re.compile(
    r"\b(?:last (?:year|month|week)|(?<!from )(?<!than )(?:a|one) (?:year|month) (?:ago|earlier|before)"
    r"|earlier (?:quake|attack|storm|strike)|previous(?!ly un)(?:ly)?"
    r"|(?:in(?: \w+)?|(?<!time )(?<!est )(?<!most )since|of) (?:1[89]|20)\d\d"
    r"|compared (?:with|to)|record of|average)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|founded in|built in|opened in)\s+(?:about |around )?$", re.IGNORECASE)
_JOINT = re.compile(r"[,;:]\s|\s(?:and|but|while|with|when|after|of whom|among)\s")
"""Where what is said of one figure ends and that of the next begins."""
_PART = re.compile(r",\s(?:including|among (?:them|whom)|of (?:them|whom|which))\s(?:[^\W\d_]+\s){0,2}$")
"""Between a figure and one of its parts, “seven suspects, including two dockers, are in custody”."""
_AND = re.compile(r",?\s(?:and\s)?")
"""Between the hours and the minutes of one time."""
_AS_COUNT = {"turnout": "attending", "protesting": "attending"}
"""Concepts that are one where they are counted: 18,000 marched, the turnout was 18,000."""
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

    `concept`: a row of `concepts.toml`, or empty; `sort`: what it counts, or empty; `time`: words for another one than
    the article's, or empty; `words`: stems; of these `telling` are those that stand near few other figures of the
    article. `name`: what it is called there. `is_lone`: no other figure of that time has its unit; `is_first`: the
    first of its unit; `is_in_both`: another article has the very figure, too.
    """

    given: Given
    amount: Amount
    concept: str
    sort: str
    time: str
    name: str
    words: frozenset[str]
    telling: frozenset[str] = frozenset()
    is_lone: bool = False
    is_first: bool = False
    is_in_both: bool = False


def topics(number: int, article: Article, outline: Outline) -> Iterator[Topic]:
    """What the figures of *article* are about, in their order; without dates."""
    figures = sorted(outline.figures, key=lambda figure: figure.span)
    starts = [figure.span.start for figure in figures]
    found: list[Topic] = []
    for sentence in _sentences(article.text):
        mine = figures[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found += _in_sentence(number, article.text, mine, sentence)
    units = Counter(map(_unit, found))
    firsts = {_unit(topic): topic for topic in reversed(found)}
    near = Counter(word for topic in found for word in topic.words)
    for topic in found:
        yield replace(
            topic,
            is_lone=units[_unit(topic)] == 1,
            is_first=firsts[_unit(topic)] is topic,
            telling=frozenset(word for word in topic.words if near[word] <= _SELDOM),
        )


def _unit(topic: Topic) -> tuple[str, str, str]:
    """The unit as written, and the time: “7.4 metres” is the only one beside “10 centimetres”."""
    return topic.given.figure.unit or "", topic.amount.unit, topic.time


def _in_sentence(number: int, text: str, figures: Sequence[Figure], sentence: Span) -> Iterator[Topic]:
    for at, figure in enumerate(figures):
        before, behind = _around(text, figures, at, sentence)
        is_vague = figure.upper is not None and figure.upper >= _VAGUE * abs(figure.value)
        is_start = bool(_FROM.search(before))
        if not (is_vague or is_start or figure.dimension == "date" or _is_rest(text, figures, at)):
            is_shared = (
                at > 0 and figure.of == figures[at - 1].of
            )  # five people in one town and three in another
            of = figure.of.text(text) if figure.of and not is_shared else ""
            yield _topic(Given(number, figure, sentence.text(text).strip()), of, before, behind)


def _around(text: str, figures: Sequence[Figure], at: int, sentence: Span) -> tuple[str, str]:
    """What is said before a figure and behind it, up to its neighbours; of one with a part, what follows that, too."""
    last = figures[at - 1].span.end if at else sentence.start
    before = text[last : figures[at].span.start]
    behind = _behind(text, figures, at, sentence.end)
    if _has_part(text, figures, at):
        after = text.find(", ", figures[at + 1].span.end, _next(figures, at + 1, sentence.end))
        behind += text[after : _next(figures, at + 1, sentence.end)] if after >= 0 else ""
    return (_JOINT.split(before)[-1] if at else before), behind


def _behind(text: str, figures: Sequence[Figure], at: int, end: int) -> str:
    behind = text[figures[at].span.end : _next(figures, at, end)]
    is_followed = at + 1 < len(figures) or _has_part(text, figures, at - 1)
    return _JOINT.split(behind)[0] if is_followed else behind


def _next(figures: Sequence[Figure], at: int, end: int) -> int:
    """Where the figure behind this one starts."""
    return figures[at + 1].span.start if at + 1 < len(figures) else end


def _has_part(text: str, figures: Sequence[Figure], at: int) -> bool:
    """Whether the figure behind this one is a part of it."""
    return 0 <= at < len(figures) - 1 and bool(
        _PART.search(text[figures[at].span.end : figures[at + 1].span.start])
    )


def _is_rest(text: str, figures: Sequence[Figure], at: int) -> bool:
    """Whether a figure is the rest of a time, as the minutes of “two hours and six minutes” are."""
    if not at or not {figures[at - 1].dimension, figures[at].dimension} <= {"time"}:
        return False
    return bool(_AND.fullmatch(text, figures[at - 1].span.end, figures[at].span.start))


def _sentences(text: str) -> Iterator[Span]:
    start = 0
    for gap in _SENTENCE.finditer(text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _topic(given: Given, of: str, before: str, behind: str) -> Topic:
    counted = words_of(of)
    concept, word = concept_of(before, behind, counted)
    amount = amount_of(given.figure)
    time = _OTHER_TIME.search(before) or _OTHER_TIME.search(behind)
    return Topic(
        given,
        amount,
        _AS_COUNT.get(concept, concept) if amount.unit == "count" else concept,
        sort_of(counted, behind),
        time[0].casefold() if time else "",
        " … ".join(" ".join(part.split()) for part in (of, word * (word not in of)) if part)
        or given.figure.dimension,
        frozenset(map(stem, {*words_of(before), *words_of(behind), *counted})),
    )
