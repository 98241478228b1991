"""Titles and headings by a linear-chain conditional random field (CRFsuite) over the paragraphs of a text.

Models: sections.crfsuite for English, sections_abroad.crfsuite by looks alone; card: sections.md.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reader.analysis.sections.features import features
from reader.analysis.trained import FOLDER

if TYPE_CHECKING:
    from pycrfsuite import Tagger

TITLE = "T"
HEADING = "H"
TEXT = "O"
FROM = 0.5
"""Probability from which a paragraph is taken for a heading, or the first one for the title."""
FROM_ABROAD = 0.2
"""The same for the model without words, which is less sure of everything."""
MODELS = {True: "sections.crfsuite", False: "sections_abroad.crfsuite"}
"""With words of English as features, and without."""
_FEWEST_QUESTIONS = 3
"""Questions that make an interview."""
_instead: "ContextVar[Tagger | None]" = ContextVar("tagger", default=None)


class Shares(NamedTuple):
    """Probabilities that a paragraph is the title and that it is a heading."""

    title: float
    heading: float


def shares(paragraphs: Sequence[str], *, lexical: bool = True) -> list[Shares]:
    """For each paragraph of a text how likely it is the title or a heading; *lexical*: the text is English."""
    if not paragraphs:
        return []
    tagger = _instead.get() or _shipped(MODELS[lexical])
    tagger.set(features(paragraphs, lexical=lexical))
    known = tagger.labels()
    found = [
        Shares(
            tagger.marginal(TITLE, at) if at == 0 and TITLE in known else 0.0,
            tagger.marginal(HEADING, at) if HEADING in known else 0.0,
        )
        for at in range(len(paragraphs))
    ]
    for at in _questions(paragraphs):
        found[at] = found[at]._replace(heading=1.0)
    return found


def _questions(paragraphs: Sequence[str]) -> list[int]:
    """The questions of an interview that is printed as Q: and A:, which head their answers."""
    found = [
        at
        for at in range(len(paragraphs) - 1)
        if paragraphs[at].startswith("Q: ") and paragraphs[at + 1].startswith("A: ")
    ]
    return found if len(found) >= _FEWEST_QUESTIONS else []


@contextmanager
def using(tagger: "Tagger") -> Iterator[None]:
    """Read with another model for a while."""
    token = _instead.set(tagger)
    try:
        yield
    finally:
        _instead.reset(token)


@cache
def _shipped(name: str) -> "Tagger":
    from pycrfsuite import Tagger

    tagger = Tagger()
    tagger.open(str(FOLDER / name))
    return tagger
