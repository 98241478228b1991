"""Words that bound a figure: more than, up to, about."""

import re

from reader.document.outline import Bound

_LEFT: tuple[tuple[Bound, str], ...] = (
    (
        "<",
        r"no more than|not more than|less than|fewer than|lower than|just shy of|under|below"
        r"|(?<!go )(?<!goes )(?<!went )(?<!going )(?<!gone )(?<!it )(?<!them )up to|as many as"
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
_DURING = re.compile(r"(?<!just )(?<!well )(?<!little )\bover\s+(?:the\s+)?$", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?:took|takes?|taken|taking|last(?:s|ed|ing)?|spen[dt]|for|of|waited|waits?|after|was|is|were|well|by|at|aged|with)"
    r"\s+(?:well\s+|just\s+)?over\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a time that is longer than what follows: “it took {over} two hours”, and not “they vote {over} four days”."""
_REACH = 32


def bound_of(text: str, start: int, end: int, dimension: str) -> Bound:
    """The bound of the figure at *start* to *end* of *text*, by the words beside it; *dimension*: its own."""
    left = text[max(0, start - _REACH) : start]
    if dimension == "time" and _DURING.search(left) and not _LASTED.search(left):
        return "="
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
