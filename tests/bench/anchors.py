"""Passages found again in changed articles: right, wrong, unplaced.

    python tests/bench/anchors.py [FILE…] [--articles N]

Files are texts; without any, the bundled and 60 generated articles. Every item of the outline is a passage. Edits:
1, 5 and 20 % of the words replaced, left out or put in; one paragraph moved, one cut, one doubled.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.analysis import outline_of  # noqa: E402
from reader.anchoring import Passage, Relocator  # noqa: E402
from reader.document.article import Article  # noqa: E402
from reader.document.span import Span  # noqa: E402
from tests.anchoring.versions import changed  # noqa: E402
from tests.generator import article  # noqa: E402


def passages(text: str) -> Iterator[Span]:
    """What notes are written on: every item, and every mention of places and people."""
    outline = outline_of(Article(text, "a"))
    found = [quote.span for quote in outline.quotes] + [figure.span for figure in outline.figures]
    found += [sentence.span for sentence in outline.summary]
    found += [span for place in outline.locations for span in place.mentions]
    found += [span for person in outline.people for span in person.mentions]
    yield from (span for span in found if any(map(str.isalnum, span.text(text))))


def texts(files: list[str]) -> Iterator[str]:
    """The articles' texts."""
    for name in files:
        yield Path(name).read_text()
    if not files:
        yield from (path.read_text() for path in sorted((ROOT / "seeds").glob("*.txt")))
        yield from (article(seed).text for seed in range(60))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*")
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--show", action="store_true", help="print the wrong ones")
    options = parser.parse_args()
    chosen = [*texts(options.files)][: options.articles]
    spans = [[*passages(text)] for text in chosen]
    print(f"{len(chosen)} articles, {sum(map(len, spans)):,} passages")
    print(f"{'edits':>6} {'right':>8} {'wrong':>8} {'unplaced':>9} {'gone, and said so':>18}")
    for rate in (0.01, 0.05, 0.2):
        count: Counter[str] = Counter()
        for seed, (text, mine) in enumerate(zip(chosen, spans, strict=True)):
            version = changed(text, rate, seed)
            relocator = Relocator(version.text)
            for span in mine:
                found = relocator.find(Passage.of(text, span))
                verdict = version.verdict(text, span, found)
                count[verdict] += 1
                if options.show and verdict == "wrong":
                    print(f"  {span.text(text)!r} → {found and found.text(version.text)!r}")
        there = count["right"] + count["wrong"] + count["unplaced"]
        shares = [f"{100 * count[name] / there:.2f} %" for name in ("right", "wrong", "unplaced")]
        print(f"{rate:>6.0%} {shares[0]:>8} {shares[1]:>8} {shares[2]:>9} {count['gone']:>18,}")


if __name__ == "__main__":
    main()
