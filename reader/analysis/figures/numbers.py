"""The grammar of numbers in English news: digits, words, magnitudes, fractions."""

import re
from dataclasses import dataclass

from reader.document.span import Span

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {"nought": 0, **{word: value for value, word in enumerate(_ONES.split())}}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
MAGNITUDES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
              "mn": 1e6, "mln": 1e6, "mil": 1e6, "mm": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12,
              "trln": 1e12, "m": 1e6, "b": 1e9, "k": 1e3, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
              "lakh crore": 1e12}  # fmt: skip
VAGUE = {
    "tens": 10.0,
    "dozens": 12.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fourth": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6,
             "seventh": 1 / 7, "eighth": 1 / 8, "ninth": 1 / 9, "tenth": 1 / 10}  # fmt: skip
VULGAR = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
          "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}  # fmt: skip
_HALF = "".join(VULGAR)
JOINT = "\u00a0"
"""Between groups of digits in place of a plain space, once the article is known to write thousands so."""

_WORDS = "|".join(sorted([*SMALL, *TENS], key=len, reverse=True))
_LARGE = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh crore|lakh|crore)"
_ONE_WORD = rf"(?:{_WORDS})(?:[ \t-](?:{_WORDS}))?"
DIGITS = (
    r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,3}(?:['’]\d{3})+(?!\d)"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?![,\d])|\d{1,3}(?:\.\d{3})*,\d{1,2}(?=\s?(?:€|EUR\b|euros?\b|zł|Kč))"
    r"|\d{1,3}(?:\.\d{3})+(?=\s?(?:€|EUR\b|euros?\b|zł|Kč))"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
)
SPELLED = (
    rf"(?:{_WORDS})[ \t]point(?:[ \t](?:{_WORDS}))+(?:[ \t]{_LARGE})?"
    rf"|{_ONE_WORD}"
    rf"(?:[ \t]and[ \t](?:(?:a|one)[ \t-]half|(?:a|one|three)[ \t-]quarters?)\b(?![ \t]of))?"
    rf"(?:[ \t]{_LARGE}(?:[ \t]and)?(?:[ \t]{_ONE_WORD})?){{0,4}}"
)
_PARTS = {"half": 1 / 2, "three quarters": 3 / 4, "quarter": 1 / 4}
_PART = (
    r"(?:an?[ \t])?(?:(?P<half>half)[ \t-](?:an?[ \t])?"
    r"|(?P<quarters>three[ -]quarters|quarter)[ \t](?:of[ \t]an?[ \t])?)"
)
"""Before a large number: half a million, a quarter of a million, quarter million."""
_SCALE = r"hundred|thousand|million|billion|trillion|bn|mn|mln|bln|trln|trn|dozen|lakh crores?|lakhs?|crores?"
_VAGUE = (
    r"(?:(?:tens|hundreds|dozens|thousands)[ \t]of[ \t])?(?:dozens|hundreds|thousands|millions|billions|trillions)\b"
    r"|tens\b(?=[ \t]of[ \t])"
)
_METRES = (
    r"\s*\(\d+\s?ft|[ -](?:long|wide|high|tall|deep|across|away|apart|thick|off|above|below|from|north|south|east|west"
    r"|sprint|hurdles|freestyle|race|dash|final|butterfly|relay|breaststroke|backstroke)\b"
)
"""Behind an m that is metres and no millions."""
_BEHIND_LETTERS = "|".join(
    rf"(?<=(?<![A-Za-z0-9&.-])(?-i:{letters}))"
    for letters in ("[A-Z][A-Z][A-Z]", "RM", "Rs", "Rp", "Fr", "Sh", "DM", "kr", "zł")
)
_ATTACHED = (
    rf"(?:{_BEHIND_LETTERS})(?=\d+(?:[.,]\d|m\b|bn\b|k\b|[ \t]|\b))"
    r"|(?:(?<=(?<![A-Za-z0-9&.-])(?-i:R))|(?<=(?<![A-Za-z0-9&.-])(?-i:M))"
    r"|(?<=(?<![A-Za-z0-9&.-])(?-i:PS)))(?=\d+(?:[.,\u00a0]\d|m\b|bn\b|[ \t](?:m|b|tr)illion\b))"
    r"|(?<=\$U[SK])|(?<=\$[ACS])(?=\d)|(?<=\$NZ)|(?<=\$HK)"
)
"""Signs of currencies in letters, right before the digits; single letters only before what looks like money."""
NUMBER = re.compile(
    rf"(?:(?<![\w.,½¼¾⁄/])|(?=\d)(?:{_ATTACHED}))(?=[\d.{_HALF}abdefhmnoqstz])(?:"
    rf"(?P<vulgar>(?:\d{{1,4}}[ \u00a0]?)?[{_HALF}]|(?:\d{{1,4}}[ \u00a0-])?\d{{1,2}}[/⁄]\d{{1,3}}(?![/⁄\d]|\.\d))"
    rf"|(?P<digits>{DIGITS})"
    rf"(?:(?P<suffix>bn|mn|tn|mln|bln|mil|(?-i:MM)|[mbk])(?!\w|{_METRES})"
    rf"|[ \u00a0](?P<letter>(?-i:[BM]))(?=[ \t][a-z]{{3}}|[.,;)]?$)"
    rf"|[ \t\u00a0]?(?P<code>(?-i:[MB]))(?=(?-i:[A-Z]{{3}})\b)"
    rf"|(?P<gap>[ \t\u00a0\n-]?)(?P<magnitude>{_SCALE})\b)?"
    rf"|(?P<vague>{_VAGUE})|\b{_PART}(?P<whole>{_LARGE})\b|(?P<spelled>\b(?:{SPELLED})\b)"
    rf"|(?<![\w-])an?[ \t](?P<single>hundred|thousand|million|billion|trillion)(?=[ \t-][a-z$€£])"
    rf"|(?P<dozen>\bdozen\b))",
    re.IGNORECASE,
)
"""A number as news writes it: 11,919 · $1.2bn · 5 million · 1½ · tens of thousands · twenty-seven · a dozen."""
_SPACED = re.compile(r"(?<![\d.,:/\u00a0-])(\d{1,3}(?: \d{3})+)(?![\d:/]|[.,]\d{3}|-\d|\.\d)")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_EURO = re.compile(r"\s?(?:€|EUR\b|euros?\b|zł|Kč)")
_COMMAS = re.compile(r"\d,\d{3}\b")


def joined(text: str) -> str:
    """*text*, as long as before, with a no-break space in numbers whose thousands are set apart by spaces.

    An article that writes them with commas does not write them with spaces, too, unless there are two, or money.
    """
    has_commas = _COMMAS.search(text) is not None

    def join(match: re.Match[str]) -> str:
        many = match[1].count(" ") > 1 or text[match.start() - 1 : match.start()] in {"$", "£", "€", "R", "M"}
        leads = match[1][0] == "0" or (has_commas and not many)
        return match[0] if leads else match[0].replace(" ", JOINT)

    return _SPACED.sub(join, text)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written; `upper` only for vague ones (dozens: 12 to 120); `scale`: of a million, a thousand.

    `is_small`: of digits with an m that may be metres; `is_ratio`: written as 1/2.
    """

    span: Span
    value: float
    upper: float | None = None
    spelled: bool = False
    scaled: bool = False
    scale: float = 1.0
    suffix: str = ""
    is_ratio: bool = False


def number_at(match: re.Match[str]) -> Number:
    """The number that a match of NUMBER stands for."""
    if match["digits"]:
        return _digits(match)
    if match["vulgar"]:
        return Number(
            Span.of(match), _vulgar(match["vulgar"]), is_ratio=re.search(r"[/⁄]", match[0]) is not None
        )
    if match["vague"]:
        return _vague(match)
    if match["whole"]:
        part = _PARTS[(match["half"] or match["quarters"]).lower().replace("-", " ")]
        scale = MAGNITUDES[match["whole"].lower()]
        return Number(Span.of(match), part * scale, spelled=True, scaled=scale > 1e2, scale=scale)
    if match["single"]:
        scale = MAGNITUDES[match["single"].lower()]
        return Number(Span.of(match), scale, spelled=True, scaled=True, scale=scale)
    if match["dozen"]:
        return Number(Span.of(match), 12.0, spelled=True)
    return Number(Span.of(match), _spelled(match["spelled"].lower()), spelled=True)


def _digits(match: re.Match[str]) -> Number:
    scale = " ".join(
        (match["suffix"] or match["letter"] or match["code"] or match["magnitude"] or "").lower().split()
    )
    times = MAGNITUDES.get(scale, MAGNITUDES.get(scale.removesuffix("s"), 1.0))
    is_grouped = (
        _POINTS.fullmatch(match["digits"]) is not None
        and _EURO.match(match.string, match.end("digits")) is not None
    )
    value = _round(_plain(match["digits"], is_grouped=is_grouped) * times)
    return Number(Span.of(match), value, scaled=bool(scale), scale=times, suffix=match["suffix"] or "")


def _plain(digits: str, *, is_grouped: bool) -> float:
    """The value of digits with their marks: 1,204.5 · 12,50 · 1'204."""
    digits = re.sub(r"[\u00a0\u202f\u2009'’]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})*,\d{1,2}", digits):
        return float(digits.replace(".", "").replace(",", "."))
    if is_grouped:
        return float(digits.replace(".", ""))
    return float(digits.replace(",", ""))


def _vulgar(written: str) -> float:
    """The value of 1½, ¾, 10 1/2."""
    whole, part = re.match(rf"(\d*?)[ \u00a0-]?([{_HALF}]|\d{{1,2}}[/⁄]\d{{1,3}})$", written).groups()  # type: ignore[union-attr]
    above, _, below = part.replace("⁄", "/").partition("/")
    share = VULGAR.get(part) or (float(above) / float(below) if below and float(below) else 0.0)
    return float(whole or 0) + share


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
        value *= {"tens": 10.0, "hundreds": 100.0, "dozens": 12.0, "thousands": 1e3}[first]
    return Number(Span.of(match), value, value * 10, spelled=True)


def _spelled(words: str) -> float:
    """The value of number words: “three and a half million”, “one hundred and twenty”, “zero point five”."""
    words, _, decimals = words.partition(" point ")
    total = current = 0.0
    for word in re.split(r"[\s-]+", words):
        if word in SMALL or word in TENS:
            current += SMALL.get(word, TENS.get(word, 0))
        elif word == "half":
            current += 0.5 - (words.split("half")[0].rstrip(" -").endswith("and one"))
        elif word in {"quarter", "quarters"}:
            many = re.search(r"and (a|one|three)[ -]quarters?", words)
            current += {"a": 0.25, "one": 0.25 - 1.0, "three": 0.75 - 3.0}[many[1]] if many else 0.0
        elif word in MAGNITUDES:
            current = (current or 1.0) * MAGNITUDES[word]
            if MAGNITUDES[word] >= 1000:
                total, current = total + current, 0.0
    scale = 1.0
    if decimals:
        digits = ""
        for word in decimals.split():
            digits += f"{SMALL.get(word, TENS.get(word, 0))}" if word not in MAGNITUDES else ""
            scale = MAGNITUDES.get(word, scale)
        current += float(f"0.{digits}")
    return _round((total + current) * scale)


def _round(value: float) -> float:
    """*value* without the noise of binary multiplication: 1.2 × 10⁹ is 1200000000."""
    return float(f"{value:.12g}")
