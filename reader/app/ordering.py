"""The orders in which figures can be listed."""

from typing import Literal

from reader.document.outline import Figure

Order = Literal["text", "amount", "counted"]
ORDERS: tuple[Order, ...] = ("text", "amount", "counted")
"""Of figures: as they stand, the largest of a unit first, together by what they count."""


def ordered(text: str, figures: tuple[Figure, ...], order: Order) -> list[Figure]:
    """Figures in another order than that of the text, which ties keep."""
    if order == "amount":
        return sorted(figures, key=lambda each: (each.unit or "", each.dimension, -each.value))
    if order == "counted":
        first: dict[str, int] = {}
        for number, each in enumerate(figures):
            first.setdefault(head_noun(text, each), number if each.of else len(figures))
        return sorted(figures, key=lambda each: first[head_noun(text, each)])
    return list(figures)


def head_noun(text: str, figure: Figure) -> str:
    """The last word of what a figure counts, without a plural's s; empty where the text names nothing."""
    words = figure.of.phrase(text).split() if figure.of else []
    low = words[-1].lower() if words else ""
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low
