"""How much figures say, to compare: in one unit of each kind, with the room that rounding and “about” leave."""

from dataclasses import dataclass, replace
from decimal import Decimal

from reader.document.conversions import Conversion, conversion, metric
from reader.document.outline import Figure
from reader.document.units import by_symbol

_ALIASES = {"km/hour": "km/h", "mile/hour": "mph", "m/second": "m/s"}
_BASES = {
    "length": "m", "area": "m²", "volume": "L", "mass": "kg", "speed": "km/h", "power": "W", "energy": "Wh",
    "data": "B", "share": "point", "pressure": "Pa", "temperature": "°C", "frequency": "Hz",
}  # fmt: skip
"""The unit that amounts of a dimension are compared in."""
_CLOCK, _DAYS, _CALENDAR = ("s", "minute"), ("week", "fortnight"), ("month", "decade", "century")
_TIMES = {**dict.fromkeys(_CLOCK, "hour"), **dict.fromkeys(_DAYS, "day"), **dict.fromkeys(_CALENDAR, "year")}
"""The same of times, which stay apart: a year is no certain number of days, and a day of work none of hours."""
_SHARES = frozenset(["bp"])
"""Shares that are compared with others: percentage points are no per cent."""
_ONCE = Conversion("", 1.0)
_CONVERTED = 0.03
"""Part of itself that a figure may differ by, given in another system of units."""
_ABOUT = 0.1
"""Part of itself that “about” leaves room for."""
_PLAIN = 1e3
"""Below, zeros at the end are as exact as other digits: 120 people."""


@dataclass(frozen=True, slots=True)
class Amount:
    """`value` in `unit`, and how far from it, up and down, what is meant may lie."""

    unit: str
    value: float
    room: float = 0.0
    digits: str = ""
    is_converted: bool = False


def amount_of(figure: Figure) -> Amount:
    """What *figure* says, in a unit that others of its kind are given in, too; “count” without one."""
    if figure.dimension == "age":
        return Amount("age", figure.value)
    bare = "money" if figure.dimension == "money" else "count" if figure.value.is_integer() else "number"
    named = figure.unit or bare
    named = _ALIASES.get(named, named)
    to_metric = metric(named)
    unit, factor, offset = to_metric or _ONCE._replace(unit=named)
    unit, multiple, _ = conversion(unit, _base(unit)) or _ONCE._replace(unit=unit)
    digits, last = _digits(figure.value)
    room = 0.5 * 10.0 ** (last if abs(figure.value) >= _PLAIN else min(last, 0)) if len(digits) > 1 else 0.0
    value = (figure.value * factor + offset) * multiple
    return Amount(unit, value, room * factor * multiple, digits, is_converted=to_metric is not None)


def _base(unit: str) -> str:
    """The unit that a unit is compared in; itself where that says nothing."""
    known = by_symbol().get(unit)
    if known is None or (known.dimension == "share" and unit not in _SHARES):
        return unit
    return (_TIMES if known.dimension == "time" else _BASES).get(
        unit if known.dimension == "time" else known.dimension, unit
    )


def _digits(value: float) -> tuple[str, int]:
    """The digits of a number up to the last that is no zero, and the power of ten of that one."""
    number = Decimal(f"{abs(value):.12g}").normalize().as_tuple()
    return "".join(map(str, number.digits)), int(number.exponent)


def are_same(one: Amount, other: Amount) -> bool:
    """Whether one amount is the other, rounded or converted."""
    if one.unit != other.unit:
        return False
    room = max(one.room, other.room, 1e-9 * abs(one.value))
    if one.is_converted != other.is_converted:
        room = max(room, _CONVERTED * max(abs(one.value), abs(other.value)))
    return abs(one.value - other.value) < room


def are_transposed(one: Amount, other: Amount) -> bool:
    """Whether both have the same digits, three or more, in another order: 1,284 and 1,248."""
    return one.digits != other.digits and len(one.digits) > 2 and sorted(one.digits) == sorted(other.digits)


def ratio(one: Amount, other: Amount) -> float:
    """How many times the smaller amount the larger one is; without end where one is none, or below zero."""
    if one.value * other.value < 0:
        return float("inf")
    low, high = sorted((abs(one.value), abs(other.value)))
    return high / low if low else (1.0 if not high else float("inf"))


def may_both_be_right(one: Figure, other: Figure) -> bool:
    """Whether some amount is what both say: “more than 20” and 25, “about 100” and 104, 62 % and 61.8 %."""
    if one.bound == other.bound == "=" and one.upper is other.upper is None:
        return are_same(amount_of(one), amount_of(other))
    (low, high), (lower, higher) = _range(one), _range(other)
    return low <= higher and lower <= high


def _range(figure: Figure) -> tuple[float, float]:
    amount = amount_of(figure)
    low = amount.value
    high = low if figure.upper is None else amount_of(replace(figure, value=figure.upper)).value
    if figure.bound in {">", "≥"}:
        return low, float("inf")
    if figure.bound in {"<", "≤"}:
        return float("-inf"), high
    room = max(amount.room, _ABOUT * abs(low) if figure.bound == "~" else 0.0)
    return low - room, high + room
