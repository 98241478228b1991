"""The source behind a quotation and its cue: “…,” said the head of the city’s trams, Ann Lee.

The order is rarer in the corpus than the other one, so that the tagger takes long sources for what is said.
"""

from typing import Literal

from reader.analysis.quotes.line import Line
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.make_up import FINITE
from reader.analysis.quotes.units import Unit
from reader.analysis.reporting import cue_share

Kind = Literal["source", "cue", "content"]
USUAL = 0.6
"""Share of a word’s uses as a cue from which it opens a sentence as one."""
LONGEST = 16
"""Units of such a source."""
_ENDS_SPEECH = ",?!…—-"
_STOPS = frozenset(
    """who whom whose which that when while after before as in on at during with from by because if
    once again also then and but or to him her them""".split()
)
_STARTS = ("N", "J", "D", "P", "?", "CD")
"""Beginnings of the classes of words that such a source begins with."""


def mark_inverted(line: Line, kinds: list[Kind | None]) -> None:
    """Label the units of such sources, where *kinds* has a cue and no source behind it.

    The cue stands right behind a quotation, or behind a comma with nothing after the source, or opens
    the sentence with a colon after the source.
    """
    for at in range(len(kinds)):
        begins = at == 0 or line.starts_paragraph(at) or line.sentences[at] != line.sentences[at - 1]
        if begins and cue_share(line.units[at].low) >= USUAL:
            kinds[at] = "cue"
        if kinds[at] != "cue" or (kinds[at - 1] == "cue" and not begins):
            continue
        first = at + 1
        while first < len(kinds) and kinds[first] == "cue":
            first += 1
        last = _end(line, first)
        if last == first or kinds[first] == "source" or not _can_start(line.units[first]):
            continue
        closes = last >= len(line.units) or line.units[last].text == "."
        opens = begins and last < len(line.units) and line.units[last].text == ":"
        cut_off = (
            not begins
            and line.units[at - 1].text == ","
            and closes
            and not line.units[at].low.endswith("ing")
        )
        if cut_off or opens or (not line.starts_paragraph(at) and _ends_speech(line.units[at - 1])):
            kinds[first:last] = ["source"] * (last - first)


def _ends_speech(unit: Unit) -> bool:
    return unit.quote is not None and unit.text.rstrip("”\"’'»“‘« \u00a0")[-1:] in {*_ENDS_SPEECH}


def _can_start(unit: Unit) -> bool:
    it = look(unit.text)
    return unit.text[0].isupper() or (it.part.startswith(_STARTS) and unit.low not in _STOPS)


def _is_verb(unit: Unit) -> bool:
    part = look(unit.text).part
    return part.startswith(FINITE) and "NN" not in part


def _end(line: Line, first: int) -> int:
    """Where the noun phrase that begins at *first* ends, with a name in apposition to it."""
    at = first
    apposed = False
    while at < min(len(line.units), first + LONGEST):
        unit = line.units[at]
        if unit.quote is not None or unit.low in _STOPS or unit.text in ";:—–-(" or line.starts_paragraph(at):
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
        elif unit.text[0].islower() and _is_verb(unit):
            break
        at += 1
    return at
