"""What can be told from a reported statement about whether its source, cue and content belong together."""

from collections.abc import Sequence

from reader.analysis.quotes.line import Line
from reader.analysis.quotes.linking import Links
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.parts import Part
from reader.analysis.regression import steps

_LEADS = frozenset("that to whether if how what why when who of on for in at by with about as".split())
_GAPS = (0, 1, 3, 7)
_CLEAR = 0.1
"""Probability from which another source is a rival."""


def join_features(links: Links, cue: Part, contents: Sequence[Part], source: Part) -> tuple[str, ...]:
    """How sure the tagger is of the three parts, how they lie, and what the cue and the content begin with."""
    line, content = links.line, contents[0]
    least = min(each.share for each in contents)
    rivals = [share for share, other in links.sources_of[cue] if other != source and share >= _CLEAR]
    side, inner = (
        ("<", (source.last, cue.first)) if source.first < cue.first else (">", (cue.last, source.first))
    )
    begins = _begins(line, content)
    lies = f"{side}{_gap(*inner)}"
    return (
        *_reached("cue", cue.share),
        *_reached("content", least),
        *_reached("source", source.share),
        f"usual {steps(links.around.usual(cue))}",
        f"lies {lies}",
        f"lies {lies}{_marks(line, *inner)}",
        f"apart {line.sentences[source.first] != line.sentences[cue.first]}",
        f"content {_lies(content, cue)}",
        f"content {_lies(content, cue)}{lies}",
        f"begins {begins}",
        f"begins {begins}{lies}",
        f"words {min(5, sum(each.last - each.first for each in contents).bit_length())}",
        f"rivals {min(2, len(rivals))}",
        f"made {links.kind(source)}{min(6, source.last - source.first)}",
    )


def _reached(what: str, share: float) -> list[str]:
    return [f"{what} {step}" for step in range(1, steps(share) + 1)]


def _gap(start: int, end: int) -> int:
    return sum(end - start > limit for limit in _GAPS)


def _marks(line: Line, start: int, end: int) -> str:
    """The first mark of punctuation between two parts."""
    return next((unit.text for unit in line.units[start:end] if not unit.text[0].isalnum()), "-")


def _lies(content: Part, cue: Part) -> str:
    if content.first >= cue.last:
        return f">{_gap(cue.last, content.first)}"
    return f"<{_gap(content.last, cue.first)}"


def _begins(line: Line, content: Part) -> str:
    """The word that leads to a content, or the class of its first word."""
    unit = line.units[content.first]
    return unit.low if unit.low in _LEADS else look(unit.text).part[:2]
