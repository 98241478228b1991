"""Key sentences of an article, by the method that the reader wants."""

from dataclasses import replace

from reader.analysis.findings import Findings
from reader.analysis.languages import language
from reader.analysis.summary import lead_centroid
from reader.analysis.summary.statements import is_statement
from reader.document.outline import KeySentence
from reader.document.span import Span
from reader.document.summaries import DEFAULT_METHOD, FEWEST, MOST, Choice

MOST_SENTENCES = 1_500
"""Sentences of a text that are looked at by methods that compare each with each: a long book's first chapters."""
CELLS = " | "
"""Between the cells of a table's row."""
_FOR_EACH = 12
"""Sentences of an article for each key sentence beyond the fewest."""


def find_key_sentences(findings: Findings) -> Findings:
    """Step: the three to seven sentences that say most, by the default method."""
    return summarised(findings, Choice())


def summarised(findings: Findings, choice: Choice) -> Findings:
    """The findings with the key sentences of a choice; without a number one for every dozen sentences.

    Raises AnalysisError when a method needs a package that is not installed.
    """
    method = choice.method
    spans = candidates(findings)
    wanted = choice.wanted or max(FEWEST, min(MOST, len(spans) // _FOR_EACH))
    texts = [span.phrase(findings.text) for span in spans]
    if method == DEFAULT_METHOD:
        stop = language(findings.language).words
        chosen = lead_centroid.best(texts, wanted, title=title_of(findings), stop=stop)
    else:
        from reader.analysis.summary.sumy_methods import best

        chosen = best(method, texts, wanted, findings.language)
    ranks = {spans[index]: rank for rank, index in enumerate(chosen, 1)}
    summary = tuple(
        KeySentence(f"k{number}", span, ranks[span]) for number, span in enumerate(sorted(ranks), 1)
    )
    return replace(findings, outline=replace(findings.outline, summary=summary))


def title_of(findings: Findings) -> str:
    """The article's title, in the text or told by its source."""
    title = findings.outline.title
    return title.phrase(findings.text) if title else findings.article.title or ""


def candidates(findings: Findings) -> list[Span]:
    """The sentences that state something; all of the text where hardly any does, as in one without full stops."""
    found = prose(findings)
    known = language(findings.language)
    stating = [span for span in found if is_statement(span.phrase(findings.text), known)]
    return stating if len(stating) >= min(FEWEST, (len(found) + 1) // 2) else found


def prose(findings: Findings) -> list[Span]:
    """The sentences that are no headings and no rows of a table."""
    headings = sorted(section.heading for section in findings.outline.sections if section.heading)
    found: list[Span] = []
    at = 0
    for sentence in findings.sentences[:MOST_SENTENCES]:
        while at < len(headings) and headings[at].end <= sentence.start:
            at += 1
        is_row = CELLS in findings.text[sentence.start : sentence.end]
        if not is_row and (at == len(headings) or not headings[at].touches(sentence)):
            found.append(sentence)
    return found
