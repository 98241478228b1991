"""The places that a name can mean, and how they lie in each other."""

from collections.abc import Iterable
from math import log10

from reader.analysis.places.gazetteer import Place, lookup

MOST = 25
"""Candidates of one name that are looked at, the largest first."""
LARGE = 100_000
"""People of a city that is better known by any of its names than the region around it."""
AREA = 5_000_000
"""People that an area without any counts for."""


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


def people_of(place: Place) -> int:
    """How many people a place stands for: a sea or a mountain range for as many as a country."""
    return AREA if place.kind == "area" else place.population


def _prior(place: Place) -> float:
    kinds = {"country": 4.0, "region": 1.0, "county": 0.3, "city": 1.2, "area": 3.0}
    return log10(people_of(place) + 1) / 2 + kinds[place.kind] + (1.5 if place.main else 0.0)


def holds(outer: Place, inner: Place) -> bool:
    """Whether a country or region holds another place."""
    if outer.geonames_id == inner.geonames_id or outer.country != inner.country:
        return False
    return outer.kind == "country" or (outer.kind == "region" and outer.region == inner.region)


def seat(place: Place, places: Iterable[Place]) -> Place:
    """The city of a name rather than the region or county around it that is now and then called so: Lisbon."""
    if place.kind not in {"region", "county"} or place.main:
        return place
    here = (place.country, place.region)
    inside = (each for each in places if each.kind == "city" and (each.country, each.region) == here)
    return next((each for each in inside if each.main or each.population >= LARGE), place)
