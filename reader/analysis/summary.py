"""Key sentences: sumy behind one adapter, with our own sentences and their ranges."""

import re
from dataclasses import replace
from typing import Any

from reader.analysis.findings import Findings
from reader.document.outline import KeySentence
from reader.document.span import Span

MOST_SENTENCES = 1_500
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FEWEST_WORDS = 8
_MOST_WORDS = 60


def find_key_sentences(findings: Findings) -> Findings:
    """Step: the three to seven sentences that say most, by Luhn's method (1958)."""
    headings = {
        at for section in findings.outline.sections if section.heading for at in range(*section.heading)
    }
    candidates = [
        span
        for span in findings.sentences[:MOST_SENTENCES]
        if _FEWEST_WORDS <= len(span.text(findings.text).split()) <= _MOST_WORDS
        and headings.isdisjoint(range(*span))
    ]
    best = _ranked(findings.text, candidates, wanted=max(3, min(7, len(candidates) // 12)))
    order = sorted(range(len(best)), key=lambda rank: best[rank].start)
    summary = tuple(KeySentence(f"k{number}", best[rank], rank + 1) for number, rank in enumerate(order, 1))
    return replace(findings, outline=replace(findings.outline, summary=summary))


def _ranked(text: str, candidates: list[Span], *, wanted: int) -> list[Span]:
    """The *wanted* best of *candidates*, the best first.

    sumy knows no positions and takes equal sentences for one, so each goes in as an object of ours
    that carries its range and is compared by identity.
    """
    if len(candidates) <= wanted:
        return candidates
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.luhn import LuhnSummarizer
    from sumy.utils import get_stop_words

    class Ranged(Sentence):  # type: ignore[misc]  # sumy has no types
        """A sentence that remembers where it stands."""

        __slots__ = ("span",)

        def __init__(self, span: Span) -> None:
            super().__init__(span.phrase(text), _Words())
            self.span = span

        def __eq__(self, other: object) -> bool:
            return self is other

        def __hash__(self) -> int:
            return id(self)

    class Luhn(LuhnSummarizer):  # type: ignore[misc]  # sumy has no types
        """sumy's method with a set of significant words: its tuple costs the square of the text."""

        def _get_significant_words(self, words: list[str]) -> frozenset[str]:
            return frozenset(super()._get_significant_words(words))

    best: list[Ranged] = []

    def most_important(ratings: list[Any]) -> list[Any]:
        best.extend(rating.sentence for rating in ratings[:wanted])
        return ratings[:wanted]

    summarizer = Luhn(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    summarizer(ObjectDocumentModel([Paragraph([Ranged(span) for span in candidates])]), most_important)
    return [sentence.span for sentence in best]


class _Words:
    """The tokenizer that sumy asks for; its own needs a download."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of one sentence."""
        return tuple(_WORD.findall(sentence))
