"""The role before a name: “the mayor of Oslo, Anna Berg”, “mayor Anna Berg”, “Gov. Anna Berg”."""

from collections.abc import Sequence

from reader.analysis.roles.nouns import WORDS, ends_as_role, is_role_noun
from reader.analysis.roles.phrases import (
    LINKS,
    OFFICE_LINKS,
    couples,
    joins_left,
    last_break,
    names_body,
    owns_name,
)
from reader.analysis.roles.tokens import POINTERS, Token, tokens
from reader.analysis.trained import name_words
from reader.document.span import Span

_REACH = 150
_MOST = 14
"""Words of a role."""


def role_before(text: str, name: Span) -> Span | None:
    """The role that stands directly before *name*: “the mayor, Anna Berg”, “mayor Anna Berg”."""
    within = Span(max(0, name.start - _REACH), name.start)
    found = tokens(text, Span(_word_start(text, within.start), within.end))
    apart = bool(found) and found[-1].text == ","
    found = found[:-1] if apart else found
    found = found[last_break(found) :][-_MOST:]
    if not found or "\n" in text[found[-1].span.end : name.start]:
        return None
    first = _apposed(found) if apart else _directly(found)
    return None if first is None else Span(found[first].span.start, found[-1].span.end)


def short_title(text: str, name: Span) -> Span | None:
    """The office before a name whose title is cut short, “Indiana Gov.”, or what stands before it: “nominee Sen.”"""
    found = _beside(text, name)
    if not found or found[-1].low not in WORDS["short_offices"]:
        return None
    told = role_before(text, found[-1].span)
    if told and len(found) > 1 and told.end == found[-2].span.end:
        return told
    return Span(found[_first(found, len(found) - 1)].span.start, found[-1].span.end)


def _beside(text: str, name: Span) -> Sequence[Token]:
    """The words before *name* as far back as a mark."""
    start = _word_start(text, max(0, name.start - _REACH))
    found = tokens(text, Span(start, name.start))
    return found[last_break(found) :][-_MOST:]


def _word_start(text: str, at: int) -> int:
    """*at*, or where the next word begins if it is inside one."""
    return at if at == 0 else next((n for n in range(at, len(text)) if text[n - 1].isspace()), at)


def _directly(found: Sequence[Token]) -> int | None:
    """Where the role begins whose last word stands right before a name."""
    if not ends_as_role([word.text for word in found]) and not _opens_as_role(found[-1]):
        return _of_something(found)
    return _first(found, len(found) - 1)


def _opens_as_role(word: Token) -> bool:
    """Whether a word for what somebody does begins a sentence, with the capital of its place."""
    return word.opens and is_role_noun(word.text, opens=True) and word.text not in name_words()


def _first(found: Sequence[Token], head: int) -> int:
    """The first word of the phrase whose head is the word *head*."""
    at = head
    while at > 0:
        left = found[at - 1]
        before = found[at - 2] if at > 1 else None
        if joins_left(before, left, found[at]) or (at < head and owns_name(left, found[at])):
            at -= 1
        elif before and (
            (at < head and names_body(before, left, found[at]))
            or (left.low in {"and", "&"} and _coordinates(before, found[at]))
        ):
            at -= 2
        else:
            break
    return at


def _coordinates(left: Token, right: Token) -> bool:
    """Whether “and” joins two roles of one person, or two words of one name."""
    if is_role_noun(left.text) and not left.is_capital:
        return not right.text[0].isupper()
    return couples(left, right) and not is_role_noun(right.text)


def _of_something(found: Sequence[Token]) -> int | None:
    """Where an office begins whose country or body stands between it and a name: Prime Minister of Moldova."""
    at = len(found) - 1
    while at > 0 and found[at].is_capital and not found[at].owns and not _is_short_title(found[at].text):
        at -= 1
    if at == len(found) - 1:
        return None
    at -= found[at].low == "the"
    while at > 2 and _is_ministry(found[at - 2 : at + 1]):
        at -= 2
    if at < 1 or found[at].low not in OFFICE_LINKS or not is_role_noun(found[at - 1].text):
        return None
    return _first(found, at - 1)


def _is_ministry(words: Sequence[Token]) -> bool:
    """Whether a word with a capital stands between two links: (Minister) of Defence of (Latvia)."""
    left, name, right = words
    return left.low in OFFICE_LINKS and name.is_capital and right.low in OFFICE_LINKS


def _is_short_title(word: str) -> bool:
    """Whether a word is cut short as titles are: Mr., Sen."""
    return word.endswith(".") and "." not in word[:-1]


def _apposed(found: Sequence[Token]) -> int | None:
    """Where the role begins that stands before a comma and a name: “the head of the post, Suharyono”."""
    best = None
    at = len(found) - 1
    while at >= 0:
        word = found[at]
        if word.low in POINTERS or word.owns:
            best = at + 1 if _is_role(found[at + 1 :]) else best
            inner = at > 0 and (found[at - 1].low in LINKS or word.owns)
            if not inner:
                break
        elif not (word.is_nominal or word.low in LINKS or _is_verbal_inside(found, at) or _is_and(found, at)):
            break
        at -= 1
    return best


def _is_verbal_inside(found: Sequence[Token], at: int) -> bool:
    return found[at].is_verbal and at > 0 and (found[at - 1].low in POINTERS or found[at - 1].low in LINKS)


def _is_and(found: Sequence[Token], at: int) -> bool:
    """Whether “and” at an index joins roles of one person or words of one name."""
    if found[at].low not in {"and", "&"} or not 0 < at < len(found) - 1:
        return False
    left, right = found[at - 1], found[at + 1]
    return is_role_noun(left.text) or (left.is_capital and right.is_capital) or _is_role(found[at + 1 :])


def _is_role(words: Sequence[Token]) -> bool:
    """Whether the head of a noun phrase, what stands before its first preposition, is a role."""
    head = next((at for at, word in enumerate(words) if word.low in LINKS), len(words))
    return ends_as_role([word.text for word in words[:head]])
