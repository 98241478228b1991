"""Words that bound a figure: more than, up to, about."""

import re

from reader.document.outline import Bound

_LEFT: tuple[tuple[Bound, str], ...] = (
    (
        "<",
        r"no more than|not more than|less than|fewer than|lower than|just shy of|under|below|up to|as many as"
        r"|as much as|as high as|at most|a maximum of|just under|shy of|within",
    ),
    (
        ">",
        r"no less than|no fewer than|not less than|more than|greater than|higher than|over|at least|above|over than"
        r"|better than|in excess of|exceeds?|exceeded|exceeding|upwards? of|a minimum of"
        r"|surpass(?:es|ed|ing)?|topp(?:ed|ing)"
        r"|beyond|north of",
    ),
    (
        "~",
        r"about|around|roughly|nearly|almost|approximately|approx\.|an estimated|estimated|close to|some|circa"
        r"|averag(?:ed|ing|es?)|works? out (?:at|to)"
        r"|in the region of|or so|an average of|something like|somewhere around",
    ),
)
_SIGNS: dict[str, Bound] = {"~": "~", "≈": "~", "<": "<", ">": ">", "≤": "<", "≥": ">"}
_BEFORE = [
    (bound, re.compile(rf"\b(?:{words})\s+(?:the\s+|a\s+|an\s+|another\s+|its\s+)?[$£€¥]?$", re.IGNORECASE))
    for bound, words in _LEFT
]
_RIGHT: tuple[tuple[Bound, str], ...] = (
    (">", r"\+|-plus\b|\s+or\s+(?:more|older|above|higher|longer|greater)\b|\s+(?:and|or)\s+(?:up|over)\b"),
    ("<", r"\s+or\s+(?:less|fewer|under|below|younger|lower)\b|\s+at\s+most\b"),
    ("~", r"\s+or\s+so\b|-odd\b|-ish\b"),
)
_AFTER = [(bound, re.compile(words, re.IGNORECASE)) for bound, words in _RIGHT]
_REACH = 32


def bound_of(text: str, start: int, end: int) -> Bound:
    """The bound of the figure at *start* to *end* of *text*, by the words beside it."""
    left = text[max(0, start - _REACH) : start]
    if left[-1:] in _SIGNS:
        return _SIGNS[left[-1]]
    if left.lower().endswith("sub-"):
        return "<"
    for bound, pattern in _BEFORE:
        if pattern.search(left):
            return bound
    for bound, pattern in _AFTER:
        if pattern.match(text, end):
            return bound
    return "="
