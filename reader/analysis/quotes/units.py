"""Units of a text for the attribution tagger: words and marks, and whole quotations as one unit each.

A quotation is one unit whatever it holds, so that its cue and its speaker stand beside it; a unit of
quotation is cut at the end of its paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from sys import intern
from typing import NamedTuple

from reader.analysis.names import TITLES
from reader.analysis.reporting import cue_share
from reader.analysis.sentences import ABBREVIATIONS
from reader.document.span import Span

_TOKEN = re.compile(
    r"['’](?:s|d|ll|re|ve|m)(?!\w)"
    r"|[^\W_]+(?:(?!['’](?:s|d|ll|re|ve|m)(?!\w))[’'.&-](?=[^\W_])[^\W_]+)*"
    r"|\S"
)


_LIKELY_CUE = 0.5


class Unit(NamedTuple):
    """A word, a mark, or a quotation (`quote` is its number among the quoted passages)."""

    start: int
    end: int
    text: str
    low: str
    quote: int | None = None


def units(text: str, paragraph: Span, quoted: Sequence[tuple[int, Span]]) -> list[Unit]:
    """The units of one *paragraph*; *quoted* are the passages in it, in order, with their numbers."""
    found: list[Unit] = []
    at = paragraph.start
    for number, span in quoted:
        start, end = max(span.start, paragraph.start), min(span.end, paragraph.end)
        found += _words(text, at, start)
        at, words = _with_mark(text, start, end)
        found.append(Unit(start, end, words, "<q>", number))
    found += _words(text, at, paragraph.end)
    return found


def _with_mark(text: str, start: int, end: int) -> tuple[int, str]:
    """A quotation with the comma or full stop inside that British print sets behind its closing mark, and
    where the text goes on."""
    words, after = text[start:end], text[end : end + 1]
    alone = after in {",", "."} and text[end + 1 : end + 2] != after and words[-2:-1].isalnum()
    if not alone or _is_title(words[1:-1].split()):
        return end, words
    return end + 1, f"{words[:-1]}{after}{words[-1]}"


def _is_title(words: Sequence[str]) -> bool:
    """Whether a comma behind a quotation is the sentence's own: each longer word has a capital."""
    longer = [word for word in words if len(word) > 3]
    return len(words) > 1 and bool(longer) and all(word[0].isupper() for word in longer)


def _words(text: str, start: int, end: int) -> Iterator[Unit]:
    for match in _TOKEN.finditer(text, start, end):
        # A long article has few different words; each is kept once.
        word = intern(match[0])
        yield Unit(match.start(), match.end(), word, intern(word.lower().replace("’", "'")))


def sentence_numbers(line: Sequence[Unit]) -> list[int]:
    """For every unit of a paragraph the number of its sentence; a quotation may end one."""
    found: list[int] = []
    number = 0
    for at, unit in enumerate(line):
        found.append(number)
        if at + 1 < len(line) and _ends_sentence(line, at, unit, line[at + 1]):
            number += 1
    return found


def _ends_sentence(line: Sequence[Unit], at: int, unit: Unit, following: Unit) -> bool:
    if unit.quote is not None:
        begins = following.text[0].isupper() or following.quote is not None
        attributed = at + 2 < len(line) and cue_share(line[at + 2].low) >= _LIKELY_CUE
        return unit.text.rstrip("”\"'’» ")[-1:] in {*".?!…", ""} and begins and not attributed
    if unit.text == ";" and following.quote is not None:
        return True
    if unit.text not in ".?!" or following.text[0].islower():
        return False
    before = line[at - 1].low if at else ""
    return unit.text != "." or not (len(before) == 1 or before in TITLES or before in ABBREVIATIONS)
