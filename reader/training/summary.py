"""Make summary.json: what of a sentence tells that a summary says the same.

    python -m reader.training.summary SUMMARIES.jsonl.gz

SUMMARIES.jsonl.gz holds articles with summaries by people. Least squares (ridge) over all sentences: the share of a
sentence's words, pairs of words and longest common sequence that the summaries have. `--folds N` writes nothing: it
prints an outline a line, each by weights that have not seen the article.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from reader.analysis.findings import Findings
from reader.analysis.languages import language
from reader.analysis.pipeline import begin
from reader.analysis.sections import find_sections
from reader.analysis.sentences import split_sentences
from reader.analysis.summary import lead_centroid
from reader.analysis.summary.finding import candidates, title_of
from reader.analysis.trained import FOLDER
from reader.document.article import Article

RIDGE = 1.0
_USUAL = 25
"""Words of a sentence that counts once; longer ones count more, for they fill more of a summary."""
Row = dict[str, Any]  # Any: rows of the corpus's own JSON


class Example(NamedTuple):
    """An article with the features of its sentences, and the share of each that the summaries have."""

    findings: Findings
    features: list[dict[str, float]]
    lengths: list[int]
    shares: list[float]


def main(argv: list[str]) -> int:
    """Write the weights, or print what folds say."""
    with gzip.open(argv[0], "rt", encoding="utf-8") as file:
        examples = [_example(json.loads(line), f"{number:05}.txt") for number, line in enumerate(file)]
    if "--folds" in argv:
        for outline in folded(examples, int(argv[argv.index("--folds") + 1])):
            sys.stdout.write(json.dumps(outline) + "\n")
        return 0
    written = {name: round(weight, 5) for name, weight in sorted(fit(examples).items())}
    (FOLDER / "summary.json").write_text(json.dumps(written, indent=0) + "\n", encoding="utf-8")
    return 0


def _example(row: Row, uri: str) -> Example:
    findings = find_sections(split_sentences(begin(Article(row["text"], uri))))
    texts = [span.phrase(findings.text) for span in candidates(findings)]
    found = list(lead_centroid.features(texts, title=title_of(findings), stop=language("en").words))
    shares = [
        _shared(text, row["references"]) / max(1, length)
        for text, (_, length, _) in zip(texts, found, strict=True)
    ]
    return Example(findings, [each for each, _, _ in found], [length for _, length, _ in found], shares)


def _shared(sentence: str, references: Iterable[str]) -> float:
    """Words, pairs and longest common sequence that a sentence shares with the references, in the mean."""
    words = sentence.lower().split()
    found = []
    for reference in references:
        told = reference.lower().split()
        single = (Counter(words) & Counter(told)).total()
        double = (Counter(pairwise(words)) & Counter(pairwise(told))).total()
        found.append((single + double + _longest(words, told)) / 3)
    return sum(found) / len(found)


def _longest(one: list[str], other: list[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for word in one:
        last = row[:]
        for at, each in enumerate(other, 1):
            row[at] = last[at - 1] + 1 if word == each else max(row[at - 1], last[at])
    return row[-1]


def fit(examples: Iterable[Example]) -> dict[str, float]:
    """Weights by ridge regression; sentences of long articles count less, so that articles count alike."""
    examples = list(examples)
    names = sorted({name for example in examples for row in example.features for name in row})
    place = {name: number for number, name in enumerate(names)}
    matrix = [[RIDGE * (row == column) for column in range(len(names))] for row in range(len(names))]
    right = [0.0] * len(names)
    for example in examples:
        each = len(example.features) ** -0.5 if example.features else 0.0
        for row, length, share in zip(example.features, example.lengths, example.shares, strict=True):
            weight = each * length / _USUAL
            for name, value in row.items():
                right[place[name]] += weight * value * share
                for other, second in row.items():
                    matrix[place[name]][place[other]] += weight * value * second
    return dict(zip(names, solved(matrix, right), strict=True))


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination; *matrix* is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for pivot in range(size):
        for row in range(pivot + 1, size):
            factor = rows[row][pivot] / rows[pivot][pivot]
            for column in range(pivot, size + 1):
                rows[row][column] -= factor * rows[pivot][column]
    found = [0.0] * size
    for row in reversed(range(size)):
        known = sum(rows[row][column] * found[column] for column in range(row + 1, size))
        found[row] = (rows[row][size] - known) / rows[row][row]
    return found


def folded(examples: list[Example], folds: int) -> Iterator[Row]:
    """What an outline says of key sentences, each article's chosen by weights that have not seen it."""
    for fold in range(folds):
        weights = fit(each for at, each in enumerate(examples) if at % folds != fold)
        for example in examples[fold::folds]:
            yield _outline(example, weights)


def _outline(example: Example, weights: dict[str, float]) -> Row:
    findings = example.findings
    spans = candidates(findings)
    texts = [span.phrase(findings.text) for span in spans]
    chosen = lead_centroid.best(
        texts, lead_centroid.TOGETHER, title=title_of(findings), stop=language("en").words, known=weights
    )
    ranges = [
        {"start": spans[at].start, "end": spans[at].end, "rank": rank} for rank, at in enumerate(chosen, 1)
    ]
    return {"source": {"uri": findings.article.uri}, "text": findings.text, "summary": ranges}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
