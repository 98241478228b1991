"""The whole analysis on one screen: an ordered list of pure steps."""

from collections.abc import Callable, Iterator
from functools import reduce

from reader.analysis.entities.recognition import find_entities
from reader.analysis.figures import find_figures
from reader.analysis.findings import Findings
from reader.analysis.people import find_people
from reader.analysis.places import find_places
from reader.analysis.quotes import find_quoted, find_quotes
from reader.analysis.sections import find_sections
from reader.analysis.sentences import split_sentences
from reader.analysis.summary import find_key_sentences
from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.paragraphs import paragraphs

Step = Callable[[Findings], Findings]

STEPS: tuple[tuple[str, Step], ...] = (
    ("sentences", split_sentences),
    ("sections", find_sections),
    ("quotation marks", find_quoted),
    ("names", find_entities),
    ("people", find_people),
    ("quotes", find_quotes),
    ("figures", find_figures),
    ("places", find_places),
    ("key sentences", find_key_sentences),
)

MOST = 600_000
"""Code points that are analysed: about 100,000 words, a long book. `Outline.analysed` says so."""


def outline_of(article: Article) -> Outline:
    """All that the steps find in *article*."""
    return reduce(lambda found, step: step[1](found), STEPS, begin(article)).outline


def outlines_of(article: Article) -> Iterator[tuple[str, Outline]]:
    """The outline after each step, with the step's name: for a screen that fills as it comes."""
    found = begin(article)
    for name, step in STEPS:
        found = step(found)
        yield name, found.outline


def begin(article: Article) -> Findings:
    """The state before the first step: the text to be read, and its paragraphs."""
    text = article.text
    if len(text) > MOST:
        text = text[: max(text.rfind(" ", 0, MOST), text.rfind("\n", 0, MOST), MOST // 2)]
    return Findings(article, Outline(analysed=len(text)), text, paragraphs(text))
