"""First names with the share of women among their bearers, from the US census lists of 1990.

    python -m reader.training.first_names

The lists come in the package `names` (MIT); the census data is in the public domain.
"""

import sys
from importlib.resources import files

from reader.analysis.trained import FOLDER


def _shares(file: str) -> dict[str, float]:
    rows = (files("names") / file).read_text(encoding="ascii").splitlines()
    return {row.split()[0].capitalize(): float(row.split()[1]) for row in rows}


def main() -> int:
    """Write first_names.txt: a name and f, m or e (either) a line."""
    women, men = _shares("dist.female.first"), _shares("dist.male.first")
    lines = []
    for name in sorted(women | men):
        she, he = women.get(name, 0.0), men.get(name, 0.0)
        share = she / (she + he) if she + he else 0.5
        lines.append(f"{name} {'f' if share > 0.8 else 'm' if share < 0.2 else 'e'}")
    (FOLDER / "first_names.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stderr.write(f"{len(lines)} first names\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
