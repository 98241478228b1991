"""Names in several words that are no people's: villages, hospitals, papers, by where the article puts them."""

from collections.abc import Iterator, Sequence

from reader.analysis.names import Chunk, name_end, name_text
from reader.analysis.reporting import USUAL, cue_share
from reader.analysis.trained import first_names, name_words, word_classes
from reader.analysis.words import Word

_Found = tuple[Chunk, tuple[Word, ...], bool]
_INSIDE = frozenset("in inside near outside around".split())
_NOT_WHERE = frozenset(
    """interest interested confidence confident faith trust trusts trusted belief believe believes believed pride
    disappointed loss role roles""".split()
)
"""Words after which “in” says nothing of where."""
_MOVES = frozenset(
    """taken admitted rushed flown brought moved transferred airlifted went go goes going gone travelled traveled
    drove returned came arrived sailed""".split()
)
_BODIES = frozenset(
    """agency newspaper paper magazine weekly daily station broadcaster hospital clinic team club party company
    firm airline startup bank school college village town city hamlet suburb river ship ferry vessel boat band
    charity hotel restaurant pub brand racehorse tree website""".split()
)
"""What is said before a name that is none of a person's: the agency, the village."""
_ENDS = frozenset(
    """infirmary productions studios pictures entertainment ventures translators mysteries junction uk usa gmbh
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
"""Last words of names that are nobody's, and days that stand behind a name."""
_AUXILIARY = frozenset("is was has had".split())


def names_of_bodies(found: Sequence[_Found]) -> frozenset[tuple[str, ...]]:
    """Names that the article puts where only places and bodies stand, and never where people do."""
    may_be = [each for each in found if _may_be_body(each)]
    bodies = {_key(each) for each in may_be if _is_body(each[0], each[1])}
    for row in _rows(found):
        names = {_key(each) for each in row if _may_be_body(each)}
        bodies |= names if names & bodies else set()
    called = {_key(each) for each in may_be if _is_called_body(each[0], each[1])}
    acting = {_key(each) for each in found if each[2] or _acts(each[0])}
    ended = {_key(each) for each in found if len(each[1]) > 1 and each[1][-1].low in _ENDS}
    return frozenset(bodies - (acting - called)) | ended


def _key(each: _Found) -> tuple[str, ...]:
    return tuple(map(name_text, each[1]))


def _may_be_body(each: _Found) -> bool:
    """Whether a name has no title, and lists do not know its first and its last word for a person's."""
    _, name, titled = each
    listed = name_text(name[0]) in first_names() and name_text(name[-1]) in name_words() if name else True
    return len(name) > 1 and not titled and not listed


def _is_body(chunk: Chunk, name: Sequence[Word]) -> bool:
    """Whether a preposition of place, or a word for a body, stands right before the name."""
    if not chunk.before or name[0] != chunk.words[0] or name_end(name[-1]) != name[-1].end:
        return False
    last = chunk.before[-1].low
    before = chunk.before[-2].low if len(chunk.before) > 1 else ""
    if last == "to":
        return before in _MOVES
    if last in _INSIDE:
        return before not in _NOT_WHERE
    return last in _BODIES and (not _has_clause(chunk) or _is_called_body(chunk, name))


def _is_called_body(chunk: Chunk, name: Sequence[Word]) -> bool:
    """Whether a word for a body stands before a name none of whose words lists know: the agency Tolva Novint."""
    called = bool(chunk.before) and chunk.before[-1].low in _BODIES
    return called and not any(name_text(word) in name_words() for word in name)


def _has_clause(chunk: Chunk) -> bool:
    """Whether the name may begin a clause of what stands before it: the company Ann Berg founded."""
    following = chunk.after[0].low if chunk.after else ""
    return word_classes().get(following, "").startswith("VB") and following not in _AUXILIARY


def _acts(chunk: Chunk) -> bool:
    """Whether the name does what people do: it says something, or has an age."""
    following = chunk.after[0].low if chunk.after else ""
    aged = following == "," and len(chunk.after) > 1 and chunk.after[1].text.isdigit()
    return cue_share(following) >= USUAL or aged or following in {"who", "whose"}


def _rows(found: Sequence[_Found]) -> Iterator[list[_Found]]:
    """Names in a row: A, B and C."""
    row: list[_Found] = []
    for each in found:
        if row and not _are_joined(row[-1][0], each[0]):
            yield row
            row = []
        row.append(each)
    yield row


def _are_joined(left: Chunk, right: Chunk) -> bool:
    """Whether only a comma or “and” stands between two names."""
    between = [word for word in right.before if word.start >= left.words[-1].end]
    whole = left.after[:1] == tuple(between[:1])
    return whole and [word.low for word in between] in ([","], ["and"], [",", "and"])
