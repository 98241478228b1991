"""Toponyms of an article: the names that are places', and their other spellings."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from reader.analysis.findings import Findings
from reader.analysis.places.candidates import LARGE
from reader.analysis.places.gazetteer import key, lookup
from reader.analysis.places.resolve import Article, Chosen
from reader.analysis.trained import common_words, first_names
from reader.document.outline import Location
from reader.document.span import Span

_TEAM = re.compile(
    r"United|Rovers|Wanderers|Albion|Athletic|Hotspur|FC|"
    r"(?!Heights|Hills|Falls|Springs|Islands|Mills|Gardens|Woods|Lakes|Rapids|Plains|Oaks|Courts|Hotels)[A-Z][a-z]+s"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
Group = tuple[object, ...]
SHORTEST_ALIAS = 4
"""Letters of a name in small letters that is looked for."""


def find_places(findings: Findings) -> Findings:
    """Step: the places of the article, in order of their first mention, each with all its mentions."""
    text = findings.text
    mentions = list(_mentions(findings))
    by_name: dict[str, list[Span]] = defaultdict(list)
    for span in mentions:
        by_name[span.phrase(text)].append(span)
    entries = Article(text, by_name).chosen()
    groups: dict[Group, list[Span]] = defaultdict(list)
    for span in mentions:
        name = span.phrase(text)
        entry = entries.get(name)
        groups[(entry.place.geonames_id,) if entry else (None, key(name))].append(span)
    for group, span in _aliases(findings, groups):
        groups[group].append(span)
    ordered = sorted(groups.items(), key=lambda group: group[1][0])
    locations = [
        _location(text, number, entries.get(spans[0].phrase(text)), spans)
        for number, (_, spans) in enumerate(ordered, 1)
    ]
    return replace(findings, outline=replace(findings.outline, locations=tuple(locations)))


def _mentions(findings: Findings) -> Iterator[Span]:
    """The names of places that are no part of a person's name."""
    people = {at for person in findings.outline.people for span in person.mentions for at in range(*span)}
    for each in findings.entities:
        if each.kind != "place" or any(at in people for at in range(*each.span)):
            continue
        if not _is_team(each.span.phrase(findings.text)):
            yield each.span


def _is_team(name: str) -> bool:
    """Whether a name is a city's with a team's behind it: Chicago Bulls, Leeds United."""
    city, _, team = name.rpartition(" ")
    if not city or not _TEAM.fullmatch(team) or lookup(name):
        return False
    return any(place.kind in {"city", "region"} and place.population >= LARGE for place in lookup(city))


def _location(text: str, number: int, entry: Chosen | None, spans: list[Span]) -> Location:
    mentions = tuple(sorted(spans))
    if entry is None:
        name, why = spans[0].phrase(text), "the gazetteer has no place of this name"
        return Location(f"l{number}", name, None, None, None, None, mentions, why)
    place = entry.place
    written = spans[0].phrase(text)
    is_own = place.main or place.kind not in {"region", "county"} or written.isupper()
    name = place.name if is_own else written
    return Location(
        f"l{number}",
        name,
        place.country or None,
        place.latitude,
        place.longitude,
        place.geonames_id if place.geonames_id > 0 else None,
        mentions,
        entry.reason,
        round(entry.share, 3),
    )


def _aliases(findings: Findings, groups: dict[Group, list[Span]]) -> Iterator[tuple[Group, Span]]:
    """Other names of the places found, in small letters where no common word is meant: kyiv."""
    taken = {at for spans in groups.values() for span in spans for at in range(*span)}
    found: dict[str, Group | None] = {}
    for match in _WORD.finditer(findings.text):
        word = match[0]
        if not word.islower() or len(word) < SHORTEST_ALIAS or match.start() in taken:
            continue
        if word not in found:
            found[word] = _named_by(word, groups)
        group = found[word]
        if group:
            yield group, Span.of(match)


def _named_by(word: str, groups: dict[Group, list[Span]]) -> Group | None:
    """The place among those found that a word in small letters can name."""
    if word in common_words() or word.capitalize() in first_names():
        return None
    return next(((each.geonames_id,) for each in lookup(word) if (each.geonames_id,) in groups), None)
