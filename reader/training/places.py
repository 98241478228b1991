"""Weights that tell which place of a name is meant, from articles with toponyms and coordinates.

    python -m reader.training.places LOCATIONS.jsonl

LGL (Lieberman, Samet & Sankaranarayanan, 2010) and TR-News (Kamalloo & Rafiei, 2018).
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from reader.analysis import regression
from reader.analysis.places.context import Context
from reader.analysis.places.gazetteer import Place
from reader.analysis.places.resolve import Article
from reader.analysis.trained import FOLDER
from reader.document.span import Span
from reader.training.quotes.regressions import Row, fit

Toponym = dict[str, Any]  # Any: rows of the corpora's own JSON
NEAR = 40.0
"""Kilometres within which a candidate is right, if none has the gold number."""
SETTINGS = {"c2": 2.0, "feature.minfreq": 3}


class Example:
    """An article with what each of its names means."""

    def __init__(self, row: dict[str, Any]) -> None:
        mentions: dict[str, list[Span]] = defaultdict(list)
        self.gold: dict[str, Toponym] = {}
        for each in row["toponyms"]:
            span = Span(each["start"], each["end"])
            name = span.phrase(row["text"])
            mentions[name].append(span)
            if each["latitude"] is not None and each["status"] == "required":
                self.gold.setdefault(name, each)
        self.article = Article(row["text"], mentions)
        self.context = {name: places[0] for name, places in self.article.candidates.items() if places}

    def rows(self) -> Iterator[Row]:
        """The features of each candidate, and whether it is meant; names of which none is are left out."""
        context = Context(self.context)
        for name, gold in self.gold.items():
            found = list(self.article.features(name, context)) if name in self.context else []
            right = [place for place, _ in found if is_same(place, gold)]
            for place, features in found:
                if right:
                    yield features, place in right

    def choose(self) -> None:
        """Let the weights choose, for the second round."""
        self.context = {name: each.place for name, each in self.article.chosen().items()}


def is_same(place: Place, gold: Toponym) -> bool:
    """Whether a place is the gold one: by number, by code for countries, or by being where it is."""
    if place.geonames_id == gold["geonames_id"]:
        return True
    if gold["level"] == "country":
        return place.kind == "country" and place.country == gold["country"]
    if place.latitude is None or place.longitude is None or place.kind == "country":
        return False
    return kilometres(place.latitude, place.longitude, gold["latitude"], gold["longitude"]) < NEAR


def kilometres(latitude: float, longitude: float, other: float, across: float) -> float:
    """The distance of two positions in degrees on a sphere of the Earth's size."""
    one, two, turn = radians(latitude), radians(other), radians(across - longitude)
    half = sin((two - one) / 2) ** 2 + cos(one) * cos(two) * sin(turn / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))


def train(examples: Iterable[Example]) -> regression.Weights:
    """Weights learnt in two rounds: the second sees the choices of the first."""
    learnt = list(examples)
    table = regression.alone("place")
    for again in (True, False):
        found = fit((row for example in learnt for row in example.rows()), **SETTINGS)
        table.clear()
        table.update(found)
        if again:
            for example in learnt:
                example.choose()
    return dict(table)


def main(argv: list[str]) -> int:
    """Write place.json."""
    rows = [json.loads(row) for row in Path(argv[0]).read_text(encoding="utf-8").split("\n") if row]
    path = FOLDER / "place.json"
    path.write_text("{}\n", encoding="utf-8")
    found = train(map(Example, rows))
    written = json.dumps(found, indent=0, ensure_ascii=False, sort_keys=True)
    path.write_text(written + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
