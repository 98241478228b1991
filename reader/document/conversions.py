"""The same measure in other units: miles and kilometres, degrees Fahrenheit and Celsius."""

from typing import NamedTuple

from reader.document.units import by_symbol


class Conversion(NamedTuple):
    """`value` × factor + offset is the value in `unit`."""

    unit: str
    factor: float
    offset: float = 0.0


_PAIRS = {
    "mi": "km", "ft": "m", "in": "cm", "yd": "m", "mi²": "km²", "ft²": "m²", "acre": "ha", "lb": "kg", "oz": "g",
    "gal": "L", "mph": "km/h", "°F": "°C",
}  # fmt: skip
"""Customary units of English-speaking countries, and what the rest of the world measures the same things in: no table
says which unit of a dimension people choose."""
_BACK = {metric: customary for customary, metric in reversed(_PAIRS.items()) if customary != "oz"}
DIGITS = 3
"""Significant digits of a converted value."""


def conversion(unit: str, other: str) -> Conversion | None:
    """How a unit becomes another one of its dimension; None where the table lacks the size of one."""
    one, two = by_symbol().get(unit), by_symbol().get(other)
    if not one or not two or one.dimension != two.dimension or one.factor is None or two.factor is None:
        return None
    return Conversion(other, one.factor / two.factor, (one.offset - two.offset) / two.factor)


def metric(unit: str) -> Conversion | None:
    """How a customary unit of English-speaking countries becomes a metric one; None for any other unit."""
    return conversion(unit, _PAIRS[unit]) if unit in _PAIRS else None


def converted(value: float, unit: str | None) -> str | None:
    """A value in the unit that the rest of the world uses, rounded: “6.21 mi”; None where there is none."""
    other = conversion(unit, _PAIRS.get(unit) or _BACK.get(unit, "")) if unit else None
    if other is None:
        return None
    found = value * other.factor + other.offset
    whole = abs(found) >= 10**DIGITS
    return f"{found:,.0f} {other.unit}" if whole else f"{found:.{DIGITS}g} {other.unit}"
