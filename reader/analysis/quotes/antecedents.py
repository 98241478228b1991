"""The noun phrase that a relative clause belongs to: “an official at the ministry, who asked not to be named”."""

from reader.analysis.names import TITLES
from reader.analysis.quotes.line import Line
from reader.analysis.quotes.looks import look
from reader.analysis.quotes.phrases import LONGEST, is_verb
from reader.analysis.roles import ROLE_NOUNS

RELATIVES = frozenset("who whom whose which".split())
_INSIDE = frozenset("of for in at on from with".split())
"""Prepositions inside a noun phrase."""
_PLACED = frozenset("in at on near".split())
_ASIDES = frozenset("in at on near during after following".split())
_INDEFINITE = frozenset("a an one another".split())
_STOPS = frozenset(
    """but while whereas because if when where though although then to by after before as that than is are was
    were be been has had have and or so yet""".split()
)
_OPENS = frozenset(
    """for of from in on at with by to as not because though although if when while after before and but or until
    since without despite under about""".split()
)
"""Words that open no noun phrase, so that a source that begins with one is the end of a clause."""
_DESCRIBES = frozenset("a an the his her its their one another former".split())
"""Words that open an apposition."""
_NEVER_OPENS = ("IN", "RB", "VB", "TO")
"""Beginnings of the classes of words that open no noun phrase."""
_CLITICS = frozenset("'s 've 're 'm 'll 'd".split())
_SUBJECTS = frozenset("he she it we they i you that there this what who here".split())
_LIMITS = frozenset(".;:—–()")


def antecedent(line: Line, relative: int) -> tuple[int, int] | None:
    """The units of the noun phrase before the relative pronoun at a unit."""
    last = relative
    if last > 0 and line.units[last].low in {"whom", "which"} and line.units[last - 1].low in _INSIDE:
        last -= 1
        while last > 0 and line.units[last - 1].text != "," and relative - last < 5:
            last -= 1
    if last > 0 and line.units[last - 1].low == "and":
        earlier = _relative_before(line, last - 1)
        return antecedent(line, earlier) if earlier is not None else None
    if last > 0 and line.units[last - 1].text == ",":
        last -= 1
    return _phrase(line, last)


def _phrase(line: Line, last: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a unit, or the name that it is in apposition to: “Anna Berg, a baker
    from Hull, England, who …”."""
    first = _first(line, last)
    while first > 1 and line.units[first - 1].text == "," and line.units[first - 2].text[0].isupper():
        place = all(unit.text[0].isupper() for unit in line.units[first:last])
        if not place and line.units[first].low not in _DESCRIBES:
            break
        first, last = _first(line, first - 1), first - 1
    return (first, last) if first < last else None


def clause_around(line: Line, first: int, last: int) -> int | None:
    """The relative pronoun of the clause that a source is only the end of, if it is: “(who asked) for
    anonymity because it is secret”, “(which works from Husum,) Germany”."""
    units = line.units
    start = first - (first > 0 and units[first - 1].low.strip(".") in TITLES)
    inside = start > 1 and units[start - 1].low in _OPENS - {"by"} and units[start - 2].low != "according"
    if inside and last < len(units) and units[last].text == ",":
        return _relative_before(line, first)
    if units[first].low not in _OPENS and not _is_participle(units[first].text):
        place = (
            first > 1 and last < len(units) and units[first - 1].text == "," and units[last].text == ","
            and units[first - 2].text[0].isupper() and all(each.text[0].isupper() for each in units[first:last])
        )  # fmt: skip
        if not place:
            return None
    return _relative_before(line, first)


def before_aside(line: Line, first: int, last: int) -> tuple[int, int] | None:
    """The units of the subject before an aside that a source is only the end of: “(Ann Lee), in remarks to a paper,
    said”, “(the minister), speaking to state television, said”."""
    units = line.units
    if (
        last >= len(units)
        or units[last].text != ","
        or first < 4
        or units[first - 1].low not in _INSIDE | {"to"}
    ):
        return None
    begin, _ = line.sentence(first)
    comma = next(
        (at for at in range(first - 2, max(begin, first - LONGEST), -1) if units[at].text == ","), None
    )
    if comma is None or comma == begin or any(unit.quote is not None for unit in units[comma:first]):
        return None
    opens = units[comma + 1]
    if opens.low == "according" or not (opens.low in _ASIDES or opens.low.endswith("ing")):
        return None
    found = _phrase(line, comma)
    return found if found and found[0] == begin else None


def _is_participle(word: str) -> bool:
    part = look(word).part
    return word.islower() and part.startswith("VB") and "NN" not in part


def _relative_before(line: Line, at: int) -> int | None:
    """The nearest relative pronoun before a unit, in its sentence."""
    for each in range(at - 1, max(0, at - 2 * LONGEST), -1):
        unit = line.units[each]
        if unit.quote is not None or unit.text in _LIMITS or line.sentences[each] != line.sentences[at]:
            return None
        if unit.low in RELATIVES:
            return each
    return None


def _can_open(low: str) -> bool:
    part = look(low).part
    return low[0].isalnum() and low not in _INSIDE and (not part.startswith(_NEVER_OPENS) or "NN" in part)


def _stops(line: Line, at: int) -> bool:
    """Whether no noun phrase holds the word at a unit; “an adviser to the board” does."""
    advises = line.units[at].low == "to" and at > 0 and line.units[at - 1].low in ROLE_NOUNS
    return line.units[at].low in _STOPS and not advises


def _first(line: Line, last: int) -> int:
    """Where the noun phrase begins that ends before a unit; a name right there begins it, unless it belongs
    to a person described before: “a spokesman for Anna Berg”."""
    at, name = last, last
    while at > max(0, last - LONGEST) and not line.starts_paragraph(at):
        unit = line.units[at - 1]
        ends = unit.quote is not None or unit.text in _LIMITS or unit.text == "," or _stops(line, at - 1)
        if ends or line.sentences[at - 1] != line.sentences[last - 1]:
            break
        if unit.text[0].islower() and unit.low not in _INSIDE and is_verb(unit):
            break
        if unit.low in _CLITICS and at > 1 and line.units[at - 2].low in _SUBJECTS:
            break
        if unit.text[0].isupper() and name == at:
            name = at - 1
        at -= 1
    while at < last and not _can_open(line.units[at].low):
        at += 1
    described = any(line.units[each].low in ROLE_NOUNS for each in range(at, name))
    placed = line.units[name - 1].low in _PLACED and line.units[at].low in _INDEFINITE
    described = described or placed
    return at if name == last or described or name <= at else name


def apposed_to(line: Line, first: int, last: int) -> tuple[int, int] | None:
    """The person at the beginning of a sentence whose body a source only names: “Ann Lee, head of the bank,
    Nordea, …”."""
    units = line.units
    start, _ = line.sentence(first)
    comma = next((at for at in range(start, first - 1) if units[at].text == ","), None)
    if comma is None or comma == start or last >= len(units) or units[last].text != ",":
        return None
    role = units[comma + 1 : first - 1]
    name = all(unit.text[0].isupper() for unit in [*units[start:comma], *units[first:last]])
    of = any(unit.low in {"of", "at", "for"} for unit in role) and any(
        unit.low in ROLE_NOUNS for unit in role
    )
    plain = all(unit.text[0].isalnum() for unit in role) and not (role and role[-1].low in ROLE_NOUNS)
    return (start, comma) if name and of and plain and units[first - 1].text == "," else None
