"""Where sentences end, against GUM: `python tests/bench/sentences.py CONLLU-FOLDER DOCUMENTS [GENRE]`.

Boundaries inside the paragraphs of GUM's documents (Zeldes, LREC 2017): precision, recall and F1 in per cent.
DOCUMENTS lists their names, one a line; GENRE is news unless told. `-v` prints every difference.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from reader.analysis.sentences import sentences_in
from reader.document.span import Span


def paragraphs_of(path: Path) -> Iterator[list[str]]:
    """The paragraphs of a document, each as its sentences."""
    found: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and "block" not in line and found:
            yield found
            found = []
        if line.startswith("# text = "):
            found.append(line.removeprefix("# text = "))
    yield found


def boundaries(sentences: list[str]) -> set[int]:
    """Where sentences end inside a paragraph, counted without white space."""
    ends, at = set(), 0
    for sentence in sentences:
        at += len("".join(sentence.split()))
        ends.add(at)
    return ends - {at}


def main(argv: list[str]) -> int:
    """Print the scores."""
    told = [each for each in argv if each != "-v"]
    genre = told[2] if len(told) > 2 else "news"
    right = found = gold = 0
    for name in Path(told[1]).read_text(encoding="utf-8").split():
        path = Path(told[0]) / f"{name}.conllu"
        if f"_{genre}_" not in name or not path.exists():
            continue
        for sentences in paragraphs_of(path):
            text = " ".join(sentences)
            ours = [span.text(text) for span in sentences_in(text, Span(0, len(text)))]
            told_ends, our_ends = boundaries(sentences), boundaries(ours)
            right += len(told_ends & our_ends)
            found += len(our_ends)
            gold += len(told_ends)
            if "-v" in argv and told_ends != our_ends:
                print(name, "gold:", " ¦ ".join(sentences), "\n   ours:", " ¦ ".join(ours))
    precision, recall = right / max(1, found), right / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{genre}: {gold} boundaries, P {precision:.1%} R {recall:.1%} F1 {f1:.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
