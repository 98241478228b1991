"""What a figure counts or measures: the noun phrase after it."""

import re

from reader.document.span import Span

_WORD = re.compile(r"[ \t\n\u00a0]?(?P<word>[^\W\d_][\w’'-]*)")
_OF = re.compile(
    r"\s+of\s+(?:(?:all|the|its|his|her|their|our|my|these|those|that|this|a|an|any)\s+){0,2}",
    re.IGNORECASE,
)
_STOPS = frozenset(
    """a an the and or but nor so yet of in on at by for from with to into onto over under about
    between through across around near after before since until without within during against among
    along behind beyond despite than as if that which who whom whose when where while because though
    although is are was were be been being am has have had do does did will would can could may
    might must shall should he she it they we you i him her them us his its their our my your this
    these those there here not no also only just still even ever never then now ago later earlier
    today yesterday tomorrow each per more most less fewer came come went go goes said say says told
    made make took take got get live lives lived work works left remain remains joined attended
    voted gathered marched died fell rose grew reached hit took showed said down up out off away
    back apart so far according including such monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december
    last next""".split()
)
_JOINS = frozenset(["and", "or"])
MOST_WORDS = 6


def counted_after(text: str, end: int, *, limit: int) -> Span | None:
    """The noun phrase that begins right after a number at *end*: “{enemy tanks and other armor}”."""
    start = last = at = end
    count = 0
    while count < MOST_WORDS and (match := _WORD.match(text, at, limit)):
        low = match["word"].lower()
        if low in _JOINS and count and _joins(text, match.end(), limit):
            at = match.end()
            continue
        if low in _STOPS or (count and (low.endswith("ed") or low.endswith("ly"))):
            break
        start = match.start("word") if not count else start
        at = last = match.end()
        count += 1
        if low.endswith(("’s", "'s")):
            continue
    return Span(start, last) if count else None


def _joins(text: str, at: int, limit: int) -> bool:
    """Whether “and” goes on the same noun phrase: “and other armor”."""
    match = _WORD.match(text, at, limit)
    return match is not None and match["word"].lower() in {"other", "related", "similar"}


def counted_of(text: str, end: int, *, limit: int) -> Span | None:
    """The noun phrase after “of”: “5 percent of {voters}”, “half the {money}”."""
    match = _OF.match(text, end, limit) or re.compile(r"\s+(?:the|its|his|her|their|all)\s+").match(
        text, end, limit
    )
    return counted_after(text, match.end() - 1, limit=limit) if match else None
