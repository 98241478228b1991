"""Make sections.crfsuite and sections_abroad.crfsuite.

    python -m reader.training.sections POSTS SECTIONS.jsonl.gz

POSTS is a folder of Markdown posts (see posts.py), SECTIONS.jsonl.gz plain texts with the ranges of their title and
headings. `--folds N` writes nothing: it prints an outline a line for the texts, each by a model that has not seen
its document.
"""

import gzip
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pycrfsuite import Tagger, Trainer

from reader.analysis.pipeline import begin
from reader.analysis.sections import find_sections
from reader.analysis.sections.features import features
from reader.analysis.sections.tagger import HEADING, MODELS, TEXT, TITLE
from reader.analysis.trained import common_words
from reader.document.article import Article
from reader.document.codec import to_json
from reader.document.paragraphs import paragraphs
from reader.document.span import Span
from reader.training.sections.posts import UNKNOWN, Example, posts

Row = dict[str, Any]  # Any: rows of the corpus's own JSON
SETTINGS = {"c1": 0.1, "c2": 1.0, "max_iterations": 150, "feature.minfreq": 3}
"""L1 and L2 penalties, steps, and the least number of times a feature is seen."""
TIMES = 4
"""How often the texts with gold headings are learnt from: the posts are many and of one sort."""
LEARNT_FROM = frozenset({"lines", "caps"})
"""Conventions whose paragraphs differ: those of the others are the same as of `lines`, or marked."""


def main(argv: list[str]) -> int:
    """Train on everything, or print what folds say."""
    with gzip.open(argv[1], "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    base = list(posts(Path(argv[0])))
    if "--folds" in argv:
        for outline in folded(base, rows, int(argv[argv.index("--folds") + 1])):
            sys.stdout.write(json.dumps(outline) + "\n")
    else:
        everything = [*base, *examples(rows)]
        train(everything, MODELS[True].path)
        train(map(in_sentence_case, everything), MODELS[False].path, lexical=False)
    return 0


def examples(rows: Iterable[Row]) -> Iterator[Example]:
    """The texts with gold headings, each several times, and once without its title."""
    for row in rows:
        if row["convention"] in LEARNT_FROM:
            found = _example(row)
            yield from [found] * TIMES
            if found.labels[:1] == [TITLE] and UNKNOWN not in found.labels:
                yield from [Example(found.paragraphs[1:], found.labels[1:])] * TIMES


def in_sentence_case(example: Example) -> Example:
    """A text whose title and headings have small letters where other languages write them."""
    return Example(
        [
            each
            if label not in {TITLE, HEADING} or each.isupper()
            else " ".join(map(_small, enumerate(each.split())))
            for each, label in zip(example.paragraphs, example.labels, strict=True)
        ],
        example.labels,
    )


def _small(numbered: tuple[int, str]) -> str:
    number, word = numbered
    return word.lower() if number and word.istitle() and word.lower() in common_words() else word


def _example(row: Row) -> Example:
    text = row["text"]
    known = {tuple(each): UNKNOWN for each in row["optional"]} | {
        tuple(each): HEADING for each in row["headings"]
    }
    if row["title"]:
        known[tuple(row["title"])] = TITLE
    gold = {tuple(Span(*each).trimmed(text)): label for each, label in known.items()}
    spans = paragraphs(text)
    return Example([span.phrase(text) for span in spans], [gold.get(tuple(span), TEXT) for span in spans])


def train(found: Iterable[Example], model: Path, *, lexical: bool = True) -> Tagger:
    """Write *model*; paragraphs of which nobody knows what they are cut a text in two."""
    trainer = Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(SETTINGS)
    for example in found:
        rows = features(example.paragraphs, lexical=lexical)
        start = 0
        for at, label in enumerate([*example.labels, UNKNOWN]):
            if label == UNKNOWN:
                if at > start:
                    trainer.append(rows[start:at], example.labels[start:at])
                start = at + 1
    trainer.train(str(model))
    made = Tagger()
    made.open(str(model))
    return made


def folded(base: list[Example], rows: list[Row], folds: int) -> Iterator[Row]:
    """Outlines of the texts in order, with title and sections by a model that has not seen their document."""
    documents = sorted({row["doc"] for row in rows})
    fold = {document: number % folds for number, document in enumerate(documents)}
    with tempfile.TemporaryDirectory() as folder:
        models = [
            train(
                [*base, *examples(row for row in rows if fold[row["doc"]] != each)], Path(folder) / str(each)
            )
            for each in range(folds)
        ]
        for number, row in enumerate(rows):
            article = Article(row["text"], f"{number:05}.txt")
            with MODELS[True].using(models[fold[row["doc"]]]):
                yield to_json(article, find_sections(begin(article)).outline)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
