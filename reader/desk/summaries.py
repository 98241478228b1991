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
