"""What lies between two parts of an article: side, distance, and whatever else stands there."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from reader.analysis.quotes.agents import Passive
from reader.analysis.quotes.line import Line
from reader.analysis.quotes.parts import KINDS, Part
from reader.analysis.quotes.tagger import Kind
from reader.analysis.reporting import USUAL, cue_share

REACH = 70
"""Units between two parts of one attribution; hardly any lie further apart."""
NEAREST = 4
"""Parts of a kind that are tried on either side."""
LEADS = 5
"""Units between a cue and the quotation that it leads to: “maintained that it was “…””."""
_BETWEEN = frozenset(
    "was is were are had has been be would , : it him her them he she they i that as also then later".split()
)
_DISTANCES = (0, 1, 2, 4, 7, 12, 20, 35)


class Surroundings:
    """The parts of one article; looking at what lies between two of them takes constant time."""

    def __init__(self, line: Line, parts: Sequence[Part]) -> None:
        self.line = line
        self.by_kind = {kind: [part for part in parts if part.kind == kind] for kind in KINDS}
        self._starts = {kind: [part.first for part in found] for kind, found in self.by_kind.items()}
        self._first = {(part.kind, part.first): part for part in parts}
        self._last = {(part.kind, part.last): part for part in parts}
        begun = {kind: [0] * (len(line.units) + 1) for kind in KINDS}
        for part in parts:
            begun[part.kind][part.first + 1] += 1
        self._begun = {kind: list(accumulate(found)) for kind, found in begun.items()}
        self._quotes = [0, *accumulate(unit.quote is not None for unit in line.units)]
        self._commas = [0, *accumulate(unit.text == "," for unit in line.units)]

    def near(self, part: Part, kind: Kind) -> Iterator[Part]:
        """The parts of a kind on either side of *part*, in its paragraph or the next."""
        at = bisect_left(self._starts[kind], part.first)
        paragraph = self.line.paragraphs[part.first]
        for other in self.by_kind[kind][max(0, at - NEAREST) : at + NEAREST]:
            gap = max(other.first - part.last, part.first - other.last)
            if gap <= REACH and abs(self.line.paragraphs[other.first] - paragraph) <= 1:
                yield other

    def tail(self, quotation: int) -> tuple[Part, Part] | None:
        """Cue and source right behind a quotation: “…,” Ann Lee said; “…,” said Ann Lee."""
        if self.line.ends_paragraph(quotation):
            return None
        source = self._first.get(("source", quotation + 1))
        cue = self._first.get(("cue", source.last if source else quotation + 1))
        if cue and not source and not self.line.units[cue.first].low.endswith("ing"):
            source = self._first.get(("source", cue.last))
        return (cue, source) if cue and source else None

    def agent(self, passive: Passive | None) -> Part | None:
        """The source that follows “by” in a passive."""
        return self._first.get(("source", passive.agent[0])) if passive and passive.agent else None

    def lead(self, quotation: int) -> tuple[Part, Part] | None:
        """Source and cue right before a quotation: Ann Lee said: “…”; and Ann Lee, 40, called it “…”."""
        cue = self._cue_before(quotation)
        if cue is None:
            return None
        at = cue.first
        while at > cue.first - 3 and self._can_skip(at - 1):
            at -= 1
        source = self._last.get(("source", at))
        same = source and self.line.sentences[source.first] == self.line.sentences[quotation]
        led = (
            self.line.units[quotation - 1].text in {",", ":"}
            and self.line.units[quotation - 2].text.islower()
        )
        return (cue, source) if source and same and (led or self.usual(cue) >= USUAL) else None

    def _cue_before(self, quotation: int) -> Part | None:
        """The cue before a quotation with hardly anything between."""
        at = quotation
        while ("cue", at) not in self._last and at > quotation - LEADS and self._can_skip(at - 1):
            at -= 1
        return self._last.get(("cue", at))

    def _can_skip(self, at: int) -> bool:
        """Whether a unit may stand between a source, its cue and a quotation."""
        unit = self.line.units[at]
        return at > 0 and (unit.low in _BETWEEN or unit.low.endswith("ly") or unit.low.isdigit())

    def closing(self, quotation: int) -> tuple[Part, Part] | None:
        """Cue and source with which the sentence of a quotation ends: …, reported the mayor, Ann Lee."""
        _, end = self.line.sentence(quotation)
        if self.line.units[end - 1].text != ".":
            return None
        told = self._told(quotation, end - 1)
        if told:
            return told
        source = self._last.get(("source", end - 1))
        cue = self._last.get(("cue", source.first)) if source else None
        if source is None or cue is None or cue.first <= quotation or self._tells(cue):
            return None
        cut_off = self.line.units[cue.first - 1].text == "," and ("source", cue.first - 1) not in self._last
        return (cue, source) if cut_off and self.usual(cue) >= USUAL else None

    def _told(self, quotation: int, end: int) -> tuple[Part, Part] | None:
        """Cue and source that a sentence ends with, before whom it is told: …, Ann Lee told the paper."""
        for last in range(end, max(quotation + 2, end - LEADS), -1):
            cue = self._last.get(("cue", last))
            source = self._last.get(("source", cue.first)) if cue else None
            if cue and source and source.first > quotation + 1:
                tells = last == end or self._tells(cue)
                cut_off = self.line.units[source.first - 1].text == ","
                return (cue, source) if tells and cut_off and self.usual(cue) >= USUAL else None
        return None

    def _tells(self, cue: Part) -> bool:
        """Whether the verb has whom it is told behind it, and nobody who says it."""
        return self.line.units[cue.last - 1].low in {"told", "tells"}

    def usual(self, cue: Part) -> float:
        """How often the likeliest word of a cue is one."""
        return max(cue_share(unit.low) for unit in self.line.units[cue.first : cue.last])

    def quotations(self, part: Part) -> int:
        """How many units of *part* are quotations."""
        return self._quotes[part.last] - self._quotes[part.first]

    def between(self, one: Part, other: Part) -> tuple[str, int, list[str]]:
        """The side of *one* on which *other* is, their distance in steps, and features."""
        line = self.line
        before = other.first < one.first
        side = "<" if before else ">"
        start, end = (other.last, one.first) if before else (one.last, other.first)
        end = max(start, end)
        gap = distance(end - start)
        edge = one.first if before else one.last - 1
        apart = f"{min(2, abs(line.sentences[other.first] - line.sentences[edge]))}"
        apart += f"{abs(line.paragraphs[other.first] - line.paragraphs[one.first])}"
        kinds = "".join(str(min(2, begun[end] - begun[start])) for begun in self._begun.values())
        quotes = min(2, self._quotes[end] - self._quotes[start])
        commas = min(2, self._commas[end] - self._commas[start])
        words = " ".join(unit.low for unit in line.units[start:end]) if end - start <= 3 else "…"
        return (
            side,
            gap,
            [
                side,
                f"gap{side}{gap}",
                f"apart{side}{apart}",
                f"kinds{side}{kinds}",
                f"kinds{side}{kinds}{apart}",
                f"gap{side}{gap}{apart}",
                f"quotes{side}{quotes}",
                f"commas{side}{commas}{gap}",
                f"words{side}{words}",
            ],
        )

    def begins(self, at: int) -> str:
        """Whether a unit begins its paragraph (¶), its sentence (.) or neither."""
        if self.line.starts_paragraph(at):
            return "¶"
        return "." if self.line.sentences[at - 1] != self.line.sentences[at] else "-"


def distance(units: int) -> int:
    """A number of units in steps."""
    return bisect_left(_DISTANCES, units)
