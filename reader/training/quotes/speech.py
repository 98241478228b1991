"""Trains what tells speech from titles, terms and scare quotes: the table `speech` of quotes.json.

    python -m reader.training.quotes.speech POLNEAR.jsonl GUM.jsonl [FOLDER]

PolNeAR has one passage that nobody says for nine that somebody does, most of them American titles and labels; in the
documents of GUM nobody says half of them. Of PolNeAR, a third is tagged by a tagger that learnt from the other two
thirds, and these by one that learnt from that third; GUM by the tagger that is shipped, which has not seen it. FOLDER
keeps the taggers; those that are there are used again.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from reader.analysis import regression
from reader.analysis.quotes.attribution import judge
from reader.analysis.quotes.naming import is_capitalised
from reader.analysis.quotes.standing import heads_list
from reader.analysis.quotes.tagger import tag
from reader.document.span import Span
from reader.training.quotes.corpus import POLITICS, Example, Gold, read
from reader.training.quotes.likeness import overlap
from reader.training.quotes.regressions import Row, Tagged, fit, gold_at, links_of, write
from reader.training.quotes.tagger import tagger_of

QUESTION = "speech"
SETTINGS = {"c1": 2.0, "c2": 1.0, "feature.minfreq": 2}
"""The L1 penalty leaves a few hundred features: more of them fit one corpus."""
REPEATED = 8
"""How often a passage counts that is not from political news."""
PARTS = 3
"""A tagger learns from one of so many parts of PolNeAR, another from the others."""
_THINGS = frozenset("works terms calling examples".split())
"""What stands before a title or a term: the film, the word, called, including."""


def main(argv: list[str]) -> int:
    """Write the table into quotes.json."""
    politics, others = list(read(Path(argv[0]))), list(read(Path(argv[1])))
    with tempfile.TemporaryDirectory() as scratch:
        known = list(tagged(politics, Path(argv[2]) if len(argv) > 2 else Path(scratch)))
    new = [(each, tag(each.line)) for each in others]
    tables = regression.tables()
    tables[QUESTION] = table([*known, *new])
    write(tables)
    return 0


def tagged(examples: list[Example], folder: Path) -> Iterator[Tagged]:
    """Every article with the labels of a tagger that has not learnt from it."""
    rest = [each for number, each in enumerate(examples) if number % PARTS]
    of_third = tagger_of(examples[0::PARTS], folder / "third.crfsuite")
    of_rest = tagger_of(rest, folder / "rest.crfsuite")
    for number, each in enumerate(examples):
        yield each, tag(each.line, of_third if number % PARTS else of_rest)


def table(articles: Iterable[Tagged]) -> regression.Weights:
    """The weights that these articles give."""
    return fit(chain.from_iterable(map(_rows, articles)), **SETTINGS)


def _rows(article: Tagged) -> Iterator[Row]:
    """Quoted passages with their features, and whether somebody says them."""
    example, shares = article
    times = 1 if example.domain == POLITICS else REPEATED
    for each in judge(example.findings, example.line, shares, links_of(article)):
        unit = example.line.units[each.at]
        gold = gold_at(example, unit.start, unit.end)
        if not _is_open(example, each.at, gold):
            yield from [(each.features, gold is not None)] * times


def _is_open(example: Example, at: int, gold: Gold | None) -> bool:
    """Whether the corpus says neither that it is speech nor that it is none, the marks belong to markup, or it is a
    title or a term in a reported statement, which PolNeAR counts as speech."""
    unit = example.line.units[at]
    if gold is None:
        in_markup = example.findings.text[max(0, unit.start - 1) : unit.start] == "="
        span = Span(unit.start, unit.end)
        return in_markup or not any(overlap(span, each) for each in example.negatives)
    in_headline = unit.start < example.findings.paragraphs[0].end
    is_title = " " in unit.text and is_capitalised(unit.text)
    is_thing = gold.partial and (is_title or heads_list(example.line, at) in _THINGS)
    return example.domain == POLITICS and is_thing and not in_headline


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
