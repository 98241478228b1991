"""What the screen and the command line both do: open, analyse, keep, save."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.document.article import Article
from reader.document.codec import from_json, to_json
from reader.document.note import Note
from reader.document.outline import Outline
from reader.errors import AnalysisError, LibraryError
from reader.export import markdown, saving
from reader.library import Library
from reader.resources import seeds
from reader.settings import library_path
from reader.sources import open_article

__all__ = ["analyse", "analyse_beside", "open_article", "open_library", "outline_text", "save_summary", "starters"]


def analyse(article: Article) -> Outline:
    """The outline of *article*, in this process."""
    from reader.analysis import outline_of

    return outline_of(article)


def analyse_beside(article: Article) -> Iterator[tuple[str, Outline]]:
    """The outline after each step, from a process of its own: nltk and sumy cost the screen nothing.

    Closing the iterator ends the process. Raises AnalysisError when the process fails.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "reader.analysis"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stdin is not None and process.stdout is not None
    try:
        json.dump(to_json(article, Outline()), process.stdin)
        process.stdin.close()
        for line in process.stdout:
            step = json.loads(line)
            _, outline = from_json({**step["outline"], "text": article.text})
            yield step["step"], outline
        if process.wait() != 0:
            raise AnalysisError("the analysis ended before it was done; the text can still be read")
    except (OSError, ValueError) as error:
        raise AnalysisError(f"the analysis failed: {error}; the text can still be read") from error
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def outline_text(article: Article, outline: Outline, form: str) -> str:
    """The outline as `markdown`, `json` or `jsonl`, with the line end."""
    if form == "markdown":
        return markdown.summary(article, outline)
    return json.dumps(to_json(article, outline), indent=2 if form == "json" else None) + "\n"


def open_library() -> Library:
    """This user's library. Raises LibraryError."""
    return Library(library_path())


def starters(library: Library) -> list[Article]:
    """What a screen without arguments shows: the articles read last, then the bundled ones."""
    recent = library.recent()
    known = {article.sha256 for article in recent}
    bundled = [open_article(str(path)) for path in seeds()]
    return [*recent, *(article for article in bundled if article.sha256 not in known)]


def save_summary(
    library: Library, article: Article, outline: Outline, notes: list[Note], path: Path | None = None
) -> Path:
    """Write the annotated summary to *path*, else under the article's title in the working folder.

    A file that somebody has edited since the last save, or that is not ours, is never overwritten
    unless *path* names it: the summary goes beside it under the next free name. Raises ExportError.
    """
    data = markdown.summary(article, outline, notes).encode()
    target = path or _free(library, Path.cwd() / saving.file_name(markdown.title_of(article, outline)))
    saving.save(target, data)
    library.remember_saved(target, article, hashlib.sha256(data).hexdigest())
    return target


def _free(library: Library, wanted: Path) -> Path:
    """*wanted*, or the first numbered variant of it that holds nobody else's words."""
    for number in range(1, 1_000):
        path = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
        if not path.exists() or library.saved_digest(path) == _digest(path):
            return path
    raise LibraryError(f"there are a thousand files like {wanted} already; name another with `export -o`")


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
