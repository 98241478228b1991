"""An article beside an earlier version of it: the fate of its quotes, and the lines that are other."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from reader.desk.analysing import Analysis
from reader.desk.drift import Fate, drift
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.paragraphs import paragraphs
from reader.document.span import Span

if TYPE_CHECKING:
    from reader.library import Library


@dataclass(frozen=True, slots=True)
class Changed:
    """A paragraph that only one version has: `span` is its place in the new one, None for one that is gone."""

    words: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions; `day` is when the old one came here."""

    day: str
    old: Article
    new: Article
    fates: tuple[Fate, ...]
    lines: tuple[Changed, ...]


def comparisons(library: "Library", article: Article, outline: Outline) -> list[Comparison]:
    """*article* beside each other version of it, the latest first; outlines that are missing are made.

    Raises LibraryError and AnalysisError.
    """
    from time import localtime, strftime

    found = []
    for came_at, old in library.versions(article):
        known = library.outlines.of(old) or _outline(old)
        fates = drift((old, known), (article, outline))
        day = strftime("%Y-%m-%d %H:%M", localtime(came_at))
        found.append(
            Comparison(day, old, article, tuple(fates), tuple(changed_lines(old.text, article.text)))
        )
    return found


def _outline(article: Article) -> Outline:
    """The outline of a version that has none yet, by the analysis process."""
    return [Outline(), *(outline for _, outline in Analysis(article))][-1]


def changed_lines(old: str, new: str) -> list[Changed]:
    """The paragraphs that only one of two texts has, in the order of the new one."""
    mine, theirs = paragraphs(old), paragraphs(new)
    left, right = [span.text(old) for span in mine], [span.text(new) for span in theirs]
    found: list[Changed] = []
    for tag, one, two, three, four in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            found += [Changed(words, None) for words in left[one:two]]
            found += [Changed(right[at], theirs[at]) for at in range(three, four)]
    return found
