"""Which sentences can be key: those that state something, not what stands around an article's own text."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reader.analysis.languages import Language
from reader.analysis.names import CALENDAR
from reader.analysis.words import Word, words
from reader.document.span import Span

_ENDS = re.compile(r"[.!…。।](?:\[\d+\])?[\"'”’»›)\]]*$")
_ADDRESS = re.compile(
    r"https?:|\bwww\.|(?<![\w.])@\w{2,}|\w@\w|^#|^RT\b|\b\w+\.(?:com|org|net)/", re.IGNORECASE
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{3,60})[)\]]")
_FEWEST_TERMS = 3
"""Words that say something, below which a sentence is a date line: “Posted on 21 April, at 11:29 a.m.”"""
_SHORTEST_TERM = 3
_LABEL = 2
"""Words before a colon that make what they begin a caption, or somebody's turn in a transcript."""
_NEAR = 7
"""Words from the first in which an offer of the publisher follows what it asks of the reader."""


def is_statement(text: str, known: Language) -> bool:
    """Whether a sentence states something, rather than asking, captioning, dating, linking or advertising."""
    if not _ENDS.search(text) or _ADDRESS.search(text):
        return False
    found = list(words(text, Span(0, len(text))))
    lows = [word.low for word in found if word.is_word]
    return not (
        _is_line(found)
        or _is_part(text)
        or _terms(lows, known) < _FEWEST_TERMS
        or _is_caption(text, found, known)
        or _is_service(text, lows, known)
    )


def _is_line(found: Sequence[Word]) -> bool:
    """Whether a full stop ends a heading or label: “HOPES RISE IN OSLO.”, “Scene: The quay where they met.”"""
    longer = [word.text for word in found if word.is_word and len(word.text) > 3]
    labelled = any(word.text == ":" and after.is_word for word, after in pairwise(found[1 : _LABEL + 2]))
    return labelled or all(word[0].isupper() or not word[0].isalpha() for word in longer)


def _is_part(text: str) -> bool:
    """Whether a quotation mark opens or closes elsewhere: a sentence from the middle of what somebody says."""
    counts = Counter(text)
    low = counts["„"]
    curly = counts["“"] + counts["”"] == low if low else counts["“"] == counts["”"]
    return counts['"'] % 2 == 1 or not curly or counts["«"] != counts["»"]


def _terms(lows: Sequence[str], known: Language) -> int:
    """How many words are neither function words nor parts of a date."""
    calendar = CALENDAR | known.months
    return sum(
        len(low) >= _SHORTEST_TERM and low.isalpha() and low not in known.words and low not in calendar
        for low in lows
    )


def _is_caption(text: str, found: Sequence[Word], known: Language) -> bool:
    """Whether a picture is described or credited: “Photo: A. Lind”, “The quay (left) on Sunday.”"""
    credited = len(found) > 1 and found[0].low in known.captions
    if credited and (found[1].text == ":" or found[1].low in known.credits):
        return True
    inside = (match[1].lower().replace(":", " ").split() for match in _BRACKET.finditer(text))
    return any(each[0] in known.captions or set(each) <= known.beside for each in inside if each)


def _is_service(text: str, lows: Sequence[str], known: Language) -> bool:
    """Whether the publisher speaks of itself: “Sign up for our newsletter”, “All rights reserved”."""
    asks = lows[0] in known.asks and not known.offers.isdisjoint(lows[1:_NEAR])
    return asks or any(notice in text.lower() for notice in known.notices)
