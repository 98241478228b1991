"""Make summary.json: what of a sentence tells that a summary says the same.

    python -m reader.training.summary SUMMARIES.jsonl.gz

SUMMARIES.jsonl.gz holds articles with summaries by people. Least squares (ridge) over all sentences: the share of a
sentence's words, pairs of words and longest common sequence that the summaries have. Two options write nothing:
`--leave-one-out` prints what the key sentences of each set reach by weights that have not seen the set, beside what its
first sentences reach; `--folds N` prints an outline a line, each by weights that have not seen the article.
"""

import gzip
import json
import sys
from collections.abc import Iterable, Iterator
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
from reader.document.span import Span
from reader.training.ridge import solved
from reader.training.rouge import rouge, shared

TOGETHER = lead_centroid.TOGETHER
RIDGE = 1.0
_USUAL = 25
"""Words of a sentence that counts once; longer ones count more, for they fill more of a summary."""
Row = dict[str, Any]  # Any: rows of the corpus's own JSON


class Example(NamedTuple):
    """An article with the features of its sentences, and the share of each that the summaries have."""

    corpus: str
    references: list[str]
    findings: Findings
    features: list[dict[str, float]]
    lengths: list[int]
    shares: list[float]


def main(argv: list[str]) -> int:
    """Write the weights, or print what folds say."""
    with gzip.open(argv[0], "rt", encoding="utf-8") as file:
        examples = [_example(json.loads(line), f"{number:05}.txt") for number, line in enumerate(file)]
    if "--leave-one-out" in argv:
        sys.stdout.writelines(f"{line}\n" for line in left_out(examples))
        return 0
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
        shared(text, row["references"]) / max(1, length)
        for text, (_, length, _) in zip(texts, found, strict=True)
    ]
    return Example(
        row["set"],
        row["references"],
        findings,
        [each for each, _, _ in found],
        [length for _, length, _ in found],
        shares,
    )


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


def left_out(examples: list[Example]) -> Iterator[str]:
    """A table of mean ROUGE: each set by weights of the others, and the first sentences of its articles."""
    yield f"{'set left out':<12}{'articles':>9}{'key sentences':>15}{'first three':>13}"
    for left in sorted({example.corpus for example in examples}):
        weights = fit(example for example in examples if example.corpus != left)
        own = [example for example in examples if example.corpus == left]
        key = sum(_score(example, _chosen(example, weights)) for example in own) / len(own)
        first = sum(_score(example, _first_three(example)) for example in own) / len(own)
        yield f"{left:<12}{len(own):>9}{key:>15.2%}{first:>13.2%}".replace("%", " ")


def _score(example: Example, spans: Iterable[Span]) -> float:
    text = example.findings.text
    return rouge(" ".join(span.text(text) for span in sorted(spans)), example.references)


def _first_three(example: Example) -> list[Span]:
    """The first sentences after the title."""
    title = example.findings.outline.title
    return [each for each in example.findings.sentences if not (title and title.touches(each))][:TOGETHER]


def _chosen(example: Example, weights: dict[str, float]) -> list[Span]:
    """Three key sentences by some weights, the most important first."""
    findings = example.findings
    spans = candidates(findings)
    texts = [span.phrase(findings.text) for span in spans]
    stop = language("en").words
    chosen = lead_centroid.best(texts, TOGETHER, title=title_of(findings), stop=stop, known=weights)
    return [spans[at] for at in chosen]


def folded(examples: list[Example], folds: int) -> Iterator[Row]:
    """What an outline says of key sentences, each article's chosen by weights that have not seen it."""
    for fold in range(folds):
        weights = fit(each for at, each in enumerate(examples) if at % folds != fold)
        for example in examples[fold::folds]:
            spans = _chosen(example, weights)
            ranges = [{"start": s.start, "end": s.end, "rank": rank} for rank, s in enumerate(spans, 1)]
            findings = example.findings
            yield {"source": {"uri": findings.article.uri}, "text": findings.text, "summary": ranges}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
