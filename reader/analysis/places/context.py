"""What the names of an article are taken for so far: countries, regions and neighbours of a place."""

from collections import Counter
from collections.abc import Iterator, Mapping
from math import floor

from reader.analysis.places.gazetteer import Place

_CELL = 1.0
"""Degrees of latitude and longitude within which places count as near."""


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
                self._near.update(cells(place, 1))

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
        mine = set(cells(own, 1)) if own.kind in {"city", "county"} else set()
        return min(4, sum(self._near[cell] - (cell in mine) for cell in cells(place, 0)))

    def tells(self, place: Place) -> str:
        """Whether the article names the place's region or country."""
        region = (place.country, place.region) in self._told and place.kind != "region"
        country = (place.country, "") in self._told and place.kind != "country"
        return f"{region:d}{country:d}"


def cells(place: Place, reach: int) -> Iterator[tuple[int, int]]:
    """The square of the map that a place lies in, with the squares up to *reach* around it."""
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
