"""Names to places: a read-only SQLite file of GeoNames entries (CC BY 4.0), opened when first asked."""

import sqlite3
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from reader.analysis.trained import FOLDER

FILE = FOLDER / "gazetteer.sqlite3"
KINDS = ("country", "region", "county", "city", "area")
"""Kinds of place, as the file numbers them."""
SCHEMA = """
create table division (id integer primary key, country text not null, region text not null);
create table place (
    geonames_id integer primary key, name text not null, division integer not null, kind integer not null,
    population integer not null, latitude integer, longitude integer  -- in thousandths of a degree
);
create table name (
    key text not null, place integer not null, main integer not null, primary key (key, place)
) without rowid;
create table area (key text primary key) without rowid;  -- areas' names of several words
create table demonym (key text primary key, country text not null) without rowid;
"""
_MARKS_FREE = str.maketrans({"’": "'", "ʼ": "'", ".": "", "-": " "})


@dataclass(frozen=True, slots=True)
class Place:
    """An entry: position in degrees (WGS 84).

    `country` is an ISO 3166 code of two letters, `region` GeoNames' code of the first-level division in it;
    `kind` is country, region, county, city or area; `main` says that it was asked for by its main name.
    """

    geonames_id: int
    name: str
    country: str
    region: str
    kind: str
    population: int
    latitude: float | None
    longitude: float | None
    main: bool


def key(name: str) -> str:
    """*name* as it is looked up: small letters, no accents, full stops or hyphens."""
    plain = unicodedata.normalize("NFKD", name.translate(_MARKS_FREE).casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@lru_cache(maxsize=50_000)
def lookup(name: str) -> tuple[Place, ...]:
    """Every place that is called *name*, most populous first; empty where the gazetteer has none."""
    rows = _database().execute(
        "select geonames_id, place.name, country, region, kind, population, latitude, longitude, main"
        " from name join place on geonames_id = place join division on division.id = division"
        " where key = ? order by population desc, geonames_id",
        (key(name),),
    )
    return tuple(
        Place(
            number, main_name, country, region, KINDS[kind], population,
            _degrees(latitude), _degrees(longitude), bool(main),
        )
        for number, main_name, country, region, kind, population, latitude, longitude, main in rows
    )  # fmt: skip


@cache
def demonyms() -> dict[str, str]:
    """The country (ISO 3166) of each word for its people, by its key: ukrainian is UA."""
    return dict(_database().execute("select key, country from demonym"))


@cache
def areas() -> dict[str, frozenset[str]]:
    """Keys of seas, rivers and regions whose names have several words, by the first of these."""
    found: dict[str, set[str]] = defaultdict(set)
    for (name,) in _database().execute("select key from area"):
        found[name.partition(" ")[0]].add(name)
    return {first: frozenset(names) for first, names in found.items()}


def _degrees(thousandths: int | None) -> float | None:
    return None if thousandths is None else thousandths / 1000


@cache
def _database() -> sqlite3.Connection:
    return sqlite3.connect(f"{FILE.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
