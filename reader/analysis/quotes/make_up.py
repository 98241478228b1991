"""What can be told from a quotation by itself: how long it is, how it begins and ends, whose words it has."""

from reader.analysis.quotes.units import Unit
from reader.analysis.trained import word_classes

FINITE = ("VBD", "VBZ", "VBP", "MD")
"""Parts of speech of finite verbs (Penn Treebank)."""
_FIRST_PERSON = frozenset("i i'm i've i'd i'll we we're we've me my our us you your".split())
_MARKS = "“”\"'‘’‚‹›«»„「」『』 \u00a0\u202f"
_SINGLE = "'‘’‚‹›"
_LOOKED_AT = 40
"""Words at its beginning that are looked at."""


def quotation_features(unit: Unit) -> tuple[str, list[str]]:
    """A quotation in short, as its neighbours see it, and features of its own."""
    inner = unit.text.strip(_MARKS)
    words = inner.split()
    end = _end(inner)
    size = _size(len(words))
    longer = [word for word in words if len(word) > 3]
    title = bool(longer) and all(word[0].isupper() for word in longer)
    begins = "A" if inner[:1].isupper() else "a" if inner[:1].islower() else "9"
    kind = f"<q{end}{min(size, 4)}{'T' if title else begins}>"
    found = [
        f"q={kind}",
        f"q#={size}",
        f"q.={end}",
        f"q#.={size}{end}{begins}{title}",
        f"qmark={mark(unit)}",
        f"qtitle={title}{min(size, 5)}",
    ]
    if words:
        found += [f"q1={words[0].lower()}", f"qn={words[-1].lower()}"]
    if len(words) == 1:
        found.append(f"qw={inner.lower().strip(',.')}")
    lows = {word.lower().strip(",.?!") for word in words[:_LOOKED_AT]}
    if lows & _FIRST_PERSON:
        found.append("qfirst")
    if any(word_classes().get(low, "").startswith(FINITE) for low in lows):
        found.append("qverb")
    if unit.text[-1:] not in "”\"'’»«“‘›」』":
        found.append("qopen")
    return kind, found


def mark(unit: Unit) -> str:
    """The mark that a quotation opens with; the marks of other languages count as the curly ones."""
    opening = unit.text[0]
    return opening if opening in "\"'“" else "‘" if opening in _SINGLE else "“"


def _size(words: int) -> int:
    return words if words < 4 else 4 if words < 7 else 5 if words < 13 else 6


def _end(inner: str) -> str:
    last = inner[-1:]
    return "," if last == "," else "." if last in ".?!…—-" else ";" if last in ":;" else "a"
