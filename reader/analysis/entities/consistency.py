"""One name, one kind: what the tagger is sure of in one place holds for the same name in the others."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from reader.analysis.entities.entity import Entity, Kind
from reader.analysis.names import name_end
from reader.analysis.places.gazetteer import lookup
from reader.analysis.trained import common_words, name_words
from reader.analysis.words import Sentence
from reader.document.span import Span

SURE = 0.9
"""Probability from which a mention keeps its own kind against the others of the same name."""
SPREADS = 0.5
"""Mean probability from which a name is found where the tagger has missed it."""
LARGE = 1_000_000
"""People of a city that is a place wherever its name stands alone."""
_WHERE = re.compile(r"\b(?:[Ii]n|[Ff]rom|to|[Nn]ear|across|around|outside|[Tt]hroughout)\s\Z")
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
    surnames = {name.split()[-1] for name, kind in likeliest.items() if kind == "person" and " " in name}
    surnames -= {each.span.phrase(text) for each in found if _is_whereabouts(text, each.span)}
    for name in likeliest.keys() & surnames:
        likeliest[name] = "person"
    likeliest |= {name: "place" for name in likeliest if _is_country(name) and name not in surnames}
    agreed = [_agreeing(each, each.span.phrase(text), likeliest, surnames) for each in found]
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
    """Countries and large cities that stand alone and that the tagger took for nothing; Maine in Portland, Maine."""
    for sentence in sentences:
        for at, word in enumerate(sentence):
            if not word.is_capital or not word.is_word or word.start in taken:
                continue
            beside = [sentence[near] for near in (at - 1, at + 1) if 0 <= near < len(sentence)]
            alone = not any(
                (near.is_capital and near.is_word) or near.text in {"-", "&", "@", "#"} for near in beside
            )
            span = Span(word.start, name_end(word))
            outer = text[word.start - 2 : word.start] == ", " and word.start - 3 in taken
            if alone and (_is_large(span.text(text)) or (outer and _is_region(span.text(text)))):
                yield Entity(span, "place", SPREADS)


@lru_cache(maxsize=10_000)
def _is_large(name: str) -> bool:
    if name.lower() in common_words() or not name[1:].islower():
        return False
    person = name_words().get(name)
    return any(
        (place.kind == "area" and place.main and person in {None, "f"})
        or (place.kind == "country" and place.main and not person)
        or (place.kind == "city" and place.population >= LARGE and not person)
        for place in lookup(name)
    )


def _is_region(name: str) -> bool:
    return any(place.kind == "region" and place.main for place in lookup(name))


def _agreeing(entity: Entity, name: str, likeliest: Mapping[str, Kind], surnames: Collection[str]) -> Entity:
    kind = likeliest[name]
    stays = entity.share >= SURE and kind != "place" and name not in surnames
    return entity if stays else entity._replace(kind=kind)


def _is_whereabouts(text: str, span: Span) -> bool:
    """Whether a name stands behind a word for where: in Jordan."""
    return _WHERE.search(text, max(0, span.start - 12), span.start) is not None


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
