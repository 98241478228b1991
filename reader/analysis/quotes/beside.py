"""Sources right beside a quotation and its cue that the tagger takes for a part of what is said.

Behind: “…,” said the head of the city’s trams, Ann Lee. Before: … and the patient, Ann Lee, called it “…”.
"""

from reader.analysis.quotes.line import Line
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.make_up import FINITE
from reader.analysis.quotes.tagger import Kind
from reader.analysis.quotes.units import Unit
from reader.analysis.reporting import USUAL, cue_share

LONGEST = 16
"""Units of such a source."""
_CLOSING = "”\"'’»“‘« \u00a0"
_AUXILIARIES = frozenset("was were had did could would should might".split())
_ENDS_SPEECH = ",?!…—-"
_STOPS = frozenset(
    """who whom whose which that when while after before as in on at during with from by because if
    once again also then and but or to him her them""".split()
)
_STOPS_BEFORE = frozenset(
    """but and or while whereas whose who whom which that because if when where as though although then to
    in on at by with from after before""".split()
)
_RELATIVES = frozenset("who whose which".split())
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


def mark_led(line: Line, kinds: list[Kind | None]) -> None:
    """Label cue and source that lead to a quotation, where *kinds* has no source in that place."""
    for quotation, unit in enumerate(line.units):
        cue = _leading_cue(line, quotation) if unit.quote is not None else None
        if cue is None:
            continue
        first, last = _before(line, cue)
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


def _before(line: Line, cue: int) -> tuple[int, int]:
    """The noun phrase before a verb, with a description before a name in apposition."""
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
        elif unit.text[0].islower() and _is_verb(unit):
            break
        at -= 1
    return at, last


def _cuts_speech(unit: Unit) -> bool:
    """Whether a quotation ends with a comma, so that its sentence goes on."""
    return unit.quote is not None and unit.text.rstrip(_CLOSING)[-1:] == ","


def _is_past(unit: Unit) -> bool:
    """Whether a word is a verb in the past tense, but not an auxiliary."""
    return unit.text.islower() and unit.low not in _AUXILIARIES and look(unit.text).part.startswith("VBD")


def _ends_speech(unit: Unit) -> bool:
X


def _can_start(unit: Unit) -> bool:
    it = look(unit.text)
    return unit.text[0].isupper() or (it.part.startswith(_STARTS) and unit.low not in _STOPS)


def _relative_clause(line: Line, last: int) -> int | None:
    """Where the words before a relative clause end that ends at *last*: “Ann Lee, whose house it was, …”."""
    for at in range(last - 1, max(0, last - LONGEST), -1):
        if line.units[at].quote is not None or line.starts_paragraph(at) or line.units[at].text in ".;:":
            return None
        if line.units[at].low in _RELATIVES and line.units[at - 1].text == ",":
            return at - 1
    return None


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
