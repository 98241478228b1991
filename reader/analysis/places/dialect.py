"""What an article's words tell of where it is from: its English, and the peoples that it names."""

import re

from reader.analysis.places.gazetteer import demonyms, key

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
_PEOPLE = re.compile(
    r"\b(?:(?:North|South|New|Northern|Central|Cape|Costa|Equatorial|Puerto|Sierra|Sri) )?[A-Z][a-z]+\b"
)


def dialect(text: str) -> str:
    """Whose English an article is written in, by what it speaks of and how it spells: us, gb or -."""
    american = sum(1 for _ in _AMERICAN.finditer(text[:_READ]))
    british = sum(1 for _ in _BRITISH.finditer(text[:_READ]))
    if american == british:
        return "-"
    return "us" if american > british else "gb"


def peoples(text: str) -> set[str]:
    """The countries (ISO 3166) whose people or language an article names: Ukrainian, Sri Lankans."""
    known = demonyms()
    words = (key(match[0]) for match in _PEOPLE.finditer(text))
    found = (known.get(word) or known.get(word.removesuffix("s")) for word in words)
    return {country for country in found if country}
