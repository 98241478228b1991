"""Sources right beside a quotation and its cue that the tagger takes for a part of what is said.

Behind: “…,” said the head of the city’s trams, Ann Lee. Before: … and the patient, Ann Lee, called it “…”.
"""

from reader.analysis.quotes.line import Line
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.phrases import STOPS, noun_phrase_before, noun_phrase_end
from reader.analysis.quotes.tagger import Kind
from reader.analysis.quotes.units import Unit
from reader.analysis.reporting import USUAL, cue_share

_CLOSING = "”\"'’»“‘« \u00a0"
_AUXILIARIES = frozenset("was were had did could would should might".split())
_ENDS_SPEECH = ",?!…—-"
_PREPOSITIONS = frozenset("to in on at by with from after before of for through during about over".split())
_OBJECTS = frozenset("it him her them as : , that".split())
_ARTICLES = frozenset("the a an his her its their".split())
_STARTS = ("N", "J", "D", "P", "?", "CD")
"""Beginnings of the classes of words that such a source begins with."""


def mark_inverted(line: Line, kinds: list[Kind | None]) -> None:
    """Label the units of such sources, where *kinds* has a cue and no source behind it.

    The cue stands right behind a quotation, or behind a comma with nothing after the source, or opens
    the sentence with a colon after the source.
    """
    for at in range(len(kinds)):
        begins = at == 0 or line.starts_paragraph(at) or line.sentences[at] != line.sentences[at - 1]
        after_speech = not begins and _cuts_speech(line.units[at - 1]) and _is_past(line.units[at])
        if after_speech or (begins and cue_share(line.units[at].low) >= USUAL):
            kinds[at] = "cue"
        if kinds[at] != "cue" or (kinds[at - 1] == "cue" and not begins):
            continue
        first = at + 1
        while first < len(kinds) and kinds[first] == "cue" and line.units[first].low not in _ARTICLES:
            first += 1
        last = noun_phrase_end(line, first)
        run = next((n for n in range(first, last) if kinds[n] != "source"), last)
        if run == last or not _can_start(line.units[first]):
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


def mark_led(line: Line, kinds: list[Kind | None]) -> None:
    """Label cue and source that lead to a quotation, where *kinds* has no source in that place."""
    for quotation, unit in enumerate(line.units):
        cue = _leading_cue(line, quotation) if unit.quote is not None else None
        if cue is None:
            continue
        first, last = noun_phrase_before(line, cue)
        named = any(
            line.units[at].text[0].isupper() or line.units[at].low in _ARTICLES for at in range(first, last)
        )
        inner = first > 0 and line.units[first - 1].low in _PREPOSITIONS
        part = first > 0 and kinds[first - 1] == "source" and kinds[first] == "source"
        if named and not inner and not part:
            kinds[first:last] = ["source"] * (last - first)
            kinds[cue] = "cue"


def _leading_cue(line: Line, quotation: int) -> int | None:
    """The verb of saying right before a quotation, or any verb with a colon between."""
    at = quotation - 1
    while at > max(0, quotation - 3) and line.units[at].low in _OBJECTS and not line.starts_paragraph(at + 1):
        at -= 1
    if at < 1 or line.starts_paragraph(at + 1) or not line.units[at].text.islower():
        return None
    if line.units[at].low.endswith("ing"):
        return None
    unit = line.units[at]
    colon = at == quotation - 2 and line.units[at + 1].text == ":"
    verb = look(unit.text).part.startswith(("VBD", "VBZ")) or (
        unit.low.endswith("ed") and look(unit.text).part[0] == "?"
    )
    return at if cue_share(unit.low) >= USUAL or (colon and verb) else None


def _cuts_speech(unit: Unit) -> bool:
    """Whether a quotation ends with a comma, so that its sentence goes on."""
    return unit.quote is not None and unit.text.rstrip(_CLOSING)[-1:] == ","


def _is_past(unit: Unit) -> bool:
    """Whether a word is a verb in the past tense, but not an auxiliary."""
    return unit.text.islower() and unit.low not in _AUXILIARIES and look(unit.text).part.startswith("VBD")


def _ends_speech(unit: Unit) -> bool:
    return unit.quote is not None and unit.text.rstrip(_CLOSING)[-1:] in {*_ENDS_SPEECH}


def _can_start(unit: Unit) -> bool:
    it = look(unit.text)
    return unit.text[0].isupper() or (it.part.startswith(_STARTS) and unit.low not in STOPS)
