"""How a quotation stands in its sentence: as a clause of speech, or as a noun that the sentence goes on with.

Words are told apart by class only, so that what is learnt in one kind of text holds in another.
"""

from collections import Counter

from reader.analysis.languages import word_sets
from reader.analysis.quotes.line import Line
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.make_up import FINITE
from reader.analysis.quotes.units import Unit
from reader.analysis.reporting import cue_share

NOTHING = "-"
"""What a quotation is said to be where no such word stands before it."""
_SETS = word_sets("en_quoted")
_CLASSES = {word: name for name in reversed(_SETS) if name != "somebody" for word in _SETS[name]}
_DETERMINERS = {
    **dict.fromkeys("a an no any every each some such another".split(), "a"),
    **dict.fromkeys("his her its their our my your 's".split(), "his"),
    **dict.fromkeys("this these those".split(), "this"),
    "the": "the",
    "that": "that",
}
_MARKS = "“”\"'‘’‚‹›«»„「」『』 \u00a0\u202f"
_LIKELY = 0.5
"""Share of a word’s uses as a cue from which it counts as a word of saying."""
_REACH = 4
"""Words before a quotation among which the word is looked for that says what it is."""
_LEADS = frozenset("( [ : , such as the a an to of in with on for by s entitled titled called named".split())
"""What may stand between that word and the quotation."""
_LONGEST_LIST = 12
_CALLED = frozenset(
    """called named titled entitled dubbed nicknamed tagged labelled labeled styled branded billed termed christened
    codenamed""".split()
)
_RELATIVES = frozenset("what which that who whom whose as".split())
_OPENS_CLAUSE = frozenset(", that and but because if when while although though".split())
_FAR = 6
"""Words before “called” among which a relative pronoun makes somebody its subject: what the mayor called “…”."""
_SAME = 3
_LOOKED_AT = 40
_ADJECTIVES = ("al", "ic", "ous", "ful", "ive", "able")
_KEPT = ("IN", "DT", "PR", "CC", "W", "VB", "MD", "TO")
"""Parts of speech that a capital does not make a name."""


def standing_features(line: Line, at: int, times: Counter[str]) -> list[str]:
    """Features of the quotation at unit *at*; *times*: how often the article has each quotation's words."""
    unit = line.units[at]
    inner = unit.text.strip(_MARKS)
    first, last = _list(line, at)
    make = _make(inner)
    before, after = _before(line, first), _after(line, last)
    head = said_to_be(line, first)
    cue = f"{_cue(line, at, -1)}{_cue(line, at, 1)}"
    same = min(times[bare(unit)], _SAME)
    end = "." if inner[-1:] in ".?!…" else "," if inner[-1:] == "," else "a"
    listed = first < at or at < last
    return [
        f"s<{before}",
        f"s>{after}",
        f"s<>{before}|{after}",
        f"s<m{before}|{make}",
        f"s>m{after}|{make}",
        f"s>e{after}|{end}|{cue}",
        f"shead{head}",
        f"shead{head}|{make}",
        f"shead{head}|{cue}",
        f"scue{cue}",
        f"scue{cue}|{make}",
        f"scue{cue}|{before}|{after}",
        f"stimes{same}",
        f"stimes{same}|{make}",
        f"slist{listed}|{make}",
        f"make{make}",
        f"make{make}{end}",
    ]


def bare(unit: Unit) -> str:
    """The words of a quotation by which the same ones are known again."""
    return unit.text.strip(_MARKS + ".,;:!?").lower()


def _list(line: Line, at: int) -> tuple[int, int]:
    """The first and the last quotation of a list: “A”, “B” and “C”."""
    return _end(line, at, -1), _end(line, at, 1)


def _end(line: Line, at: int, step: int) -> int:
    """The quotation that a list ends with on one side."""
    for _ in range(_LONGEST_LIST):
        other = _beside(line, at, step)
        if other is None:
            break
        at = other
    return at


def _beside(line: Line, at: int, step: int) -> int | None:
    """The next quotation to one side, where only a comma or a conjunction stands between."""
    for other in range(at + step, at + 4 * step, step):
        if not 0 <= other < len(line.units) or line.paragraphs[other] != line.paragraphs[at]:
            return None
        unit = line.units[other]
        if unit.quote is not None:
            return other
        if unit.low not in {",", "and", "or"}:
            return None
    return None


def _before(line: Line, at: int) -> str:
    """The class of the word right before a quotation."""
    if line.starts_paragraph(at):
        return "¶"
    unit = line.units[at - 1]
    if unit.low in _DETERMINERS:
        return _DETERMINERS[unit.low]
    return f".{_class(unit)}" if line.sentences[at - 1] != line.sentences[at] else _class(unit)


def _after(line: Line, at: int) -> str:
    """The class of the word right behind a quotation, and of the one behind a comma."""
    if line.ends_paragraph(at):
        return "¶"
    unit = line.units[at + 1]
    if unit.text == "," and not line.ends_paragraph(at + 1):
        return f",{_class(line.units[at + 2])}"
    if line.sentences[at + 1] != line.sentences[at]:
        return "."
    return _class(unit)


def _class(unit: Unit) -> str:
    """What kind of word a unit is, more roughly than the tagger tells it."""
    if unit.quote is not None:
        return "q"
    low = unit.low
    if not low[0].isalnum():
        return low
    if cue_share(low) >= _LIKELY:
        return "say"
    if low in _CLASSES and unit.text[0].islower():
        return _CLASSES[low]
    if low in _DETERMINERS:
        return "DT"
    return _part(unit)


def _part(unit: Unit) -> str:
    """The part of speech of a word, or that it is a name; a preposition or conjunction is itself."""
    part = look(unit.text).part
    if unit.text[0].isupper() and not part.startswith(_KEPT):
        return "Name"
    if part.startswith("?"):
        return "JJ" if unit.low.endswith(_ADJECTIVES) else "VBD" if unit.low.endswith("ed") else "NN"
    if part in {"IN", "CC", "TO"}:
        return unit.low
    if part.startswith(FINITE):
        return "V"
    return part[:3] if part.startswith("VB") else part[:2]


def heads_list(line: Line, at: int) -> str:
    """What the list that a quotation is part of is said to be."""
    return said_to_be(line, _end(line, at, -1))


def is_called(line: Line, at: int) -> bool:
    """Whether the words before say that something has the quotation for its name or title: a group called “…”, the
    film “Two Geese”, the word “moss” is old; not what somebody called “…”."""
    first = _end(line, at, -1)
    if said_to_be(line, first) == "works" and _make(line.units[at].text.strip(_MARKS)).startswith("T"):
        return True
    before = first - 1
    start, _ = line.sentence(at)
    if before > start and _CLASSES.get(line.units[before].low) == "terms":
        clause = {unit.low for unit in line.units[start : before - 1][-1:]}
        opens = line.units[before - 1].low == "the" and clause <= _OPENS_CLAUSE
        return opens and _after(line, at) in {"V", "VBD"}
    while before > start and line.units[before].low in {":", ",", "as", "the", "a", "an"}:
        before -= 1
    if before <= start:
        return False
    noun, verb = line.units[before - 1], line.units[before].low
    active = any(unit.low in _RELATIVES for unit in line.units[max(start, before - _FAR) : before])
    return (
        verb in _CALLED
        and noun.text[0].islower()
        and _class(noun) in {"NN", "works", "terms", "VBD"}
        and not active
    )


def said_to_be(line: Line, at: int) -> str:
    """The class of the word before a quotation that says what it is: songs such as, charged with, the word."""
    start, _ = line.sentence(at)
    seen = 0
    for other in range(at - 1, start - 1, -1):
        unit = line.units[other]
        if unit.quote is not None or seen > _REACH:
            break
        if unit.low in _CLASSES and unit.text[0].islower():
            leads = all(each.low in _LEADS for each in line.units[other + 1 : at])
            return _CLASSES[unit.low] + ("" if leads else "~")
        seen += unit.low not in _LEADS
    return NOTHING


def _cue(line: Line, at: int, step: int) -> int:
    """How far the next word of saying in the sentence is: 0 there is none, 1 right there, 2 near, 3 far."""
    first, last = line.sentence(at)
    words = range(at + step, last if step > 0 else first - 1, step)
    for seen, unit in enumerate((line.units[other] for other in words if line.units[other].quote is None), 1):
        if cue_share(unit.low) >= _LIKELY:
            return 1 if seen <= 4 else 2 if seen <= 12 else 3
    return 0


def _make(inner: str) -> str:
    """What a quotation is made of: how long it is, how written, with a verb or without."""
    words = inner.rstrip(",.;:!?").split()
    longer = [word for word in words if len(word) > 3] or words
    size = "1" if len(words) == 1 else "3" if len(words) < 4 else "7" if len(words) < 8 else "9"
    if longer and all(word[0].isupper() or word[0].isdigit() for word in longer):
        return f"T{size}"
    lows = [word.lower().strip(",.;:!?") for word in words[:_LOOKED_AT]]
    parts = [look(low).part for low in lows if low]
    verb = any(part.startswith(FINITE) for part in parts)
    begins = "A" if inner[:1].isupper() else "a"
    return f"{begins}{size}{'v' if verb else parts[0][:2] if parts else ''}"
