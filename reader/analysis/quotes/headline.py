"""Fragments in a headline that come back in what somebody says in the text below it."""

import re
from collections.abc import Sequence

from reader.analysis.quotes.decisions import Likeliest
from reader.analysis.quotes.line import Line
from reader.analysis.quotes.quotation import Judged

_WORD = re.compile(r"\w+")
AGAIN = 0.75
"""Probability that such a fragment is speech: of 106 on PolNeAR's train part, 77 are."""
MOST = 20
"""Quotations in a headline; a first paragraph with more is none."""
_OWN = 0.5
"""Probability from which a source in the headline itself is kept."""
_RULE = "the same words are quoted in the text below"


def with_echoes(line: Line, judged: Sequence[Judged]) -> list[Judged]:
    """The quotations of an article; those in its headline know of the same words below."""
    first = sum(line.paragraphs[each.at] == 0 for each in judged)
    if not 0 < first <= MOST:
        return list(judged)
    said = [(_words(line, each), each) for each in judged[first:] if each.is_speech(line)]
    return [*(_with_echo(line, each, said) for each in judged[:first]), *judged[first:]]


def _with_echo(line: Line, fragment: Judged, said: Sequence[tuple[str, Judged]]) -> Judged:
    words = _words(line, fragment)
    same = next((each for other, each in said if words in other), None)
    if same is None or fragment.is_thing or not words.strip():
        return fragment
    source = fragment.source
    if same.source and (source is None or source.share < _OWN):
        source = Likeliest(same.source.share, same.source.source, _RULE)
    return fragment._replace(speech=max(fragment.speech, AGAIN), source=source)


def _words(line: Line, quotation: Judged) -> str:
    return f" {' '.join(_WORD.findall(line.units[quotation.at].text.lower()))} "
