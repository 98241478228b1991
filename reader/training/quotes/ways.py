"""Make way.json: how often a name is right that was found in one of the ways from the words that attribute a quote.

    python -m reader.training.quotes.ways GOLD.jsonl…

Each GOLD is a set of annotated articles (`truths.py`). Counted are quotes whose attributing words were found
rightly, with a name that the annotation knows.
Prints, for every way, how many names it found in each set and how many of them are right.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from reader.analysis.quotes.attribution import with_evidence
from reader.analysis.quotes.speakers import WEIGHED
from reader.analysis.trained import FOLDER
from reader.training.quotes.truths import Annotated, findings_of, is_mentioned, is_right, read, truth_of

Counts = dict[str, Counter[bool]]


def main(argv: list[str]) -> int:
    """Print the table, and write the shares of all sets together."""
    total: Counts = defaultdict(Counter)
    for path in argv:
        found: Counts = defaultdict(Counter)
        for annotated in read(Path(path)):
            count(annotated, found)
        for how, told in sorted(found.items()):
            sys.stdout.write(f"{path}: {told[True]:4} of {told.total():4}  {how}\n")
            total[how].update(told)
    shares = {how: share(told) for how, told in sorted(total.items())}
    written = json.dumps(shares, indent=0, ensure_ascii=False)
    (FOLDER / "way.json").write_text(written + "\n", encoding="utf-8")
    return 0


def share(told: Counter[bool]) -> float:
    """The share that is right, by Laplace's rule of succession, so that a few are little proof."""
    return round((told[True] + 1) / (told.total() + 2), 3)


def count(annotated: Annotated, found: Counts) -> None:
    """Add for each way how many speakers of an article it names rightly."""
    text = annotated.article.text
    for quote, evidence in with_evidence(findings_of(annotated.article)):
        truth = truth_of(quote, annotated.truths) if quote.speaker else None
        if not quote.speaker or not truth or not evidence or evidence.how in WEIGHED:
            continue
        known = bool(truth.names and not truth.described) or not quote.speaker.is_named
        right = is_right(text, quote.speaker, truth) if is_mentioned(text, quote.speaker, truth) else None
        if known and right is not None:
            found[evidence.how][right] += 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
