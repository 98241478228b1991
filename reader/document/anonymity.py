"""Statements whose source has no name, with the reason that the article gives for it."""

import re
from typing import NamedTuple

from reader.document.outline import Outline, Quote
from reader.document.paragraphs import paragraphs
from reader.document.span import Span

_REASON = re.compile(
    r"(?:(?:who |and )?(?:spoke|speaking|talked|agreed to (?:speak|talk|be interviewed))\s+)?"
    r"(?:on (?:the )?condition (?:of anonymity|(?:that )?(?:he|she|they|it) not be (?:named|identified))"
    r"|(?:who )?(?:asked|requested|insisted|wished|wanted|preferred|declined|refused)\s+(?:that \w+ )?"
    r"(?:not |to remain |for )?(?:to )?(?:not )?(?:be )?(?:named|identified|quoted by name|anonymity|anonymous)"
    r"|(?:who )?(?:(?:was|were|is|are)(?: not|n['’]t) )authori[sz]ed to (?:speak|talk|comment|discuss)[^.,;“”\"]{0,60}"
    r"|on background|whose (?:full )?names? (?:was|were|has been|have been|is|are|could) [^.,;“”\"]{1,40})"
    r"(?:,? (?:because|as|since|for fear|fearing|out of fear|citing|in order to|so as to|to)\b[^.“”\"]{1,200})?",
    re.IGNORECASE,
)


class Unnamed(NamedTuple):
    """A statement by somebody without a name; `reason` is where the article says why."""

    quote: Quote
    reason: Span | None


def unnamed(text: str, outline: Outline) -> tuple[Unnamed, ...]:
    """The statements, direct and reported, whose source the article describes but does not name.

    Those whose speaker is not stated at all are no less without a name. The reason is looked for in the
    statement's paragraph, outside the words that were said.
    """
    blocks = paragraphs(text)
    found = []
    at = 0
    for quote in sorted(outline.quotes, key=lambda each: each.span):
        if quote.speaker and quote.speaker.is_named:
            continue
        while at + 1 < len(blocks) and blocks[at].end <= quote.span.start:
            at += 1
        reason = _reason(text, blocks[at], outline) if blocks else None
        if reason is None or not reason.touches(quote.span):  # the reason itself may read as reported speech
            found.append(Unnamed(quote, reason))
    return tuple(found)


def _reason(text: str, block: Span, outline: Outline) -> Span | None:
    for match in _REASON.finditer(text, *block):
        span = Span.of(match).trimmed(text)
        if not any(quote.span.holds(span) for quote in outline.direct):
            return span
    return None
