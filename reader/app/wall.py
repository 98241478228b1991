"""The wall before the terminal: every strip of every widget passes it, whatever made it."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.sanitise import printable

_NO_WIDTH = "\N{ZERO WIDTH SPACE}"


class Wall(LineFilter):
    """Lets no control sequence and no link of a style through.

    Text is made printable where it comes from, so that a widget counts its cells right. This is for what was
    forgotten there: a character that would take more cells than it was laid out with is taken out of sight.
    Pictures in sixels, which textual-image makes from pixels, do not come by here.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # Textual's
        """*segments* themselves where nothing is wrong with them, else others of the same width."""
        if all(map(_is_harmless, segments)):
            return segments
        return [segment if _is_harmless(segment) else _harmless(segment) for segment in segments]


def _is_harmless(segment: Segment) -> bool:
    text, style, _ = segment
    return (style is None or style.link is None) and (
        (text.isascii() and text.isprintable()) or printable(text) == text
    )


def _harmless(segment: Segment) -> Segment:
    text, style, control = segment
    shown = printable(text)
    if cell_len(shown) != cell_len(text):
        shown = "".join(map(_as_wide, text, shown))
    return Segment(shown, style.update_link(None) if style and style.link else style, control)


def _as_wide(was: str, shown: str) -> str:
    return shown if cell_len(shown) == cell_len(was) else _NO_WIDTH
