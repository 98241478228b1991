"""Words that bound a figure: at least, up to, more than, about."""

import re

from reader.document.outline import Bound

_GO_UP = "".join(
    f"(?<!{each} )" for each in "go goes went going gone it them back came come climb creep".split()
)
_LEFT: tuple[tuple[Bound, str], ...] = (
    (
        "≥",
        r"at(?: the)?(?: very)? least|(?:no|not|nothing|never)(?: any)? (?:fewer|less|lower|smaller"
        r"|shorter|younger) than"
        r"|(?:a |the )?minimum(?: \w+)?(?: of| is| was)?|(?:starts?|starting|begin(?:s|ning)?) (?:at|from)",
    ),
    (
        "≤",
        rf"{_GO_UP}up to|as (?:many|much|high|long|large|big|far|fast|tall|deep|late|old|great) as"
        rf"|at(?: the)?(?: very)? most"
        r"|(?:no|not|nothing|never)(?: any)? (?:more|higher|later|longer|larger|greater|older|bigger"
        r"|further|farther) than"
        r"|(?:a |the )?maximum(?: \w+)?(?: of| is| was)?|capped at|limited to|not (?:to )?exceed(?:ing)?",
    ),
    (
        "<",
        r"less than|fewer than|lower than|smaller than|younger than|shorter than|just shy of|under"
        r"|below|just under|shy of",
    ),
    (
        ">",
        r"more than|greater than|higher than|larger than|longer than|older than|over|above|over than|better than|beyond"
        r"|in excess of|exceeds?|exceeded|exceeding|upwards? of|topp(?:ed|ing)|north of|surpass(?:ed|ing)?"
        r"|(?:surge|climb|rise|rose|soar|jump|push|went|got|get)(?:e?s|e?d)? past",
    ),
    (
        "~",
        r"about|around|roughly|nearly|almost|approximately|approx\.|an estimated|estimated|close to|some|circa|c\."
        r"|averag(?:ed|ing|es?)|works? out (?:at|to)|in the region of|or so|something like|somewhere around",
    ),
)
_SIGNS: dict[str, Bound] = {"~": "~", "≈": "~", "<": "<", ">": ">", "≤": "≤", "≥": "≥"}
_BETWEEN = r"(?:the\s+|a\s+|an\s+|another\s+|its\s+)?"
_HEDGES = r"(?:(?:some|about|around|roughly|approximately|an? estimated|perhaps|possibly)\s+)?"
_BEFORE = [
    (
        bound,
        re.compile(
            rf"\b(?:{words})\s+{_HEDGES if bound in '≥≤' else ''}{_BETWEEN}(?:[A-Z]{{1,3}})?[$£€¥]?$",
            re.IGNORECASE,
        ),
    )
    for bound, words in _LEFT
]
_MORE = r"(?:more|older|above|over|higher|longer|greater|better|upwards?|farther|further|later)"
_LESS = r"(?:less|fewer|under|below|younger|lower|shorter|earlier|smaller)"
_RIGHT: tuple[tuple[Bound, str], ...] = (
    (
        "≥",
        rf"\+|-plus\b|\s+plus\b(?=\s+\w)|(?:\s+[^\W\d_]+){{0,2}}\s+or\s+{_MORE}\b"
        rf"|\s+(?:and|or)\s+(?:up|{_MORE})\b(?!\s+(?:\d|than))|\s+at\s+(?:the\s+very\s+)?least\b|\s+(?:minimum|upwards)\b",
    ),
    (
        "≤",
        rf"(?:\s+[^\W\d_]+){{0,2}}\s+or\s+{_LESS}\b|\s+and\s+(?:under|below|younger)\b|\s+at\s+(?:the\s+very\s+)?most\b"
        r"|\s+maximum\b|\s+tops\b",
    ),
    ("~", r"\s+or\s+so\b|-odd\b|-ish\b|\s+give or take\b"),
)
_AFTER = [(bound, re.compile(words, re.IGNORECASE)) for bound, words in _RIGHT]
_WITHIN = re.compile(
    r"\bwithin\s+(?:about\s+|around\s+|some\s+|the\s+(?:next|first|past|last)\s+)?$", re.IGNORECASE
)
_DURING = re.compile(r"(?<!just )(?<!well )(?<!little )\bover\s+(?:the\s+)?$", re.IGNORECASE)
_LASTED = re.compile(
    r"\b(?:took|takes?|taken|taking|last(?:s|ed|ing)?|spen[dt]|for|of|waited|waits?|after|was|is|were|well|by|at|aged|with)"
    r"\s+(?:well\s+|just\s+)?over\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before a time that is longer than what follows: “it took {over} two hours”, and not “they vote {over} four days”."""
_FROM_UP = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_UP = re.compile(r"\s+(?:up|upwards?)\b(?!\s+to)|\s+and\s+up\b", re.IGNORECASE)
_REACH = 48


def bound_of(text: str, start: int, end: int, dimension: str) -> Bound:
    """The bound of the figure at *start* to *end* of *text*, by the words beside it; *dimension*: its own."""
    left = text[max(0, start - _REACH) : start]
    if dimension == "time" and _DURING.search(left) and not _LASTED.search(left):
        return "="
    if left.endswith(("<=", "=<", ">=", "=>")):
        return "≤" if "<" in left[-2:] else "≥"
    if left.rstrip()[-1:] in _SIGNS:
        return _SIGNS[left.rstrip()[-1]]
    if left.lower().endswith("sub-"):
        return "<"
    if dimension in {"time", "length"} and _WITHIN.search(left):
        return "≤"
    if _FROM_UP.search(left) and _UP.match(text, end):
        return "≥"
    for bound, pattern in _BEFORE[:2]:
        if pattern.search(left):
            return bound
    for bound, pattern in _AFTER[:2]:
        if pattern.match(text, end):
            return bound
    for bound, pattern in _BEFORE[2:]:
        if pattern.search(left):
            return bound
    return "~" if _AFTER[2][1].match(text, end) else "="
