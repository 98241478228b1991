"""The whole analysis on one screen: an ordered list of pure steps."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import reduce

from reader.analysis.entities.recognition import find_entities
from reader.analysis.figures import find_figures
from reader.analysis.figures.abroad import find_figures_abroad
from reader.analysis.findings import Findings
from reader.analysis.languages import CODES
from reader.analysis.languages.detection import detect
from reader.analysis.people import find_people
from reader.analysis.places import find_places
from reader.analysis.quotes import find_quoted, find_quotes
from reader.analysis.quotes.unattributed import find_quotations
from reader.analysis.sections import find_sections
from reader.analysis.sentences import split_sentences
from reader.analysis.summary import find_key_sentences, summarised
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.paragraphs import paragraphs
from reader.document.summaries import Choice

Step = Callable[[Findings], Findings]

STEPS: tuple[tuple[str, Step], ...] = (
    ("sentences", split_sentences),
    ("sections", find_sections),
    ("quotation marks", find_quoted),
    ("names", find_entities),
    ("people", find_people),
    ("quotes", find_quotes),
    ("places", find_places),
    ("figures", find_figures),
    ("key sentences", find_key_sentences),
)

_ABROAD: dict[str, Step] = {"quotes": find_quotations, "figures": find_figures_abroad}
"""Steps of other languages than English in place of those of the same name."""
_ENGLISH_ONLY = frozenset({"names", "people", "places"})
_ANYWHERE = frozenset({"sentences", "sections", "quotation marks", "quotes", "key sentences"})
"""Steps that go without words of the language."""

MOST = 600_000
"""Code points that are analysed: about 100,000 words, a long book. `Outline.analysed` says so."""


def outline_of(article: Article) -> Outline:
    """All that the steps find in *article*."""
    start = begin(article)
    return reduce(lambda found, step: step[1](found), steps(start.language), start).outline


def outlines_of(article: Article) -> Iterator[tuple[str, Outline]]:
    """The outline after each step, with the step's name: for a screen that fills as it comes."""
    found = begin(article)
    for name, step in steps(found.language):
        found = step(found)
        yield name, found.outline


def summarised_again(article: Article, outline: Outline, choice: Choice) -> Outline:
    """The outline of *article* with its key sentences chosen anew. Raises AnalysisError as `summarised` does."""
    findings = replace(split_sentences(begin(article)), outline=outline)
    return summarised(findings, choice).outline


def steps(code: str) -> tuple[tuple[str, Step], ...]:
    """The steps for a language: all for English, for others those that need no tagger of English."""
    if code == "en":
        return STEPS
    kept = [(name, step) for name, step in STEPS if name not in _ENGLISH_ONLY]
    if code not in CODES:
        kept = [(name, step) for name, step in kept if name in _ANYWHERE]
    return tuple((name, _ABROAD.get(name, step)) for name, step in kept)


def begin(article: Article) -> Findings:
    """The state before the first step: the text to be read, and its paragraphs."""
    text = article.text
    if len(text) > MOST:
        text = text[: max(text.rfind(" ", 0, MOST), text.rfind("\n", 0, MOST), MOST // 2)]
    code = detect(text, article.language)
    return Findings(article, Outline(analysed=len(text), language=code), text, code, paragraphs(text))
