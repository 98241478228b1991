"""A process that analyses: a request a line in, a JSON line after each step out, `{}` at the end of an answer.

A request is `{"outline": …}`; with `"method"` and `"wanted"` only its key sentences are chosen anew. A row is
`{"step": …, "outline": …}` without the text, or `{"problem": …}`, which says why something cannot be done.

This is how the screen has its analysis done: in a process that it can end at any moment.
"""

import gc
import json
import sys
import time
from collections.abc import Iterator, Mapping
from typing import Any

from reader.analysis.pipeline import outline_of, outlines_of, summarised_again
from reader.document.article import Article
from reader.document.codec import from_json, to_json
from reader.document.outline import Outline
from reader.document.summaries import Choice
from reader.errors import AnalysisError

_REHEARSAL = (
    "Rehearsal\n\n“Two of 40 lorries left Paris,” said Anna Berg, the mayor. She said that all were safe.\n"
)
"""Analysed before the first request: its models are loaded while nobody waits yet."""

_PATIENCE = 0.25
"""Seconds without news after which an unfinished outline is worth showing."""


def main() -> int:
    """Answer requests until there are no more."""
    outline_of(Article(_REHEARSAL, ""))
    gc.freeze()
    for line in sys.stdin.buffer:
        gc.disable()  # while somebody waits; what an analysis leaves behind is cleared after its answer
        request = json.loads(line)
        article, outline = from_json(request["outline"])
        try:
            for step, found in _thinned(_found(article, outline, request)):
                _write({"step": step, "outline": {**to_json(article, found), "text": ""}})
        except AnalysisError as error:
            _write({"problem": str(error)})
        _write({})
        gc.enable()
        gc.collect()
    return 0


def _found(article: Article, outline: Outline, request: Mapping[str, Any]) -> Iterator[tuple[str, Outline]]:
    if "method" in request:
        choice = Choice(request["method"], request["wanted"])
        yield "key sentences", summarised_again(article, outline, choice)
    else:
        yield from outlines_of(article)


def _thinned(steps: Iterator[tuple[str, Outline]]) -> Iterator[tuple[str, Outline]]:
    """The last of *steps*, and of the others those that come when nothing was shown for a while."""
    told = time.monotonic()
    kept: list[tuple[str, Outline]] = []
    for step in steps:
        kept = [step]
        if time.monotonic() - told > _PATIENCE:
            yield kept.pop()
            told = time.monotonic()
    yield from kept


def _write(row: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(row) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
