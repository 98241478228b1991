"""What can be told from one unit by itself: word, part of speech, shape, and what it is likely to be."""

from functools import lru_cache
from typing import NamedTuple

from reader.analysis.names import ORGANISATION_WORDS, TITLES
from reader.analysis.reporting import cue_share
from reader.analysis.roles import ROLE_NOUNS
from reader.analysis.trained import common_words, first_names, word_classes

LIKELY_CUE = 0.4
"""Share of a word’s uses as a cue above which it is looked out for in the whole sentence."""


class Look(NamedTuple):
    """`word` in small letters, or `<Aa>` for a name: the model is to learn no names; `kind` is part of
    speech and shape."""

    word: str
    part: str
    shape: str
    flags: str
    is_cue: bool
    kind: str


@lru_cache(maxsize=60_000)
def look(text: str) -> Look:
    """The look of a word, a mark, or the kind of a quotation."""
    low = text.lower().replace("’", "'")
    if not text[0].isalnum():
        return Look(low, low, low, "", False, low + low)
    if text[0].isdigit():
        return Look(low, "CD", "9", _flags(text, low, 0), False, "CD9")
    share = cue_share(low)
    step = 0 if share < 0.15 else 1 + int(share * 4.999)
    shape = "a" if not text[0].isupper() else "AA" if len(text) > 1 and text.isupper() else "Aa"
    part = word_classes().get(low, "")
    flags = _flags(text, low, step)
    known = part or step or low in common_words() or low in TITLES or low in ORGANISATION_WORDS
    if shape != "a" and not known:
        return Look(f"<{shape}>", "?", shape, flags, False, f"?{shape}")
    part = part or f"?{low[-2:]}"
    return Look(low, part, shape, flags, share > LIKELY_CUE, part + shape)


def _flags(text: str, low: str, step: int) -> str:
    if not text[0].isupper():
        return f"{step}r" if low in ROLE_NOUNS else f"{step}"
    titled = "t" if low in TITLES else ""
    organised = "o" if low in ORGANISATION_WORDS else ""
    return f"{step}{titled}{organised}{'f' if text in first_names() else ''}"


@lru_cache(maxsize=60_000)
def window_features(text: str) -> tuple[tuple[str, ...], ...]:
    """The features that a unit gives to itself and its neighbours, by distance from −3 to 3."""
    it = look(text)
    found = []
    for at in range(-3, 4):
        features = [f"{at}w={it.word}", f"{at}t={it.kind}", f"{at}f={it.flags}{it.shape}"]
        if at == 0:
            features += [f"s3={it.word[-3:]}", f"s2={it.word[-2:]}", f"p4={it.word[:4]}"]
        elif abs(at) == 1:
            features.append(f"{at}s={it.word[-2:]}")
        found.append(tuple(features))
    return tuple(found)
