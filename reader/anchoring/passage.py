"""A passage as it is remembered: its words, and those around them."""

from dataclasses import dataclass

from reader.document.span import Span

CONTEXT = 200
"""Characters that are remembered on either side."""

_ALIKE = 40
"""Characters on either side by which two places are told apart when a note is written."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with what stood before and after them, by which they are found in another text.

    `share` is where in the text they began, from 0 to 1, to choose between copies that were made of them; -1 where
    that is not known, or where they stood in copies before.
    """

    quoted: str
    before: str = ""
    after: str = ""
    share: float = -1.0

    @classmethod
    def of(cls, text: str, span: Span) -> "Passage":
        """The passage at *span* of *text*."""
        before = text[max(0, span.start - CONTEXT) : span.start]
        after = text[span.end : span.end + CONTEXT]
        near = text[max(0, span.start - _ALIKE) : span.end + _ALIKE]
        once = text.find(near, text.find(near) + 1) < 0
        return cls(span.text(text), before, after, span.start / max(1, len(text)) if once else -1.0)
