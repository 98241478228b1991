"""Where the words that name a source end: before a relative clause, a verb, an adverb or a participle clause,
and before which noun phrase the clause stands that was taken for one."""

from typing import NamedTuple

from reader.analysis.names import TITLES
from reader.analysis.quotes.antecedents import RELATIVES, antecedent, apposed_to, before_aside, clause_around
from reader.analysis.quotes.line import Line
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.phrases import is_verb
from reader.analysis.roles import ROLE_NOUNS
from reader.document.span import Span

_PRONOUNS = frozenset("he she they it we i you".split())
_JOINS = frozenset("and or & nor".split())
_REFLEXIVES = frozenset("himself herself itself themselves".split())
_ADVERBS = frozenset("also then later further again earlier too once meanwhile however still never".split())
_PREPOSITIONS = frozenset("from in on at with to by of after before during over into through".split())
_PUTS = frozenset("put puts".split())
_CLAUSES = frozenset("during while when amid".split())
"""Words before which a noun phrase ends, for they say when something was said."""
_OF = frozenset("of at from with for".split())
_DASHES = frozenset("-–—")
_DATELINE = 16
"""Units of the longest dateline."""
_LEADS_ON = frozenset("and or but the a an of for to in on at by with from who which that".split())


class Cut(NamedTuple):
    """The words that name a source, and the noun phrase that they stand for if they are a relative pronoun."""

    mention: Span
    stands_for: Span | None = None


def cut(line: Line, first: int, last: int) -> Cut:
    """The source at units *first* to *last* (exclusive), cut to a noun phrase."""
    units = line.units
    first, last = _past_dateline(line, first, last), _with_name(line, last)
    named = _chair(line, first, last)
    if named:
        return Cut(line.span(named, last))
    if last - first > 2 and units[first + 1].low in RELATIVES and units[last - 1].low in _PRONOUNS:
        return Cut(line.span(last - 1, last))
    if units[first].low in RELATIVES and _has_subject(line, first, last):
        return Cut(line.span(first + 1, _end(line, first + 1, last)))
    head = apposed_to(line, first, last)
    if head:
        return Cut(line.span(*head))
    aside = before_aside(line, first, last)
    if aside:
        return Cut(line.span(*aside))
    pronoun = units[first].low in RELATIVES
    clause = first if pronoun else clause_around(line, first, last)
    if clause is not None:
        found = antecedent(line, clause)
        if found:
            whole = line.span(*(_thing(line, *found) if units[clause].low == "which" else found))
            return Cut(line.span(first, first + 1), whole) if pronoun else Cut(whole)
        return Cut(line.span(first, first + 1 if pronoun else last))
    return Cut(line.span(first, _end(line, first, last)))


def _with_name(line: Line, last: int) -> int:
    """Where a source ends that was cut after a title: “Mrs (Trott)”."""
    titled = line.units[last - 1].low.strip(".") in TITLES and last < len(line.units)
    return last + (titled and line.units[last].text[0].isupper())


def _past_dateline(line: Line, first: int, last: int) -> int:
    """Where a source begins after the dateline of its paragraph: “OSLO, April 25 (NTB) - The ministry …”."""
    if not line.starts_paragraph(first):
        return first
    for at in range(first, min(last - 1, first + _DATELINE)):
        if line.units[at].text in _DASHES:
            return at + 1
        if line.units[at].text[0].islower():
            break
    return first


def _chair(line: Line, first: int, last: int) -> int | None:
    """Where the name begins in “whose chair, Ann Lee”, which goes on after the name of a body."""
    units = line.units
    if units[first].low != "whose":
        return None
    return next(
        (
            at + 1
            for at in range(first + 2, last - 1)
            if units[at].text == "," and units[at + 1].text[0].isupper()
        ),
        None,
    )


def _thing(line: Line, first: int, last: int) -> tuple[int, int]:
    """The thing in a noun phrase before “which”: the bank in “the head of the bank, which …”."""
    units = line.units
    person = next((at for at in range(first, last) if units[at].low in ROLE_NOUNS), last)
    of = next((at for at in range(person, last - 1) if units[at].low in _OF), None)
    return (first, last) if of is None else (of + 1, last)


def _has_subject(line: Line, first: int, last: int) -> bool:
    """Whether a subject of its own follows the relative pronoun: “which the mayor said …”, “whose lawyer said”."""
    units = line.units
    if last - first < 2 or any(is_verb(unit) or unit.text == "," for unit in units[first:last]):
        return False
    after = units[first + 1]
    if units[first].low == "whose":
        return last < len(units) and units[last].text != ","
    return after.text[0].isupper() or look(after.text).part.startswith(("DT", "PRP"))


def _end(line: Line, first: int, last: int) -> int:
    """Where the noun phrase ends that begins at *first*."""
    units = line.units
    if units[first].low in _PRONOUNS and last > first + 1 and units[first + 1].low not in _JOINS | {","}:
        return first + 1
    end = next((at for at in range(first + 1, last) if _ends(line, first, at, last)), last)
    while end > first + 1 and (not units[end - 1].text[0].isalnum() or _trails(line, end - 1)):
        end -= 1
    return end


def _ends(line: Line, first: int, at: int, last: int) -> bool:
    """Whether a noun phrase ends before the word at a unit, whatever follows."""
    unit, before = line.units[at], line.units[at - 1]
    after = line.units[at + 1].low if at + 1 < last else ""
    if not unit.text[0].islower():
        return False
    if unit.low in RELATIVES or (unit.low == "that" and at > first):
        return True
    if unit.low in _CLAUSES and before.low not in _LEADS_ON:
        return True
    part = look(unit.text).part
    if _is_adverb(unit.text) and _can_end(before.text) and after in _PREPOSITIONS:
        return True
    if part.startswith("VBG") and before.text == ",":
        return True
    if unit.low in _PUTS and at + 1 < len(line.units) and line.units[at + 1].low == "it":
        return True
    return before.text != "," and _can_end(before.text) and is_verb(unit)


def _can_end(word: str) -> bool:
    """Whether a noun phrase can end with a word: a noun or a name."""
    return word[0].isupper() or "NN" in look(word).part or look(word).part.startswith("PRP")


def _trails(line: Line, at: int) -> bool:
    """Whether a word at the end belongs to what follows."""
    unit = line.units[at]
    return unit.low in _REFLEXIVES | _ADVERBS | _LEADS_ON or _is_adverb(unit.text)


def _is_adverb(word: str) -> bool:
    return word.islower() and word.endswith("ly") and look(word).part.startswith(("RB", "?"))
