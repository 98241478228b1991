"""Sources, cues and contents by a linear-chain conditional random field (CRFsuite).

Pareti et al., "Automatically Detecting and Attributing Indirect Quotations" (EMNLP 2013), with whole
quotations as units. Model: quotes.crfsuite, card: quotes.md.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from reader.analysis.crf import Model
from reader.analysis.quotes.features import paragraph_features
from reader.analysis.quotes.line import Line

if TYPE_CHECKING:
    from pycrfsuite import Tagger

Kind = Literal["source", "cue", "content"]
LABELS = ("O", "B-S", "I-S", "B-C", "I-C", "B-T", "I-T")
"""Outside; first and further units of a source, a cue, a content."""
MODEL = Model("quotes.crfsuite")
_SURELY_OUTSIDE = 0.99


class Shares(NamedTuple):
    """Probabilities of a unit's labels, in the order of `LABELS`."""

    outside: float
    source_begins: float = 0.0
    source_goes_on: float = 0.0
    cue_begins: float = 0.0
    cue_goes_on: float = 0.0
    content_begins: float = 0.0
    content_goes_on: float = 0.0

    @property
    def source(self) -> float:
        """That it is part of a source."""
        return self.source_begins + self.source_goes_on

    @property
    def cue(self) -> float:
        """That it is part of a cue."""
        return self.cue_begins + self.cue_goes_on

    @property
    def content(self) -> float:
        """That it is part of what somebody is reported to say."""
        return self.content_begins + self.content_goes_on


_OUTSIDE = Shares(1.0)


def tag(line: Line, tagger: "Tagger | None" = None) -> list[Shares]:
    """The label probabilities of every unit; *tagger* is another model than the one that is shipped."""
    tagger = tagger or MODEL.tagger
    found: list[Shares] = []
    for features in features_of(line):
        tagger.set(features)
        for at in range(len(features)):
            outside = tagger.marginal("O", at)
            if outside >= _SURELY_OUTSIDE:
                found.append(_OUTSIDE)
            else:
                found.append(Shares(outside, *[tagger.marginal(label, at) for label in LABELS[1:]]))
    return found


def features_of(line: Line) -> Iterator[list[list[str]]]:
    """The features of every paragraph's units, paragraph by paragraph."""
    for number, (first, last) in enumerate(line.pieces):
        yield paragraph_features(
            line.units[first:last],
            before=line.units[max(0, first - 2) : first],
            after=line.units[last : last + 2],
            first=number == 0,
        )
