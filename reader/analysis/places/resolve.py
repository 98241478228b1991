"""Which of several places of one name is meant: by size, by name, and by the article's other places."""

from collections import Counter
from math import log10

from reader.analysis.places.gazetteer import Place, lookup

_KINDS = {"country": 4.0, "region": 1.0, "city": 1.2}


def resolved(names: Counter[str]) -> dict[str, Place]:
    """The likeliest place of each of *names* (with how often each is mentioned) that the gazetteer knows.

    A first guess by population votes for countries; a second look prefers the countries with votes.
    """
    candidates = {name: lookup(name) for name in sorted(names)}
    votes: Counter[str] = Counter()
    for name, places in candidates.items():
        if places:
            best = max(places, key=_prior)
            votes[best.country] += 1 + min(3, names[name])
    total = sum(votes.values()) or 1
    return {
        name: max(places, key=lambda place: _prior(place) + 3.0 * votes[place.country] / total)
        for name, places in candidates.items()
        if places
    }


def _prior(place: Place) -> float:
    size = log10(place.population + 1) / 2
    return size + _KINDS[place.kind] + (1.5 if place.main else 0.0)
