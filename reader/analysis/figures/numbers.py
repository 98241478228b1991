"""The grammar of numbers in English news: digits, words, magnitudes, fractions."""

import re
from dataclasses import dataclass

from reader.document.span import Span

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: value for value, word in enumerate(_ONES.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
MAGNITUDES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
              "dozen": 12.0, "mn": 1e6, "bn": 1e9, "tn": 1e12, "m": 1e6, "b": 1e9, "k": 1e3}  # fmt: skip
VAGUE = {
    "dozens": 12.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6,
             "seventh": 1 / 7, "eighth": 1 / 8, "ninth": 1 / 9, "tenth": 1 / 10}  # fmt: skip

_WORDS = "|".join(sorted([*SMALL, *TENS], key=len, reverse=True))
_LARGE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
SPELLED = (
    rf"(?:{_WORDS})(?:[ \t-](?:{_WORDS}))?"
    rf"(?:[ \t]and[ \t]a[ \t]half\b)?"
    rf"(?:[ \t]{_LARGE}(?:[ \t]and)?(?:[ \t](?:{_WORDS})(?:[ \t-](?:{_WORDS}))?)?){{0,4}}"
)
_PARTS = {"half": 1 / 2, "three quarters": 3 / 4, "quarter": 1 / 4}
_PART = (
    r"(?:an?[ \t])?(?:(?P<half>half)[ \t-](?:an?[ \t])?"
    r"|(?P<quarters>quarter|three[ -]quarters)[ \t]of[ \t]an?[ \t])"
)
"""Before a large number: half a million, a quarter of a million."""
_SCALE = r"hundred|thousand|million|billion|trillion|bn|mn|dozen"
_VAGUE = (
    r"(?:(?:tens|hundreds|dozens)[ \t]of[ \t])?(?:dozens|hundreds|thousands|millions|billions|trillions)\b"
)
_METRES = (
    r"\s*\(\d+\s?ft|[ -](?:long|wide|high|tall|deep|sprint|hurdles|freestyle|race|dash|final|butterfly|relay)"
)
"""Behind an m that is metres and no millions."""
_ATTACHED = "|".join(
    rf"(?<={sign})"
    for sign in (
        *(rf"\${country}" for country in ("US", "A", "C", "NZ", "HK", "S")),
        *(rf"\b{code}" for code in ("USD", "EUR", "GBP", "CHF", "JPY", "RM", "Rs")),
        r"\bPS)(?=\d+(?:[.,]\d|m\b|bn\b)",
    )
)
"""Signs of currencies in letters, right before the digits."""
NUMBER = re.compile(
    rf"(?:(?<![\w.,])|{_ATTACHED})(?:(?P<digits>{DIGITS})"
    rf"(?:(?P<suffix>bn|mn|tn|[mbk])(?!\w|{_METRES})|(?P<gap>[ \t\u00a0\n-]?)(?P<magnitude>{_SCALE})\b)?"
    rf"|(?P<vague>{_VAGUE})|\b{_PART}(?P<whole>{_LARGE})\b|(?P<spelled>\b(?:{SPELLED})\b)|(?P<dozen>\bdozen\b))",
    re.IGNORECASE,
)
"""A number as news writes it: 11,919 · $1.2bn · 5 million · tens of thousands · twenty-seven · a dozen."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written; `upper` only for vague ones (dozens: 12 to 120); `scale`: of a million, a thousand."""

    span: Span
    value: float
    upper: float | None = None
    spelled: bool = False
    scaled: bool = False
    scale: float = 1.0


def number_at(match: re.Match[str]) -> Number:
    """The number that a match of NUMBER stands for."""
    if match["digits"]:
        scale = (match["suffix"] or match["magnitude"] or "").lower()
        value = float(match["digits"].replace(",", "")) * MAGNITUDES.get(scale, 1.0)
        return Number(Span.of(match), _round(value), scaled=bool(scale), scale=MAGNITUDES.get(scale, 1.0))
    if match["vague"]:
        return _vague(match)
    if match["whole"]:
        part = _PARTS[(match["half"] or match["quarters"]).lower().replace("-", " ")]
        scale = MAGNITUDES[match["whole"].lower()]
        return Number(Span.of(match), part * scale, spelled=True, scaled=scale > 1e2, scale=scale)
    if match["dozen"]:
        return Number(Span.of(match), 12.0, spelled=True)
    return Number(Span.of(match), _spelled(match["spelled"].lower()), spelled=True)


def value_of(words: str) -> float:
    """The value of a number that stands alone: “three”, “10,000”. Raises ValueError for anything else."""
    match = NUMBER.match(words)
    if match is None:
        raise ValueError(f"no number: {words!r}")
    return number_at(match).value


def _vague(match: re.Match[str]) -> Number:
    first, _, second = match["vague"].lower().partition(" of ")
    value = VAGUE[second or first]
    if second:
        value *= {"tens": 10.0, "hundreds": 100.0, "dozens": 12.0}[first]
    return Number(Span.of(match), value, value * 10, spelled=True)


def _spelled(words: str) -> float:
    """The value of number words: “three and a half million”, “one hundred and twenty”."""
    total = current = 0.0
    for word in re.split(r"[\s-]+", words):
        if word in SMALL or word in TENS:
            current += SMALL.get(word, TENS.get(word, 0))
        elif word == "half":
            current += 0.5
        elif word in MAGNITUDES:
            current = (current or 1.0) * MAGNITUDES[word]
            if MAGNITUDES[word] >= 1000:
                total, current = total + current, 0.0
    return _round(total + current)


def _round(value: float) -> float:
    """*value* without the noise of binary multiplication: 1.2 × 10⁹ is 1200000000."""
    return float(f"{value:.12g}")
