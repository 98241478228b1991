"""Figures in languages other than English: numbers as these write them, with unit and bound; not what is counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from reader.analysis.figures.settling import DEFAULTS
from reader.analysis.findings import Findings
from reader.analysis.languages import Language, language
from reader.document.outline import Bound, Figure
from reader.document.span import Span
from reader.document.units import by_symbol, money_names, money_signs, named, signs

_SPACE = "[ \u00a0\u202f\u2009]"
_DIGITS = (
    rf"(?<![\w.,:/])(?<![^\W\d]-)[-−]?\d{{1,3}}(?:(?:{_SPACE}|[.'’])\d{{3}})+(?:,\d+)?(?![\d.:/])|"
    r"(?<![\w.,:/])(?<![^\W\d]-)[-−]?\d+(?:,\d+)?(?![\d:/])"
)
"""Groups of three by space, full stop or apostrophe, then a decimal comma."""
_YEARS = range(1000, 2101)
_ORDINAL = re.compile(r"(?:er|ère|e|ème|ª|º|°|-[а-яіїє]{1,3}|\.(?=\s\w))(?!\w)")
"""What makes a number one of a row: 1er, 3º, 5-й, 3. Mai."""
_DOTTED = frozenset("тыс тис руб коп tsd mio mrd".split())
"""Words of amounts that are written with a full stop."""
_ARTICLE = re.compile(r" (?:el|il|i|lo|la|los|las|le|les|l['’]|o|a|os|as)\Z")
_MILLION = re.compile(rf"{_SPACE}?M(?=[€$£])")
_BEFORE = 24
"""Code points before a number in which a bound's words stand."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A number with what follows it."""

    span: Span
    value: float
    unit: str | None
    scaled: bool


def find_figures_abroad(findings: Findings) -> Findings:
    """Step: the figures of a text in another language than English."""
    grammar = _grammar(findings.language)
    found: list[Figure] = []
    for paragraph in findings.paragraphs:
        for figure in grammar.figures(findings.text, paragraph):
            found.append(replace(figure, id=f"f{len(found) + 1}"))
    return replace(findings, outline=replace(findings.outline, figures=tuple(found)))


class _Grammar:
    """How one language writes figures."""

    def __init__(self, known: Language) -> None:
        self.known = known
        words = "|".join(_longest_first(known.numbers))
        self._signs = {
            sign: _usual(codes)
            for sign, codes in money_signs().items()
            if not sign.isalpha() or len(sign) == 3
        }
        self._units = {
            **_coins(known.code),
            **{name: unit.symbol for name, unit in named(known.code).items()},
        }
        self._number = re.compile(
            rf"(?P<sign>(?<![^\W\d_])(?-i:{'|'.join(map(re.escape, _longest_first(self._signs)))}))?{_SPACE}?"
            rf"(?:(?P<digits>{_DIGITS})|(?<!\w)(?P<word>{words})(?!\w))",
            re.IGNORECASE,
        )
        self._scale = _word_after(known.scales)
        self._unit = _word_after(self._units)
        signs_of_units = "|".join(map(re.escape, _longest_first(_spaced())))
        self._symbol = re.compile(
            rf"{_SPACE}?(?P<symbol>[%€$£¥₴₽₹]|°{_SPACE}?C|(?:{signs_of_units})(?![\w²³]))"
        )
        self._month = re.compile(
            rf"\.?{_SPACE}(?:de{_SPACE})?(?:{'|'.join(known.months)})(?!\w)", re.IGNORECASE
        )
        self._to = re.compile(rf"{_SPACE}?(?:[–—-]|{_SPACE}(?:bis|à|a|al|e|y|до|та|и){_SPACE}){_SPACE}?")

    def figures(self, text: str, within: Span) -> Iterator[Figure]:
        """The figures of a paragraph, without their ids."""
        at = within.start
        while match := self._number.search(text, at, within.end):
            first = self._read(text, match, within)
            at = match.end()
            if first is None:
                continue
            at = max(at, first.span.end)
            upper = self._upper(text, first, within)
            last = upper or first
            at = max(at, last.span.end)
            unit = last.unit or first.unit
            if self._is_no_figure(text, first, last, unit, within):
                continue
            yield Figure(
                id="",
                span=Span(first.span.start, last.span.end),
                value=first.value,
                upper=upper.value if upper else None,
                bound=self._bound(text, first.span.start, within.start),
                unit=unit,
                dimension=_dimension(unit) if unit else "count",
                of=None,
            )

    def _read(self, text: str, match: re.Match[str], within: Span) -> _Read | None:
        sign, written = match["sign"], match["digits"]
        value = _value(written) if written else self.known.numbers.get(_key(match["word"]))
        if value is None:
            return None
        start = match.start("sign") if sign else match.start("digits" if written else "word")
        end = match.end()
        if written and (_ORDINAL.match(text, end, within.end) or self._month.match(text, end, within.end)):
            return None
        scale = self._scale.match(text, end, within.end)
        if scale:
            value *= self.known.scales.get(_key(scale["word"]), 1.0)
            end = scale.end("word")
            end += _dot(text, end, _key(scale["word"]))
            value, end = self._remainder(text, value, end, within)
        unit = self._signs.get(sign) if sign else None
        million = _MILLION.match(text, end, within.end) if not scale else None
        if million:
            value, end = value * 1e6, million.end()
        found, unit_end = self._unit_at(text, end, within)
        if found and not unit:
            unit, end = found, unit_end
        return _Read(Span(start, end), value, unit, scale is not None)

    def _remainder(self, text: str, value: float, at: int, within: Span) -> tuple[float, int]:
        """The amount with a smaller one behind it: 3 млн 200 тис."""
        match = self._number.match(text, at, within.end)
        scale = self._scale.match(text, match.end(), within.end) if match and match["digits"] else None
        rest = (
            _value(match["digits"]) * self.known.scales.get(_key(scale["word"]), 0.0)
            if match and scale
            else 0.0
        )
        if not match or not scale or not 0 < rest < value:
            return value, at
        return value + rest, scale.end("word") + _dot(text, scale.end("word"), _key(scale["word"]))

    def _unit_at(self, text: str, at: int, within: Span) -> tuple[str | None, int]:
        symbol = self._symbol.match(text, at, within.end)
        if symbol:
            sign = "".join(symbol["symbol"].split())
            return (_spaced().get(sign) or self._signs.get(sign, sign)), symbol.end()
        word = self._unit.match(text, at, within.end)
        if not word:
            return None, at
        name = _key(word["word"])
        return self._units.get(name.replace("-", " ")), word.end("word") + _dot(text, word.end("word"), name)

    def _upper(self, text: str, first: _Read, within: Span) -> _Read | None:
        to = self._to.match(text, first.span.end, within.end)
        match = self._number.match(text, to.end(), within.end) if to else None
        upper = self._read(text, match, within) if match else None
        return upper if upper and upper.value > first.value and (not first.unit or upper.unit) else None

    def _is_no_figure(self, text: str, first: _Read, last: _Read, unit: str | None, within: Span) -> bool:
        """Years, and numbers that begin a line as those of a list do."""
        bare = unit is None and not last.scaled
        is_year = bare and first.value in _YEARS and text[first.span.start : first.span.end].isdigit()
        is_item = first.span.start == within.start and text[first.span.end : first.span.end + 1] in {".", ")"}
        return is_year or is_item

    def _bound(self, text: str, start: int, limit: int) -> Bound:
        said = " ".join(text[max(limit, start - _BEFORE) : start].lower().split())
        return self._bound_of(said) or self._bound_of(_ARTICLE.sub("", said)) or "="

    def _bound_of(self, before: str) -> Bound | None:
        kinds: tuple[tuple[Bound, tuple[str, ...]], ...] = (
            ("≥", self.known.least), ("≤", self.known.most), (">", self.known.more), ("<", self.known.less),
            ("~", self.known.about),
        )  # fmt: skip
        found = [
            (len(phrase), bound)
            for bound, phrases in kinds
            for phrase in phrases
            if before == phrase
            or before.endswith(" " + phrase)
            or (phrase[-1] in "'’" and before.endswith(phrase))
        ]
        return max(found)[1] if found else None


@cache
def _spaced() -> dict[str, str]:
    """Signs of units as every language writes them behind a number."""
    found = {
        sign: unit.symbol
        for sign, unit in signs().items()
        if not unit.is_currency and len(sign) > 1 and sign != "in"
    }
    return {**found, "%": "%", "m": "m", "t": "t"}


@cache
def _coins(code: str) -> dict[str, str]:
    """Currencies by their names in a language, each with the most traded one of that name."""
    return {name: _usual(codes) for name, codes in money_names(code).items()}


def _usual(codes: tuple[str, ...]) -> str:
    return next((code for code in DEFAULTS if code in codes), codes[0])


def _dimension(unit: str) -> str:
    known = by_symbol().get(unit)
    return known.dimension if known else "money"


def _key(words: str) -> str:
    """Words as the tables have them; what only looks alike (a dotless ı) is in none."""
    return " ".join(words.casefold().split())


def _dot(text: str, at: int, name: str) -> int:
    """One if the full stop of a shortened word stands there."""
    return int(name in _DOTTED and text.startswith(".", at))


def _word_after(words: dict[str, float] | dict[str, str]) -> re.Pattern[str]:
    either = "|".join(re.escape(word).replace(r"\ ", rf"(?:{_SPACE}+|-)") for word in _longest_first(words))
    return re.compile(rf"(?:{_SPACE}+|-)(?:(?:de|di){_SPACE}+|d['’])?(?P<word>{either})(?!\w)", re.IGNORECASE)


def _longest_first(words: dict[str, float] | dict[str, str] | frozenset[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _value(written: str) -> float:
    plain = re.sub(rf"{_SPACE}|[.'’]", "", written).replace(",", ".").replace("−", "-")
    return float(plain)


@cache
def _grammar(code: str) -> _Grammar:
    return _Grammar(language(code))
