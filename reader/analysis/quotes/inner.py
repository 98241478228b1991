"""Who speaks where one speaker tells of another: “Lee said the nurses told the family: “…””, “the Herald quoted
him as saying”, “he promised, according to the Herald, to “…””."""

from reader.analysis.quotes.line import Line
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.phrases import LONGEST, is_verb, noun_phrase_before
from reader.analysis.reporting import USUAL, cue_share, listed

_AUXILIARIES = frozenset("had has have".split())
_PASSIVE = frozenset("is was are were been being has have had also later".split())
_OPENS = frozenset("the a an his her its their some many several two three four five other one".split())
_PREPOSITIONS = frozenset("to in on at by with from after before of for through during about over".split())
_ASKS = frozenset("asked urged told ordered begged implored called advised warned".split())
_QUOTES = frozenset("quoted quotes cited cites quoting citing".split())
_OUTLETS = frozenset(
    """times post news radio tv television channel agency wire herald gazette tribune journal daily weekly
    telegraph guardian press broadcasting broadcaster network chronicle newspaper magazine website paper outlet
    reuters bbc cnn nbc cbs abc npr afp ap xinhua""".split()
)
_SUBJECTS = frozenset("he she they".split())
_DISTANCE = 8
"""Units between a verb and the colon or “to” that leads to the quotation."""


def told_before(line: Line, quotation: int) -> tuple[tuple[int, int], int] | None:
    """Speaker and verb of the clause right before a quotation: “… the nurses told the family: “…””."""
    lead = quotation - 1
    if lead < 2 or line.starts_paragraph(quotation) or line.units[lead].low not in {":", "to"}:
        return None
    verb = _verb_before(line, lead)
    if verb is None:
        return None
    subject = verb
    while subject > 0 and line.units[subject - 1].low in _AUXILIARIES:
        subject -= 1
    if line.units[subject - 1].low == "and":
        subject = _clause_verb(line, subject - 1)
    first, last = noun_phrase_before(line, subject)
    if first >= last or line.starts_paragraph(first) or last != subject:
        return None
    opens = line.units[first].low in _OPENS or "NNS" in look(line.units[last - 1].text).part
    tells = line.units[first - 1]
    reported = cue_share(tells.low) >= USUAL or tells.low in {"that", "how", "when"}
    return ((first, last), verb) if opens and reported else None


def _clause_verb(line: Line, end: int) -> int:
    """The first verb of the clause after the last “that” before a unit: “said that her neighbour (had) come and”."""
    begin, _ = line.sentence(end)
    that = next(
        (at for at in range(end - 1, max(begin, end - LONGEST), -1) if line.units[at].low == "that"), end
    )
    found = (
        at for at in range(that + 1, end) if line.units[at].low in _AUXILIARIES or is_verb(line.units[at])
    )
    return next(found, end)


def _verb_before(line: Line, lead: int) -> int | None:
    """The verb of saying before a colon, or of asking before “to”, with its object between."""
    for at in range(lead - 1, max(0, lead - _DISTANCE), -1):
        unit = line.units[at]
        if unit.quote is not None or unit.text in ",;.()" or line.sentences[at] != line.sentences[lead]:
            return None
        asks = unit.low in _ASKS if line.units[lead].low == "to" else _says(unit.low)
        if asks:
            return at
        if is_verb(unit):
            return None
    return None


def _says(low: str) -> bool:
    return not low.endswith("ing") and (cue_share(low) >= USUAL or (low in listed() and low.endswith("ed")))


def quoted_by(line: Line, first: int, last: int) -> tuple[int, int] | None:
    """The units of whom a source only quotes: “(the Herald) quoted him as saying”, or of the subject whose words
    a paper only passes on: “he promised, according to (the Herald), to “…””."""
    units = line.units
    by = first + (units[first].low == "by")
    if by > 1 and units[by - 1].low == "by" and units[by - 2].low in _QUOTES:
        return _quoted_subject(line, by - 2)
    if last < len(units) and units[last].low in _QUOTES:
        if last + 1 < len(units) and units[last + 1].low == "by":
            return _quoted_subject(line, last)
        for at in range(last + 2, min(len(units) - 1, last + LONGEST)):
            if units[at].low == "as" and units[at + 1].low in {"saying", "telling", "calling", "writing"}:
                return last + 1, at
            if units[at].quote is not None or units[at].text in ".;:":
                return None
        return None
    if first < 3 or [each.low for each in units[first - 2 : first]] != ["according", "to"]:
        return None
    return _subject_of(line, first, last)


def _quoted_subject(line: Line, quoted: int) -> tuple[int, int] | None:
    """The units of whom “was quoted by the Herald” is said of."""
    at = quoted
    while at > 0 and (line.units[at - 1].low in _PASSIVE or line.units[at - 1].low.endswith("ly")):
        at -= 1
    first, last = noun_phrase_before(line, at)
    return (first, last) if at < quoted and first < last == at else None


def quoted_after(line: Line, quotation: int) -> tuple[int, int] | None:
    """The units of whom somebody behind a quotation quotes: “…,” the daily quoted (her) as saying."""
    for at in range(quotation + 1, min(len(line.units), quotation + _DISTANCE)):
        if line.units[at].quote is not None or line.units[at].text in ".;:":
            return None
        if line.units[at].low in _QUOTES:
            return quoted_by(line, at, at)
    return None


def joined(line: Line, quotation: int) -> tuple[int, int] | None:
    """The units of the subject whose second verb leads to a quotation: “(Rock) took the set and said: “…””."""
    verb = quotation - 1 - (line.units[quotation - 1].text in {":", ","})
    if verb < 3 or not _says(line.units[verb].low) or line.units[verb - 1].low not in {"and", "but", "then"}:
        return None
    begin, _ = line.sentence(verb)
    before = range(begin + 1, min(verb - 1, begin + _DISTANCE))
    end = next((at for at in before if is_verb(line.units[at])), None)
    if end is None or any(not unit.text[0].isupper() for unit in line.units[begin:end]):
        return None
    plain = all(unit.quote is None and unit.text not in ".,;:" for unit in line.units[begin:end])
    return (begin, end) if plain else None


def _subject_of(line: Line, first: int, last: int) -> tuple[int, int] | None:
    """The subject before “, according to …,”: whoever says, or the pronoun before any verb if a paper is named."""
    start = first - 3
    if line.units[start].text != "," or last >= len(line.units) or line.units[last].text != ",":
        return None
    begin, _ = line.sentence(start)
    verb = next(
        (at for at in range(begin + 1, start) if is_verb(line.units[at]) or _says(line.units[at].low)), None
    )
    if verb is None or any(unit.quote is not None or unit.text == "," for unit in line.units[begin:verb]):
        return None
    pronoun = verb == begin + 1 and line.units[begin].low in _SUBJECTS
    outlet = any(unit.low in _OUTLETS for unit in line.units[first:last])
    named = line.units[begin].text[0].isupper() and line.units[verb - 1].text[0].isupper()
    says = _says(line.units[verb].low) and verb == start - 1
    return (begin, verb) if (says and (pronoun or named)) or (outlet and pronoun) else None
