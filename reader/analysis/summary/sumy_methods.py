"""The methods of sumy, with our own sentences, and our own method as a summarizer that sumy's code can use."""

import warnings
from collections.abc import Callable, Sequence
from typing import Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer
from sumy.summarizers._summarizer import AbstractSummarizer
from sumy.summarizers.luhn import LuhnSummarizer

from reader.analysis.languages import language
from reader.analysis.summary.lead_centroid import FEWEST_WORDS, MOST_WORDS
from reader.analysis.summary.lead_centroid import best as lead_centroid
from reader.document.summaries import WITH_NUMPY, Method
from reader.errors import AnalysisError

MOST_FOR_KL = 100
"""Sentences for the method whose cost grows with their square times their length (13 s at 5,000 words)."""


class LeadCentroidSummarizer(AbstractSummarizer):  # type: ignore[misc]  # sumy has no types
    """`lead-centroid` behind sumy's interface: call it with a document and how many sentences are wanted."""

    stop_words: frozenset[str] = frozenset()

    def __call__(self, document: ObjectDocumentModel, sentences_count: int) -> tuple[Sentence, ...]:
        """The key sentences in the document's order."""
        sentences = document.sentences
        title = " ".join(str(heading) for heading in document.headings)
        chosen = lead_centroid(
            [str(sentence) for sentence in sentences], sentences_count, title=title, stop=self.stop_words
        )
        return tuple(sentences[index] for index in sorted(chosen))


class _Luhn(LuhnSummarizer):  # type: ignore[misc]  # sumy has no types
    """sumy's method with a set of significant words: its tuple costs the square of the text."""

    def _get_significant_words(self, words: list[str]) -> frozenset[str]:
        return frozenset(super()._get_significant_words(words))


class _Numbered(Sentence):  # type: ignore[misc]  # sumy has no types
    """A sentence that remembers its place: sumy takes equal sentences for one."""

    __slots__ = ("index",)

    def __init__(self, text: str, index: int) -> None:
        super().__init__(text, _Words())
        self.index = index

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


class _Words:
    """The tokenizer that sumy asks for; its own needs a download."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """The words of one sentence."""
        return tuple(word for word in sentence.replace("’", "'").split() if any(map(str.isalpha, word)))


def best(method: Method, texts: Sequence[str], wanted: int, code: str) -> list[int]:
    """The indices of the *wanted* key sentences of *texts* by one of sumy's methods, in the text's order.

    Raises AnalysisError when the method needs numpy and there is none.
    """
    fit = [index for index, text in enumerate(texts) if FEWEST_WORDS <= len(text.split()) <= MOST_WORDS]
    fit = fit[:MOST_FOR_KL] if method == "kl" else fit
    if len(fit) <= wanted:
        return fit
    sentences = [_Numbered(texts[index], index) for index in fit]
    document = ObjectDocumentModel([Paragraph(sentences)])
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # LSA on texts of few different words
            chosen = _summarizer(method, code, sentences)(document, wanted)
    except (ValueError, ImportError) as error:
        if method in WITH_NUMPY:
            raise AnalysisError(
                f"{method} needs numpy: pip install numpy, or choose another method"
            ) from error
        raise
    return [sentence.index for sentence in chosen]


def _summarizer(method: Method, code: str, sentences: Sequence[Sentence]) -> Callable[..., Any]:
    """The summarizer of sumy with stemmer and stop words of a language."""
    known = language(code)
    made = _class(method)(Stemmer(known.stemmer) if known.stemmer else str)
    made.stop_words = known.words
    if method == "edmundson":
        made.null_words = known.words
        made.bonus_words = frozenset(sentences[0].words)
        made.stigma_words = frozenset({""})
    return made  # type: ignore[no-any-return]  # sumy has no types


def _class(method: Method) -> Any:  # Any: sumy has no types
    from importlib import import_module

    if method == "luhn":
        return _Luhn
    names = {
        "lexrank": ("lex_rank", "LexRankSummarizer"), "textrank": ("text_rank", "TextRankSummarizer"),
        "lsa": ("lsa", "LsaSummarizer"), "sumbasic": ("sum_basic", "SumBasicSummarizer"),
        "kl": ("kl", "KLSummarizer"), "reduction": ("reduction", "ReductionSummarizer"),
        "edmundson": ("edmundson", "EdmundsonSummarizer"),
    }  # fmt: skip
    module, name = names[method]
    return getattr(import_module(f"sumy.summarizers.{module}"), name)
