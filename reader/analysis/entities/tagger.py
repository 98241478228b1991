"""People, places and organisations by a linear-chain conditional random field (CRFsuite).

Model: entities.crfsuite, card: entities.md. Only words near a capital are read: names have one.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.analysis.crf import Model
from reader.analysis.entities.entity import Entity, Kind
from reader.analysis.entities.features import stretch_features
from reader.analysis.entities.uses import Uses
from reader.analysis.names import is_title_case
from reader.analysis.words import Sentence, Word
from reader.document.span import Span

if TYPE_CHECKING:
    from pycrfsuite import Tagger

KINDS: dict[str, Kind] = {"P": "person", "L": "place", "G": "organisation"}
"""By the letter in the tagger's labels: B-P begins a person, I-P goes on, O is outside."""
MODEL = Model("entities.crfsuite")


def tag(sentences: Sequence[Sentence], tagger: "Tagger | None" = None) -> Iterator[Entity]:
    """The names of an article in order; *tagger* is another model than the one that is shipped."""
    tagger = tagger or MODEL.tagger
    uses = Uses(sentences)
    for sentence in sentences:
        for first, last, features in stretch_features(sentence, uses, title_case=is_title_case(sentence)):
            labels = tagger.tag(features)
            yield from _entities(sentence[first:last], labels, tagger)


def _entities(words: Sentence, labels: Sequence[str], tagger: "Tagger") -> Iterator[Entity]:
    at = 0
    while at < len(words):
        label = labels[at]
        end = at + 1
        if label != "O":
            while end < len(words) and labels[end] == f"I-{label[-1]}" and not _owns(words[end - 1]):
                end += 1
            share = min(
                tagger.marginal(f"B-{label[-1]}", n) + tagger.marginal(f"I-{label[-1]}", n)
                for n in range(at, end)
            )
            last = words[end - 1]
            possessive = _owns(last)
            yield Entity(Span(words[at].start, last.end - 2 * possessive), KINDS[label[-1]], share)
        at = end


def _owns(word: Word) -> bool:
    """Whether a possessive ends the name: Cairo's Abbasiya are two."""
    return word.text.endswith(("'s", "’s")) and len(word.text) > 2
