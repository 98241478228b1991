"""Sentences by NLTK's Punkt (Kiss & Strunk, 2006) with our own words for each language; nothing is downloaded."""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from reader.analysis.findings import Findings
from reader.analysis.languages import language
from reader.document.span import Span

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

ABBREVIATIONS = language("en").abbreviations
"""Abbreviations of English news that a full stop follows without ending the sentence."""
_SMALL_AFTER = re.compile(r"[\s\"'”’»)]*[a-zа-яёіїєґà-öø-ÿ]")
_CLOSING = re.compile(r"[\"'”’»)\]]+")
_NOTES = re.compile(r"\s?(?:\[\d{1,3}\]\s?)+")
"""Numbers of footnotes, which belong to the sentence before them."""
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.){1,3}\Z")
_ORDINAL = re.compile(r"(?<![\w.,])\d{1,2}\.\Z|(?<![\w.])[A-Z]\.\Z")
"""German numbers of a row, before their noun: am 3. Mai."""
_NAME = re.compile(r"(?P<name>[A-ZÄÖÜÀ-Þ][a-zà-ÿß]+(?:['’-][A-Z]?[a-z]+)?)")


def split_sentences(findings: Findings) -> Findings:
    """Step: the sentences of every paragraph, in order."""
    text, code = findings.text, findings.language
    found = (sentence for each in findings.paragraphs for sentence in sentences_in(text, each, code))
    return replace(findings, sentences=tuple(found))


def sentences_in(text: str, paragraph: Span, code: str = "en") -> list[Span]:
    """The sentences of one *paragraph* of *text*: contiguous but for the white space between them."""
    words = paragraph.text(text)
    spans: list[Span] = []
    for begin, end in _punkt(code).span_tokenize(words):
        notes = _NOTES.match(words, begin, end) if spans else None
        if notes:
            spans[-1] = Span(spans[-1].start, notes.start() + len(notes[0].rstrip()))
        start = notes.end() if notes else begin
        if start < end and spans and not notes and _goes_on(words, spans[-1], start, code):
            spans[-1] = Span(spans[-1].start, end)
        elif start < end:
            spans.append(Span(start, end))
    return [Span(paragraph.start + start, paragraph.start + end) for start, end in spans]


def _goes_on(words: str, before: Span, start: int, code: str) -> bool:
    """Whether the sentence did not really end: a closing mark, a small letter, the name of initials comes next."""
    if _SMALL_AFTER.match(words, start) or (before.end == start and _CLOSING.match(words, start)):
        return True
    stop = _ORDINAL if code == "de" else _INITIALS
    found = stop.search(words, max(before.start, before.end - 8), before.end)
    name = _NAME.match(words, start) if found else None
    return name is not None and name["name"].lower() not in language(code).starters


@cache
def _punkt(code: str) -> "PunktSentenceTokenizer":
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    known = language(code)
    parameters = PunktParameters()
    parameters.abbrev_types = set(known.abbreviations)
    parameters.sent_starters = set(known.starters)
    return PunktSentenceTokenizer(parameters)
