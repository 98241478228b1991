"""Sentences of a paragraph, for whoever selects one."""

from reader.document.span import Span


def sentences(text: str, paragraph: Span, language: str) -> list[Span]:
    """The sentences of *paragraph* of *text*, in the language of this code (ISO 639-1) as far as it is known."""
    from reader.analysis.sentences import sentences_in

    return sentences_in(text, paragraph, language) or [paragraph]
