"""Names of seas, rivers and regions in several words: whoever writes the Strait of Hormuz means one place."""

from collections.abc import Iterator, Sequence

from reader.analysis.entities.entity import Entity
from reader.analysis.names import name_end
from reader.analysis.places.gazetteer import areas, key
from reader.analysis.words import Sentence
from reader.document.span import Span

_SHARE = 0.9
_LONGEST = 5
"""Words of an area's name that is looked for."""


def with_areas(text: str, sentences: Sequence[Sentence], found: Sequence[Entity]) -> list[Entity]:
    """The names of an article with those areas of which the tagger took a part, or nothing, for a name."""
    holder = {at: each for each in found for at in range(*each.span)}
    added: list[Entity] = []
    for sentence in sentences:
        for span in _areas(text, sentence):
            inside = {holder[at] for at in range(*span) if at in holder}
            if all(span.start <= each.span.start and each.span.end <= span.end for each in inside):
                added.append(Entity(span, "place", _SHARE))
    taken = {at for each in added for at in range(*each.span)}
    return sorted([*(each for each in found if each.span.start not in taken), *added])


def _areas(text: str, sentence: Sentence) -> Iterator[Span]:
    """The longest area names of a sentence, none inside another."""
    firsts = areas()
    at = 0
    while at < len(sentence):
        word = sentence[at]
        step = 1
        known = firsts.get(key(word.text)) if word.is_capital else None
        for length in range(min(_LONGEST, len(sentence) - at), 1, -1) if known else ():
            last = sentence[at + length - 1]
            span = Span(word.start, name_end(last))
            if last.is_capital and key(span.phrase(text)) in (known or ()):
                yield span
                step = length
                break
        at += step
