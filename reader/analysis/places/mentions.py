"""Toponyms of an article: names that the gazetteer knows and that stand where a place does."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from reader.analysis.findings import Findings
from reader.analysis.names import ORGANISATION_WORDS, Chunk, chunks, name_end, name_text
from reader.analysis.places.gazetteer import Place, key, lookup, names_of
from reader.analysis.places.resolve import resolved
from reader.analysis.trained import common_words, first_names
from reader.analysis.words import Word
from reader.document.outline import Location
from reader.document.span import Span

_LOCATIVE = frozenset(
    """in at from near to of around outside inside across throughout toward towards over between above
    through into via within against leaving left visit visited visiting reach reached""".split()
)
_SORTS = frozenset(
    """town towns city cities village villages suburb suburbs area areas region regions province
    district county capital port island islands peninsula state republic municipality borough hamlet
    settlement outskirts direction""".split()
)
_DIRECTIONS = frozenset(
    """north south east west northern southern eastern western central upper lower greater""".split()
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def find_places(findings: Findings) -> Findings:
    """Step: the places of the article, in order of their first mention, each with all its mentions."""
    mentions = set(_mentions(findings))
    entries = resolved(Counter(span.phrase(findings.text) for span in mentions))
    groups: dict[tuple[object, ...], list[Span]] = defaultdict(list)
    for span in sorted(mentions):
        name = span.phrase(findings.text)
        place = entries.get(name)
        groups[(place.geonames_id,) if place else (None, key(name))].append(span)
    _add_aliases(findings, groups)
    ordered = sorted(groups.items(), key=lambda group: group[1][0])
    locations = [
        _location(findings.text, number, entries.get(spans[0].phrase(findings.text)), spans)
        for number, (_, spans) in enumerate(ordered, 1)
    ]
    return replace(findings, outline=replace(findings.outline, locations=tuple(locations)))


def _location(text: str, number: int, place: Place | None, spans: list[Span]) -> Location:
    mentions = tuple(sorted(spans))
    if place is None:
        return Location(f"l{number}", spans[0].phrase(text), None, None, None, None, mentions)
    name = place.name if place.main or place.kind != "region" else spans[0].phrase(text)
    return Location(
        f"l{number}",
        name,
        place.country or None,
        place.latitude,
        place.longitude,
        place.geonames_id,
        mentions,
    )


def _mentions(findings: Findings) -> Iterator[Span]:
    """Ranges that name a place: by the gazetteer, or by what the article calls them."""
    people = {at for person in findings.outline.people for span in person.mentions for at in range(*span)}
    found = [each for chunk in chunks(findings) for each in _in_chunk(findings, chunk, people)]
    sure_names = {span.phrase(findings.text) for span, sure in found if sure}
    yield from (span for span, sure in found if sure or span.phrase(findings.text) in sure_names)
    yield from _in_headlines(findings, sure_names, people)


def _in_chunk(findings: Findings, chunk: Chunk, people: set[int]) -> Iterator[tuple[Span, bool]]:
    """Place names in one chunk, the longest first, each with whether its context makes it sure."""
    words = chunk.words
    if words[0].start in people:
        return
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + 4), at, -1):
            span = Span(words[at].start, name_end(words[end - 1]))
            if span.start in people:
                break
            sure = _judged(findings.text, chunk, words[at:end], span)
            if sure is not None:
                yield span, sure
                at = end - 1
                break
        at += 1


def _judged(text: str, chunk: Chunk, words: tuple[Word, ...], span: Span) -> bool | None:
    """True: a place; False: one if it is elsewhere in the article; None: no place."""
    name = span.phrase(text)
    low = name.lower()
    whole = words == chunk.words
    if not whole and _in_organisation(chunk, words):
        return None
    sort = _sort_before(chunk) if words[0] is chunk.words[0] else False
    entries = lookup(name)
    if not entries:
        plain = len(words) == 1 and low not in common_words() and low not in ORGANISATION_WORDS
        return True if sort and whole and plain and len(low) > 3 else False if whole and plain else None
    if len(words) == 1 and (
        low in common_words() or low in ORGANISATION_WORDS or (len(low) < 3 and not name.isupper())
    ):
        return None
    best = entries[0]
    if name.isupper() and len(name) > 2 and best.kind == "city" and not (best.main and chunk.starts_sentence):
        return None
    usual = best.main or best.kind == "region" or best.population >= 1_000_000
    known = best.kind == "country" or (best.population >= 100_000 and usual)
    if name in first_names() and best.population < 1_000_000 and best.kind == "city" and not _locative(chunk):
        return None
    state_after = (
        bool(chunk.after)
        and chunk.after[0].text == ","
        and len(chunk.after) > 1
        and bool(lookup(name_text(chunk.after[1])))
    )
    return known or _locative(chunk) or sort or state_after


def _in_organisation(chunk: Chunk, words: tuple[Word, ...]) -> bool:
    """Whether the chunk goes on as the name of an organisation: “Moscow State University”."""
    rest = [word for word in chunk.words if word not in words]
    return any(name_text(word).lower() in ORGANISATION_WORDS - _DIRECTIONS for word in rest) or any(
        word.start < words[0].start and name_text(word).lower() not in _DIRECTIONS for word in rest
    )


def _locative(chunk: Chunk) -> bool:
    before = [word.low for word in chunk.before if word.is_word]
    return bool(before) and (
        before[-1] in _LOCATIVE or (before[-1] == "the" and before[-2:-1] != [] and before[-2] in _LOCATIVE)
    )


def _sort_before(chunk: Chunk) -> bool:
    """“the town of X”, “one of the suburbs of X”, “in the area of X”."""
    before = [word.low for word in chunk.before if word.is_word]
    return len(before) > 1 and before[-1] == "of" and before[-2] in _SORTS


def _in_headlines(findings: Findings, sure: set[str], people: set[int]) -> Iterator[Span]:
    """Known names in lines whose capitals say nothing, and at the start of a sentence."""
    single = {name for name in sure if " " not in name}
    for match in _WORD.finditer(findings.text):
        word = match[0].removesuffix("'s").removesuffix("’s")
        if word in single and match.start() not in people:
            before = findings.text[max(0, match.start() - 1) : match.start()]
            if before not in {"@", "#", "-", "/"}:
                yield Span(match.start(), match.start() + len(word))


def _add_aliases(findings: Findings, groups: dict[tuple[object, ...], list[Span]]) -> None:
    """Other names of the places found, in small letters too where no common word is meant: kyiv."""
    aliases = {
        alias: group
        for group in groups
        if isinstance(group[0], int)
        for alias in names_of(group[0])
        if len(alias) > 3 and alias not in common_words()
    }
    taken = {at for spans in groups.values() for span in spans for at in range(*span)}
    for match in _WORD.finditer(findings.text):
        low = match[0].lower()
        if low in aliases and match[0].islower() and match.start() not in taken and low not in first_names():
            groups[aliases[low]].append(Span.of(match))
