"""Make entities.crfsuite.

    python -m reader.training.entities POLNEAR.jsonl CORENLP GUM GUM-DOCUMENTS LOCATIONS.jsonl

CORENLP is `data/train/corenlp` of PolNeAR's public repository, GUM the folder `dep` of GUM's, GUM-DOCUMENTS
a list of those of its documents that may be used, LOCATIONS.jsonl articles with toponyms (LGL, TR-News).
"""

import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pycrfsuite import Tagger, Trainer

from reader.analysis.entities.features import stretch_features
from reader.analysis.entities.tagger import tag
from reader.analysis.entities.uses import Uses
from reader.analysis.names import is_title_case
from reader.analysis.trained import FOLDER
from reader.training.entities.corpora import Example, geoparsed, gum, labels, polnear, with_others

SETTINGS = {"c1": 0.5, "c2": 2.0, "max_iterations": 100, "feature.minfreq": 2}
"""L1 and L2 penalties, steps, and the least number of times a feature is seen."""
POLNEAR_ONE_IN = 8
"""Automatic labels are worth less than those by hand; every n-th article of them is used."""

GEOPARSED_TIMES = 3
"""How often the articles with gold places are learnt from."""


def main(argv: list[str]) -> int:
    """Train on everything."""
    base = [*polnear(Path(argv[0]), Path(argv[1]), POLNEAR_ONE_IN), *gum(Path(argv[2]), Path(argv[3]))]
    rows = [json.loads(row) for row in Path(argv[4]).read_text(encoding="utf-8").split("\n") if row]
    with tempfile.TemporaryDirectory() as folder:
        first = train(base, Path(folder) / "first.crfsuite")
        train([*base, *completed(geoparsed(rows), first) * GEOPARSED_TIMES], FOLDER / "entities.crfsuite")
    return 0


def completed(examples: Iterable[Example], tagger: Tagger) -> list[Example]:
    """Articles in which only places are told, with the people and organisations that a tagger finds."""
    return [with_others(example, [*tag(example.sentences, tagger)]) for example in examples]


def train(examples: Iterable[Example], model: Path) -> Tagger:
    """Write *model*; L-BFGS always gives the same one."""
    trainer = Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(SETTINGS)
    for example in examples:
        uses = Uses(example.sentences)
        for sentence, row in zip(example.sentences, labels(example), strict=True):
            for first, last, features in stretch_features(sentence, uses, title_case=is_title_case(sentence)):
                trainer.append(features, row[first:last])
    trainer.train(str(model))
    tagger = Tagger()
    tagger.open(str(model))
    return tagger


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
