"""Speakers that close a sentence with their verb: “…,” the report states. They were “idle”, the Herald wrote."""

from reader.analysis.quotes.line import Line
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.phrases import is_verb
from reader.analysis.quotes.tagger import Kind
from reader.analysis.reporting import USUAL, cue_share

_OPENS = frozenset("the a an his her its their he she they it we".split())
_CLOSING = "”\"'’»“‘« \u00a0"
_LONGEST = 8
_NOT_INSIDE = frozenset("that which who and but or as if when where to".split())


def mark_closing(line: Line, kinds: list[Kind | None]) -> None:
    """Label source and verb behind a quotation that ends with a comma, where *kinds* has none there."""
    for at, unit in enumerate(line.units):
        if unit.quote is None or line.ends_paragraph(at) or unit.text.rstrip(_CLOSING)[-1:] not in {*",?!"}:
            continue
        verb = _last_word(line, at + 1)
        if verb is None or not _is_clause(line, at + 1, verb):
            continue
        if kinds[verb] == "cue" and "source" in kinds[at + 1 : verb]:
            continue
        kinds[at + 1 : verb] = ["source"] * (verb - at - 1)
        kinds[verb] = "cue"


def put_by(line: Line, quotation: int) -> tuple[int, int] | None:
    """The units of who “put it” so: “…,” as the Gazette put it."""
    first = quotation + 1
    if line.ends_paragraph(quotation) or line.units[first].low != "as":
        return None
    for at in range(first + 2, min(len(line.units) - 1, first + _LONGEST)):
        if line.units[at].low in {"put", "puts"} and line.units[at + 1].low == "it":
            return first + 1, at
        if line.units[at].quote is not None or line.units[at].text in ".;:":
            return None
    return None


def closing_speaker(line: Line, quotation: int) -> tuple[int, int] | None:
    """The units of the speaker with whose verb the sentence of a quotation ends: “…, the Herald wrote.”"""
    verb = _last_word(line, quotation)
    if verb is None or cue_share(line.units[verb].low) < USUAL:
        return None
    comma = next(
        (at for at in range(verb - 1, max(quotation, verb - _LONGEST - 2), -1) if line.units[at].text == ","),
        None,
    )
    return (comma + 1, verb) if comma and _is_clause(line, comma + 1, verb) else None


def _last_word(line: Line, at: int) -> int | None:
    """The unit before the full stop of the sentence that holds a unit."""
    if at >= len(line.units):
        return None
    _, end = line.sentence(at)
    return end - 2 if end - 2 > at and line.units[end - 1].text == "." else None


def _is_clause(line: Line, first: int, verb: int) -> bool:
    """Whether the units are a short noun phrase with a verb in the past or present behind it."""
    if not 0 < verb - first <= _LONGEST:
        return False
    units = line.units[first:verb]
    opens = units[0].low in _OPENS or all(unit.text[0].isupper() for unit in units)
    plain = all(
        unit.quote is None and unit.text[0].isalnum() and unit.low not in _NOT_INSIDE
        and not (unit.text[0].islower() and is_verb(unit)) for unit in units
    )  # fmt: skip
    word = line.units[verb]
    says = (
        "VB" in look(word.text).part
        or word.low.endswith("ed")
        or cue_share(word.low) >= USUAL
        or word.low.endswith("s")
    )
    return opens and plain and word.text.islower() and says
