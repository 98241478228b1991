"""Outlines of articles by models that have not learnt from them: what the scores on those articles are worth.

    python -m reader.training.entities.validation POLNEAR.jsonl CORENLP GUM GUM-DOCUMENTS LOCATIONS.jsonl > OUT.jsonl

Five folds: tagger and weights of places learn from four fifths of LOCATIONS.jsonl and read the last.
Documents of GUM that are among those articles are left out altogether.
"""

import json
import sys
import tempfile
from pathlib import Path

from reader.analysis import outline_of, regression
from reader.analysis.entities.tagger import MODEL
from reader.document.article import Article
from reader.document.codec import to_json
from reader.training import places
from reader.training.entities.__main__ import GEOPARSED_TIMES, POLNEAR_ONE_IN, completed, train
from reader.training.entities.corpora import geoparsed, gum, polnear

FOLDS = 5


def main(argv: list[str]) -> int:
    """Print an outline a line."""
    rows = [json.loads(row) for row in Path(argv[4]).read_text(encoding="utf-8").split("\n") if row]
    known = {row["id"].rsplit("-", 1)[-1] for row in rows}
    others = [each for each in gum(Path(argv[2]), Path(argv[3])) if each.name.rsplit("_", 1)[-1] not in known]
    base = [*polnear(Path(argv[0]), Path(argv[1]), POLNEAR_ONE_IN), *others]
    articles = list(geoparsed(rows))
    with tempfile.TemporaryDirectory() as folder:
        first = train(base, Path(folder) / "first.crfsuite")
        for fold in range(FOLDS):
            kept = [number for number in range(len(rows)) if number % FOLDS != fold]
            learnt = completed([articles[number] for number in kept], first)
            model = train([*base, *learnt * GEOPARSED_TIMES], Path(folder) / f"{fold}.crfsuite")
            weights = places.train(places.Example(rows[number]) for number in kept)
            for number in range(fold, len(rows), FOLDS):
                with MODEL.using(model), regression.using("place", weights):
                    article = Article(rows[number]["text"], rows[number]["id"])
                    sys.stdout.write(json.dumps(to_json(article, outline_of(article))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
