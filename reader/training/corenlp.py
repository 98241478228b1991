"""Word classes and the weights that tell people's names, from CoreNLP's annotation of PolNeAR's train part.

    python -m reader.training.corenlp TRAIN.jsonl FOLDER

FOLDER is `data/train/corenlp` of PolNeAR's public repository: an XML file for each article, with parts of
speech (Penn Treebank) and named entities as CoreNLP labelled them.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from reader.analysis.people import candidates
from reader.analysis.person import person_features
from reader.analysis.pipeline import begin
from reader.analysis.quotes import find_quoted
from reader.analysis.sections import find_sections
from reader.analysis.sentences import split_sentences
from reader.analysis.trained import FOLDER
from reader.sources import open_article
from reader.training.quotes.regressions import Row, fit

LEAST_USES = 3
LEAST_SHARE = 0.12
LEAST_WORDS = 12
"""A class of fewer words is folded into its commonest part of speech."""


class Token(NamedTuple):
    """A word as CoreNLP read it."""

    start: int
    text: str
    part: str
    entity: str


def main(argv: list[str]) -> int:
    """Write word_classes.json and person.json."""
    corpus, folder = Path(argv[0]), Path(argv[1])
    names = [json.loads(row)["source"]["uri"] for row in corpus.read_text(encoding="utf-8").splitlines()]
    articles = {corpus.parent / name: found for name in names if (found := tokens(folder, Path(name).name))}
    _write("word_classes.json", _word_classes(token for tokens in articles.values() for token in tokens))
    weights = fit(row for path, tokens in articles.items() for row in _people(path, tokens))
    _write("person.json", weights)
    sys.stderr.write(f"{len(articles)} articles\n")
    return 0


def tokens(folder: Path, name: str) -> list[Token]:
    """The words of one article; none where its annotation is empty or missing."""
    path = folder / f"{name}.xml"
    if not path.exists() or not path.stat().st_size:
        return []
    return [
        Token(
            int(each.findtext("CharacterOffsetBegin", "0")),
            each.findtext("word", ""),
            each.findtext("POS", ""),
            each.findtext("NER", "O"),
        )
        for each in ElementTree.parse(path).iter("token")
    ]


def _word_classes(tokens: Iterator[Token]) -> dict[str, str]:
    """Every word's parts of speech, the commonest first; names are left out."""
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for token in tokens:
        if token.text[:1].isalpha() and not token.part.startswith("NNP"):
            parts[token.text.lower()][token.part] += 1
    found: dict[str, str] = {}
    for word, counts in parts.items():
        if counts.total() >= LEAST_USES:
            kept = [part for part, uses in counts.most_common(3) if uses >= LEAST_SHARE * counts.total()]
            found[word] = "|".join(kept)
    common = Counter(found.values())
    return {word: each if common[each] >= LEAST_WORDS else each.split("|")[0] for word, each in found.items()}


def _people(path: Path, tokens: list[Token]) -> Iterator[Row]:
    """Capitalised words with their features, and whether CoreNLP takes most of them for a person's name."""
    entities = {token.start: token.entity for token in tokens}
    findings = find_quoted(find_sections(split_sentences(begin(open_article(str(path))))))
    found, evidence = candidates(findings)
    for chunk, name, titled in found:
        told = [entities.get(word.start) for word in name]
        if len(name) >= 2 and None not in told:
            features = person_features(findings.text, chunk, name, evidence, titled=titled)
            yield features, 2 * told.count("PERSON") > len(told)


def _write(name: str, table: dict[str, str] | dict[str, float]) -> None:
    written = json.dumps(table, indent=0, ensure_ascii=False, sort_keys=True)
    (FOLDER / name).write_text(written + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
