"""Make speaker.json: how likely it is that a speaker who is shown is right.

    python -m reader.training.quotes.confidence GOLD.jsonl…

Each GOLD is a set of annotated articles (`truths.py`) that the tagger and the other regressions have not learnt from.
Prints, for every set and for the weights learnt from all sets but that one, how many speakers are shown, how many as
facts, how many of those are right, and the share that is right by steps of the probability.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from reader.analysis.quotes.attribution import with_evidence
from reader.analysis.quotes.confidence import FACT, NAMED, Evidence, features
from reader.analysis.regression import probability
from reader.analysis.trained import FOLDER
from reader.document.outline import Speaker
from reader.training.quotes.regressions import Row, fit
from reader.training.quotes.truths import Annotated, Truth, findings_of, is_right, read, truth_of

SETTINGS = {"c2": 2.0, "feature.minfreq": 2}
_EDGES = (0.0, 0.3, 0.5, 0.7, 0.85, 0.9, 0.95, 1.01)


def main(argv: list[str]) -> int:
    """Print the table, and write the weights that all sets give."""
    sets = {path: [row for each in read(Path(path)) for row in rows(each)] for path in argv}
    for path, told in sets.items():
        others = [row for other, found in sets.items() if other != path for row in found]
        _print(path, told, others or told)
    weights = fit([row for found in sets.values() for row in found], **SETTINGS)
    written = json.dumps(weights, indent=0, ensure_ascii=False, sort_keys=True)
    (FOLDER / "speaker.json").write_text(written + "\n", encoding="utf-8")
    return 0


def rows(annotated: Annotated) -> Iterable[Row]:
    """What is known of each speaker who is shown, and whether it is the right one."""
    return ((features(evidence), right) for _, evidence, _, right in judged(annotated))


def judged(annotated: Annotated) -> Iterator[tuple[Speaker, Evidence, Truth, bool]]:
    """Each speaker who is shown, with the evidence, the truth, and whether it is the right one."""
    text = annotated.article.text
    for quote, evidence in with_evidence(findings_of(annotated.article)):
        truth = truth_of(quote, annotated.truths) if quote.speaker else None
        right = is_right(text, quote.speaker, truth) if quote.speaker and truth else None
        if quote.speaker and truth and evidence and evidence.name_share >= NAMED and right is not None:
            yield quote.speaker, evidence, truth, right


def _print(path: str, told: list[Row], others: list[Row]) -> None:
    weights = fit(others, **SETTINGS)
    for quotes in ("direct", "reported"):
        found = [(probability(weights, each), right) for each, right in told if quotes in each]
        facts = [right for share, right in found if share >= FACT]
        if found:
            share = 100 * sum(facts) / max(1, len(facts))
            sys.stdout.write(
                f"{path}, {quotes}: {len(found)} shown, {len(facts)} as facts, {share:.1f} % right\n"
            )
        for low, high in pairwise(_EDGES):
            inside = [right for share, right in found if low <= share < high]
            if inside:
                right = 100 * sum(inside) / len(inside)
                sys.stdout.write(f"  {low:.2f}–{min(high, 1):.2f}  {len(inside):4}  {right:5.1f} %\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
