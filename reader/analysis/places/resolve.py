"""Which of several places of one name is meant: ranked by size, name, hints beside it and the article's other places.

A logistic regression over readable features decides for every candidate, in two rounds: the second knows
what the first has chosen for the other names. After Leidner, "Toponym Resolution in Text" (2007): one sense
per article, containment ("Salem, Oregon"), minimality (names lie near each other), population.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log10
from typing import NamedTuple

from reader.analysis.places.candidates import candidates, holds, people_of, seat
from reader.analysis.places.context import Context, cells
from reader.analysis.places.dialect import dialect, peoples
from reader.analysis.places.gazetteer import Place
from reader.analysis.regression import probability, weights
from reader.document.span import Span

ROUNDS = 2
_ENGLISH = frozenset("US GB CA AU IE NZ ZA IN".split())
_KINDS = {"country": "C", "area": "C", "region": "R", "county": "Y", "city": "T"}
"""Kinds as features tell them apart: there are too few areas to learn from, and seas are as well known as countries."""


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
        self._dialect = dialect(text)
        self._peoples = peoples(text)
        self._crowds: Counter[tuple[int, int]] = Counter()
        for places in self.candidates.values():
            self._crowds.update({cell for place in places for cell in cells(place, 1)})

    def chosen(self) -> dict[str, Chosen]:
        """The likeliest place of each name that the gazetteer knows."""
        found = {name: places[0] for name, places in self.candidates.items() if places}
        shares: dict[str, Chosen] = {}
        for _ in range(ROUNDS):
            context = Context(found)
            shares = {name: self._best(name, context) for name in found}
            found = {name: each.place for name, each in shares.items()}
        return shares

    def _best(self, name: str, context: Context) -> Chosen:
        ranked = [
            (probability(weights("place"), found), -number, place, found)
            for number, (place, found) in enumerate(self.features(name, context))
        ]
        share, _, place, found = max(ranked, key=lambda each: each[:2])
        return Chosen(seat(place, self.candidates[name]), share, _reason(found, len(ranked)))

    def features(self, name: str, context: Context) -> Iterator[tuple[Place, list[str]]]:
        """Each candidate of a name with its features."""
        places = self.candidates[name]
        largest = max(map(people_of, places))
        crowds = {place.geonames_id: self._crowd(place) for place in places}
        biggest = max(crowds.values())
        kinds = "".join(sorted({_KINDS[place.kind] for place in places}))
        alone = "one" if len(places) == 1 else "few" if len(places) < 5 else "many"
        for place in places:
            size = len(str(place.population)) if place.kind == "city" else 0
            kind = f"{_KINDS[place.kind]}{'m' if place.main else 'a'}"
            beside = self._hint(name, place)
            crowd = crowds[place.geonames_id]
            crowded = "most" if crowd == biggest and crowd else "some" if crowd else "no"
            gap = round(log10(largest + 1) - log10(people_of(place) + 1))
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
                    f"people{place.country in self._peoples}gap{min(gap, 3)}",
                    f"people{place.country in self._peoples}{alone}",
                    f"dialect{self._dialect}{place.country if place.country in _ENGLISH else '-'}{alone}",
                    f"dialect{self._dialect}{place.country if place.country in _ENGLISH else '-'}gap{min(gap, 3)}",
                ],
            )

    def _crowd(self, place: Place) -> int:
        """How many other names have a candidate near a place."""
        return max((self._crowds[cell] - 1 for cell in cells(place, 0)), default=0)

    def _hint(self, name: str, place: Place) -> str:
        """Whether a region or country stands right behind a mention, and is this place's."""
        hints = self._beside[name]
        if not hints:
            return "-"
        inside = any(holds(each, place) for other in hints for each in self.candidates[other])
        return "yes" if inside else "no"


def _beside(text: str, spans: Iterable[Span], starts: Mapping[int, str]) -> Iterator[str]:
    """The names that follow a mention after a comma or in brackets: Salem, Oregon. *starts*: of all names."""
    for span in spans:
        gap = text[span.end : span.end + 3]
        at = span.end + len(gap) - len(gap.lstrip(" ,(\n"))
        if (gap[:1] in {",", "("} or gap.startswith(" (")) and at in starts:
            yield starts[at]


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
