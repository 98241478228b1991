"""Features of the entity tagger: what a word looks like, which lists know it, and what stands around it.

Names themselves are no features, so that the model knows how names are used rather than last year's news.
After Ratinov & Roth, "Design Challenges and Misconceptions in Named Entity Recognition" (CoNLL 2009):
gazetteers, name lists and what the rest of the article does with the same word.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.analysis.names import CALENDAR, HONORIFICS, ORGANISATION_WORDS, PARTICLES, TITLES, name_text
from reader.analysis.places.gazetteer import lookup
from reader.analysis.reporting import cue_share
from reader.analysis.roles import ROLE_NOUNS
from reader.analysis.trained import common_words, name_words, word_classes
from reader.analysis.words import Word

Sentence = Sequence[Word]
_REACH = 2
"""Words on either side of a capital that are read."""
LONGEST_NAME = 5
"""Words of a name that is looked up in the gazetteer."""
_LOCATIVE = frozenset(
    """in at from near to of around outside inside across throughout toward towards over between above
    through into via within against leaving left visit visited visiting reach reached""".split()
)
_SORTS = frozenset(
    """town towns city cities village villages suburb suburbs area areas region regions province district
    county capital port island islands peninsula state republic municipality borough hamlet river lake
    mountain mountains valley bay coast""".split()
)
_EDGE = "¶"


class Shape(NamedTuple):
    """What a word is by itself: its look, the lists that know it, its ending."""

    word: str
    look: str
    lists: str
    ending: str


@lru_cache(maxsize=100_000)
def shape(text: str) -> Shape:
    """The shape of a word; capitalised words that no list knows as common are not spelt out."""
    name = text[:-2] if text.endswith(("'s", "’s")) else text
    low = name.lower()
    look = _look(name)
    lists = "".join(
        letter
        for letter, known in (
            (name_words().get(name.capitalize() if name.isupper() else name, ""), True),
            ("c", low in common_words()),
            ("t", low in TITLES),
            ("h", low in HONORIFICS),
            ("r", low in ROLE_NOUNS),
            ("o", low in ORGANISATION_WORDS),
            ("d", low in CALENDAR),
            ("p", low in PARTICLES),
            ("s", low in _SORTS),
        )
        if known
    )
    spelt = text[0].islower() or not name[0].isalpha() or low in common_words()
    return Shape(low if spelt else look, look, lists, low[-3:])


def _look(name: str) -> str:
    if not name[0].isalnum():
        return name if len(name) == 1 else "."
    if name.isdigit():
        return "9" * min(4, len(name))
    if name.isupper():
        return "A" if len(name) == 1 else "AA" if len(name) < 4 else "AAA"
    if name[0].isupper():
        return "Aa-Aa" if "-" in name else "AaA" if any(letter.isupper() for letter in name[1:]) else "Aa"
    return "a" if name.islower() else "9a"


class Uses:
    """How an article uses each capitalised word, all sentences together."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self._small: Counter[str] = Counter()
        self._capital: Counter[str] = Counter()
        self._located: Counter[str] = Counter()
        self._after_name: Counter[str] = Counter()
        self._acts: Counter[str] = Counter()
        self._titled: Counter[str] = Counter()
        for sentence in sentences:
            for at, word in enumerate(sentence):
                if word.is_word:
                    self._add(sentence, at, word)

    def _add(self, sentence: Sentence, at: int, word: Word) -> None:
        name = name_text(word)
        if not word.is_capital:
            self._small[name] += 1
            return
        name = name.capitalize() if name.isupper() else name
        before = sentence[at - 1] if at else None
        after = sentence[at + 1].low if at + 1 < len(sentence) else ""
        self._capital[name] += 1
        if before:
            self._located[name] += before.low in {"in", "at", "near", "from"}
            self._titled[name] += before.low in TITLES or (
                before.text == "." and at > 1 and sentence[at - 2].low in TITLES
            )
            self._after_name[name] += "g" in shape(before.text).lists and before.is_capital
        self._acts[name] += cue_share(after) > 0.5

    def of(self, word: Word) -> list[str]:
        """Features of a capitalised word."""
        name = name_text(word)
        small = self._small[name.lower()]
        name = name.capitalize() if name.isupper() else name
        uses = self._capital[name]
        found = [f"uses{min(uses, 4)}", f"small{min(2, small)}"]
        for label, counts in (
            ("in", self._located),
            ("given", self._after_name),
            ("acts", self._acts),
            ("titled", self._titled),
        ):
            if counts[name]:
                found.append(f"{label}{1 + (3 * counts[name] > uses)}")
        return found


def gazetteer_flags(sentence: Sentence) -> list[str]:
    """For each word the sort and size of the longest place name that holds it, and where in it."""
    flags = [""] * len(sentence)
    at = 0
    while at < len(sentence):
        size = 1
        if sentence[at].is_capital and sentence[at].is_word:
            for length in range(min(LONGEST_NAME, len(sentence) - at), 0, -1):
                words = sentence[at : at + length]
                if not _can_be_name(words):
                    continue
                sort = _sort(_spelt(words))
                if sort:
                    for number in range(length):
                        flags[at + number] = f"{sort}{'I' if number else 'B'}{min(length, 2)}"
                    size = length
                    break
        at += size
    return flags


def _can_be_name(words: Sentence) -> bool:
    last = words[-1]
    return last.is_word and last.is_capital and all(word.is_word or word.text in {".", "-"} for word in words)


def _spelt(words: Sentence) -> str:
    return " ".join(name_text(word) for word in words if word.text not in {"-", "."})


@lru_cache(maxsize=50_000)
def _sort(name: str) -> str:
    """Kind and size of the largest place of that name: C5 is a city of some 100,000 people."""
    places = lookup(name)
    if not places or (len(name) == 2 and not name.isupper()):
        return ""
    best = max(places, key=lambda place: (place.kind == "country", place.main, place.population))
    size = len(str(best.population)) if best.kind == "city" else 0
    return f"{best.kind[:2]}{size}{'m' if best.main else 'a'}"


def stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) word of the parts of a sentence that are near a capital."""
    start = end = -1
    for at, word in enumerate(sentence):
        if not (word.is_capital and word.is_word):
            continue
        first = max(0, at - _REACH)
        if start >= 0 and first > end:
            yield start, end
            start = first
        start = first if start < 0 else start
        end = min(len(sentence), at + _REACH + 1)
    if start >= 0:
        yield start, end


def stretch_features(
    sentence: Sentence, uses: Uses, *, title_case: bool
) -> Iterator[tuple[int, int, list[list[str]]]]:
    """First and last (exclusive) word of each stretch of a sentence, with the features of its words."""
    found = list(stretches(sentence))
    if not found:
        return
    shapes = [shape(word.text) for word in sentence]
    flags = gazetteer_flags(sentence)
    for first, last in found:
        rows = [
            _features(sentence, shapes, flags, at, uses, title_case=title_case) for at in range(first, last)
        ]
        yield first, last, rows


def _features(
    sentence: Sentence,
    shapes: Sequence[Shape],
    flags: Sequence[str],
    at: int,
    uses: Uses,
    *,
    title_case: bool,
) -> list[str]:
    here = shapes[at]
    found = [f"w={here.word}", f"look={here.look}", f"lists={here.lists}", f"place={flags[at]}"]
    if sentence[at].is_capital:
        found += uses.of(sentence[at])
        found += [
            f"end={here.ending}",
            f"look{here.look}place{flags[at]}lists{here.lists}",
            f"start{at == 0}{here.lists}",
        ]
        if title_case:
            found.append("titlecase")
    for step in (-2, -1, 1, 2):
        near = shapes[at + step] if 0 <= at + step < len(shapes) else None
        if near is None:
            found.append(f"{step}{_EDGE}")
            continue
        found += [f"{step}w={near.word}", f"{step}l={near.look}{near.lists}", f"{step}p={flags[at + step]}"]
    before = shapes[at - 1].word if at else _EDGE
    after = shapes[at + 1].word if at + 1 < len(shapes) else _EDGE
    found.append(f"around={before}|{after}")
    found.append(f"place{flags[at]}before={before}")
    found.append(f"lists{here.lists}before={before}")
    found.append(f"place{flags[at]}after={after}")
    if before in _LOCATIVE:
        found.append(f"locative{flags[at][:2]}")
    if before == "of" and at > 1 and shapes[at - 2].word in _SORTS:
        found.append("sort of")
    if cue_share(after) > 0.5:
        found.append(f"says{here.lists}")
    if word_classes().get(after, "").startswith(("VBD", "VBZ", "MD")):
        found.append("verb after")
    return found
