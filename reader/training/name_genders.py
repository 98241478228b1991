"""Which gender first names have in most countries: from the World Gender Name Dictionary and the US census of 1990.

    python -m reader.training.name_genders WGND.csv

`WGND.csv` is version 1.0 of the dictionary (Raffo 2018, doi:10.7910/DVN/YPRQH8, CC0), one name a line with its trend:
in how many more of its lists of 173 countries women bear it than men, below zero the other way round. The census
lists (public domain) come in the package `names` (MIT).
"""

import csv
import sys
from importlib.resources import files
from pathlib import Path
from unicodedata import combining, normalize

from reader.analysis.trained import FOLDER

COMMON = 0.02
"""Percent of the census' people from which its word counts before the dictionary's."""
CLEAR = 0.9
"""Share of one gender among the bearers in the census from which a name has it."""
FEWEST, MANY = 2, 4
"""Trend from which the dictionary tells a gender, and from which it outweighs the census."""


def _census(file: str) -> dict[str, float]:
    rows = (files("names") / file).read_text(encoding="ascii").splitlines()
    return {row.split()[0]: float(row.split()[1]) for row in rows}


def gender_of(she: float, he: float, trend: int) -> str | None:
    """`f`, `m`, `e` for either, or None where too little is known.

    *she*, *he*: percent of the women and men in the census; *trend*: the dictionary's.
    """
    borne = she + he
    share = she / borne if borne else 0.5
    census = (share > CLEAR) - (share < 1 - CLEAR)
    world = (trend >= FEWEST) - (trend <= -FEWEST)
    if not borne and not world:
        return None
    if borne >= COMMON:
        found = 0 if census * trend < 0 and abs(trend) >= MANY else census
    elif census * trend >= 0:
        found = world or census
    else:
        found = world if abs(trend) > MANY else 0
    return "f" if found > 0 else "m" if found < 0 else "e"


def _spelt(name: str) -> str:
    plain = "".join(each for each in normalize("NFD", name) if not combining(each))
    return "-".join(part.capitalize() for part in plain.split("-"))


def main() -> int:
    """Write name_genders.txt: a name and f, m or e (either) a line."""
    women, men = _census("dist.female.first"), _census("dist.male.first")
    with Path(sys.argv[1]).open(encoding="utf-8-sig", newline="") as file:
        trends = {row["NAME"]: int(row["TREND"]) for row in csv.DictReader(file)}
    found: dict[str, str] = {}
    for name in sorted({*women, *men, *trends}):
        gender = gender_of(women.get(name, 0.0), men.get(name, 0.0), trends.get(name, 0))
        if gender and name.replace("-", "").replace("'", "").isalpha():
            found.setdefault(_spelt(name), gender)
    lines = [f"{name} {gender}" for name, gender in sorted(found.items())]
    (FOLDER / "name_genders.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stderr.write(f"{len(lines)} names\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
