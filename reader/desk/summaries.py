"""What leaves the program: outlines as text, annotated summaries as files."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from reader.document.article import Article
from reader.document.codec import to_json
from reader.document.note import Note
from reader.document.outline import Outline
from reader.errors import ExportError
from reader.export import markdown, saving
from reader.export.merging import Conflict, Keep, merged

if TYPE_CHECKING:
    from reader.library import Library


def outline_text(article: Article, outline: Outline, form: str, *, reported: bool = False) -> str:
    """The outline as `markdown`, `json` or `jsonl`, with the line end.

    *reported*: Markdown with indirect quotes; JSON always has them.
    """
    if form == "markdown":
        return markdown.summary(article, outline if reported else outline.without_reported())
    return json.dumps(to_json(article, outline), indent=2 if form == "json" else None) + "\n"


def usual_path(article: Article, outline: Outline) -> Path:
    """Where a summary is saved if the user says nothing: under its title, in the working folder."""
    return Path.cwd() / saving.file_name(markdown.title_of(article, outline))


class ConflictError(ExportError):
    """The file and the summary changed the same lines; `conflicts` are those, and nothing was written."""

    def __init__(self, path: Path, conflicts: tuple[Conflict, ...]) -> None:
        count = f"{len(conflicts)} place{'' if len(conflicts) == 1 else 's'}"
        super().__init__(
            f"{path} was changed by hand in {count} that the new summary changes too; nothing was written"
        )
        self.path, self.conflicts = path, conflicts


def save_summary(
    library: "Library | None",
    article: Article,
    outline: Outline,
    notes: list[Note],
    path: Path | None = None,
    *,
    keep: Keep | None = None,
) -> Path:
    """Write the annotated summary to *path*, else under the article's title in the working folder.

    What the reader changed in a file since it was saved is kept; *keep* says whose lines count where both changed
    the same, otherwise that is a ConflictError. A file that is not ours is never touched: with *path* that is an
    error, without it the summary goes beside it under the next free name. Raises ExportError.
    """
    made = markdown.summary(article, outline, notes)
    target = path or _free(library, usual_path(article, outline), article, made)
    there = _there(target)
    text = made
    if there is not None and there != made.encode():
        base = _base(library, target, article, there)
        if base is None:
            raise ExportError(f"{target} holds something else; name another file")
        result = merged(base, there.decode(errors="surrogateescape"), made)
        if result.conflicts and keep is None:
            raise ConflictError(target, result.conflicts)
        text = result.text(keep=keep or "file")
    data = text.encode(errors="surrogateescape")
    saving.save(target, data)
    if library:
        library.remember_saved(target.absolute(), article, _digest(data), made)
    return target


def _free(library: "Library | None", wanted: Path, article: Article, made: str) -> Path:
    """*wanted*, or the first numbered variant of it that holds nobody else's words."""
    for number in range(1, 1_000):
        path = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
        there = _there(path)
        if there is None or there == made.encode() or _base(library, path, article, there) is not None:
            return path
    raise ExportError(f"there are a thousand files like {wanted} already; name another")


def _there(path: Path) -> bytes | None:
    """What is at *path*; None for nothing. Raises ExportError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ExportError(
            f"{path} cannot be written: {error.strerror or error}; name another file"
        ) from error


def _base(library: "Library | None", path: Path, article: Article, there: bytes) -> str | None:
    """The summary from which the file at *path* was made; None where it is no summary of this article by us."""
    saved = library.saved(path.absolute()) if library else None
    if saved is None or saved.article != article.sha256:
        return None
    if saved.content:
        return saved.content
    return there.decode() if saved.digest == _digest(there) else None


def _digest(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()
