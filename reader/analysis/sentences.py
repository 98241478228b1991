"""Sentences by NLTK's Punkt (Kiss & Strunk, 2006) with our own words for each language; nothing is downloaded."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from reader.analysis.findings import Findings
from reader.analysis.languages import language
from reader.analysis.punkt import punkt_tokenizer
from reader.document.span import Span

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

ABBREVIATIONS = language("en").abbreviations
"""Abbreviations of English news that a full stop follows without ending the sentence."""
_SMALL_AFTER = re.compile(r"[\s\"'”’»“)]*(?:[,;–—]|[a-zа-яёіїєґà-öø-ÿ])")
_CLOSING = re.compile(r"[\"'”’»)\]]+")
_OPENING = re.compile(r"\s(?P<mark>[«„])\Z")
_AMOUNT_ENDS = re.compile(r"(?:\d\s|\bт\.\s?(?=[дп]))(?P<last>[гдпрм]\.)\s+(?=[А-ЯЁІЇЄҐ«])")
_NOTES = re.compile(r"\s?(?:\[\d{1,3}\]\s?)+")
"""Numbers of footnotes, which belong to the sentence before them."""
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.){1,3}\Z")
_ORDINAL = re.compile(r"(?<![\w.,])\d{1,2}\.\Z|(?<![\w.])[A-Z]\.\Z")
"""German numbers of a row, before their noun: am 3. Mai."""
_HANGING = re.compile(r"(?:\w['’]|\w+)(?P<word>(?<=['’])\w+|)\.\Z")
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
    for begin, end in _parts(words, code):
        notes = _NOTES.match(words, begin, end) if spans else None
        if notes:
            spans[-1] = Span(spans[-1].start, notes.start() + len(notes[0].rstrip()))
        start = notes.end() if notes else begin
        if start < end and spans and not notes and _goes_on(words, spans[-1], start, code):
            spans[-1] = Span(spans[-1].start, end)
        elif start < end:
            spans.append(Span(start, end))
    return [Span(paragraph.start + start, paragraph.start + end) for start, end in spans]


def _parts(words: str, code: str) -> Iterator[tuple[int, int]]:
    """Punkt's sentences; an opening mark goes with what follows it, and a year's or a price's letter can end one."""
    carried = -1
    for begin, told in _punkt(code).span_tokenize(words):
        start = carried if carried >= 0 else begin
        opening = _OPENING.search(words, max(start, told - 3), told) if told < len(words) else None
        carried = opening.start("mark") if opening else -1
        end = opening.start() if opening else told
        for stop in _AMOUNT_ENDS.finditer(words, start, end) if code in {"ru", "uk"} else ():
            yield start, stop.end("last")
            start = stop.end()
        if start < end:
            yield start, end


def _goes_on(words: str, before: Span, start: int, code: str) -> bool:
    """Whether the sentence did not really end: a closing mark, a small letter, the name of initials comes next."""
    if _SMALL_AFTER.match(words, start) or (before.end == start and _CLOSING.match(words, start)):
        return True
    if _is_abbreviation(words, before.end, code):
        return True
    stop = _ORDINAL if code == "de" else _INITIALS
    found = stop.search(words, max(before.start, before.end - 8), before.end)
    name = _NAME.match(words, start) if found else None
    return name is not None and name["name"].lower() not in language(code).starters


def _is_abbreviation(words: str, end: int, code: str) -> bool:
    """Whether the word before *end* is short for one though it hangs on another: dall’avv., Gerberstr."""
    last = _HANGING.search(words, max(0, end - 24), end)
    if not last or code == "en":
        return False
    return last["word"].lower() in language(code).abbreviations or (code == "de" and last[0].endswith("str."))


@cache
def _punkt(code: str) -> "PunktSentenceTokenizer":
    known = language(code)
    return punkt_tokenizer(known.abbreviations, known.starters)
