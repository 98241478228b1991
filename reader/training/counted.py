"""Learn which phrase around a figure is what it counts, from figures that are marked with it.

    python -m reader.training.counted FIGURES.jsonl…

Each line is an outline whose figures have `of`: the phrase, or its words where the corpus gives no place. A phrase is
the better the more of its words are among them; the ranking is learnt by a softmax over the phrases of a figure
(AdaGrad). Figures of whole articles weigh three times as much as those of single sentences.
"""

import json
import math
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from reader.analysis.figures.choosing import MARGIN, only_told, score
from reader.analysis.figures.measures import Draft
from reader.analysis.figures.numbers import joined
from reader.analysis.figures.phrases import Around, features, group_of, ranked
from reader.analysis.figures.reading import drafts_in, said_by_rules
from reader.analysis.pipeline import begin
from reader.analysis.regression import Weights
from reader.analysis.trained import FOLDER
from reader.document.article import Article
from reader.document.span import Span

_STOPS = frozenset(
    """the a an of and or to in on for by with from at as its it their his her is was were are be been that this those
    these who which total other more all s""".split()
)
ROUNDS, RATE, SHRINK, SHARP = 10, 0.07, 2e-7, 6.0
LONG = 600
"""Code points from which a text is an article."""
FOLDS = 6


class Phrase(NamedTuple):
    """A phrase: its features, and how well it says what is counted (0 to 1); `is_told`: what the rules say."""

    features: list[str]
    worth: float
    is_told: bool


class Example(NamedTuple):
    """A figure with the phrases around it."""

    text: int
    phrases: list[Phrase]
    weight: int
    sure: float | None
    """How well the rules say it, where they leave no doubt."""


def main() -> int:
    """Write counted.json and its card."""
    found = [example for path in sys.argv[1:] for example in _examples(Path(path))]
    told, rated = _checked(found)
    weights = learnt(found)
    kept = {name: round(value, 3) for name, value in sorted(weights.items()) if abs(value) >= 0.02}
    (FOLDER / "counted.json").write_text(
        json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    names = ", ".join(Path(path).stem for path in sys.argv[1:])
    (FOLDER / "counted.md").write_text(
        f"""# counted.json

Weights by which a phrase is chosen as what a figure counts (`analysis/figures/phrases.py`, `choosing.py`).

- **Corpora**: {names}: {len(found)} figures with what they count. NewsQuant (CQE, EMNLP 2023) and news articles
  marked by hand; only weights of features are kept, no text.
- **Licence**: of the weights, the project's own.
- **Command**: `python -m reader.training.counted FIGURES.jsonl…`
- **Score**: words in common with what is marked (F1) in {FOLDS} folds by text: {100 * rated:.1f}; by the rules alone
  {100 * told:.1f}.
""",
        encoding="utf-8",
    )
    sys.stderr.write(f"{len(found)} figures, {len(kept)} weights: rules {told:.3f}, chosen {rated:.3f}\n")
    return 0


def _examples(path: Path) -> Iterator[Example]:
    for line in path.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        text = joined(data["text"])
        drafts = drafts_in(text, begin(Article(data["text"], "text")).paragraphs)
        paragraphs = {
            paragraph: [draft for draft, within in drafts if within == paragraph] for _, paragraph in drafts
        }
        for paragraph, mine in paragraphs.items():
            said = list(said_by_rules(text, paragraph, mine))
            for draft, told in said:
                words = _marked(data["figures"], draft)
                if words:
                    phrases = _phrases(
                        text, draft, paragraph, [each.span for each in mine if each is not draft], told, words
                    )
                    sure = _worth(told.span.text(text), words) if told.is_sure and told.span else None
                    number = crc32(data["text"].encode())
                    yield Example(number, phrases, 3 if len(text) > LONG else 1, sure)


def _marked(figures: Sequence[dict[str, Any]], draft: Draft) -> frozenset[str]:
    """The words of what the figure at a draft's place is marked to count."""
    start, end = draft.span
    marked = [
        each for each in figures if each["start"] < end and start < each["end"] and not each.get("optional")
    ]
    of = marked[0].get("of") if marked else None
    if not of:
        return frozenset()
    return _words(" ".join(of.get("tokens") or [of.get("text") or ""]) if isinstance(of, dict) else of)


def _words(phrase: str) -> frozenset[str]:
    """The words that say something, without a plural's s."""
    words = (each for each in re.findall(r"[^\W_]+", phrase.lower()) if each not in _STOPS)
    return frozenset(re.sub(r"(?<=..[^s])s$", "", re.sub(r"(?<=..)ies$", "y", each)) for each in words)


def _worth(phrase: str, wanted: frozenset[str]) -> float:
    mine = _words(phrase)
    return 2 * len(mine & wanted) / (len(mine) + len(wanted)) if mine else 0.0


def _phrases(
    text: str, draft: Draft, paragraph: Span, others: list[Span], told: Any, wanted: frozenset[str]
) -> list[Phrase]:
    around = Around(text, draft.span, paragraph, others)
    group = group_of(draft.dimension, attached=draft.attached)
    found = [
        Phrase(
            features(around, phrase, rank, group, told), _worth(span.text(text), wanted), span == told.span
        )
        for phrase, rank in ranked(around)
        for span in [around.span(phrase)]
    ]
    if told.span is not None and not any(each.is_told for each in found):
        found.append(Phrase(only_told(group), _worth(told.span.text(text), wanted), is_told=True))
    return found


def learnt(examples: Sequence[Example]) -> Weights:
    """The weights that rank the phrases of *examples* best."""
    weights: Weights = {}
    squares: dict[str, float] = {}
    order = [
        each
        for each in examples
        if each.sure is None and any(phrase.worth for phrase in each.phrases)
        for _ in range(each.weight)
    ]
    dice = random.Random(7)
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for example in order:
            scores = [score(weights, each.features) for each in example.phrases]
            likely = _softmax(scores)
            right = [math.exp(SHARP * each.worth) - 1 for each in example.phrases]
            for phrase, now, wanted in zip(example.phrases, likely, right, strict=True):
                push = wanted / sum(right) - now
                if abs(push) >= 1e-4:
                    for name in phrase.features:
                        slope = push - SHRINK * len(order) * weights.get(name, 0.0)
                        squares[name] = squares.get(name, 1e-6) + slope * slope
                        weights[name] = weights.get(name, 0.0) + RATE * slope / math.sqrt(squares[name])
    return weights


def _softmax(scores: Sequence[float]) -> list[float]:
    powers = [math.exp(each - max(scores)) for each in scores]
    return [each / sum(powers) for each in powers]


def _checked(examples: Sequence[Example]) -> tuple[float, float]:
    """How good the rules are alone, and what is chosen, on texts that were not learnt from."""
    texts = sorted({each.text for each in examples})
    random.Random(1).shuffle(texts)
    fold = {text: number % FOLDS for number, text in enumerate(texts)}
    told = rated = 0.0
    for number in range(FOLDS):
        weights = learnt([each for each in examples if fold[each.text] != number])
        for example in examples:
            if fold[example.text] == number and example.sure is not None:
                told, rated = told + example.sure, rated + example.sure
            elif fold[example.text] == number and example.phrases:
                scored = [(score(weights, each.features), each) for each in example.phrases]
                best = max(scored, key=lambda each: each[0])
                rule = next((each for each in scored if each[1].is_told), best)
                told += rule[1].worth if rule[1].is_told else 0.0
                rated += (best if best[0] - rule[0] > MARGIN else rule)[1].worth
    return told / len(examples), rated / len(examples)


if __name__ == "__main__":
    sys.exit(main())
