"""What the screen and the command line both do: open, analyse, keep, save."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reader.document.article import Article
from reader.document.codec import from_json, to_json
from reader.document.note import Note
from reader.document.outline import Outline
from reader.document.span import Span
from reader.document.summaries import Choice
from reader.errors import AnalysisError, ExportError
from reader.export import markdown, saving
from reader.resources import seeds
from reader.settings import library_path
from reader.sources import open_article

if TYPE_CHECKING:
    from reader.library import Library

__all__ = [
    "Analysis", "analyse", "bundled", "occurrences", "open_article", "open_library", "outline_text",
    "save_summary", "starters", "usual_path",
]  # fmt: skip


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
        self._process: subprocess.Popen[str] | None = None

    def __iter__(self) -> Iterator[tuple[str, Outline]]:
        try:
            yield from self._steps()
        except (OSError, ValueError) as error:
            if not self.stopped:
                raise AnalysisError(f"the analysis failed: {error}; the text can still be read") from error
        finally:
            self.stop()

    def stop(self) -> None:
        """End the process."""
        self.stopped = True
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def _steps(self) -> Iterator[tuple[str, Outline]]:
        chosen = [self.choice.method, str(self.choice.wanted or 0)] if self.choice else []
        process = subprocess.Popen(
            [sys.executable, "-m", "reader.analysis", *chosen],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            start_new_session=True,
        )
        self._process = process
        with process:
            assert process.stdin is not None
            assert process.stdout is not None
            json.dump(to_json(self.article, self.outline), process.stdin)
            process.stdin.close()
            for line in process.stdout:
                step = json.loads(line)
                if "problem" in step:
                    raise AnalysisError(step["problem"])
                yield step["step"], from_json({**step["outline"], "text": self.article.text})[1]
        if process.returncode and not self.stopped:
            raise AnalysisError("the analysis ended before it was done; the text can still be read")


def outline_text(article: Article, outline: Outline, form: str, *, reported: bool = False) -> str:
    """The outline as `markdown`, `json` or `jsonl`, with the line end.

    *reported*: Markdown with indirect quotes; JSON always has them.
    """
    if form == "markdown":
        return markdown.summary(article, outline if reported else outline.without_reported())
    return json.dumps(to_json(article, outline), indent=2 if form == "json" else None) + "\n"


def open_library() -> "Library":
    """This user's library. Raises LibraryError."""
    from reader.library import Library

    return Library(library_path())


def starters(library: "Library") -> list[Article]:
    """What a screen without arguments shows: the articles read last, then the bundled ones."""
    recent = library.recent()
    known = {article.sha256 for article in recent}
    return [*recent, *(article for article in bundled() if article.sha256 not in known)]


def bundled() -> list[Article]:
    """The sample articles that come with newsreader."""
    return [open_article(str(path)) for path in seeds()]


def occurrences(text: str, words: str, most: int) -> list[Span]:
    """Where *words* stand in *text*, in any case; at most *most* places."""
    found = re.finditer(re.escape(words), text, re.IGNORECASE)
    return [Span.of(match) for match in islice(found, most)]


def usual_path(article: Article, outline: Outline) -> Path:
    """Where a summary is saved if the user says nothing: under its title, in the working folder."""
    return Path.cwd() / saving.file_name(markdown.title_of(article, outline))


def save_summary(
    library: "Library | None", article: Article, outline: Outline, notes: list[Note], path: Path | None = None
) -> Path:
    """Write the annotated summary to *path*, else under the article's title in the working folder.

    A file that is not ours, or that somebody has edited since it was saved, is never overwritten: with
    *path* that is an error, without it the summary goes beside it under the next free name. Raises ExportError.
    """
    data = markdown.summary(article, outline, notes).encode()
    target = path or _free(library, usual_path(article, outline), data)
    if not _may_write(library, target, data):
        raise ExportError(
            f"{target} holds something else, or was edited since it was saved; name another file"
        )
    saving.save(target, data)
    if library:
        library.remember_saved(target.absolute(), article, _digest(data))
    return target


def _free(library: "Library | None", wanted: Path, data: bytes) -> Path:
    """*wanted*, or the first numbered variant of it that holds nobody else's words."""
    for number in range(1, 1_000):
        path = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
        if _may_write(library, path, data):
            return path
    raise ExportError(f"there are a thousand files like {wanted} already; name another")


def _may_write(library: "Library | None", path: Path, data: bytes) -> bool:
    """Whether *path* is free, or holds what a save wrote there and nobody changed."""
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        return True
    except OSError as error:
        raise ExportError(
            f"{path} cannot be written: {error.strerror or error}; name another file"
        ) from error
    return there == data or (library is not None and library.saved_digest(path.absolute()) == _digest(there))


def _digest(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()
