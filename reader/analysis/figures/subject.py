"""What a figure measures when no noun follows it: “core {inflation} rose 0.3 %”, “a {margin of error} of 4 points”.

By parts of speech of single words, without a parser: the noun phrase before “of”, “in …” behind an amount, else
what stands before the nearest verb of the clause.
"""

import re
from collections.abc import Sequence

from reader.analysis.trained import word_classes
from reader.analysis.words import Word, words
from reader.document.span import Span

_REACH = 160
"""Code points before a figure in which its subject is looked for."""
MOST_WORDS = 9
_BOUNDARY = re.compile(
    r"[.:](?!\d)|[!?;–—()“”\"\n]|\s-\s|,\s|\s(?:while|but|because|although|after|before|until|that|which|who|since|if|when|"
    r"said|says|as)\s"
)
_LEADS = frozenset(
    """the a an its their his her our my your this that these those some any each every all both no another such and
    but or so yet nor as of in on at by for from with to into over about however meanwhile also only just even still
    then now there here when while after before since until if because though although where whereas according said
    says than more less up down nearly almost around roughly average total""".split()
)
_RELATIVES = frozenset("which who whom whose that where".split())
_OWNERS = frozenset("his her its their my our your".split())
_PRONOUNS = frozenset("he she it they we you i him her them us this that there what".split())
_HELPS = frozenset(
    """has have had is are was were be been being will would can could may might should must do did
    expected forecast projected estimated valued set""".split()
)
_OF = re.compile(
    r"(?:(?<!in front )\b(?:of|at|ranging from|worth)|\bas (?:high|low|much|many|little) as)\s+"
    r"(?:(?:more|less|fewer|just|about|around|nearly|almost|over|under|up|to|than|only|some|an?|"
    r"estimated|roughly|approximately|at|least|most|plus|or|minus|as|much|many)\s+)*$"
)
_PERIODS = frozenset(
    "year quarter month week weekend day night morning afternoon evening today yesterday".split()
)
_SENTENCE_END = re.compile(r"(?<=[\w)”\"’]{2})[.!?][”\"’)]*\s+(?=[A-Z“\"‘])")
_BESIDE = re.compile(r",\s(?:of|from|aged?|\d{1,3})\b[^,.;\n]*$")
"""Where somebody is from, or how old, between a subject and its verb: “the driver, 34{, of Leeds}, was jailed”."""
_ENDS_NO_NAME = ("VBD", "VBZ", "VBP", "VBN", "RB", "DT", "PRP", "JJR")
_INNER = frozenset(["-", "'", "’", "%", "&"])
"""Marks within a phrase."""
_NO_NOUN = ("JJ", "RB", "IN", "WRB", "WDT")
_LETTER = re.compile(r"[^\W\d_]")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def named_before(text: str, figure: Span, start: int) -> Span | None:
    """The noun phrase before “of” and a figure: “a {margin of error} of 4 points”."""
    start = max(start, figure.start - _REACH)
    of = _OF.search(text, start, figure.start)
    return _phrase_before(text, start, of.start()) if of else None


def subject_of(text: str, figure: Span, start: int, *, near: bool) -> Span | None:
    """What stands before the verb of a figure's clause, or of the one before.

    *start*: of its paragraph; *near*: the verb must stand right before the figure: “the trip takes 4 minutes”.
    """
    start = max(start, figure.start - _REACH)
    for end in _SENTENCE_END.finditer(text, start, figure.start):
        start = end.end()
    if not _LETTER.search(text, start, figure.start) or (
        near and not _is_near_verb(text, start, figure.start)
    ):
        return None
    clause = start
    before = start
    for boundary in _BOUNDARY.finditer(text, start, figure.start):
        before, clause = boundary.start(), boundary.end()
    opening = list(words(text, Span(clause, figure.start)))
    if _all_lead(opening) and _has_verb(text, figure.end):
        return None
    if clause > start and opening and (_is_verb(opening, 0) or opening[0].low in _RELATIVES):
        while beside := _BESIDE.search(text, start, before):
            before = beside.start()
        return _phrase_before(text, start, before)
    return _before_verb(text, clause, figure.start) or (
        _before_verb(text, start, clause) if clause > start else None
    )


def _is_near_verb(text: str, start: int, end: int) -> bool:
    found = [word for word in words(text, Span(max(start, end - 40), end)) if word.low not in _LEADS]
    return len(found) > 1 and (
        _is_verb(found, len(found) - 1, leads=True) or _part(found[-1]).split("|")[0] == "VB"
    )


def _has_verb(text: str, at: int) -> bool:
    """Whether a figure is a subject itself: “18 % {were} against it”."""
    behind = list(words(text, Span(at, min(len(text), at + 40))))[:1]
    return bool(behind) and (_is_verb(behind, 0) or _part(behind[0]).startswith("VB"))


def _all_lead(found: Sequence[Word]) -> bool:
    return all(each.low in _LEADS for each in found)


def _part(word: Word) -> str:
    unknown = "VBD" if word.low.endswith("ed") else "NN" if word.is_word else word.text
    return word_classes().get(word.low, unknown)


def _before_verb(text: str, start: int, end: int) -> Span | None:
    """What stands before the last verb of a stretch."""
    found = list(words(text, Span(start, end)))
    verb = next((at for at in range(len(found) - 1, 0, -1) if _is_verb(found, at, leads=True)), None)
    if verb is None:
        return None
    while verb > 0 and (found[verb - 1].low in _HELPS or found[verb - 1].low.endswith("ly")):
        verb -= 1
    return _trimmed(found[:verb])


def _is_verb(found: Sequence[Word], at: int, *, leads: bool = False) -> bool:
    """Whether a word is a finite verb; one that can be a noun too is if it *leads* to what is looked at."""
    word = found[at]
    if not word.text.islower():
        return False
    part = _part(word)
    return (
        word.low in _HELPS
        or (leads and word.low.endswith("ed") and _all_lead(found[at + 1 :]))
        or (
            any(each in _FINITE for each in part.split("|"))
            and not ("NN" in part and at and found[at - 1].low in _LEADS)
            and (not part.startswith("NN") or (leads and _all_lead(found[at + 1 :])))
        )
    )


def _phrase_before(text: str, start: int, end: int) -> Span | None:
    """The noun phrase that ends at *end*: “a margin of error” before “of 4 points”."""
    found = list(words(text, Span(start, end)))
    at = len(found)
    if not found or found[-1].low in _PERIODS or _part(found[-1]).startswith(_ENDS_NO_NAME):
        return None
    if _is_base_of_verb(found) or (found[-1].low not in word_classes() and found[-1].low.endswith("ing")):
        return None
    at -= 1
    while at > 0 and _is_nominal(found, at - 1):
        at -= 1
    return _trimmed(found[at:], ends=False)


def _is_base_of_verb(found: Sequence[Word]) -> bool:
    """Whether the last word is a verb behind a plural: “ticket prices {start} at $45”."""
    return len(found) > 1 and "VB" in _part(found[-1]) and found[-2].low.endswith("s")


def _is_nominal(found: Sequence[Word], at: int) -> bool:
    word = found[at]
    part = _part(word)
    linked = word.low == "of" and at + 1 < len(found)
    return word.is_word and (linked or word.is_capital or part.startswith(("N", "J", "VBG", "VBN")))


def _trimmed(found: Sequence[Word], *, ends: bool = True) -> Span | None:
    """The words from behind the last clause's beginning, without what leads on; *ends*: with a noun."""
    first = 0
    for at, word in enumerate(found):
        if (
            word.low in _RELATIVES | _OWNERS
            or _is_verb(found, at)
            or not (word.is_word or word.text in _INNER)
        ):
            first = at + 1
    if first == len(found):
        return _trimmed(found[: first - 1], ends=ends) if first else None
    kept = list(found[first:])[-MOST_WORDS:]
    while kept and (kept[0].low in _LEADS or _is_adverb(kept)):
        kept.pop(0)
    while kept and _cannot_end(kept[-1], ends=ends):
        kept.pop()
    named = kept and kept[-1].low not in _PRONOUNS and not kept[0].text[0].isdigit()
    return Span(kept[0].start, kept[-1].end) if named else None


def _is_adverb(kept: Sequence[Word]) -> bool:
    """Whether the first word ends what was said before “and”: “fell {overnight} and gusts reached 110 km/h”."""
    parts = [_part(word) for word in kept[:3]]
    return (
        len(kept) > 2 and kept[1].low == "and" and parts[0] in {"RB", "JJ"} and not parts[2].startswith("JJ")
    )


def _cannot_end(word: Word, *, ends: bool) -> bool:
    return word.low in _LEADS or not word.is_word or (ends and _part(word).startswith(_NO_NOUN))
