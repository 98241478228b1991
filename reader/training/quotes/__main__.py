"""Make quotes.crfsuite and quotes.json from PolNeAR's train part, but what tells speech from titles: `speech.py`.

    python -m reader.training.quotes TRAIN.jsonl [FOLDER]

The regressions learn from articles tagged by a model that has not seen them (five folds), so that they
know the tagger's mistakes. FOLDER keeps the taggers; those that are there are used again.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from reader.analysis.quotes.tagger import tag
from reader.analysis.trained import FOLDER
from reader.training.quotes import regressions
from reader.training.quotes.corpus import Example, read
from reader.training.quotes.tagger import tagger_of

FOLDS = 5


def main(argv: list[str]) -> int:
    """Train everything."""
    examples = list(read(Path(argv[0])))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(argv[1]) if len(argv) > 1 else Path(scratch)
        tables = regressions.train(_tagged_by_folds(examples, folder))
        regressions.write(tables)
        tagger_of(examples, folder / "quotes.crfsuite")
        shutil.copy(folder / "quotes.crfsuite", FOLDER)
    return 0


def _tagged_by_folds(examples: list[Example], folder: Path) -> list[regressions.Tagged]:
    """Every article with the labels of a tagger that has not learnt from it."""
    found: dict[int, regressions.Tagged] = {}
    for fold in range(FOLDS):
        others = [each for number, each in enumerate(examples) if number % FOLDS != fold]
        trained = tagger_of(others, folder / f"fold{fold}.crfsuite")
        for number in range(fold, len(examples), FOLDS):
            found[number] = (examples[number], tag(examples[number].line, trained))
        sys.stderr.write(f"fold {fold + 1} of {FOLDS}\n")
    return [found[number] for number in sorted(found)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
