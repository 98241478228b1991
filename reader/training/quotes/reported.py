"""Make reported.json: how likely it is that the speaker of a reported statement is right.

    python -m reader.training.quotes.reported TRAIN.jsonl TAGGER [GOLD.jsonl…]

A tagger learns from a third of TRAIN (TAGGER is the file that keeps it; one that is there is used again), the
weights from what it finds in the rest. Prints for that rest, a quarter left out at a time, and for each genre of the
GOLD files (`truths.py`), read with the tagger that is shipped, how many speakers are facts from some probabilities on,
and how many of those are right.

PolNeAR does not say who “she” or “Mr. Lee” is. A speaker found by such words is open: the words are right, but nobody
knows about the name. The shares leave open ones out, the weights count one in four.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from reader.analysis.quotes import tagger as reading
from reader.analysis.quotes.confidence import REPORTED_FACT, reported_features
from reader.analysis.regression import Weights, probability
from reader.analysis.trained import FOLDER
from reader.document.outline import Speaker
from reader.training.quotes import corpus
from reader.training.quotes.confidence import judged
from reader.training.quotes.regressions import fit
from reader.training.quotes.tagger import tagger_of
from reader.training.quotes.truths import Annotated, Truth, read

SETTINGS = {"c2": 6.0, "feature.minfreq": 4}
PARTS, QUARTERS, OPEN_ONE_IN = 3, 4, 4
_LIMITS = (0.85, 0.9, REPORTED_FACT, 0.93, 0.95)


class Known(NamedTuple):
    """The features of a speaker, whether he is right, and whether that is open as far as the name goes."""

    features: list[str]
    right: bool
    is_open: bool


def main(argv: list[str]) -> int:
    """Write the weights and print the table."""
    train, kept = Path(argv[0]), Path(argv[1])
    tagger = tagger_of([] if kept.exists() else list(corpus.read(train))[0::PARTS], kept)
    with reading.MODEL.using(tagger):
        rest = (each for number, each in enumerate(read(train)) if number % PARTS)
        known = [found for each in rest for found in _known(each)]
    size = -(-len(known) // QUARTERS)
    quarters = [known[start : start + size] for start in range(0, len(known), size)]
    learnt = [_fit(chain(*(each for each in quarters if each is not quarter))) for quarter in quarters]
    _print(
        "a quarter left out",
        [share for pair in zip(quarters, learnt, strict=True) for share in _shares(*pair)],
    )
    weights = _fit(known)
    for path in argv[2:]:
        genres: dict[str, list[Known]] = defaultdict(list)
        for each in read(Path(path)):
            genres[each.genre] += _known(each)
        for genre, found in genres.items():
            _print(genre, list(_shares(found, weights)))
    written = json.dumps(weights, indent=0, ensure_ascii=False, sort_keys=True)
    (FOLDER / "reported.json").write_text(written + "\n", encoding="utf-8")
    return 0


def _known(annotated: Annotated) -> Iterator[Known]:
    text = annotated.article.text
    for speaker, evidence, truth, right in judged(annotated):
        if not evidence.direct:
            yield Known(reported_features(evidence), right, right and _is_open(text, speaker, truth))


def _is_open(text: str, speaker: Speaker, truth: Truth) -> bool:
    """Whether the name that is shown has more words than the words that attribute, and nobody knows the name."""
    name, mention = (each.phrase(text).lower().split() for each in (speaker.name, speaker.mention))
    return not truth.names and not set(name) <= set(mention)


def _fit(known: Iterable[Known]) -> Weights:
    rows = list(known)
    left_out = {id(each) for number, each in enumerate(filter(_open, rows)) if number % OPEN_ONE_IN}
    return fit([(each.features, each.right) for each in rows if id(each) not in left_out], **SETTINGS)


def _open(known: Known) -> bool:
    return known.is_open


def _shares(found: Iterable[Known], weights: Weights) -> Iterator[tuple[float, bool]]:
    """Of every speaker that is not open, the probability and whether he is right."""
    return ((probability(weights, each.features), each.right) for each in found if not each.is_open)


def _print(name: str, found: list[tuple[float, bool]]) -> None:
    sys.stdout.write(f"{name}: {len(found)} shown\n")
    for limit in _LIMITS:
        facts = [right for share, right in found if share >= limit]
        right = 100 * sum(facts) / max(1, len(facts))
        sys.stdout.write(f"  from {limit:.3f}  {len(facts):5} facts  {right:5.1f} % right\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
