"""What stands in the same sentence: the nearest likely cue and quotation on either side, and how far."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reader.analysis.quotes.looks import Look
from reader.analysis.quotes.make_up import FINITE
from reader.analysis.quotes.units import Unit, sentence_numbers

_DISTANCES = (1, 2, 3, 5, 8, 13, 25)


def nearby_features(line: Sequence[Unit], looks: Sequence[Look]) -> list[list[str]]:
    """Of every unit of a paragraph. *looks* are those of the units, and of the one on either side."""
    sentences = sentence_numbers(line)
    verbless = _verbless(looks, sentences)
    found: list[list[str]] = [[] for _ in line]
    for side, order in (("<", range(len(line))), (">", range(len(line) - 1, -1, -1))):
        seen = _Seen(-1)
        for at in order:
            if sentences[at] != seen.sentence:
                seen = _Seen(sentences[at], start=at)
            found[at] += _features(line, looks, verbless, at, seen, side)
            _look_at(line[at], looks[at + 1], at, seen, side)
    return found


@dataclass(slots=True)
class _Seen:
    """What was passed in the sentence so far, by index; -1 for nothing."""

    sentence: int
    start: int = -1
    cue: int = -1
    quotation: int = -1
    that: bool = False
    commas: int = 0


def _look_at(unit: Unit, look: Look, at: int, seen: _Seen, side: str) -> None:
    if unit.quote is not None:
        seen.quotation = at
    elif look.is_cue:
        seen.cue, seen.commas, seen.that = at, 0, False
    elif unit.text == ",":
        seen.commas += 1
    elif unit.low == "that" and side == "<":
        seen.that = True


def _features(
    line: Sequence[Unit], looks: Sequence[Look], verbless: Sequence[bool], at: int, seen: _Seen, side: str
) -> list[str]:
    cue = seen.cue
    found = [f"S{side}{_step(abs(at - seen.start))}"]
    if cue < 0:
        found.append(f"c{side}0")
    else:
        step = _step(abs(at - cue))
        around = looks[cue].shape + looks[cue + 2].shape
        low = line[cue].low
        found += [
            f"c{side}={low}",
            f"c{side}{step},{min(seen.commas, 2)}",
            f"c{side}w={low}{step}",
            f"c{side}a={around}{step}",
        ]
        if seen.that:
            found.append(f"c{side}that")
        if verbless[cue]:
            found.append(f"c{side}n={around}{step}")
    if seen.quotation >= 0:
        found.append(f"Q{side}{_step(abs(at - seen.quotation))}")
        if cue >= 0 and abs(cue - at) < abs(seen.quotation - at):
            found.append(f"Q{side}c")
    if side == "<" and looks[at + 1].is_cue and verbless[at]:
        found.append(f"last={looks[at].shape}{looks[at + 2].shape}")
    return found


def _step(distance: int) -> int:
    return bisect_left(_DISTANCES, distance)


def _verbless(looks: Sequence[Look], sentences: Sequence[int]) -> list[bool]:
    """For every unit: whether no finite verb follows in its sentence, as after “…, said the mayor.”"""
    found = [True] * len(sentences)
    for at in range(len(sentences) - 2, -1, -1):
        if sentences[at] == sentences[at + 1]:
            found[at] = found[at + 1] and not looks[at + 2].part.startswith(FINITE)
    return found
