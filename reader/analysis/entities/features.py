"""Features of the entity tagger: what a word looks like, which lists know it, and what stands around it.

Names themselves are no features, so that the model knows how names are used rather than last year's news.
After Ratinov & Roth, "Design Challenges and Misconceptions in Named Entity Recognition" (CoNLL 2009):
gazetteers, name lists and what the rest of the article does with the same word.
"""

from collections.abc import Iterator, Sequence

from reader.analysis.entities.gazetted import gazetteer_flags
from reader.analysis.entities.shapes import SORTS, Shape, shape
from reader.analysis.entities.uses import Uses
from reader.analysis.reporting import cue_share
from reader.analysis.trained import word_classes
from reader.analysis.words import Sentence

_REACH = 2
"""Words on either side of a capital that are read."""
_LOCATIVE = frozenset(
    """in at from near to of around outside inside across throughout toward towards over between above
    through into via within against leaving left visit visited visiting reach reached""".split()
)
_EDGE = "¶"


def stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """First and last (exclusive) word of the parts of a sentence that are near a capital."""
    start = end = -1
    for at, word in enumerate(sentence):
        if not (word.is_capital and word.is_word):
            continue
        first = max(0, at - _REACH)
        if start >= 0 and first > end:
            yield start, end
            start = first
        start = first if start < 0 else start
        end = min(len(sentence), at + _REACH + 1)
    if start >= 0:
        yield start, end


def stretch_features(
    sentence: Sentence, uses: Uses, *, title_case: bool
) -> Iterator[tuple[int, int, list[list[str]]]]:
    """First and last (exclusive) word of each stretch of a sentence, with the features of its words."""
    found = list(stretches(sentence))
    if not found:
        return
    shapes = [shape(word.text) for word in sentence]
    flags = gazetteer_flags(sentence)
    for first, last in found:
        rows = [
            _features(sentence, shapes, flags, at, uses, title_case=title_case) for at in range(first, last)
        ]
        yield first, last, rows


def _features(
    sentence: Sentence,
    shapes: Sequence[Shape],
    flags: Sequence[str],
    at: int,
    uses: Uses,
    *,
    title_case: bool,
) -> list[str]:
    here = shapes[at]
    found = [f"w={here.word}", f"look={here.look}", f"lists={here.lists}", f"place={flags[at]}"]
    if sentence[at].is_capital:
        found += uses.of(sentence[at])
        found += [
            f"end={here.ending}",
            f"look{here.look}place{flags[at]}lists{here.lists}",
            f"start{at == 0}{here.lists}",
        ]
        if title_case:
            found.append("titlecase")
    for step in (-2, -1, 1, 2):
        near = shapes[at + step] if 0 <= at + step < len(shapes) else None
        if near is None:
            found.append(f"{step}{_EDGE}")
            continue
        found += [f"{step}w={near.word}", f"{step}l={near.look}{near.lists}", f"{step}p={flags[at + step]}"]
    before = shapes[at - 1].word if at else _EDGE
    after = shapes[at + 1].word if at + 1 < len(shapes) else _EDGE
    found.append(f"around={before}|{after}")
    found.append(f"place{flags[at]}before={before}")
    found.append(f"lists{here.lists}before={before}")
    found.append(f"place{flags[at]}after={after}")
    if before in _LOCATIVE:
        found.append(f"locative{flags[at][:1]}")
    if before == "of" and at > 1 and shapes[at - 2].word in SORTS:
        found.append("sort of")
    if cue_share(after) > 0.5:
        found.append(f"says{here.lists}")
    if word_classes().get(after, "").startswith(("VBD", "VBZ", "MD")):
        found.append("verb after")
    return found
