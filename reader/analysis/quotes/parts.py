"""Parts of attributions: runs of units that the tagger holds for a source, a cue or a content."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.analysis.names import CALENDAR
from reader.analysis.quotes.agents import mark_agents
from reader.analysis.quotes.beside import mark_inverted, mark_led
from reader.analysis.quotes.closing import mark_closing
from reader.analysis.quotes.line import Line
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.tagger import Kind, Shares
from reader.analysis.quotes.units import Unit

KINDS: tuple[Kind, ...] = ("source", "cue", "content")
OUTSIDE_COUNTS: dict[Kind, float] = {"source": 0.5, "cue": 0.35, "content": 0.35}
"""Weight of “outside” against the parts: a part missed cannot be linked, one too many can be left out."""
DOUBTFUL = 0.5
"""Probability of units behind a comma below which they are cut from a source."""
SURE_COMMA = 0.8
"""Probability from which a comma is taken for a part of a cue."""
FAINT = 0.1
"""Least probability of units that are kept as a possible source though likelier to be none."""


_BEGINS = frozenset("who whom whose which but while".split())
"""Words that no source goes on with."""
_NOUNS = ("N", "P", "W", "C", "J", "D", "?", "<q")
"""Beginnings of the classes of words that a source can consist of."""
_RELATIVE = frozenset("who whom which".split())
_TIMES = frozenset("morning afternoon evening night".split())
_PREPOSITIONS = frozenset("in at on during after before".split())
_LEADS_ON = frozenset(
    "a an the and or but of in on at to for with by from as than when while after before because if".split()
)


class Part(NamedTuple):
    """Units *first* to *last* (exclusive) of the article; `share`: the mean probability of its kind."""

    kind: Kind
    first: int
    last: int
    share: float


def parts_of(line: Line, shares: Sequence[Shares]) -> list[Part]:
    """The parts in reading order."""
    kinds = [_kind(unit, each) for unit, each in zip(line.units, shares, strict=True)]
    mark_inverted(line, kinds)
    mark_led(line, kinds)
    mark_agents(line, kinds)
    mark_closing(line, kinds)
    found = [*_runs(line, shares, kinds), *_faint_sources(line, shares, kinds)]
    trimmed = (_trimmed(line, shares, part) if part.kind == "source" else part for part in found)
    return sorted(filter(None, trimmed), key=lambda part: part.first)


def _trimmed(line: Line, shares: Sequence[Shares], part: Part) -> Part | None:
    """The part without marks at its edges, and without words at its end that lead on or follow a comma
    and are likelier no part of it; None where nothing is left."""
    first, last = part.first, part.last
    comma = next((at for at in range(last - 2, first, -1) if line.units[at].text == ","), None)
    if comma and not _is_doubtful(shares[first:comma]):
        doubtful = _goes_on_otherwise(line, shares, last) or _is_doubtful(shares[comma:last])
        last = comma if doubtful else last
    while first < last and not line.units[first].text[0].isalnum():
        first += 1
    while first < last and (
        not line.units[last - 1].text[0].isalnum() or line.units[last - 1].low in _LEADS_ON
    ):
        last -= 1
    if first < last and _is_circumstance([line.units[at].low for at in range(first, last)]):
        return None
    named = any(_can_name(line.units[at].text) for at in range(first, last))
    return part._replace(first=first, last=last) if named else None


def _is_circumstance(lows: Sequence[str]) -> bool:
    """Whether words tell when, where or by doing what: “Friday afternoon”, “at the hearing”, “giving evidence”."""
    timely = lows[0] in CALENDAR and all(low in CALENDAR | _TIMES for low in lows)
    return timely or lows[0] in _PREPOSITIONS or look(lows[0]).part.startswith("VBG")


def _is_doubtful(shares: Sequence[Shares]) -> bool:
    return all(each.source < DOUBTFUL for each in shares)


def _goes_on_otherwise(line: Line, shares: Sequence[Shares], at: int) -> bool:
    """Whether a word stands at *at* that no apposition would end before: “the army, an attempt to …”."""
    if at >= len(line.units) or line.starts_paragraph(at):
        return False
    return line.units[at].text[0].isalnum() and shares[at].cue < DOUBTFUL


def _can_name(word: str) -> bool:
    return word[0].isupper() or look(word).part.startswith(_NOUNS)


def _kind(unit: Unit, each: Shares) -> Kind | None:
    best: Kind = max(KINDS, key=lambda kind: getattr(each, kind))
    if best == "cue" and unit.text == "," and each.cue < SURE_COMMA:
        return None
    return best if getattr(each, best) > OUTSIDE_COUNTS[best] * each.outside else None


def _runs(line: Line, shares: Sequence[Shares], kinds: Sequence[Kind | None]) -> Iterator[Part]:
    start = 0
    for at in range(1, len(kinds) + 1):
        kind = kinds[start]
        same = at < len(kinds) and kinds[at] == kind and not line.starts_paragraph(at)
        if same and (kind is None or _goes_on(line, shares, kind, at)):
            continue
        if kind is not None:
            yield _part(shares, kind, start, at)
        start = at


def _goes_on(line: Line, shares: Sequence[Shares], kind: Kind, at: int) -> bool:
    """Whether the unit belongs to the part before it. Two sources never stand side by side in a sentence."""
    if kind == "source":
        low = line.units[at].low
        after = line.units[at + 1].low if at + 1 < len(shares) else ""
        clause = low in _RELATIVE and at + 1 < len(shares) and shares[at + 1].source >= DOUBTFUL
        to_whom = line.units[at - 1].text == "," and after in {"whom", "which"}
        meanwhile = low == "as" and after not in {"well", "a", "an"}
        ends = to_whom or meanwhile or (low in _BEGINS and not clause)
        return line.sentences[at] == line.sentences[at - 1] and not ends
    index = 2 * KINDS.index(kind) + 1
    return shares[at][index + 1] >= shares[at][index]


def _part(shares: Sequence[Shares], kind: Kind, first: int, last: int) -> Part:
    share = sum(getattr(shares[at], kind) for at in range(first, last)) / (last - first)
    return Part(kind, first, last, share)


def _faint_sources(line: Line, shares: Sequence[Shares], kinds: Sequence[Kind | None]) -> Iterator[Part]:
    """Units that may be a source, though they are likelier to be none."""
    at = 0
    while at < len(kinds):
        first = at
        while at < len(kinds) and kinds[at] is None and shares[at].source >= FAINT:
            if at > first and (line.starts_paragraph(at) or line.sentences[at] != line.sentences[at - 1]):
                break
            at += 1
        if at > first:
            yield _part(shares, "source", first, at)
        else:
            at += 1
