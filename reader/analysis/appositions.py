"""What an article says a person is: “the mayor of Oslo, Anna Berg”, “Anna Berg, the mayor of Oslo”.

A role is a noun phrase that ends where the name begins, or begins where it ends, and nothing else.
"""

import re
from collections.abc import Iterator, Sequence

from reader.analysis.noun_phrases import (
    BREAKS,
    LINKS,
    OFFICE_LINKS,
    POINTERS,
    TIMES,
    Token,
    couples,
    joins_left,
    last_break,
    names_body,
    owns_name,
    tokens,
)
from reader.analysis.roles import ends_as_role, is_role_noun
from reader.analysis.trained import name_words, word_classes
from reader.document.span import Span

_REACH = 150
_LINKS_AFTER = LINKS | {"with"}
_NEVER_LAST = _LINKS_AFTER | POINTERS | {"and", "&"}
SHORT_OFFICES = frozenset(
    "sen. gov. rep. gen. col. lt. sgt. capt. maj. cmdr. adm. prof. pres. supt. det. insp.".split()
)
"""Offices and ranks that are cut short before a name."""
_FINITE = frozenset("VBD VBZ VBP MD".split())
_MOST = 14
"""Words of a role."""
_OPENS_AFTER = re.compile(
    r"(?:,\s+\d\d)?,\s+(?:who\s+is\s+)?(?:(?:the|an?|its|his|her|their)\s+)?", re.IGNORECASE
)


def role_of(text: str, name: Span) -> Span | None:
    """What stands beside *name* and says what somebody is: a phrase, else an office that is cut short, as in Sen."""
    return role_before(text, name) or role_after(text, name) or _short_title(text, name)


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


def _short_title(text: str, name: Span) -> Span | None:
    """The office before a name whose title is cut short, “Indiana Gov.”, or what stands before it: “nominee Sen.”"""
    found = _beside(text, name)
    if not found or found[-1].low not in SHORT_OFFICES:
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
    if at < 1 or found[at].low not in OFFICE_LINKS or not is_role_noun(found[at - 1].text):
        return None
    return _first(found, at - 1)


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
