"""The role behind a name: “Anna Berg, the mayor of Oslo, …”."""

import re
from collections.abc import Iterator, Sequence

from reader.analysis.roles.nouns import ends_as_role, is_role_noun
from reader.analysis.roles.phrases import LINKS, names_body
from reader.analysis.roles.tokens import BREAKS, POINTERS, TIMES, Token, tokens
from reader.analysis.trained import word_classes
from reader.document.span import Span

_REACH = 150
_MOST = 14
"""Words of a role."""
_LINKS_AFTER = LINKS | {"with"}
_NEVER_LAST = _LINKS_AFTER | POINTERS | {"and", "&"}
_FINITE = frozenset("VBD VBZ VBP MD".split())
_OPENS_AFTER = re.compile(
    r"(?:,\s+\d\d)?,\s+(?:who\s+is\s+)?(?:(?:the|an?|its|his|her|their)\s+)?", re.IGNORECASE
)


def role_after(text: str, name: Span) -> Span | None:
    """The role in apposition to *name*: “Anna Berg, the mayor of Oslo, …”."""
    opening = _OPENS_AFTER.match(text, name.end, name.end + _REACH)
    if not opening:
        return None
    found = tokens(text, Span(opening.end(), min(len(text), opening.end() + _REACH)))[:-1]
    end = _phrase_end(found)
    words = found[:end]
    if _is_subject(text, name, found[end:]):
        return None
    if not words or not any(ends_as_role([word.text for word in words[:head]]) for head in _heads(words)):
        return None
    return Span(words[0].span.start, words[-1].span.end)


def _is_subject(text: str, name: Span, rest: Sequence[Token]) -> bool:
    """Whether the phrase behind a name begins the main clause: “According to Berg, a sergeant was given the list”."""
    before = text[max(0, name.start - _REACH) : name.start].split()
    hangs = bool(before) and word_classes().get(before[-1].lower(), "").startswith(("IN", "TO"))
    return hangs and bool(rest) and rest[0].kind in _FINITE


def _heads(words: Sequence[Token]) -> Iterator[int]:
    """Where the head of a phrase may end: before its first preposition, those inside names of bodies left out."""
    for at, word in enumerate(words):
        if word.low in _LINKS_AFTER:
            yield at
            if not 0 < at < len(words) - 1 or not names_body(words[at - 1], word, words[at + 1]):
                return
    yield len(words)


def _phrase_end(found: Sequence[Token]) -> int:
    """The index after the last word of the noun phrase that *found* begins with."""
    at, headed, linked = 0, False, False
    while at < min(len(found), _MOST) and _continues(found, at, headed=headed, linked=linked):
        linked = linked or (headed and found[at].low in _LINKS_AFTER)
        headed = headed or is_role_noun(found[at].text)
        at += 1
    while at and (found[at - 1].low in _NEVER_LAST or found[at - 1].owns or _hangs(found, at - 1)):
        at -= 1
    return at


def _continues(found: Sequence[Token], at: int, *, headed: bool, linked: bool) -> bool:
    """Whether the phrase goes on with the word *at*; *headed*: its head is read, *linked*: a preposition, too."""
    word = found[at]
    opens = at > 0 and found[at - 1].low in _LINKS_AFTER | POINTERS
    if word.text in BREAKS:
        return False
    if word.low in _LINKS_AFTER:
        return headed or (0 < at < len(found) - 1 and names_body(found[at - 1], word, found[at + 1]))
    if word.low in {"and", "&"}:
        return 0 < at < len(found) - 1 and _goes_on(found, at, linked=linked)
    if word.low in POINTERS:
        return at > 0 and found[at - 1].low in _LINKS_AFTER
    if word.is_number and opens and headed:
        return at + 1 == len(found) or found[at + 1].text in BREAKS or found[at + 1].kind in _FINITE
    return word.is_nominal or (not headed and word.low in TIMES) or (word.is_verbal and (opens or not headed))


def _goes_on(found: Sequence[Token], at: int, *, linked: bool) -> bool:
    """Whether “and” joins two words of one name, or a second role to the first."""
    left, right = found[at - 1], found[at + 1]
    if linked and left.is_capital and right.is_capital:
        return True
    if linked and not left.is_capital and not right.is_capital and right.is_nominal:
        first = next((n for n in range(at - 1, -1, -1) if not found[n].is_nominal), -1)
        ends = found[at + 2].text in BREAKS if at + 2 < len(found) else False
        return found[first].low in _LINKS_AFTER and (ends or first == at - 2)
    rest = next((n for n in range(at + 1, len(found)) if not found[n].is_nominal), len(found))
    ends = rest < len(found) and (found[rest].text in BREAKS or found[rest].low in _LINKS_AFTER)
    return not linked and ends and ends_as_role([word.text for word in found[at + 1 : rest]])


def _hangs(found: Sequence[Token], at: int) -> bool:
    """Whether an adjective stands behind a noun, to which it does not belong: “a lawyer last”."""
    word = found[at]
    return (
        at > 0
        and word.kind.startswith("JJ")
        and not word.is_capital
        and not is_role_noun(word.text)
        and is_role_noun(found[at - 1].text)
    )
