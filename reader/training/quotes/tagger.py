"""Trains the tagger of sources, cues and contents: a CRF by CRFsuite's L-BFGS, which is deterministic."""

from collections.abc import Iterable
from pathlib import Path

from pycrfsuite import Tagger, Trainer

from reader.analysis.quotes.tagger import features_of
from reader.training.quotes.corpus import Example, labels
from reader.training.quotes.variety import Variety

SETTINGS = {"c1": 1.0, "c2": 0.4, "max_iterations": 120, "feature.minfreq": 3}
"""L1 and L2 penalties, steps, and the least number of times a feature is seen."""


def train(examples: Iterable[Example], model: Path) -> None:
    """Write *model*."""
    trainer = Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(SETTINGS)
    variety = Variety()
    for example in examples:
        line, gold = variety.varied(example.line, labels(example))
        for (first, last), features in zip(line.pieces, features_of(line), strict=True):
            trainer.append(features, gold[first:last])
    trainer.train(str(model))


def tagger_of(examples: list[Example], model: Path) -> Tagger:
    """The tagger in the file *model*, learnt from *examples* if it is not there."""
    if not model.exists():
        train(examples, model)
    trained = Tagger()
    trained.open(str(model))
    return trained
