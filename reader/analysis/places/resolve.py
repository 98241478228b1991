"""Which of several places of one name is meant: ranked by size, name, hints beside it and the article's other places.

A logistic regression over readable features decides for every candidate, in two rounds: the second knows
what the first has chosen for the other names. After Leidner, "Toponym Resolution in Text" (2007): one sense
per article, containment ("Salem, Oregon"), minimality (names lie near each other), population.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import floor, log10
from typing import NamedTuple

from reader.analysis.places.gazetteer import Place, lookup
from reader.analysis.regression import probability, weights
from reader.document.span import Span

MOST = 25
"""Candidates of one name that are looked at, the largest first."""
ROUNDS = 2
_READ = 20_000
"""Code points by which the English of an article is told."""
_AMERICAN = re.compile(
    r"\b(?:County|Counties|Sheriff|Township|Parish|Interstate|[Hh]ighway|[Dd]owntown|varsity|sophomores?|"
    r"[Ss]chool [Bb]oard|School District|seniors?|state police|deput(?:y|ies)|Republicans?|Democrats?|Gov\.|Rep\.|"
    r"Sen\.|\w*(?:color|center|labor|neighbor|harbor)\w*|mph|Ave\.|p\.m\.|a\.m\.)(?!\w)|\$\d"
)
_BRITISH = re.compile(
    r"\b(?:[Cc]ouncillors?|MPs?|Constabulary|[Kk]ilomet(?:re)s?|[Mm]etres?|\w*(?:colour|centre|labour|neighbour|"
    r"harbour|programme)\w*|\w+(?:isation|ised|ising)|pensioners?|Mr [A-Z]|pm|km)(?!\w)|£\d"
)
_ENGLISH = frozenset("US GB CA AU IE NZ ZA IN".split())
_CELL = 1.0
"""Degrees of latitude and longitude within which places count as near."""


class Chosen(NamedTuple):
    """A place with its probability among the candidates, and in words what spoke for it."""

    place: Place
    share: float
    reason: str


class Article:
    """The names of an article with their candidates, and what stands beside each mention."""

    def __init__(self, text: str, mentions: Mapping[str, Sequence[Span]]) -> None:
        self.mentions = mentions
        self.candidates = {name: candidates(name) for name in mentions}
        starts = {span.start: name for name, spans in mentions.items() for span in spans}
        self._beside = {name: set(_beside(text, spans, starts)) for name, spans in mentions.items()}
        self._dialect = _dialect(text)
        self._crowds: Counter[tuple[int, int]] = Counter()
        for places in self.candidates.values():
            self._crowds.update({cell for place in places for cell in _cells(place, 1)})

    def chosen(self) -> dict[str, Chosen]:
        """The likeliest place of each name that the gazetteer knows."""
        found = {name: places[0] for name, places in self.candidates.items() if places}
        shares: dict[str, Chosen] = {}
        for _ in range(ROUNDS):
            context = Context(found)
            shares = {name: self._best(name, context) for name in found}
            found = {name: each.place for name, each in shares.items()}
        return shares

    def _best(self, name: str, context: "Context") -> Chosen:
        ranked = [
            (probability(weights("place"), found), -number, place, found)
            for number, (place, found) in enumerate(self.features(name, context))
        ]
        share, _, place, found = max(ranked, key=lambda each: each[:2])
        return Chosen(place, share, _reason(found, len(ranked)))

    def features(self, name: str, context: "Context") -> Iterator[tuple[Place, list[str]]]:
        """Each candidate of a name with its features."""
        places = self.candidates[name]
        largest = max(places, key=lambda place: place.population)
        crowds = {place.geonames_id: self._crowd(place) for place in places}
        biggest = max(crowds.values())
        kinds = "".join(sorted({place.kind[:2] for place in places}))
        alone = "one" if len(places) == 1 else "few" if len(places) < 5 else "many"
        for place in places:
            size = len(str(place.population)) if place.kind == "city" else 0
            kind = f"{place.kind[:2]}{'m' if place.main else 'a'}"
            beside = self._hint(name, place)
            crowd = crowds[place.geonames_id]
            crowded = "most" if crowd == biggest and crowd else "some" if crowd else "no"
            gap = round(log10(largest.population + 1) - log10(place.population + 1))
            country, region = context.votes(name, place)
            near = context.near(name, place)
            yield (
                place,
                [
                    f"kind{kind}",
                    f"kind{kind}size{size}",
                    f"kind{kind}of{kinds}",
                    f"gap{gap}{kind}",
                    f"first{place == places[0]}{alone}",
                    f"beside{beside}",
                    f"beside{beside}{kind}",
                    f"crowd{crowded}{min(crowd, 5)}",
                    f"crowd{crowded}{alone}gap{min(gap, 3)}",
                    f"country{country}",
                    f"country{country}gap{min(gap, 3)}",
                    f"region{region}",
                    f"region{region}gap{min(gap, 3)}",
                    f"region{region}{kind}",
                    f"near{near}",
                    f"near{near}gap{min(gap, 3)}",
                    f"told{context.tells(place)}",
                    f"dialect{self._dialect}{place.country if place.country in _ENGLISH else '-'}{alone}",
                    f"dialect{self._dialect}{place.country if place.country in _ENGLISH else '-'}gap{min(gap, 3)}",
                ],
            )

    def _crowd(self, place: Place) -> int:
        """How many other names have a candidate near a place."""
        return max((self._crowds[cell] - 1 for cell in _cells(place, 0)), default=0)

    def _hint(self, name: str, place: Place) -> str:
        """Whether a region or country stands right behind a mention, and is this place's."""
        hints = self._beside[name]
        if not hints:
            return "-"
        inside = any(_holds(each, place) for other in hints for each in self.candidates[other])
        return "yes" if inside else "no"


class Context:
    """What the names of an article are taken for so far."""

    def __init__(self, chosen: Mapping[str, Place]) -> None:
        self._countries: Counter[str] = Counter()
        self._regions: Counter[tuple[str, str]] = Counter()
        self._own = dict(chosen)
        self._near: Counter[tuple[int, int]] = Counter()
        self._told: set[tuple[str, str]] = set()
        for place in chosen.values():
            self._countries[place.country] += 1
            if place.kind in {"region", "country"}:
                self._told.add((place.country, place.region))
            if place.kind != "country":
                self._regions[place.country, place.region] += 1
            if place.kind in {"city", "county"}:
                self._near.update(_cells(place, 1))

    def votes(self, name: str, place: Place) -> tuple[int, int]:
        """The shares of the other names that lie in a place's country and region, in steps."""
        own = self._own[name]
        others = sum(self._countries.values()) - 1
        country = self._countries[place.country] - (own.country == place.country)
        key = (place.country, place.region)
        region = self._regions[key] - (own.kind != "country" and (own.country, own.region) == key)
        return _step(country, others), _step(region, others) if place.kind != "country" else -1

    def near(self, name: str, place: Place) -> int:
        """How many other names lie near a place."""
        own = self._own[name]
        mine = set(_cells(own, 1)) if own.kind in {"city", "county"} else set()
        return min(4, sum(self._near[cell] - (cell in mine) for cell in _cells(place, 0)))

    def tells(self, place: Place) -> str:
        """Whether the article names the place's region or country."""
        region = (place.country, place.region) in self._told and place.kind != "region"
        country = (place.country, "") in self._told and place.kind != "country"
        return f"{region:d}{country:d}"


def _dialect(text: str) -> str:
    """Whose English an article is written in, by what it speaks of and how it spells: us, gb or -."""
    american = sum(1 for _ in _AMERICAN.finditer(text[:_READ]))
    british = sum(1 for _ in _BRITISH.finditer(text[:_READ]))
    if american == british:
        return "-"
    return "us" if american > british else "gb"


def candidates(name: str) -> tuple[Place, ...]:
    """The places that a name can mean, the likeliest first by kind and size."""
    name = _SHORT.get(name, name)
    found = lookup(name) or lookup(_plain(name))
    return tuple(sorted(found, key=_prior, reverse=True)[:MOST])


def _plain(name: str) -> str:
    """A name without a direction before it and a sort of place behind it: northern Gaza, Gomel province."""
    words = name.split()
    if len(words) > 1 and words[0].lower() in _DIRECTIONS:
        words = words[1:]
    if len(words) > 1 and words[-1].lower() in _SORTS:
        words = words[:-1]
    return " ".join(words)


_SHORT = {"L.A.": "Los Angeles", "N.Y.C.": "New York City"}
"""Short forms that without their full stops are other places' short forms."""
_DIRECTIONS = frozenset(
    """north south east west northern southern eastern western central upper lower greater downtown
    metropolitan northeast northwest southeast southwest northeastern northwestern southeastern southwestern""".split()
)
_SORTS = frozenset(
    "province region oblast district county city state township parish municipality area co".split()
)


def _prior(place: Place) -> float:
    kinds = {"country": 4.0, "region": 1.0, "county": 0.3, "city": 1.2, "area": 2.5}
    return log10(place.population + 1) / 2 + kinds[place.kind] + (1.5 if place.main else 0.0)


def _beside(text: str, spans: Iterable[Span], starts: Mapping[int, str]) -> Iterator[str]:
    """The names that follow a mention after a comma or in brackets: Salem, Oregon. *starts*: of all names."""
    for span in spans:
        gap = text[span.end : span.end + 3]
        at = span.end + len(gap) - len(gap.lstrip(" ,(\n"))
        if (gap[:1] in {",", "("} or gap.startswith(" (")) and at in starts:
            yield starts[at]


def _holds(outer: Place, inner: Place) -> bool:
    if outer.geonames_id == inner.geonames_id or outer.country != inner.country:
        return False
    return outer.kind == "country" or (outer.kind == "region" and outer.region == inner.region)


def _cells(place: Place, reach: int) -> Iterator[tuple[int, int]]:
    if place.latitude is None or place.longitude is None:
        return
    row, column = floor(place.latitude / _CELL), floor(place.longitude / _CELL)
    for down in range(-reach, reach + 1):
        for across in range(-reach, reach + 1):
            yield row + down, column + across


def _step(part: int, whole: int) -> int:
    """A share in steps: none, some, a fifth, half, most."""
    if part <= 0:
        return 0
    share = part / max(1, whole)
    return 1 if share < 0.2 else 2 if share < 0.5 else 3 if share < 0.8 else 4


def _reason(features: Sequence[str], count: int) -> str:
    """What spoke for a place, in words."""
    if count == 1:
        return "the only place of this name"
    if "besideyes" in features:
        return "the region or country stands beside it"
    if any(each.startswith("crowdmost") and not each.startswith("crowdmost1") for each in features):
        return "other places of the article are near it"
    if any(each in {"country3", "country4"} for each in features):
        return "most places of the article are in this country"
    return "the best known place of this name"
