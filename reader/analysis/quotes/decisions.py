"""How it is decided whose words a quotation is: named rules in one list, each of which leaves its step in the trace.

The likeliest source is proposed by `sources.py`; the rules here are asked after it in their order, and the first that
knows better overrules it. Whom the source means is decided by `speakers/rules.py`.
"""

from collections.abc import Callable
from typing import NamedTuple

from reader.analysis.quotes.closing import put_by
from reader.analysis.quotes.inner import joined, quoted_after, quoted_by, told_before
from reader.analysis.quotes.line import Line
from reader.analysis.quotes.parts import Part

BY_AGENT = "named with “by” after a passive cue"
CLOSES = "who says so is named behind it"
BESIDE = "cue and source stand beside it"
JOINED = "a cue joins it to this source"
NEAR = "the likeliest source near it"
TOLD_OF = "told of by somebody else"
QUOTED = "the outlet behind it only quotes this source"
SECOND = "the second verb of this subject leads to it"
ONLY_QUOTES = "the likeliest source only quotes this one"
DECIDED = 0.97
"""Probability of a source that stands with its cue beside the quotation or at its sentence's end."""


class Proposal(NamedTuple):
    """A source that a named rule proposed, with its probability, and whether it was followed."""

    rule: str
    source: Part
    share: float
    is_followed: bool = True


class Likeliest(NamedTuple):
    """A source with its probability, in words why it, and what else was proposed."""

    share: float
    source: Part
    rule: str
    trace: tuple[Proposal, ...] = ()

    def overruled_by(self, rule: str, source: Part, share: float) -> "Likeliest":
        """Another source, with this one among what was proposed."""
        earlier = tuple(each._replace(is_followed=False) for each in self.trace)
        return Likeliest(share, source, rule, (*earlier, Proposal(rule, source, share)))


Units = tuple[int, int]


class Rule(NamedTuple):
    """What tells of a quotation at a unit, by the words around it, who speaks there: the first that does overrules
    whoever is likeliest."""

    name: str
    ask: Callable[[Line, int, Likeliest | None], Units | None]


def _only_quoted(line: Line, _: int, found: Likeliest | None) -> Units | None:
    return quoted_by(line, found.source.first, found.source.last) if found else None


def _told_of(line: Line, at: int, found: Likeliest | None) -> Units | None:
    inner = told_before(line, at)
    return inner[0] if inner and not (found and found.rule == BY_AGENT) else None


OVERRULING = (
    Rule(CLOSES, lambda line, at, _: put_by(line, at)),
    Rule(TOLD_OF, _told_of),
    Rule(QUOTED, lambda line, at, _: quoted_after(line, at)),
    Rule(SECOND, lambda line, at, _: joined(line, at)),
    Rule(ONLY_QUOTES, _only_quoted),
)
"""Rules that are asked in this order."""


def overruled(line: Line, at: int, found: Likeliest | None) -> Likeliest | None:
    """The source of the quotation at unit *at*: *found*, or what the first rule that knows better tells."""
    for rule in OVERRULING:
        units = rule.ask(line, at, found)
        if units:
            source = Part("source", *_trimmed(line, *units), 1.0)
            share = found.share if found and rule.name == ONLY_QUOTES else DECIDED
            return (found or Likeliest(0.0, source, rule.name)).overruled_by(rule.name, source, share)
    return found


def alone(rule: str, source: Part) -> Likeliest:
    """A source that one rule decides on by itself."""
    return Likeliest(DECIDED, source, rule, (Proposal(rule, source, DECIDED),))


def _trimmed(line: Line, first: int, last: int) -> tuple[int, int]:
    """The units without a comma at their end."""
    return (first, last - 1) if line.units[last - 1].text == "," else (first, last)
