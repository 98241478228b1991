"""How the models read kinds of text that they have not learnt from: one outlet's documents are left out at a time.

    python -m reader.training.quotes.domains POLNEAR.jsonl GUM.jsonl [TAGGER]

The tagger learns from a third of PolNeAR, so that every document of GUM is new to it; the regressions from another
third; what tells speech from titles (`speech.py`), in the second half of the table, from GUM, too, but for the outlet
that is measured. Politics is a further part of PolNeAR. A line a domain, in per cent: direct quotes F1, speakers right,
both F1, non-quotes taken, F1 of the tagger's labels. TAGGER is the file that keeps the tagger; one that is there is
used again.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.analysis.quotes import tagger as reading
from reader.analysis.quotes.attribution import find_quotes
from reader.analysis.quotes.tagger import LABELS, tag
from reader.document.outline import Quote
from reader.document.span import Span
from reader.training.quotes import regressions, speech
from reader.training.quotes.corpus import POLITICS, Gold, labels, read
from reader.training.quotes.likeness import is_right, overlap
from reader.training.quotes.regressions import Tagged
from reader.training.quotes.tagger import tagger_of

OUTLETS = {
    "Wikinews": ("news", "interview"),
    "Wikipedia and Wikivoyage": ("bio", "voyage"),
    "papers and courts": ("academic", "court"),
}
"""Genres that are left out together, for they share an outlet or a manner of writing."""
_EDGES = "“”\"'‘’‚‹›«»,.?!…:; \n"


def main(argv: list[str]) -> int:
    """Train and print."""
    politics, others = list(read(Path(argv[0]))), list(read(Path(argv[1])))
    with tempfile.TemporaryDirectory() as scratch:
        trained = tagger_of(politics[0::3], Path(argv[2]) if len(argv) > 2 else Path(scratch) / "tagger")
    known = [(each, tag(each.line, trained)) for each in politics[1::3]]
    domains = {POLITICS: [(each, tag(each.line, trained)) for each in politics[2::12]]}
    for outlet, genres in OUTLETS.items():
        domains[outlet] = [(each, tag(each.line, trained)) for each in others if each.domain in genres]
    tables = regressions.train(known)
    for learnt in ("PolNeAR", "PolNeAR and GUM"):
        for outlet, measured in domains.items():
            other = [name for name in domains if name not in {outlet, POLITICS} and "GUM" in learnt]
            tables[speech.QUESTION] = speech.table(
                [*known, *(each for name in other for each in domains[name])]
            )
            with reading.MODEL.using(trained):
                sys.stdout.write(f"{learnt:16} {outlet:26} {measure(measured)}\n")
    return 0


def measure(tagged: Sequence[Tagged]) -> str:
    """The measures in per cent."""
    exact = _Counts()
    both = _Counts()
    speakers, right, negatives, taken = 0, 0, 0, 0
    for example, _ in tagged:
        text = example.findings.text
        found = [
            (piece, quote)
            for quote in find_quotes(example.findings).outline.direct
            for piece in _pieces(text, quote.span)
            if not any(overlap(piece, each) for each in example.ignored)
        ]
        gold = {_core(text, each.span): each for each in example.quotes}
        spans = {piece for piece, _ in found}
        exact.add(len(gold.keys() & spans), len(spans), len(gold))
        named = {span: each for span, each in gold.items() if each.sources}
        good = sum(piece in named and _right(text, quote, named[piece]) for piece, quote in found)
        both.add(good, len(spans) - len(spans & (gold.keys() - named.keys())), len(named))
        speakers += len(named)
        right += sum(
            any(overlap(span, piece) and _right(text, quote, each) for piece, quote in found)
            for span, each in named.items()
        )
        negatives += len(example.negatives)
        taken += sum(any(overlap(span, piece) for piece, _ in found) for span in example.negatives)
    shares = [100 * right / max(1, speakers), 100 * taken / max(1, negatives)]
    return (
        f"{exact.f1:5.1f} {shares[0]:5.1f} {both.f1:5.1f} {shares[1]:5.1f} {_labels_f1(tagged):5.1f}"
        f"  ({speakers} quotes, {negatives} others)"
    )


def _right(text: str, quote: Quote, gold: Gold) -> bool:
    return quote.speaker is not None and is_right(text, quote, gold)


class _Counts:
    """Right, found and true, for F1."""

    def __init__(self) -> None:
        self._right = self._both = 0

    def add(self, right: int, found: int, true: int) -> None:
        """Count one article."""
        self._right += right
        self._both += found + true

    @property
    def f1(self) -> float:
        """In per cent."""
        return 200 * self._right / max(1, self._both)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A quote paragraph by paragraph, marks cut off."""
    start = span.start
    for line in span.text(text).splitlines(keepends=True):
        piece = Span(start, start + len(line))
        start += len(line)
        if piece.text(text).strip(_EDGES):
            yield _core(text, piece)


def _core(text: str, span: Span) -> Span:
    words = span.text(text)
    start = span.start + len(words) - len(words.lstrip(_EDGES))
    return Span(start, max(start, span.end - len(words) + len(words.rstrip(_EDGES))))


def _labels_f1(tagged: Sequence[Tagged]) -> float:
    """Mean F1 of source, cue and content over units, each with its likeliest label."""
    counts = {kind: _Counts() for kind in "SCT"}
    for example, shares in tagged:
        for each, true in zip(shares, labels(example), strict=True):
            likeliest = LABELS[each.index(max(each))][-1]
            for kind, count in counts.items():
                found, is_true = likeliest == kind, true[-1] == kind
                count.add(found and is_true, found, is_true)
    return sum(each.f1 for each in counts.values()) / len(counts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
