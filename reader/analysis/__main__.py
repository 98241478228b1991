"""`python -m reader.analysis [METHOD NUMBER]`: an outline as JSON in, one JSON line after each step out.

With a method only the key sentences are chosen anew. A line {"problem": …} says why something cannot be done.

This is how the screen has its analysis done: in a process that it can end at any moment.
"""

import json
import sys
from collections.abc import Iterator

from reader.analysis.pipeline import outlines_of, summarised_again
from reader.document.article import Article
from reader.document.codec import from_json, to_json
from reader.document.outline import Outline
from reader.document.summaries import METHODS, Choice
from reader.errors import AnalysisError


def main() -> int:
    """Read one outline from stdin; write {"step", "outline"} a line, without the text."""
    article, outline = from_json(json.loads(sys.stdin.buffer.read()))
    try:
        for step, found in _found(article, outline, sys.argv[1:]):
            _write({"step": step, "outline": {**to_json(article, found), "text": ""}})
    except AnalysisError as error:
        _write({"problem": str(error)})
    return 0


def _found(article: Article, outline: Outline, argv: list[str]) -> Iterator[tuple[str, Outline]]:
    if not argv:
        yield from outlines_of(article)
        return
    method = next(each for each in METHODS if each == argv[0])
    yield "key sentences", summarised_again(article, outline, Choice(method, int(argv[1]) or None))


def _write(row: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(row) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
