"""Summaries that prove themselves: fresh ones are verified, changed ones never; links land on their passages.

    python tests/bench/proof.py [FILE…] [--articles N] [--quotes N] [--template NAME]

Files are texts, or JSON lines (also .gz) with a `text` each; without any, the bundled and 60 generated articles. Of as
many quotes as asked for, every position is changed in five ways: put in, a blank, left out, replaced, a look-alike.
"""

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from reader.analysis import outline_of  # noqa: E402
from reader.desk.verifying import verify  # noqa: E402
from reader.document.article import Article  # noqa: E402
from reader.document.outline import VERSION  # noqa: E402
from reader.export import markdown  # noqa: E402
from reader.library import Library  # noqa: E402
from reader.library.outlines import Analysed  # noqa: E402
from tests.export.test_fragments import lands, passages  # noqa: E402
from tests.generator import article  # noqa: E402

_ALIKE = str.maketrans("aeopcxyi“”’-,.", 'аеорсхуі""\'–‚․')


def texts(files: list[str]) -> Iterator[str]:
    """The articles' texts."""
    for name in files:
        path = Path(name)
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        text = data.decode(errors="replace")
        if ".jsonl" in path.name:
            yield from (json.loads(line)["text"] for line in text.split("\n") if line)
        else:
            yield text
    if not files:
        yield from (path.read_text() for path in sorted((ROOT / "seeds").glob("*.txt")))
        yield from (article(seed).text for seed in range(60))


def changes(line: str, first: int, last: int) -> Iterator[str]:
    """*line* with one character changed between *first* and *last*, in every way."""
    for at in range(first, last):
        other = "x" if line[at] != "x" else "y"
        ways = (
            line[:at] + "x" + line[at:],
            line[:at] + " " + line[at:],
            line[:at] + line[at + 1 :],
            line[:at] + other + line[at + 1 :],
            line[:at] + line[at].translate(_ALIKE) + line[at + 1 :],
        )
        yield from (changed for changed in ways if changed != line)


def missed(library: Library, path: Path, made: str, number: int) -> tuple[int, int]:
    """How many changes of a line of a quotation were tried, and how many of them `verify` did not notice."""
    lines = made.split("\n")
    tried = unseen = 0
    for changed in changes(lines[number], len("> "), len(lines[number])):
        if changed.rstrip(" ") == lines[number]:
            continue  # a blank at the end, which nobody sees
        path.write_text("\n".join([*lines[:number], changed, *lines[number + 1 :]]), encoding="utf-8")
        tried += 1
        unseen += verify(str(path), library).is_verified
    return tried, unseen


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*")
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--quotes", type=int, default=50)
    parser.add_argument("--template", default="default")
    options = parser.parse_args()
    known = dict.fromkeys(text for text in texts(options.files) if text.strip())
    chosen = random.Random(5).sample([*known], min(options.articles, len(known)))
    count: Counter[str] = Counter()
    quotes: list[tuple[str, int]] = []
    with Library(":memory:") as library, tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.md")
        for number, text in enumerate(chosen):
            found = Article(text, f"https://news.example/{number}")
            outline = outline_of(found)
            library.outlines.keep([Analysed(library.keep(found), found, outline)], VERSION)
            made = markdown.summary(found, outline, (), options.template)
            path.write_text(made, encoding="utf-8")
            count["verified"] += verify(str(path), library).is_verified
            quotes += [(made, at) for at, line in enumerate(made.split("\n")) if re.match(r"> [^\[]", line)]
            spans = passages(outline)
            count["links"] += len(spans)
            count["landing"] += sum(lands(text, span) for span in spans)
        for made, at in random.Random(7).sample(quotes, min(options.quotes, len(quotes))):
            tried, unseen = missed(library, path, made, at)
            count["changes"] += tried
            count["missed"] += unseen
    print(f"verified: {count['verified']:,} of {len(chosen):,} fresh summaries ({options.template})")
    print(f"noticed: {count['changes'] - count['missed']:,} of {count['changes']:,} single-character changes")
    print(f"links that land on their passage: {count['landing']:,} of {count['links']:,}")


if __name__ == "__main__":
    main()
