"""Words of people's names in many countries: given names and family names.

    python -m reader.training.name_words

From the US census lists of 1990 (public domain) as packed by `names` 0.3.0, and the lists that `faker`
40.54.0 (MIT) has for some sixty countries; those in Cyrillic letters are transliterated (BGN/PCGN).
"""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files

from reader.analysis.trained import FOLDER

CENSUS_FAMILY_NAMES = 8_000
"""The commonest in the United States; rarer ones are words of other kinds as often."""
_LATIN = re.compile(r"[A-ZÀ-ɏḀ-ỿ][a-zß-ɏḀ-ỿ'’]+(?:-[A-ZÀ-ɏḀ-ỿ]?[a-zß-ɏḀ-ỿ'’]+)*")
_CYRILLIC = dict(zip(
    "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ",
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya yo i yi ye g".split(),
    strict=True,
))  # fmt: skip


def main() -> int:
    """Write name_words.txt: a word and g (given name), f (family name) or b (both) a line."""
    given = {*_census("dist.female.first", None), *_census("dist.male.first", None)}
    family = {*_census("dist.all.last", CENSUS_FAMILY_NAMES)}
    for kind, name in _faker():
        (given if kind == "first" else family).update(_words(name))
    lines = [
        f"{word} {'b' if word in given & family else 'g' if word in given else 'f'}"
        for word in sorted(given | family)
    ]
    (FOLDER / "name_words.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stderr.write(f"{len(given)} given names, {len(family)} family names\n")
    return 0


def _census(file: str, most: int | None) -> Iterator[str]:
    for row in (files("names") / file).read_text(encoding="ascii").splitlines()[:most]:
        yield row.split()[0].capitalize()


def _faker() -> Iterator[tuple[str, str]]:
    """Pairs of first or last, and a name."""
    package = importlib.import_module("faker.providers.person")
    for country in pkgutil.iter_modules(package.__path__):
        if country.ispkg:
            provider = importlib.import_module(f"{package.__name__}.{country.name}").Provider
            for attribute in dir(provider):
                kind = "first" if "first" in attribute else "last" if "last" in attribute else ""
                if kind and "format" not in attribute:
                    yield from ((kind, name) for name in _strings(getattr(provider, attribute)))


def _strings(value: object) -> Iterable[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list | tuple | dict) else []


def _words(name: str) -> Iterator[str]:
    for word in "".join(_letter(each) for each in name).split():
        if _LATIN.fullmatch(word) and len(word) > 1:
            yield word


def _letter(letter: str) -> str:
    latin = _CYRILLIC.get(letter.lower(), letter).replace("_", "")
    return latin.capitalize() if letter.isupper() and letter.lower() in _CYRILLIC else latin


if __name__ == "__main__":
    sys.exit(main())
