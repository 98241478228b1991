"""Titles and headings by a linear-chain conditional random field (CRFsuite) over the paragraphs of a text.

Models: sections.crfsuite for English, sections_abroad.crfsuite by looks alone; card: sections.md.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.crf import Model
from reader.analysis.sections.features import features

TITLE = "T"
HEADING = "H"
TEXT = "O"
FROM = 0.5
"""Probability from which a paragraph is taken for a heading, or the first one for the title."""
FROM_ABROAD = 0.2
"""The same for the model without words, which is less sure of everything."""
MODELS = {True: Model("sections.crfsuite"), False: Model("sections_abroad.crfsuite")}
"""With words of English as features, and without."""
_FEWEST_QUESTIONS = 3
"""Questions that make an interview."""


class Shares(NamedTuple):
    """Probabilities that a paragraph is the title and that it is a heading."""

    title: float
    heading: float


def shares(paragraphs: Sequence[str], *, lexical: bool = True) -> list[Shares]:
    """For each paragraph of a text how likely it is the title or a heading; *lexical*: the text is English."""
    if not paragraphs:
        return []
    tagger = MODELS[lexical].tagger
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
