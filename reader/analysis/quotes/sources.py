"""The source that each quotation most likely has, among those that stand near it."""

from reader.analysis.quotes.agents import passive_beside
from reader.analysis.quotes.between import REACH
from reader.analysis.quotes.closing import closing_speaker
from reader.analysis.quotes.decisions import (
    BESIDE,
    BY_AGENT,
    CLOSES,
    DECIDED,
    JOINED,
    NEAR,
    Likeliest,
    Proposal,
    alone,
    overruled,
)
from reader.analysis.quotes.linking import Links, sentence_end
from reader.analysis.quotes.parts import Part
from reader.analysis.regression import probability, weights

SHOWN = 3
"""Candidates for a source that the trace holds."""
LEAST_JOINT = 0.1
"""Probability from which a cue is held to join a source to a quotation."""
_OPENS_CLAUSE = frozenset("as while when although though whereas".split())
_ARTICLES = frozenset("the a an his her its their one two three".split())
_GOES_ON = frozenset(",?!")


class Sources:
    """Finds the sources of an article's quotations, which must be asked for in reading order."""

    def __init__(self, links: Links) -> None:
        self.links = links
        self._last: Part | None = None
        self._best: Part | None = None
        self._decided: tuple[int, tuple[Part, Part]] | None = None

    def candidates(self, at: int) -> list[tuple[Part, list[str]]]:
        """The sources that the quotation at unit *at* may have, each with its features."""
        quotation = Part("content", at, at + 1, 1.0)
        joint = self.links.joint(quotation)
        best = max(joint, key=joint.__getitem__) if joint else None
        if best and joint[best] < LEAST_JOINT:
            best = None
        last, self._last, self._best = self._last, best or self._last, best
        near = [*joint, *self.links.around.near(quotation, "source"), *([last] if last else [])]
        return [
            (source, self.links.quote_source(quotation, source, joint.get(source, 0.0), best, last))
            for source in dict.fromkeys(near)
        ]

    def likeliest(self, at: int) -> Likeliest | None:
        """The likeliest source, or what overrules it."""
        return overruled(self.links.line, at, self._ranked(at))

    def _ranked(self, at: int) -> Likeliest | None:
        """The best of the candidates; a cue and its source right beside it, or that close its sentence,
        decide by themselves."""
        last = self._last
        decided = self.decided(at) or self._goes_on(at)
        if decided:
            self._decided = (at, decided)
        passive = passive_beside(self.links.line, at)
        agent = self.links.around.agent(passive)
        ranked = [
            (probability(weights("source of quotation"), features), source)
            for source, features in self.candidates(at)
            if not passive or self._is_agent(source)
        ]
        closing = closing_speaker(self.links.line, at) if passive and not agent else None
        if agent and self._is_one(agent, at):
            return alone(BY_AGENT, agent)
        if closing:
            return alone(CLOSES, Part("source", *closing, 1.0))
        if not ranked:
            return None
        share, source = max(ranked)
        if passive:
            rule = "the likeliest beside a passive cue"
        elif decided:
            share, source = max(share, DECIDED), decided[1]
            rule = BESIDE
        elif source == self._best:
            rule = JOINED
        elif source == last:
            rule = "the source of the quote before goes on"
        else:
            rule = NEAR
        others = [(each, other) for each, other in sorted(ranked, reverse=True)[:SHOWN] if other != source]
        trace = (
            Proposal(rule, source, share),
            *(Proposal(NEAR, each, chance, False) for chance, each in others),
        )
        return Likeliest(share, source, rule, trace)

    def decided(self, at: int) -> tuple[Part, Part] | None:
        """Cue and source that stand right beside the quotation at unit *at*, or close its sentence."""
        around = self.links.around
        closes = sentence_end(self.links.line.units[at]) in _GOES_ON and not self._is_subordinate(at)
        return (around.tail(at) if closes else None) or around.closing(at) or around.lead(at)

    def _is_subordinate(self, at: int) -> bool:
        """Whether the sentence opens with a clause that may hold its own speaker: “As Ann said that …”."""
        first, _ = self.links.line.sentence(at)
        return first < at and self.links.line.units[first].low in _OPENS_CLAUSE

    def _goes_on(self, at: int) -> tuple[Part, Part] | None:
        """Cue and source of the first half of a quotation that goes on: “…,” said Ann Lee, “and …”."""
        line, before = self.links.line, self._decided
        if (
            before is None
            or at - before[0] > REACH
            or line.paragraphs[before[0]] != line.paragraphs[at]
            or line.units[at - 1].text != ","
        ):
            return None
        inner = line.units[at].text.lstrip("“\"‘'«„")[:1]
        cut = sentence_end(line.units[before[0]]) == ","
        between = range(before[0] + 1, at)
        whole = all(line.units[each].quote is None and line.units[each].text != "." for each in between)
        return before[1] if inner.islower() and cut and whole else None

    def _is_one(self, agent: Part, quotation: int) -> bool:
        """Whether an agent is somebody, and not all who use a term: “is called “…” by geologists”."""
        first = self.links.line.units[agent.first]
        if agent.first < quotation:
            return True
        return first.low in _ARTICLES or any(
            unit.text[0].isupper() for unit in self.links.line.units[agent.first : agent.last]
        )

    def _is_agent(self, source: Part) -> bool:
        return source.first > 0 and self.links.line.units[source.first - 1].low == "by"
