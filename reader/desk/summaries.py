"""What leaves the program: outlines as text, annotated summaries as files."""

import json
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader import files, paths
from reader.document.article import Article
from reader.document.codec import to_json
from reader.document.note import Note
from reader.document.outline import Outline
from reader.document.span import Span
from reader.errors import ExportError, SourceError
from reader.export import markdown, saving
from reader.export.given import given, tails
from reader.export.line_ends import Ends
from reader.export.merging import Conflict, Keep, merged
from reader.export.note_reading import Edited, Edits, edited, renewed
from reader.export.story import trace
from reader.export.wording import title_of
from reader.sanitise import admitted

if TYPE_CHECKING:
    from reader.library import Library

DEFAULT_TEMPLATE = "default"
_MOMENTS = (0.02, 0.08, 0.2, 0.0)
"""Seconds between two looks whether a file that nobody knows is known by now."""
_NOTE_ID = re.compile(r" \^n(\d+)[ \t]*$", re.MULTILINE)


def outline_text(article: Article, outline: Outline, form: str, *, reported: bool = False) -> str:
    """The outline as `markdown`, `json` or `jsonl`, or the `trace` of its speakers, with the line end.

    *reported*: Markdown with indirect quotes; JSON always has them.
    """
    if form == "markdown":
        return markdown.summary(article, outline if reported else outline.without_reported())
    if form == "trace":
        return trace(article, outline)
    return json.dumps(to_json(article, outline), indent=2 if form == "json" else None) + "\n"


def usual_path(article: Article, outline: Outline) -> Path:
    """Where a summary is saved if the user says nothing: under its title, in the working folder."""
    return paths.working_folder() / saving.file_name(title_of(article, outline))


class ConflictError(ExportError):
    """The file and the summary changed the same lines; `conflicts` are those, and nothing was written."""

    def __init__(self, path: Path, conflicts: tuple[Conflict, ...]) -> None:
        count = f"{len(conflicts)} place{'' if len(conflicts) == 1 else 's'}"
        super().__init__(
            f"{path} was changed by hand in {count} that the new summary changes too; nothing was written"
        )
        self.path, self.conflicts = path, conflicts


class Written(NamedTuple):
    """A summary that was saved: what is in the file, and which notes were changed there by hand."""

    path: Path
    quotes: int
    notes: int
    edits: Edits


class _Base(NamedTuple):
    """A summary as it was made when the file was last saved: of which article, by which template."""

    content: str
    article: str
    template: str


def save_summary(
    library: "Library | None",
    article: Article,
    outline: Outline,
    notes: list[Note],
    path: Path | None = None,
    *,
    keep: Keep | None = None,
    template: str | None = None,
    usual: str = DEFAULT_TEMPLATE,
) -> Written:
    """Write the annotated summary to *path*, else under the article's title in the working folder.

    By *template*, else by the one with which the file was saved before, else by the *usual* one. What the reader
    changed in a file since it was saved is kept; *keep* says whose lines count where both changed the same, otherwise
    that is a ConflictError. A file that is not ours is never touched: with *path* that is an error, without it the
    summary goes beside it under the next free name. Raises ExportError.
    """
    target = path or _free(
        library, usual_path(article, outline), article, (outline, notes, template or usual)
    )
    there, base = _found(library, target, article)
    template = template or (base.template if base else "") or usual
    made = markdown.summary(article, outline, notes, template, _known(library, article, base))
    text, changed, ends = made, Edits([], 0), Ends()
    if there is not None and there != made.encode():
        if base is None:
            raise ExportError(f"{target} holds something else; name another file")
        ends, file = Ends.of(there.decode(errors="surrogateescape"))
        result = merged(base.content, renewed(file, notes), made)
        if result.conflicts and keep is None:
            raise ConflictError(target, result.conflicts)
        text = result.text(keep=keep or "file")
        changed = edited(text, base.content, notes)
    if str(target) != admitted(str(target)):
        raise ExportError(
            f"{target}: this name is not UTF-8, so the library cannot remember it; name another file"
        )
    data = ends.put(text).encode(errors="surrogateescape")
    saving.save(target, data)
    if library:
        library.remember_saved(paths.absolute(target), article, _digest(data), made, template)
    quotes = sum(tail.id.startswith(("q", "r")) for tail in tails(text))
    return Written(target, quotes, len(set(_NOTE_ID.findall(text))), changed)


def edited_notes(library: "Library", article: Article) -> Edits:
    """The notes on *article* that were changed by hand in a file saved of it; of several files the latest counts."""
    notes = {note.id: note for note in library.notes(article.sha256)}
    found: list[Edited] = []
    both = 0
    for path in library.saved_paths(article):
        saved = library.saved(path)
        try:
            text = files.decoded(path, files.existing(path) or b"")
        except SourceError:
            continue  # moved or no text any more: it has no notes for us
        fresh = edited(text, saved.content if saved else "", notes.values())
        found += fresh.taken
        both += fresh.both
        for each in fresh.taken:
            del notes[each.before.id]
    return Edits(found, both)


def _free(
    library: "Library | None", wanted: Path, article: Article, made_of: tuple[Outline, list[Note], str]
) -> Path:
    """*wanted*, or the first numbered variant of it that holds nobody else's words."""
    outline, notes, template = made_of
    made = ""
    for number in range(1, 1_000):
        path = wanted if number == 1 else wanted.with_stem(f"{wanted.stem}-{number}")
        there = _there(path)
        if there is None or _base(library, path, article, there) is not None:
            return path
        made = made or markdown.summary(article, outline, notes, template)
        if there == made.encode():
            return path
    raise ExportError(f"there are a thousand files like {wanted} already; name another")


def _found(library: "Library | None", path: Path, article: Article) -> tuple[bytes | None, _Base | None]:
    """What is at *path*, and the summary from which it was made.

    Another newsreader that has just written the file is given a moment to say so.
    """
    for wait in _MOMENTS:
        there = _there(path)
        base = _base(library, path, article, there)
        if there is None or base is not None or library is None:
            break
        time.sleep(wait)
    return there, base


def _there(path: Path) -> bytes | None:
    """What is at *path*; None for nothing. Raises ExportError."""
    try:
        return files.existing(path)
    except SourceError as error:
        raise ExportError(f"{path} was not written: {error.reason}") from error


def _base(library: "Library | None", path: Path, article: Article, there: bytes | None) -> _Base | None:
    """The summary from which the file at *path* was made; None where it is none, of any version of *article*, by us."""
    saved = library.saved(paths.absolute(path)) if library and there is not None else None
    if library is None or saved is None or there is None:
        return None
    if saved.article != article.sha256:
        other = library.article(saved.article)
        if other is None or not other.identity or other.identity != article.identity:
            return None
    content = saved.content or (there.decode() if saved.digest == _digest(there) else "")
    return _Base(content, saved.article, saved.template) if content else None


def _known(library: "Library | None", article: Article, base: _Base | None) -> Iterable[tuple[str, Span]]:
    """The ids that the file has given, each with its passage in *article* as it is now."""
    if base is None or library is None:
        return ()
    known = given(base.content)
    if base.article == article.sha256:
        return known
    old = library.article(base.article)
    return [*_moved(known, old.text, article.text)] if old else ()


def _moved(given: list[tuple[str, Span]], old: str, new: str) -> Iterator[tuple[str, Span]]:
    """The ids whose passages are found again in another version of the text."""
    from reader.anchoring import Passage, Relocator

    relocator = Relocator(new)
    for anchor, span in given:
        found = relocator.find(Passage.of(old, span)) if span.end <= len(old) else None
        if found:
            yield anchor, found


def _digest(data: bytes) -> str:
    import hashlib

    return hashlib.sha256(data).hexdigest()
