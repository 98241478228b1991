"""People: who is named, every mention, and what the article says they are.

A chunk of capitalised words is a person by evidence (a first name, a title, a role beside it, an
age, a verb of saying); later mentions by last name, also in another transliteration, follow.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reader.analysis.findings import Findings
from reader.analysis.names import (
    HONORIFICS,
    ORGANISATION_WORDS,
    PARTICLES,
    TITLES,
    Chunk,
    chunks,
    name_end,
    name_text,
)
from reader.analysis.places.gazetteer import lookup
from reader.analysis.roles import role_after, role_before
from reader.analysis.trained import common_words, cue_words, first_names
from reader.analysis.words import Word
from reader.document.outline import Person
from reader.document.span import Span

_SUFFIXES = frozenset("jr sr ii iii iv".split())
_SAYING = 0.7


@dataclass
class _Known:
    """A person while mentions are gathered."""

    words: tuple[str, ...]
    name: Span
    role: Span | None = None
    mentions: list[Span] = field(default_factory=list)


def find_people(findings: Findings) -> Findings:
    """Step: the people of the article, in order of their first mention."""
    found = [(chunk, *_name_words(chunk)) for chunk in chunks(findings)]
    people: dict[str, list[_Known]] = {}
    for chunk, name, titled in found:
        if len(name) >= 2 and _is_person(findings, chunk, name, titled=titled):
            _add(people, findings, name)
    for chunk, name, titled in found:
        if len(name) == 1:
            _add_single(people, chunk, name[0], titled=titled)
    everybody = sorted((each for group in people.values() for each in group), key=_first_mention)
    return replace(findings, outline=replace(findings.outline, people=tuple(_persons(everybody))))


def _first_mention(person: _Known) -> Span:
    return min(person.mentions)


def _persons(everybody: Iterable[_Known]) -> Iterable[Person]:
    for number, each in enumerate(everybody, 1):
        yield Person(f"p{number}", each.name, each.role, tuple(sorted(set(each.mentions))))


def _name_words(chunk: Chunk) -> tuple[tuple[Word, ...], bool]:
    """The chunk without titles and what stands before them, and whether it had a title."""
    words = chunk.words
    last_title = max((i for i, word in enumerate(words) if word.low in TITLES), default=-1)
    if last_title + 1 >= len(words):
        return (), False
    name = words[last_title + 1 :]
    before = [word for word in chunk.before if word.is_word]
    titled = last_title >= 0 or bool(before and before[-1].low in TITLES and chunk.before[-1].text != ",")
    while len(name) > 2 and name[0].low in common_words() and name_text(name[0]) not in first_names():
        name = name[1:]
    return name, titled


def _is_person(findings: Findings, chunk: Chunk, name: tuple[Word, ...], *, titled: bool) -> bool:
    lows = [name_text(word).lower() for word in name]
    if len(name) > 5 or any(low in ORGANISATION_WORDS for low in lows):
        return False
    if any(len(word.text) > 3 and word.text.isupper() for word in name) or not name[-1].text[0].isalpha():
        return False
    if titled:
        return True
    span = Span(name[0].start, name_end(name[-1]))
    place = lookup(span.phrase(findings.text))
    if place and (place[0].population > 30_000 or place[0].kind != "city"):
        return False
    if name_text(name[0]) in first_names() and len(lows[0]) > 2:
        return len(lows[-1]) > 1
    if chunk.before and chunk.before[-1].low in {"the", "a", "an"}:
        return False
    return (
        role_before(findings.text, span) is not None
        or role_after(findings.text, span) is not None
        or _has_age(chunk)
        or _is_somebody_who(chunk)
        or _says(chunk)
    )


def _has_age(chunk: Chunk) -> bool:
    return (
        len(chunk.after) > 1
        and chunk.after[0].text == ","
        and re.fullmatch(r"\d\d", chunk.after[1].text) is not None
    )


def _is_somebody_who(chunk: Chunk) -> bool:
    return len(chunk.after) > 1 and chunk.after[0].text == "," and chunk.after[1].low in {"who", "whose"}


def _says(chunk: Chunk) -> bool:
    shares = cue_words()
    after = bool(chunk.after) and shares.get(chunk.after[0].low, 0) >= _SAYING
    before = bool(chunk.before) and shares.get(chunk.before[-1].low, 0) >= 0.9
    return after or before


def _add(people: dict[str, list[_Known]], findings: Findings, name: tuple[Word, ...]) -> None:
    span = Span(name[0].start, name_end(name[-1]))
    words = tuple(name_text(word) for word in name)
    role = role_before(findings.text, span) or role_after(findings.text, span)
    group = people.setdefault(_last(words), [])
    for known in group:
        if _same(known.words, words):
            known.mentions.append(span)
            known.role = known.role or role
            if len(words) > len(known.words):
                known.words, known.name = words, span
            return
    group.append(_Known(words, span, role, [span]))


def _last(words: tuple[str, ...]) -> str:
    """The last name, as it is grouped by: its spelling without what transliterations change."""
    kept = [word for word in words if word.lower() not in _SUFFIXES]
    return skeleton(kept[-1] if kept else words[-1])


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names with the same last name can be one person's."""
    a, b = one[0].lower(), other[0].lower()
    return a == b or (a.startswith(b[0]) and (len(a) == 1 or len(b) == 1 or skeleton(a) == skeleton(b)))


def skeleton(name: str) -> str:
    """*name* without what differs between transliterations: Sobyanin and Sobianin are one."""
    low = name.lower()
    for these, that in (
        ("y", "i"),
        ("j", "i"),
        ("kh", "h"),
        ("ck", "k"),
        ("w", "v"),
        ("ou", "u"),
        ("ph", "f"),
    ):
        low = low.replace(these, that)
    return re.sub(r"(.)\1+", r"\1", low)


def _add_single(people: dict[str, list[_Known]], chunk: Chunk, word: Word, *, titled: bool) -> None:
    name = name_text(word)
    if len(chunk.words) > 1 and not titled:
        return
    span = Span(word.start, name_end(word))
    known = _known_by(people, name, span)
    if known:
        known.mentions.append(span)
    elif titled and chunk.words[0].low in HONORIFICS | {"president", "sen", "gov", "rep"} and len(name) > 2:
        people.setdefault(skeleton(name), []).append(_Known((name,), span, None, [span]))


def _known_by(people: dict[str, list[_Known]], name: str, span: Span) -> _Known | None:
    """Who is meant by one name: the bearer of it as a last name who was named most recently."""
    group = people.get(skeleton(name)) if len(name) > 2 and name.lower() not in PARTICLES else None
    if not group:
        return None
    exact = [each for each in group if each.words[-1].lower() == name.lower()]
    if not exact and len(name) < 6:
        return None
    if len(exact or group) == 1:
        return (exact or group)[0]
    earlier = [each for each in exact or group if each.name.start < span.start]
    return max(earlier, key=lambda each: _latest(each, span)) if earlier else (exact or group)[0]


def _latest(person: _Known, span: Span) -> int:
    return max((mention.start for mention in person.mentions if mention.start < span.start), default=-1)
