"""Whether a quote's speaker is the one that PolNeAR or GUM has: by the words that attribute it, or by the last name."""

from reader.document.outline import Quote
from reader.document.span import Span
from reader.training.quotes.corpus import Gold


def overlap(one: Span, other: Span) -> bool:
    """Whether two ranges share something."""
    return one.start < other.end and other.start < one.end


def is_right(text: str, quote: Quote, gold: Gold) -> bool:
    """Whether the speaker of a quote is the gold one, by the words that name him or by his last name."""
    assert quote.speaker is not None
    mention, name = quote.speaker.mention, quote.speaker.name.phrase(text).lower().split()
    words = len(mention.text(text).split())
    for source in gold.sources:
        common = Span(max(mention.start, source.start), min(mention.end, source.end))
        shared = len(common.text(text).split()) if common.start < common.end else 0
        if shared and 2 * shared >= min(words, len(source.text(text).split())):
            return True
    return name[-1].strip(".'’") in gold.accept
