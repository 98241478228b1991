"""The table of units and currencies: what each is called in eight languages, its signs, its dimension, its size.

    python -m reader.training.units

From CLDR, as packed by `babel` (Unicode licence), and the registry of `pint` (BSD). Of CLDR come the units that people
use, with their names in every language, the currencies with their names and local signs, and whose they are; of pint
come the sizes, the prefixes, and the units that only specialists use. What neither has, or what news means otherwise,
is in units.toml, each with a reason.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import UnknownLocaleError, get_global
from babel.localedata import locale_identifiers
from pint import UnitRegistry
from pint.errors import PintError

from reader.analysis.trained import FOLDER, common_words
from reader.document.languages import NAMES
from reader.document.units import COLUMNS, FILE

LANGUAGES = tuple(NAMES)
VARIANTS = {"en": ("en", "en_GB", "en_AU", "en_IN", "en_ZA"), "pt": ("pt", "pt_PT"), "es": ("es", "es_MX")}
"""Locales whose spellings a language has, too: kilometre, per cent."""
_NUMBER = re.compile(r"\{0\}")
_PINTS = {"square-": "**2", "cubic-": "**3"}
_HEAD_FIRST = frozenset(["es", "fr", "it", "pt"])
"""Languages that name a currency before its country: couronne danoise."""


@dataclass(slots=True)
class Row:
    """A unit on its way into the table."""

    symbol: str
    dimension: str
    factor: float | None = None
    offset: float = 0.0
    territories: tuple[str, ...] = ()
    close: set[str] = field(default_factory=set)
    signs: set[str] = field(default_factory=set)
    names: dict[str, set[str]] = field(default_factory=dict)

    def line(self) -> str:
        """The row as it stands in the file."""
        factor = "" if self.factor is None else f"{self.factor:.12g}"
        offset = f"{self.offset:.12g}" if self.offset else ""
        cells = [self.symbol, self.dimension, factor, offset, " ".join(self.territories)]
        words = [self.close, self.signs, *(self.names.get(each, set()) for each in LANGUAGES)]
        return "\t".join([*cells, *("|".join(sorted(each)) for each in words)])


@cache
def overrides() -> dict[str, Any]:
    """What is written by hand, with the reasons beside it."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def main() -> int:
    """Write units.tsv and its card."""
    registry: UnitRegistry[Any] = UnitRegistry()
    rows = {row.symbol: row for row in _of_cldr(registry)}
    cldr = len(rows)
    for row in [*_prefixed(registry), *_of_pint(registry, rows)]:
        rows.setdefault(row.symbol, row).names.setdefault("en", set()).update(row.names.get("en", ()))
        rows[row.symbol].signs |= row.signs
    pint = len(rows) - cldr
    _by_hand(rows)
    _without_rivals(list(rows.values()))
    money = list(_currencies())
    countries = list(_territories())
    table = [*rows.values(), *money, *countries]
    FILE.write_text("\n".join(["\t".join(COLUMNS), *(row.line() for row in table)]) + "\n", encoding="utf-8")
    _card(cldr, pint, len(rows) - cldr - pint, table)
    sys.stderr.write(f"{len(rows)} units, {len(money)} currencies, {len(countries)} territories\n")
    return 0


def _patterns(locale: str) -> dict[str, Any]:
    return dict(Locale.parse(locale)._data["unit_patterns"])  # babel has no public way to all units


def _forms(patterns: Any, length: str) -> Iterator[str]:
    """The words of a unit beside a number: kilometre, kilometres."""
    for count, words in dict(dict(patterns or {}).get(length, {})).items():
        if count != "per" and isinstance(words, str):
            yield " ".join(_NUMBER.sub("", words).replace("\u00a0", " ").split())


def _of_cldr(registry: UnitRegistry[Any]) -> Iterator[Row]:
    """The units that CLDR has names for, with their names in every language."""
    by_hand = overrides()
    for key, patterns in _patterns("en").items():
        category, _, name = key.partition("-")
        short = [*_forms(patterns, "short"), *_forms(patterns, "narrow")]
        if (
            name in by_hand["excluded"]["units"]
            or category in by_hand["excluded"]["categories"]
            or "[" in short[0]
        ):
            continue
        symbol = by_hand["symbols"].get(name) or min(short, key=lambda each: (" " in each, short.index(each)))
        size = _size(registry, name)
        row = Row(
            symbol, by_hand["dimensions"].get(name) or by_hand["dimensions"].get(category, category), *size
        )
        row.signs = {each for each in [symbol, *short] if not each.isdigit()}
        for language in LANGUAGES:
            for locale in VARIANTS.get(language, (language,)):
                found = _patterns(locale).get(key)
                forms = [*_forms(found, "long"), *(_forms(found, "short") if language != "en" else ())]
                row.names.setdefault(language, set()).update(
                    each for each in forms if len(each) > 1 and not each.endswith(".")
                )
        if language_names := row.names.get("de"):
            language_names |= {f"{each}n" for each in language_names if each.endswith(("e", "er", "el"))}
        yield row


def _size(registry: UnitRegistry[Any], name: str) -> tuple[float | None, float]:
    """How many of SI's own unit one is, and what is added first; None: pint does not know it."""
    written = overrides()["pint"].get(name, name)
    for word, power in _PINTS.items():
        written = re.sub(rf"{word}(\w+)", rf"\1{power}", written)
    written = written.replace("-per-", "/").replace("-", "_")
    try:
        unit = registry.Unit(written)
        one = registry.Quantity(1.0, unit).to_base_units().magnitude
        none = registry.Quantity(0.0, unit).to_base_units().magnitude
    except (PintError, AttributeError, ValueError, TypeError):
        return None, 0.0
    return float(f"{one - none:.12g}"), float(f"{none:.12g}")


def _prefixed(registry: UnitRegistry[Any]) -> Iterator[Row]:
    """Units with SI prefixes: pint lets any unit have any prefix, people do not."""
    by_hand = overrides()["prefixes"]
    for dimension, bases in by_hand["bases"].items():
        for name, symbol in bases.items():
            for prefix in ["", *by_hand["names"]]:
                if f"{prefix}{symbol}" in by_hand["never"]:
                    continue
                letter = (
                    registry._prefixes[prefix].symbol if prefix else ""
                )  # pint has no public way to a symbol
                size, _ = _size(registry, f"{prefix}{by_hand['pint'].get(name, name)}")
                row = Row(f"{letter}{symbol}", dimension, size)
                plural = name if name.endswith(("hertz", "siemens")) else f"{name}s"
                row.names["en"] = {f"{prefix}{name}", f"{prefix}{plural}"}
                row.signs = {row.symbol}
                yield row


def _of_pint(registry: UnitRegistry[Any], known: dict[str, Row]) -> Iterator[Row]:
    """The units of one word that only pint has, unless the word is one that news uses for something else."""
    named = {name for row in known.values() for name in row.names.get("en", ())}
    dimensions = {_kind(registry, name): row.dimension for row in known.values() for name in row.names["en"]}
    dimensions.pop(None, None)
    for definition in dict.fromkeys(registry._units.values()):
        name = definition.name
        kind = _kind(registry, name)
        if not name.isalpha() or not name.islower() or name in named or name in common_words() or not kind:
            continue
        if kind not in dimensions or name in overrides()["excluded"]["units"]:
            continue
        size, offset = _size(registry, name)
        if size is None or offset or name.startswith(("ab", "stat", "decibel")):
            continue
        symbol = definition.symbol if definition.defined_symbol else name
        if symbol in known:
            symbol = name
        row = Row(symbol, dimensions[kind], size)
        row.names["en"] = {name, name if name.endswith("s") else f"{name}s"}
        row.signs = {symbol} if symbol != name else set()
        yield row


def _kind(registry: UnitRegistry[Any], name: str) -> str | None:
    try:
        kind = str(registry.Unit(name.replace(" ", "_")).dimensionality)
    except (PintError, AttributeError, ValueError, TypeError):
        return None
    return kind if kind != "dimensionless" else None


def _by_hand(rows: dict[str, Row]) -> None:
    """Add the names and signs that neither source has."""
    for symbol, more in overrides()["more"].items():
        row = rows.setdefault(symbol, Row(symbol, more.get("dimension", ""), more.get("factor")))
        row.signs |= set(more.get("signs", ()))
        row.factor = more.get("factor", row.factor)
        for language in LANGUAGES:
            row.names.setdefault(language, set()).update(more.get(language, ()))
        for other in rows.values():
            if other is not row:
                for language in LANGUAGES:
                    mine = {*map(str.casefold, more.get(language, ()))}
                    others = other.names.get(language, set())
                    others -= {each for each in others if each.casefold() in mine}
    never = set(overrides()["names"]["never"])
    for row in rows.values():
        row.names["en"] -= never


def _without_rivals(rows: list[Row]) -> None:
    """Give every sign to one unit: the first that has it; put those that are words of the language apart.

    What looks like a word, or is one letter, counts right behind the digits only: “5in”, not “5 in”.
    """
    close_only = frozenset(overrides()["signs"]["close"])
    never = frozenset(overrides()["signs"]["never"])
    preferred = overrides()["signs"]["prefer"]
    spellings = overrides()["signs"]["spellings"]
    taken: dict[str, str] = dict(preferred)
    for row in rows:
        for sign in sorted({row.symbol} & row.signs) + sorted(row.signs - {row.symbol}):
            taken.setdefault(sign, row.symbol)
    spelled = dict(taken)
    for sign, symbol in taken.items():
        if len(sign) > 2 and sign.isalpha():
            for other in (sign.lower(), sign.upper(), sign.capitalize()):
                spelled.setdefault(other, symbol)
        for other in spellings.get(sign, ()):
            spelled.setdefault(other, symbol)
    for row in rows:
        mine = {sign for sign, symbol in spelled.items() if symbol == row.symbol and sign not in never}
        mine = {sign for sign in mine if not (sign.lower() in row.names["en"] and len(sign) > 2)}
        row.close = {sign for sign in mine if sign in close_only or sign.lower() in common_words()}
        row.signs = mine - row.close


def _currencies() -> Iterator[Row]:
    """Every currency that is legal tender today, and of the others those that the list by hand names."""
    more = overrides()["currencies"]
    english = Locale("en")
    now: dict[str, list[str]] = {code: [] for code in more["former"]}
    for territory, used in get_global("territory_currencies").items():
        for code, _, end, tender in used:
            if end is None and tender:
                now.setdefault(code, []).append(territory)
    signs = _local_signs(now)
    for code in sorted(now):
        if code not in english.currencies:
            continue
        row = Row(code, "money", territories=tuple(sorted(now[code])))
        row.signs = {code, *signs.get(code, ()), *more["signs"].get(code, ())} - set(more["never"])
        for language in LANGUAGES:
            names = {
                each.casefold()
                for locale in VARIANTS.get(language, (language,))
                for each in _money(locale, code)
            }
            names |= {_head(each, language) for each in _money(language, code)}
            row.names[language] = {each for each in names if each and "(" not in each}
        for language, words in more["abroad"].get(code, {}).items():
            row.names[language] |= set(words)
        row.names["en"] = (row.names["en"] | set(more["names"].get(code, ()))) - set(more["never_names"])
        yield row


def _money(locale: str, code: str) -> Iterator[str]:
    found = Locale.parse(locale)
    plural = found._data["currency_names_plural"]
    yield from dict(plural[code]).values() if code in plural else ()
    yield from [found.currencies[code]] if code in found.currencies else ()


def _head(name: str, language: str) -> str:
    """The word that is the coin's, not the country's: krone, of “Danish krone”."""
    words = [each for each in name.split() if not each.isupper()]
    if language in {"ru", "uk"}:
        words = [each for each in words if each.islower()]
    if not words:
        return ""
    word = words[0] if language in _HEAD_FIRST else words[-1]
    return word.rpartition("-")[2].casefold()


def _local_signs(now: dict[str, list[str]]) -> dict[str, set[str]]:
    """The signs of currencies where they are used, in Latin letters or as signs: kr, zł, ₡, RM."""
    found: dict[str, set[str]] = {}
    for name in locale_identifiers():
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        for code, territories in now.items():
            sign = locale.currency_symbols.get(code, "").replace("\u202f", " ").rstrip(".")
            is_own = name == "en" or (locale.territory in territories)
            if sign and sign != code and is_own and re.fullmatch(r"[\x21-\x7eÀ-ž¢-¥₠-₿֏؋৳฿៛￥ ]+", sign):
                found.setdefault(code, set()).add(sign)
    return found


def _territories() -> Iterator[Row]:
    """Countries by name and by adjective, with their currency: what speaks for one of several dollars."""
    path = Path(__file__).with_name("demonyms.tsv")
    adjectives = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    for territory, used in sorted(get_global("territory_currencies").items()):
        now = [code for code, _, end, tender in used if end is None and tender]
        if not now or not territory.isalpha():
            continue
        row = Row(territory, "territory", territories=(now[0],))
        for language in LANGUAGES:
            name = Locale(language).territories.get(territory)
            row.names[language] = {name} if name else set()
        row.names["en"] |= {word for code, word, *_ in adjectives if code == territory}
        yield row


def _card(cldr: int, pint: int, by_hand: int, table: list[Row]) -> None:
    names = {language: sum(len(row.names.get(language, ())) for row in table) for language in LANGUAGES}
    lines = sum(len(each) if isinstance(each, dict | list) else 1 for each in overrides().values())
    money = sum(row.dimension == "money" for row in table)
    countries = sum(row.dimension == "territory" for row in table)
    said = ", ".join(f"{language} {count:,}" for language, count in names.items())
    (FOLDER / "units.md").write_text(
        f"""# units.tsv (beside reader/document/units.py)

What units and currencies are called in eight languages, with their signs, dimension and size in SI units.

- **Sources**: CLDR as packed by `babel` {version("babel")} (names, signs, currencies, countries); the registry of
  `pint` {version("pint")} (sizes, prefixes, specialists' units); reader/training/units.toml ({lines} entries by hand,
  each group with its reason); reader/training/demonyms.tsv (adjectives of countries).
- **Licence**: Unicode License V3 (CLDR); BSD-3-Clause (babel, pint).
- **Counts**: {cldr} units of CLDR, {pint} more of pint, {by_hand} by hand; {money} currencies; {countries} territories.
  Names: {said}.
- **Command**: `pip install -e ".[training]" && python -m reader.training.units`
- **Score**: a part of the figures' scores.
""",
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(main())
