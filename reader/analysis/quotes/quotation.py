"""Whether a quoted passage is speech that somebody is quoted with: no title, nickname or scare quote."""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reader.analysis.quotes.decisions import Likeliest
from reader.analysis.quotes.line import Line
from reader.analysis.quotes.make_up import mark, quotation_features
from reader.analysis.quotes.standing import standing_features
from reader.analysis.quotes.tagger import Shares
from reader.analysis.regression import steps
from reader.document.span import Span

_SPEECH = ((1, 0.6), (6, 0.5))
"""Probability from which a quoted passage of so many words at most is shown as a quote: what nobody says is short."""
_LONG_SPEECH = 0.45
"""The same of a longer one."""


class Judged(NamedTuple):
    """A unit of quotation, its likeliest source, and the probability that it is speech.

    `is_thing`: the words before it say that it is a name.
    """

    at: int
    source: Likeliest | None
    signed: tuple[Span, str] | None
    speech: float
    features: list[str]
    is_thing: bool = False

    def is_speech(self, line: Line) -> bool:
        """Whether it is shown as a quote."""
        words = len(line.units[self.at].text.split())
        return self.speech >= next((least for most, least in _SPEECH if words <= most), _LONG_SPEECH)


def speech_features(
    line: Line,
    shares: Sequence[Shares],
    at: int,
    speaker: float | None,
    times: Counter[str],
    *,
    signed: bool,
    named: str,
) -> list[str]:
    """Features of the quotation at unit *at*.

    *speaker*: the probability of its likeliest speaker; *signed*: the layout names who said it;
    *named*: whether the words before it say that it is a name or a word; *times*: how often the article has the
    words of each quotation.
    """
    unit = line.units[at]
    kind, found = quotation_features(unit)
    each = shares[at]
    odds = min(9, max(-9, round(2 * math.log((each.content + 1e-3) / (1 - each.content + 1e-3)))))
    before, further, after = _low(line, at, -1), _low(line, at, -2), _low(line, at, 1)
    told = -1 if speaker is None else steps(speaker)
    content = steps(each.content)
    alone = (before == "¶") + (after == "¶")
    return [
        *found,
        f"odds{odds}",
        f"content{content}",
        f"content{content}{kind}",
        f"outside{steps(each.outside)}source{steps(each.source)}",
        f"speaker{told}",
        f"speaker{told}content{content}",
        f"-1={before}",
        f"-2={further} {before}",
        f"+1={after}",
        f"-1+1={before} {after}",
        f"left{steps(_content(line, shares, at, -1))}",
        f"right{steps(_content(line, shares, at, 1))}",
        f"alone{alone}{kind}",
        f"signed{signed}",
        f"named{named}",
        f"named{named}{kind}",
        f"mark{mark(unit)}{kind}",
        *standing_features(line, at, times),
    ]


def _low(line: Line, at: int, step: int) -> str:
    other = at + step
    inside = 0 <= other < len(line.units) and line.paragraphs[other] == line.paragraphs[at]
    return line.units[other].low if inside else "¶"


def _content(line: Line, shares: Sequence[Shares], at: int, step: int) -> float:
    return shares[at + step].content if _low(line, at, step) != "¶" else 0.0
