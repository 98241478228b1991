"""The table of units and currencies: names in eight languages, signs, dimension, size. Made by training/units.py."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reader.document.languages import NAMES

FILE = Path(__file__).with_suffix(".tsv")
COLUMNS = ("symbol", "dimension", "factor", "offset", "territories", "close", "signs", *NAMES)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `factor` × a value + `offset` is the value in SI's own unit of that dimension; None: not known.

    `territories` are where a currency is legal tender; of a territory, its currency.
    """

    symbol: str
    dimension: str
    factor: float | None = None
    offset: float = 0.0
    territories: tuple[str, ...] = ()

    @property
    def is_currency(self) -> bool:
        """Whether it has a code of ISO 4217, as dollars have and cents have not."""
        return self.dimension == "money" and len(self.symbol) == 3 and self.symbol.isupper()


@cache
def _rows() -> tuple[tuple[Unit, tuple[str, ...]], ...]:
    """Every unit with its cells of words, in the order of the columns from `close` on."""
    found = []
    for line in Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").split("\n")[1:-1]:
        symbol, dimension, factor, offset, territories, *words = line.split("\t")
        unit = Unit(
            symbol,
            dimension,
            float(factor) if factor else None,
            float(offset) if offset else 0.0,
            tuple(territories.split()),
        )
        found.append((unit, tuple(words)))
    return tuple(found)


def _words(column: str, *, money: bool, place: bool = False) -> Iterator[tuple[str, Unit]]:
    at = COLUMNS.index(column) - COLUMNS.index("close")
    for unit, words in _rows():
        is_place = unit.dimension == "territory"
        if words[at] and is_place == place and unit.is_currency == money:
            yield from ((word, unit) for word in words[at].split("|"))


def _first(pairs: Iterator[tuple[str, Unit]]) -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for word, unit in pairs:
        found.setdefault(word, unit)
    return found


@cache
def named(language: str) -> dict[str, Unit]:
    """Units other than currencies by their names in a language, in small letters, with spaces for hyphens."""
    return _first((word.casefold().replace("-", " "), unit) for word, unit in _words(language, money=False))


@cache
def signs() -> dict[str, Unit]:
    """Units other than currencies by their signs, which may stand behind a space."""
    return _first(_words("signs", money=False))


@cache
def close_signs() -> dict[str, Unit]:
    """Units by the signs that count right behind the digits only: 5m, 5in."""
    return _first(_words("close", money=False))


def _grouped(pairs: Iterator[tuple[str, Unit]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, unit in pairs:
        found[word] = tuple(dict.fromkeys((*found.get(word, ()), unit.symbol)))
    return found


@cache
def money_signs() -> dict[str, tuple[str, ...]]:
    """Signs and codes of money, each with the currencies that it may stand for."""
    return _grouped(_words("signs", money=True))


@cache
def money_names(language: str) -> dict[str, tuple[str, ...]]:
    """Names of currencies in a language, in small letters, with the currencies that they may stand for."""
    return _grouped((word.replace("-", " "), unit) for word, unit in _words(language, money=True))


@cache
def countries(language: str) -> dict[str, Unit]:
    """Territories by their names and adjectives in a language."""
    return _first(_words(language, money=False, place=True))


@cache
def by_symbol() -> dict[str, Unit]:
    """Every unit and currency by its symbol."""
    return {unit.symbol: unit for unit, _ in reversed(_rows()) if unit.dimension != "territory"}


@cache
def currency_of() -> dict[str, str]:
    """The currency of each territory (ISO 3166)."""
    return {unit.symbol: unit.territories[0] for unit, _ in _rows() if unit.dimension == "territory"}
