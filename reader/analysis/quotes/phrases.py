"""Noun phrases before and behind a verb: the words that can name a source, told by what ends them."""

from reader.analysis.quotes.line import Line
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.make_up import FINITE
from reader.analysis.quotes.units import Unit

LONGEST = 16
"""Units of such a source."""
STOPS = frozenset(
    """who whom whose which that when while after before as in on at during with from by because if
    once again also then and but or to him her them""".split()
)
_STOPS_BEFORE = frozenset(
    """but and or while whereas whose who whom which that because if when where as though although then to
    in on at by with from after before""".split()
)
_RELATIVES = frozenset("who whose which".split())


def noun_phrase_before(line: Line, cue: int) -> tuple[int, int]:
    """First and last (exclusive) unit of the noun phrase before a verb, with a name in apposition."""
    last = cue
    while last > 0 and line.units[last - 1].low.endswith("ly") and not line.starts_paragraph(last):
        last -= 1
    apposed = last > 0 and line.units[last - 1].text == "," and not line.starts_paragraph(last)
    last -= apposed
    clause = _relative_clause(line, last) if apposed else None
    if clause is not None:
        last, apposed = clause, False
    at = last
    while at > max(0, last - LONGEST) and not line.starts_paragraph(at):
        unit = line.units[at - 1]
        if unit.quote is not None or unit.low in _STOPS_BEFORE or unit.text in ".;:—–-()":
            break
        if unit.text == ",":
            if not apposed or at < 2 or not line.units[at - 2].text[0].islower():
                break
            apposed = False
        elif unit.text[0].islower() and is_verb(unit):
            break
        at -= 1
    return at, last


def _relative_clause(line: Line, last: int) -> int | None:
    """Where the words before a relative clause end that ends at *last*: “Ann Lee, whose house it was, …”."""
    for at in range(last - 1, max(0, last - LONGEST), -1):
        if line.units[at].quote is not None or line.starts_paragraph(at) or line.units[at].text in ".;:":
            return None
        if line.units[at].low in _RELATIVES and line.units[at - 1].text == ",":
            return at - 1
    return None


def is_verb(unit: Unit) -> bool:
    """Whether a word is a finite verb, and cannot be a noun."""
    part = look(unit.text).part
    return part.startswith(FINITE) and "NN" not in part


def noun_phrase_end(line: Line, first: int) -> int:
    """Where the noun phrase that begins at *first* ends, with a name in apposition to it."""
    at = first
    apposed = False
    while at < min(len(line.units), first + LONGEST):
        unit = line.units[at]
        if unit.quote is not None or unit.low in STOPS or unit.text in ";:—–-(" or line.starts_paragraph(at):
            break
        if unit.text == "." and (line.ends_paragraph(at) or line.sentences[at + 1] != line.sentences[at]):
            break
        if unit.text == ",":
            described = at > first and line.units[at - 1].text[0].islower()
            if (
                apposed
                or not described
                or line.ends_paragraph(at)
                or not line.units[at + 1].text[0].isupper()
            ):
                break
            apposed = True
        elif unit.text[0].islower() and is_verb(unit):
            break
        at += 1
    return at
