"""How far the probabilities of speakers can be trusted, on articles that the models have not seen.

    python -m reader.training.quotes.calibration DEV.jsonl

Prints, for bins of the probability, how many direct quotes have a speaker in it and how many of those are
right; and precision and share of the quotes whose speaker is shown as sure (`reader.document.outline.SURE`).
A speaker is right if the mention shares half its words with the gold source, or the name ends as it may.
"""

import sys
from itertools import pairwise
from pathlib import Path

from reader.analysis.quotes.attribution import find_quotes
from reader.document.outline import SURE, Quote
from reader.document.span import Span
from reader.training.quotes.corpus import Example, Gold, read

EDGES = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.001)


def main(argv: list[str]) -> int:
    """Print the table."""
    told = [each for example in read(Path(argv[0])) for each in _told(example)]
    rows = [
        (low, high, [right for share, right in told if low <= share < high]) for low, high in pairwise(EDGES)
    ]
    for low, high, found in rows:
        share = f"{100 * sum(found) / len(found):5.1f} %" if found else "    –"
        sys.stdout.write(f"{low:.2f}–{min(high, 1):.2f}  {len(found):4}  {share}\n")
    sure = [right for share, right in told if share >= SURE]
    precision = 100 * sum(sure) / max(1, len(sure))
    sys.stdout.write(f"sure (≥ {SURE}): {len(sure)} of {len(told)}, {precision:.1f} % right\n")
    return 0


def _told(example: Example) -> list[tuple[float, bool]]:
    """Probability and truth of every speaker of a direct quote that the corpus has with a source."""
    found = []
    text = example.findings.text
    for quote in find_quotes(example.findings).outline.direct:
        gold = next(
            (each for each in example.quotes if each.sources and overlap(each.span, quote.span)), None
        )
        if gold and quote.speaker:
            found.append((quote.speaker.probability, is_right(text, quote, gold)))
    return found


def overlap(one: Span, other: Span) -> bool:
    """Whether two ranges share something."""
    return one.start < other.end and other.start < one.end


def is_right(text: str, quote: Quote, gold: Gold) -> bool:
    """Whether the speaker of a quote is the gold one, by the words that name him or by his last name."""
    assert quote.speaker is not None
    mention, name = quote.speaker.mention, quote.speaker.name.phrase(text).lower().split()
    words = len(mention.text(text).split())
    for source in gold.sources:
        common = Span(max(mention.start, source.start), min(mention.end, source.end))
        shared = len(common.text(text).split()) if common.start < common.end else 0
        if shared and 2 * shared >= min(words, len(source.text(text).split())):
            return True
    return name[-1].strip(".'’") in gold.accept


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
