"""The outline of an article: in this process for the command line, in one of its own for the screen."""

from collections.abc import Iterator
from typing import Any, cast

from reader.desk import worker
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.summaries import Choice
from reader.errors import AnalysisError, ProcessError
from reader.processes.child import Child


def analyse(article: Article, choice: Choice | None = None) -> Outline:
    """The outline of *article*, in this process; *choice* is how its key sentences are chosen.

    Raises AnalysisError when the method needs a package that is not installed.
    """
    from reader.analysis import outline_of
    from reader.analysis.pipeline import summarised_again

    outline = outline_of(article)
    return summarised_again(article, outline, choice) if choice else outline


class Analysis:
    """The analysis of *article* in a process of its own: nltk and sumy cost the screen nothing.

    Iterating gives each step's name and the outline so far; `stop` may be called from any thread. With a *choice*
    only the key sentences of *outline* are chosen anew. Raises AnalysisError when the process fails, not when it
    was stopped.
    """

    def __init__(
        self, article: Article, outline: Outline | None = None, choice: Choice | None = None
    ) -> None:
        self.article = article
        self.outline = outline or Outline()
        self.choice = choice
        self.stopped = False
        self._worker: Child | None = None

    def __iter__(self) -> Iterator[tuple[str, Outline]]:
        try:
            yield from self._steps()
        except (OSError, ValueError, ProcessError) as error:
            if not self.stopped:
                raise AnalysisError(f"the analysis failed: {error}; the text can still be read") from error
        finally:
            if self._worker is not None:
                worker.give_back(self._worker)

    def stop(self) -> None:
        """End the process, unless it is done."""
        self.stopped = True
        if self._worker is not None and not self._worker.is_ready:
            self._worker.kill()

    def _steps(self) -> Iterator[tuple[str, Outline]]:
        from reader.document.codec import from_json, to_json

        chosen = {"method": self.choice.method, "wanted": self.choice.wanted} if self.choice else {}
        self._worker = worker.take()
        for row in self._worker.ask({"outline": to_json(self.article, self.outline), **chosen}):
            if self.stopped:
                return
            if "problem" in row:
                raise AnalysisError(str(row["problem"]))
            found = cast(dict[str, Any], row["outline"])
            yield str(row["step"]), from_json({**found, "text": self.article.text})[1]
