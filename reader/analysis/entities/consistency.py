"""One name, one kind: what the tagger is sure of in one place holds for the same name in the others."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reader.analysis.entities.entity import Entity, Kind
from reader.analysis.entities.features import Sentence
from reader.analysis.names import name_end
from reader.analysis.places.gazetteer import lookup
from reader.analysis.trained import common_words, name_words
from reader.document.span import Span

SURE = 0.9
"""Probability from which a mention keeps its own kind against the others of the same name."""
SPREADS = 0.5
"""Mean probability from which a name is found where the tagger has missed it."""
LARGE = 1_000_000
"""People of a city that is a place wherever its name stands alone."""
LONGEST = 5
"""Words of a name that is looked for again."""


def consistent(text: str, sentences: Sequence[Sentence], found: Sequence[Entity]) -> list[Entity]:
    """The names of an article with kinds that agree, and with the mentions that were missed."""
    told: dict[str, dict[Kind, float]] = defaultdict(lambda: defaultdict(float))
    uses: dict[str, int] = defaultdict(int)
    for each in found:
        name = each.span.phrase(text)
        told[name][each.kind] += each.share
        uses[name] += 1
    likeliest = {name: max(kinds, key=kinds.__getitem__) for name, kinds in told.items()}
    likeliest |= {name: "place" for name in likeliest if _is_country(name)}
    agreed = [_agreeing(each, likeliest[each.span.phrase(text)]) for each in found]
    spread = {
        name: Entity(Span(0, 0), kind, told[name][kind] / uses[name])
        for name, kind in likeliest.items()
        if told[name][kind] / uses[name] >= SPREADS and name.lower() not in common_words()
    }
    taken = {at for each in agreed for at in range(*each.span)}
    agreed += _again(text, sentences, spread, taken)
    taken |= {at for each in agreed for at in range(*each.span)}
    return sorted([*agreed, *_well_known(text, sentences, taken)])


def _well_known(text: str, sentences: Sequence[Sentence], taken: set[int]) -> Iterator[Entity]:
    """Countries and large cities that stand alone and that the tagger took for nothing."""
    for sentence in sentences:
        for at, word in enumerate(sentence):
            if not word.is_capital or not word.is_word or word.start in taken:
                continue
            beside = [sentence[near] for near in (at - 1, at + 1) if 0 <= near < len(sentence)]
            alone = not any(
                (near.is_capital and near.is_word) or near.text in {"-", "&", "@", "#"} for near in beside
            )
            span = Span(word.start, name_end(word))
            if alone and _is_large(span.text(text)):
                yield Entity(span, "place", SPREADS)


@lru_cache(maxsize=10_000)
def _is_large(name: str) -> bool:
    if name.lower() in common_words() or name_words().get(name) or not name[1:].islower():
        return False
    places = lookup(name)
    return any(
        (place.kind == "country" and place.main) or (place.kind == "city" and place.population >= LARGE)
        for place in places
    )


def _agreeing(entity: Entity, kind: Kind) -> Entity:
    return entity if entity.share >= SURE and kind != "place" else entity._replace(kind=kind)


def _is_country(name: str) -> bool:
    places = lookup(name)
    return bool(places) and places[0].kind == "country" and places[0].main


def _again(
    text: str, sentences: Sequence[Sentence], names: dict[str, Entity], taken: set[int]
) -> Iterator[Entity]:
    """Mentions of *names* where nothing was found."""
    firsts: dict[str, int] = defaultdict(int)
    for name in names:
        words = name.split()
        firsts[words[0]] = max(firsts[words[0]], min(LONGEST, len(words)))
    for sentence in sentences:
        at = 0
        while at < len(sentence):
            word = sentence[at]
            most = firsts.get(text[word.start : name_end(word)], 0) if word.start not in taken else 0
            for length in range(min(most * 2, len(sentence) - at), 0, -1):
                span = Span(word.start, name_end(sentence[at + length - 1]))
                same = names.get(span.phrase(text))
                if same and not any(place in taken for place in range(*span)):
                    yield same._replace(span=span)
                    at += length - 1
                    break
            at += 1
