"""What tells whether a paragraph is the title, a heading or text: its look, its words, its neighbours, its place.

Words are features only where news writes them in small letters, so that the model knows how headings are
written rather than what last year's were about.
"""

import re
from collections.abc import Iterator, Sequence

from reader.analysis.sections.look import LONG, Look, look
from reader.analysis.sections.surroundings import Others, beside, place
from reader.analysis.trained import common_words, name_words, word_classes

_PATTERNS = {
    "stops": r".*?[.!?…][\"'”’»)\]]*\s",
    "step": r"(?:step|part|chapter|section|method|act|day|week|question|lesson|tip|rule|round|phase)\s",
    "credit": r"(?:by|photo\w*|image\w*|picture|source|credit|video|watch|related|read|see|more|share|follow|"
    r"subscribe|sign|join|advertisement|copyright|©|updated?|last|published|posted|reporting|editing|caption|"
    r"tags?|filed|written|click|get|buy|listen|download|view|also|next|previous|originally|correction|editor\S*|"
    r"note)\b",
    "number": r"(?:\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[a-z][.)]|[ivxlc]{1,6}[.)])\s",
    "greets": r"(?:dear|hi|hello|sirs?|madam|yours|your|sincerely|respectfully|regards|love|best|cheers|thanks|"
    r"signed)\b",
    "date": r".*?\b(?:(?:19|20)\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s\d|\d+\s(?:minutes?|hours?|days?)\sago|\d:\d\d)",
    "address": r".*?(?:https?:|www\.|\S@\S|@\w|#\w|\.com\b)",
}
_COMPILED = {name: re.compile(pattern, re.IGNORECASE | re.DOTALL) for name, pattern in _PATTERNS.items()}
_IN_DATES = re.compile(
    r"\d.*|[ap]\.?m|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*", re.I
)
_ASKS = frozenset("what who why how when where which whose is are do does did can could will should".split())


def features(paragraphs: Sequence[str], *, lexical: bool = True) -> list[list[str]]:
    """For each paragraph of a text its features, in order; not *lexical*: only looks, no words of English."""
    looks = [look(text) for text in paragraphs]
    others = Others(looks)
    found = []
    for at, each in enumerate(looks):
        row = [
            *_own(each),
            *(_wording(each) if lexical and each.size != LONG else ()),
            f"short{others.short}",
            f"short{others.short}{each.case}",
            *others.of(each),
        ]
        row += place(at, len(looks), each)
        for step in (-2, -1, 1, 2):
            near = looks[at + step] if 0 <= at + step < len(looks) else None
            row += beside(step, near, each)
            if lexical and near and abs(step) == 1 and near.size != LONG and near.words:
                row.append(f"{step}first={_known(near.words[0])}")
        found.append(row)
    return found


def _own(each: Look) -> Iterator[str]:
    """What a paragraph shows by itself."""
    yield from (f"size{each.size}", f"end{each.end}", f"start{each.start}", f"case{each.case}")
    if each.size == LONG:
        return
    yield f"size{each.size}end{each.end}"
    yield f"case{each.case}end{each.end}"
    yield f"case{each.case}size{each.size}"
    yield f"case{each.case}start{each.start}end{each.end}"
    yield from (f"has{mark}" for mark in ":|–—/$%&?()" if mark in each.text[:-1])
    if ":" in each.text[:40] and each.text[-1] != ":":
        yield "label:"


def _wording(each: Look) -> Iterator[str]:
    """What the words of a paragraph tell, and what kinds of line news has."""
    words = each.words
    yield from (f"{name}{len(words) < 8}" for name, kind in _COMPILED.items() if kind.match(each.text))
    if words:
        yield f"first={_known(words[0])}"
        yield f"last={_known(words[-1])}"
        if words[0].lower() in _ASKS:
            yield f"asks{each.end}"
    if len(words) <= 3:
        yield f"all={' '.join(map(_known, words))}"
    if words and all(_IN_DATES.fullmatch(word) for word in words):
        yield "only a date"
    verbs = sum(
        word_classes().get(word.lower(), "").startswith(("VBD", "VBZ", "MD", "VBP")) for word in words
    )
    yield f"verbs{min(verbs, 3)}"
    yield f"verbs{min(verbs, 2)}{each.size}"
    names = sum(word in name_words() for word in words if word[0].isupper())
    if words and names >= len(words) - 1:
        yield f"names{len(words)}"


def _known(word: str) -> str:
    low = word.lower()
    if low in common_words():
        return low
    return "9" if word[0].isdigit() else "N" if word.capitalize() in name_words() else "?"
