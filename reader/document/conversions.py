"""The same measure in other units: miles and kilometres, degrees Fahrenheit and Celsius.

Factors are exact by the international yard and pound agreement (1959); a US gallon is 231 cubic inches.
"""

from typing import NamedTuple


class Conversion(NamedTuple):
    """`value` × factor + offset is the value in `unit`."""

    unit: str
    factor: float
    offset: float = 0.0


_TABLE = {
    "mi": Conversion("km", 1.609344),
    "km": Conversion("mi", 1 / 1.609344),
    "ft": Conversion("m", 0.3048),
    "m": Conversion("ft", 1 / 0.3048),
    "in": Conversion("cm", 2.54),
    "cm": Conversion("in", 1 / 2.54),
    "yd": Conversion("m", 0.9144),
    "mi²": Conversion("km²", 2.589988110336),
    "km²": Conversion("mi²", 1 / 2.589988110336),
    "ft²": Conversion("m²", 0.09290304),
    "m²": Conversion("ft²", 1 / 0.09290304),
    "acre": Conversion("ha", 0.40468564224),
    "ha": Conversion("acre", 1 / 0.40468564224),
    "lb": Conversion("kg", 0.45359237),
    "kg": Conversion("lb", 1 / 0.45359237),
    "oz": Conversion("g", 28.349523125),
    "gal": Conversion("L", 3.785411784),
    "L": Conversion("gal", 1 / 3.785411784),
    "mph": Conversion("km/h", 1.609344),
    "km/h": Conversion("mph", 1 / 1.609344),
    "°F": Conversion("°C", 5 / 9, -160 / 9),
    "°C": Conversion("°F", 9 / 5, 32.0),
}
"""By the unit's symbol; a US gallon, an avoirdupois pound."""
_CUSTOMARY = frozenset("mi ft in yd mi² ft² acre lb oz gal mph °F".split())
DIGITS = 3
"""Significant digits of a converted value."""


def metric(unit: str) -> Conversion | None:
    """How a customary unit of English-speaking countries becomes a metric one; None for any other unit."""
    return _TABLE[unit] if unit in _CUSTOMARY else None


def converted(value: float, unit: str | None) -> str | None:
    """A value in the unit that the rest of the world uses, rounded: “6.21 mi”; None where there is none."""
    other = _TABLE.get(unit or "")
    if other is None:
        return None
    found = value * other.factor + other.offset
    whole = abs(found) >= 10**DIGITS
    return f"{found:,.0f} {other.unit}" if whole else f"{found:.{DIGITS}g} {other.unit}"
