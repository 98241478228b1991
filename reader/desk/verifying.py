"""Is every quoted word of a saved summary in its source, where the summary says?"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__
from reader.desk.analysing import analyse
from reader.document.article import Article
from reader.document.counting import counted
from reader.document.identity import is_web_address
from reader.document.span import Span
from reader.errors import NewsreaderError
from reader.export import claims, escape
from reader.export.claims import Claim, Saved
from reader.export.wording import amount
from reader.sources import open_article, open_file

if TYPE_CHECKING:
    from reader.library import Library


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that does not hold: what the file says, and what the article says at that range."""

    line: int
    id: str
    kind: str
    file: str
    article: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of checking one file; `problem` says why it could not be checked, or what else is wrong."""

    path: str
    sha256: str
    quotations: int
    figures: int
    differences: tuple[Difference, ...]
    problem: str = ""

    @property
    def is_verified(self) -> bool:
        """Whether every word was found, in the article of that very digest."""
        return not self.problem and not self.differences

    def lines(self) -> Iterator[str]:
        """The verdict in words, each difference with both wordings."""
        if self.is_verified:
            counts = f"{counted(self.quotations, 'quotation')} and {counted(self.figures, 'figure')}"
            yield f"{self.path}: verified, words and ranges of {counts}"
            return
        yield f"{self.path}: NOT verified" + (f": {self.problem}" if self.problem else "")
        for each in self.differences:
            name = f"{each.kind} {each.id}".strip()
            yield f"{self.path}:{each.line}: {name} differs"
            yield f"  file:    {each.file}"
            yield f"  article: {each.article or '(no such words)'}"


def verify(path: str, library: "Library | None", *, refetch: bool = False) -> Verdict:
    """Check the summary at *path* against its article: from the library, from a file, or *refetch*ed."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        return Verdict(path, "", 0, 0, (), f"it cannot be read: {getattr(error, 'strerror', None) or error}")
    saved = claims.read(text)
    if not saved.sha256:
        return Verdict(path, "", 0, 0, (), "it is no summary of newsreader: its front matter has no sha256")
    article, problem = _article(saved, Path(path), library, refetch=refetch)
    if article is None:
        return Verdict(path, saved.sha256, 0, 0, (), problem)
    if article.sha256 != saved.sha256:
        problem = "the article is not the one that was summarised: its text has another sha256"
    found = tuple(_differences(saved, article))
    counts = [sum(claim.kind == kind for claim in saved.claims) for kind in ("quotation", "figure")]
    return Verdict(path, saved.sha256, counts[0], counts[1], found, problem)


def _article(
    saved: Saved, path: Path, library: "Library | None", *, refetch: bool
) -> tuple[Article | None, str]:
    """The article that a summary is of, or why it cannot be had."""
    known = library.article(saved.sha256) if library and not refetch else None
    if known:
        return known, ""
    is_page = is_web_address(saved.source)
    if is_page and not refetch:
        return None, "its article is not in the library; --refetch fetches the page again"
    beside = Path(saved.source).name
    names = [saved.source] if is_page or not beside else [saved.source, str(path.with_name(beside))]
    problem = "its article is not at hand"
    for name in names:
        try:
            article = open_article(name) if is_page else open_file(name)
        except NewsreaderError as error:
            problem = f"its article is not at hand: {error}"
            continue
        if article.sha256 == saved.sha256 or is_page:
            return article, ""
        problem = f"its article is not at hand: {name} holds another text"
    return None, problem


def _differences(saved: Saved, article: Article) -> Iterator[Difference]:
    """Every claim that does not hold. Amounts are read again where this very version wrote them."""
    amounts: dict[Span, tuple[str, str]] = {}
    if saved.version == __version__ and any(claim.kind == "figure" for claim in saved.claims):
        for each in analyse(article).figures:
            of = escape.markdown(each.of.text(article.text)) if each.of else ""
            amounts[each.span] = escape.markdown(amount(each)), of
    whole = escape.markdown(article.text)
    for claim in saved.claims:
        wrong = _difference(claim, article, whole)
        if wrong:
            yield wrong
            continue
        said = claim.amount, claim.what
        expected = amounts.get(claim.spans[0], ("", "no such figure")) if claim.spans and amounts else said
        if claim.kind == "figure" and said != expected:
            yield Difference(claim.line, claim.id, "figure", " ".join(said), " ".join(expected))


def _difference(claim: Claim, article: Article, whole: str) -> Difference | None:
    """What is wrong with *claim*; None where its words stand at its range, or, without one, anywhere in *whole*."""
    if not claim.spans:
        words = " ".join(claim.lines)
        holds = words in whole or words.lstrip("\\") in whole
        return None if holds else Difference(claim.line, claim.id, claim.kind, " ".join(claim.lines), "")
    if any(not 0 <= span.start < span.end <= len(article.text) for span in claim.spans):
        return Difference(claim.line, claim.id, claim.kind, " ".join(claim.lines), "")
    expected = claim.expected(article)
    if claim.lines == expected:
        return None
    return Difference(claim.line, claim.id, claim.kind, " ".join(claim.lines), " ".join(expected))
