"""Is what a reader sees in a saved summary what the article says?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reader import files
from reader.desk.proving import Checked, check
from reader.document.article import Article
from reader.document.counting import counted
from reader.document.identity import is_web_address
from reader.errors import NewsreaderError, SourceError
from reader.export import front
from reader.export.findings import Difference, Unproven
from reader.export.front import Front
from reader.faults import explained
from reader.sources import open_article, open_file

if TYPE_CHECKING:
    from reader.library import Library

_KINDS = ("quotation", "figure", "key sentence", "place", "person")
_PLURAL = {"person": "people"}
_LARGEST, _LINES = 4_000_000, 30_000
"""Bytes and lines of a file that is taken for a summary; that of an article of a megabyte has half of each."""
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://|//|\\\\|-\Z|\Z")
"""What is no name of a file on this machine: addresses, shares of other machines, standard input."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of checking one file; `problem` says why it could not be checked, or what else is wrong.

    Counts are of what was proven; `total` is how many quotations the article has in the form of this file. `own` are
    the lines on which the reader's own words begin, other than notes.
    """

    path: str
    sha256: str = ""
    quotations: int = 0
    figures: int = 0
    differences: tuple[Difference, ...] = ()
    problem: str = ""
    key_sentences: int = 0
    places: int = 0
    people: int = 0
    total: int = 0
    notes: int = 0
    unproven: tuple[Unproven, ...] = ()
    own: tuple[int, ...] = field(default=())

    @property
    def is_verified(self) -> bool:
        """Whether all that a reader could take for the article's words was found in the article of that very digest."""
        return not (self.problem or self.differences or self.unproven)

    def lines(self) -> Iterator[str]:
        """The verdict in words, each difference with both wordings."""
        if self.is_verified:
            yield f"{self.path}: verified, {self._counts()}"
        else:
            yield f"{self.path}: NOT verified" + (f": {self.problem}" if self.problem else "")
        for each in self.differences:
            name = f"{each.kind} {each.id}".strip()
            yield f"{self.path}:{each.line}: {name} {each.why or 'differs'}"
            if each.file or each.article:
                yield f"  file:    {each.file or '(no such words)'}"
                yield f"  article: {each.article or '(no such words)'}"
        for one in self.unproven:
            yield f"{self.path}:{one.line}: not part of the proof: {one.why}"
            yield f"  file:    {one.words}"
        yield from self._besides()

    def _counts(self) -> str:
        numbers = (self.quotations, self.figures, self.key_sentences, self.places, self.people)
        found = [
            counted(number, kind) if number == 1 or kind not in _PLURAL else f"{number:,} {_PLURAL[kind]}"
            for kind, number in zip(_KINDS, numbers, strict=True)
            if number
        ]
        said = ", ".join(found) or "all lines that are not the reader's own"
        if self.quotations < self.total:
            said += f"; {counted(self.total - self.quotations, 'quotation')} of the article not in the file"
        return said

    def _besides(self) -> Iterator[str]:
        if self.own:
            many = len(self.own) > 1
            where = ", ".join(map(str, self.own[:10])) + (", …" if len(self.own) > 10 else "")
            yield f"  not part of the proof: the reader's own words on line{'s' if many else ''} {where}"
        if self.notes:
            yield f"  not part of the proof: {counted(self.notes, 'note')}"


def verify(path: str, library: "Library | None", *, refetch: bool = False) -> Verdict:
    """Check the summary at *path* against its article: from the library, from a file, or *refetch*ed.

    Whatever goes wrong with one file is that file's problem.
    """
    try:
        return _verified(path, library, refetch=refetch)
    except Exception as error:  # noqa: BLE001 one of many
        return Verdict(path, problem=f"it cannot be checked: {explained(error)}")


def _verified(path: str, library: "Library | None", *, refetch: bool) -> Verdict:
    text, problem = _text(path)
    if problem:
        return Verdict(path, problem=f"it cannot be read: {problem}")
    saved = front.read(text)
    sha256 = saved.one("sha256").lower() if saved else ""
    if saved is None or not sha256:
        return Verdict(path, problem="it is no summary of newsreader: its front matter has no sha256")
    articles, problem = _articles(saved, sha256, Path(path), library, refetch=refetch)
    if not articles:
        return Verdict(path, sha256, problem=problem)
    found = check(saved, articles, Path(path), library)
    if found.article.sha256 != sha256:
        problem = "the article is not the one that was summarised: its text has another sha256"
    return _verdict(path, sha256, found, problem)


def _verdict(path: str, sha256: str, found: Checked, problem: str) -> Verdict:
    proof = found.proof
    quotations, figures, keys, places, people = (proof.proven[kind] for kind in _KINDS)
    if not problem and not proof.differences and not proof.unproven:
        if not any(count for kind, count in proof.proven.items() if kind != "line"):
            problem = "there is nothing in it to verify"
        elif found.total and not quotations:
            problem = f"none of the article's {counted(found.total, 'quotation')} is in it"
    return Verdict(
        path, sha256, quotations, figures, tuple(proof.differences), problem, keys, places, people, found.total,
        proof.notes, tuple(proof.unproven), tuple(proof.own),
    )  # fmt: skip


def _text(path: str) -> tuple[str, str]:
    """What the file at *path* holds, and why it cannot be had; a pipe or a device is never waited for."""
    try:
        data = files.existing(path, _LARGEST)
        text = None if data is None else files.decoded(path, data)
        if text is None:
            return "", "no such file"
        if text.count("\n") + text.count("\r") > _LINES:
            return "", f"it has more than {_LINES:,} lines"
        return text, ""
    except SourceError as error:
        return "", error.reason


def _articles(
    saved: Front, sha256: str, path: Path, library: "Library | None", *, refetch: bool
) -> tuple[list[Article], str]:
    """The printings of the article that a summary is of, or why it cannot be had."""
    source = saved.one("source")
    is_page = is_web_address(source)
    known = library.printings_of(sha256) if library and not refetch else []
    if is_page and refetch:
        return _fetched(source)
    beside, problem = _beside(source, sha256, path)
    if is_page and not known:
        problem = "its article is not in the library; --refetch fetches the page again"
    found = [*known, *beside]
    return found, "" if found else problem


def _fetched(source: str) -> tuple[list[Article], str]:
    try:
        return [open_article(source)], ""
    except NewsreaderError as error:
        return [], f"its article is not at hand: {error}"


def _beside(source: str, sha256: str, path: Path) -> tuple[list[Article], str]:
    """The file that *source* names, here or in the folder of the summary, if it holds that text."""
    problem = "its article is not at hand: it is neither in the library nor beside the summary"
    for name in _names(source, path):
        try:
            article = open_file(str(name))
        except NewsreaderError as error:
            problem = f"its article is not at hand: {error}"
            continue
        if article.sha256 == sha256:
            return [article], ""
        problem = f"its article is not at hand: {name} holds another text"
    return [], problem


def _names(source: str, path: Path) -> list[Path]:
    """Where the file may be; regular files only, for a summary from a stranger may name anything."""
    if _ELSEWHERE.match(source):
        return []
    names = dict.fromkeys([Path(source), path.with_name(Path(source).name or ".")])
    return [name for name in names if _is_regular(name)]


def _is_regular(name: Path) -> bool:
    try:
        return name.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False
