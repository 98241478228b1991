"""The analysis for screens in tests: made once."""

from collections.abc import Iterator
from typing import ClassVar

from reader.analysis import outlines_of
from reader.analysis.pipeline import summarised_again
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.summaries import Choice

EVERY = 3
"""One of so many steps is shown, the last among them: a screen that is filled step by step is drawn each time."""


class AnalysisAtHand:
    """As analysing.Analysis, without a process: outlines are made once a test run and then at hand."""

    _known: ClassVar[dict[str, list[tuple[str, Outline]]]] = {}

    def __init__(
        self, article: Article, outline: Outline | None = None, choice: Choice | None = None
    ) -> None:
        self.article = article
        self.outline = outline
        self.choice = choice
        self.stopped = False

    def __iter__(self) -> Iterator[tuple[str, Outline]]:
        if self.outline and self.choice:
            return iter([("key sentences", summarised_again(self.article, self.outline, self.choice))])
        key = self.article.sha256
        if key not in self._known:
            self._known[key] = [*outlines_of(self.article)][::-EVERY][::-1]
        return iter(self._known[key])

    def stop(self) -> None:
        self.stopped = True
