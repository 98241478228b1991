"""Features of the attribution tagger: what can be told from a unit, its neighbours and its sentence.

After O'Keefe et al. ("A Sequence Labelling Approach to Quote Attribution", EMNLP 2012) and Pareti et al.
("Automatically Detecting and Attributing Indirect Quotations", EMNLP 2013): words, classes and shapes
within three units, the likeliest cues on either side, and the make-up of a quotation and its paragraph.
"""

from collections.abc import Sequence
from itertools import chain
from operator import getitem

from reader.analysis.quotes.looks import Look, look, window_features
from reader.analysis.quotes.make_up import quotation_features
from reader.analysis.quotes.nearby import nearby_features
from reader.analysis.quotes.units import Unit

_WIDTH = 3
_OFFSETS = range(2 * _WIDTH + 1)
_EDGE = "¶"
"""What stands beyond the beginning and the end of a paragraph."""


def paragraph_features(
    line: Sequence[Unit], before: Sequence[Unit], after: Sequence[Unit], *, first: bool
) -> list[list[str]]:
    """The features of every unit of a paragraph; *before* and *after* are the last two units before it
    and the first two after it."""
    quotations = {at: quotation_features(unit) for at, unit in enumerate(line) if unit.quote is not None}
    texts = [
        *_edge(before[::-1])[::-1],
        *(quotations[at][0] if at in quotations else unit.text for at, unit in enumerate(line)),
        *_edge(after),
    ]
    windows = [window_features(text) for text in texts]
    looks = [look(text) for text in texts]
    whole = _whole(line, before, headline=first and _is_headline(line))
    of_quotation = [f"q{each}" for each in whole]
    nearby = nearby_features(line, looks[_WIDTH - 1 : 1 - _WIDTH])
    found: list[list[str]] = []
    for at in range(len(line)):
        # A neighbour three to the left gives what it has for units three to its right.
        features = list(chain.from_iterable(map(getitem, windows[at : at + 2 * _WIDTH + 1], _OFFSETS)))
        features += _together(*looks[at + 1 : at + 6])
        features += nearby[at]
        features += quotations[at][1] + of_quotation if at in quotations else whole
        found.append(features)
    return found


def _edge(units: Sequence[Unit]) -> list[str]:
    """The mark of a paragraph's end and what stands beyond it."""
    beyond = ["<q>" if unit.quote is not None else unit.text for unit in units[: _WIDTH - 1]]
    return [_EDGE, *beyond] + [_EDGE] * (_WIDTH - 1 - len(beyond))


def _together(a: Look, b: Look, c: Look, d: Look, e: Look) -> tuple[str, ...]:
    """Words and classes of the unit *c* with those beside it."""
    return (
        f"-1w0={b.word}|{c.word}",
        f"0w1={c.word}|{d.word}",
        f"-1t0={b.kind}|{c.kind}",
        f"0t1={c.kind}|{d.kind}",
        f"-2t={a.kind}|{b.kind}|{c.kind}",
        f"+2t={c.kind}|{d.kind}|{e.kind}",
        f"-1t1={b.kind}|{c.flags}|{d.kind}",
    )


def _is_headline(line: Sequence[Unit]) -> bool:
    """Whether most longer words have a capital."""
    longer = [unit.text for unit in line if unit.quote is None and len(unit.text) > 3]
    return 2 * sum(word[0].isupper() for word in longer) > len(longer)


def _whole(line: Sequence[Unit], before: Sequence[Unit], *, headline: bool) -> list[str]:
    """What holds of the whole paragraph: how it begins and ends, what stands before it."""
    quotations = sum(unit.quote is not None for unit in line)
    begins = line[0].quote is not None
    stops = line[-1].quote is not None or line[-1].text in ".?!:"
    previous = "." if not before else "q" if before[-1].quote is not None else before[-1].text
    kind = "q" if len(line) == 1 and begins else f"{'Q' if begins else '-'}{min(quotations, 3)}"
    return [
        f"P={kind}",
        f"P.={stops}{headline}",
        f"P<={previous if previous in ('q', ':', '.') else 'a'}{kind}",
    ]
