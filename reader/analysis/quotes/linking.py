"""Which cue goes with which content, which source with which cue, and which source with a quotation."""

from collections.abc import Iterable, Sequence

from reader.analysis.quotes.between import Surroundings
from reader.analysis.quotes.line import Line
from reader.analysis.quotes.parts import Part
from reader.analysis.quotes.units import Unit
from reader.analysis.regression import probability, steps, weights

PRONOUNS = frozenset("he she they it i we you who that which him her them".split())
LEAST_CUE, LEAST_SOURCE = 0.4, 0.3
"""Probability from which a content has the cue, and a cue the source, that suits it best."""

Ranked = list[tuple[float, Part]]


class Links:
    """The parts of one article with what joins them."""

    def __init__(self, line: Line, parts: Sequence[Part]) -> None:
        self.line = line
        self.around = Surroundings(line, parts)
        self.sources_of = {cue: self._sources(cue) for cue in self.around.by_kind["cue"]}
        contents = self.around.by_kind["content"]
        self.cues_of = {content: self._cues(content) for content in contents}
        self.content_at = {at: content for content in contents for at in range(content.first, content.last)}

    def _cues(self, content: Part) -> Ranked:
        return _ranked(
            (probability(weights("cue of content"), self.content_cue(content, cue)), cue)
            for cue in self.around.near(content, "cue")
        )

    def _sources(self, cue: Part) -> Ranked:
        return _ranked(
            (probability(weights("source of cue"), self.cue_source(cue, source)), source)
            for source in self.around.near(cue, "source")
        )

    def cue(self, content: Part) -> Part | None:
        """The cue of a content."""
        return _best(self.cues_of.get(content, []), LEAST_CUE)

    def source(self, cue: Part) -> tuple[float, Part] | None:
        """The source of a cue, with its probability."""
        ranked = self.sources_of[cue]
        return ranked[0] if ranked and ranked[0][0] >= LEAST_SOURCE else None

    def joint(self, quotation: Part) -> dict[Part, float]:
        """The sources that a cue joins to a quotation, with the probability of cue and source together."""
        content = self.content_at.get(quotation.first)
        cues = self.cues_of[content] if content else self._cues(quotation)
        found: dict[Part, float] = {}
        for share, cue in cues:
            for also, source in self.sources_of[cue]:
                found[source] = max(found.get(source, 0.0), share * also)
        return found

    def content_cue(self, content: Part, cue: Part) -> list[str]:
        """Features of a content and a cue that may be its own."""
        side, gap, found = self.around.between(content, cue)
        quoted = self.around.quotations(content)
        made = "q" if quoted == content.last - content.first else "m" if quoted else "i"
        end, apart = sentence_end(self.line.units[content.last - 1]), found[2]
        begins = self.around.begins(content.first)
        found += [
            f"made{side}{made}",
            f"end{side}{end}{gap}",
            f"end{side}{end}{made}{apart}",
            f"begins{side}{begins}{gap}",
            f"share{int(5 * cue.share)}{int(5 * content.share)}",
            *self._cue_alone(cue, side, gap, made),
        ]
        tail = self.around.tail(content.last - 1) if made != "i" else None
        found.append(f"tail{end}{'-' if tail is None else cue == tail[0]}")
        if self.line.paragraphs[content.first] != self.line.paragraphs[cue.first]:
            found.append(f"other¶{side}{made}{_mark(self._text(cue.last))}{begins}")
        return found

    def cue_source(self, cue: Part, source: Part) -> list[str]:
        """Features of a cue and a source that may be its own."""
        side, gap, found = self.around.between(cue, source)
        return [
            *found,
            f"kind{side}{self.kind(source)}{gap}",
            f"first{side}={self.line.units[source.first].low}",
            f"share{int(5 * cue.share)}{int(5 * source.share)}",
            *self._cue_alone(cue, side, gap, str(gap)),
        ]

    def _cue_alone(self, cue: Part, side: str, gap: int, kind: str) -> list[str]:
        low = self.line.units[cue.last - 1].low
        usual = steps(self.around.usual(cue))
        return [
            f"usual{usual}",
            f"usual{side}{usual}{gap}",
            f"cue{side}={low}",
            f"cue{side}={low}:{kind}",
            f"after{side}{_mark(self._text(cue.last))}{gap}",
            f"before{side}{_mark(self._text(cue.first - 1))}{gap}",
        ]

    def quote_source(
        self, quotation: Part, source: Part, joint: float, best: Part | None, last: Part | None
    ) -> list[str]:
        """Features of a quotation and a source near it.

        *joint*: the probability that a cue joins them; *best*: the source that the likeliest cue gives;
        *last*: the same for the quotation before.
        """
        side, gap, found = self.around.between(quotation, source)
        rank = "best" if best == source else "none" if best is None else "other"
        again = "last" if last == source else "first" if last is None else "new"
        alone = self.around.begins(quotation.first) + "-¶"[self.line.ends_paragraph(quotation.last - 1)]
        line = self.line
        tail = self.around.tail(quotation.first)
        end = sentence_end(line.units[quotation.first])
        paragraphs = min(2, abs(line.paragraphs[source.first] - line.paragraphs[quotation.first]))
        return [
            *found,
            f"joint{steps(joint)}",
            f"joint{steps(joint)}{rank}{again}",
            f"rank{rank}{again}",
            f"rank{rank}{again}{alone}{paragraphs}",
            f"share{int(6 * source.share)}",
            f"share{int(6 * source.share)}{rank}",
            f"end{side}{end}{gap}",
            f"tail{end}{'-' if tail is None else source == tail[1]}",
            f"alone{side}{alone}{found[2]}",
            f"kind{self.kind(source)}{rank}{again}{side}",
            f"source{self.around.begins(source.first)}{side}{rank}",
            f"first={line.units[source.first].low}",
        ]

    def kind(self, source: Part) -> str:
        """Pronoun, name or other, by the last word of a source."""
        head = self.line.units[source.last - 1]
        return "p" if head.low in PRONOUNS else "n" if head.text[0].isupper() else "o"

    def _text(self, at: int) -> str:
        return self.line.units[at].text if 0 <= at < len(self.line.units) else "¶"


def _ranked(found: Iterable[tuple[float, Part]]) -> Ranked:
    return sorted(found, reverse=True)


def _best(ranked: Ranked, least: float) -> Part | None:
    return ranked[0][1] if ranked and ranked[0][0] >= least else None


def _mark(text: str) -> str:
    """A mark of punctuation or “that” as itself, any other word as one."""
    return text if text == "that" or (len(text) == 1 and not text.isalnum()) else "w"


def sentence_end(unit: Unit) -> str:
    """The mark that ends a unit; a quotation's own stands before its closing mark."""
    last = unit.text.rstrip("”\"’'» ")[-1:] if unit.quote is not None else unit.text
    return last if last in {",", ".", "?", "!", ":", ";", "…"} else "w"
