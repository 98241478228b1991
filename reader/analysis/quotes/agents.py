"""Passives: whoever follows “by” is quoted, and not their subject: “was called “a danger” by the captain”."""

from collections.abc import Iterator
from typing import NamedTuple

from reader.analysis.quotes.line import Line
from reader.analysis.quotes.phrases import LONGEST, noun_phrase_end
from reader.analysis.quotes.tagger import Kind

_BE = frozenset("is are was were be been being".split())
_TOLD = frozenset(
    """described called dubbed labelled labeled said noted branded hailed condemned criticised criticized
    told asked informed attacked denounced praised reported rumoured rumored considered dismissed derided
    mocked""".split()
)
_UTTERED = frozenset("shouted heard said written spoken sung chanted uttered read yelled".split())
_HEARD = frozenset("told asked informed assured".split())
_ADVERBS = frozenset("also often now then later again twice once even otherwise sometimes long not".split())
_BETWEEN = frozenset(", : only it him her them that as also then later a an the".split())


class Passive(NamedTuple):
    """The verb of a passive before a quotation, and the units of its agent if it has one."""

    verb: int
    agent: tuple[int, int] | None


def passive_before(line: Line, quotation: int) -> Passive | None:
    """The passive that leads to the quotation at a unit."""
    verb = next((at for at in _back(line, quotation) if line.units[at].low in _TOLD), None)
    if verb is None or not _is_passive(line, verb):
        return None
    if line.units[verb + 1].low == "by":
        end = noun_phrase_end(line, verb + 2)
        return (
            Passive(verb, (verb + 2, end))
            if verb + 2 < end < quotation and (_leads(line, end, quotation) or _colon(line, end, quotation))
            else None
        )
    if not _leads(line, verb + 1, quotation):
        return None
    return Passive(verb, _agent(line, quotation + 1))


def _agent(line: Line, at: int) -> tuple[int, int] | None:
    """The noun phrase behind “by” at a unit."""
    if at >= len(line.units) or line.units[at].low != "by":
        return None
    end = noun_phrase_end(line, at + 1)
    return (at + 1, end) if end > at + 1 else None


def passive_behind(line: Line, quotation: int) -> Passive | None:
    """The passive that a quotation is followed by: “…,” the jury was told by Ann Lee."""
    direct = line.units[quotation + 2 : quotation + 3]
    if direct and direct[0].low in _UTTERED and _is_passive(line, quotation + 2):
        return Passive(quotation + 2, _agent(line, quotation + 3))
    for at in range(quotation + 2, min(len(line.units), quotation + LONGEST)):
        unit = line.units[at]
        if unit.quote is not None or line.sentences[at] != line.sentences[quotation] or unit.text in ",;:":
            return None
        if unit.low in _HEARD and _is_passive(line, at):
            return Passive(at, _agent(line, at + 1))
    return None


def passive_beside(line: Line, quotation: int) -> Passive | None:
    """The passive before or behind a quotation."""
    return passive_before(line, quotation) or passive_behind(line, quotation)


def _is_passive(line: Line, verb: int) -> bool:
    """Whether a form of “to be” stands before a participle, with adverbs between at most."""
    at = verb - 1
    while at > max(0, verb - 3) and (line.units[at].low.endswith("ly") or line.units[at].low in _ADVERBS):
        at -= 1
    return at >= 0 and line.units[at].low in _BE


def _back(line: Line, quotation: int) -> Iterator[int]:
    for at in range(quotation - 1, max(0, quotation - LONGEST), -1):
        if line.units[at].quote is not None or line.sentences[at] != line.sentences[quotation]:
            return
        yield at


def _leads(line: Line, first: int, quotation: int) -> bool:
    """Whether hardly anything stands between."""
    between = line.units[first:quotation]
    return len(between) <= 3 and all(unit.low in _BETWEEN or unit.low.endswith("ly") for unit in between)


def _colon(line: Line, first: int, quotation: int) -> bool:
    """Whether a place or time stands between, and a colon: “by a girl in the first row: “…””."""
    between = line.units[first:quotation]
    plain = all(unit.text not in ",;.()" for unit in between)
    return plain and len(between) <= LONGEST // 2 and between[-1].text == ":"


def mark_agents(line: Line, kinds: list[Kind | None]) -> None:
    """Label the verbs and agents of such passives."""
    for at, unit in enumerate(line.units):
        found = passive_beside(line, at) if unit.quote is not None else None
        if found and found.agent:
            first, last = found.agent
            kinds[found.verb] = "cue"
            kinds[first:last] = ["source"] * (last - first)
