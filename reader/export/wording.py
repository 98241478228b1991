"""What of an item is said the same way on the screen, in lines and in files: title, amount, nobody's name."""

from reader.document.article import Article
from reader.document.outline import Figure, Outline

NO_SPEAKER = "Speaker not stated"
_BOUNDS = {"=": "", "<": "< ", "≤": "≤ ", ">": "> ", "≥": "≥ ", "~": "≈ "}


def title_of(article: Article, outline: Outline) -> str:
    """The article's title, or its address where it has none."""
    if article.title:
        return article.title
    return outline.title.phrase(article.text) if outline.title else article.uri


def amount(figure: Figure) -> str:
    """Value, far end and unit of a figure with its bound: `> 600`, `5–10 %`, `1.9 billion NOK`, `19 of 72`."""
    value = number(figure.value)
    if figure.upper is not None:
        value += f"–{number(figure.upper)}"
    whole = f" of {number(figure.total)}" if figure.total is not None else ""
    return f"{_BOUNDS[figure.bound]}{value}{whole}{' ' + _unit(figure) if figure.unit else ''}"


def number(value: float) -> str:
    """*value* with thousands set apart, in millions and more by their names."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and value / size == float(f"{value / size:.4g}"):
            return f"{value / size:g} {name}"
    if value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}" if 0 < value < 1 and value != float(f"{value:.6g}") else f"{value:,.10g}"


def _unit(figure: Figure) -> str:
    """The unit's symbol; a unit without one (year, barrel) is a word, and has a plural."""
    unit = figure.unit or ""
    first, slash, rest = unit.partition("/")
    plural = len(first) > 2 and first.isalpha() and first.islower() and (figure.upper or figure.value) != 1
    return f"{first}{'s' if plural and first != 'mph' else ''}{slash}{rest}"
