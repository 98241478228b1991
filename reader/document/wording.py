"""What a quotation does with the words that were said: leaves some out, puts some in, gives only a part."""

import re

from reader.document.outline import Quote
from reader.document.span import Span

_LEFT_OUT = re.compile(r"[\[(]\s?(?:…|\.{3})\s?[\])]|(?<=\w)\s?(?:…|\.{3})\s?(?=\w)")
_SIC = re.compile(r"[\[(]sic[\])]", re.IGNORECASE)
_PUT_IN = re.compile(r"\[(?!\s?(?:…|\.{3}|sic)\s?\])[^\]\n]{1,80}\]", re.IGNORECASE)
_MARKS = "\"'“”‘’„‚«»‹›「」『』 "


def edits(text: str, quote: Quote) -> tuple[str, ...]:
    """How a direct quote differs from what was said, as far as it shows: `[…]`, `[inserted]`, `[sic]`, `partial`.

    Partial is one that begins in the middle of a sentence. Reported speech is no quotation: nothing.
    """
    if quote.kind != "direct":
        return ()
    words = quote.span.text(text)
    found = [
        mark
        for mark, pattern in (("[…]", _LEFT_OUT), ("[inserted]", _PUT_IN), ("[sic]", _SIC))
        if pattern.search(words)
    ]
    if is_partial(text, quote.span):
        found.append("partial")
    return tuple(found)


def is_partial(text: str, span: Span) -> bool:
    """Whether a quotation begins in the middle of a sentence: “were successful”."""
    words = span.text(text).strip(_MARKS)
    return next((character for character in words if character.isalpha()), "").islower()
