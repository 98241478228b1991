"""Sentences by NLTK's Punkt (Kiss & Strunk, 2006) with our own abbreviations; nothing is downloaded."""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from reader.analysis.findings import Findings
from reader.document.span import Span

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

# Abbreviations of English news that a full stop follows without ending the sentence.
ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof sr jr st mt ft gen col lt sgt cpl capt cmdr adm maj pvt rep reps sen sens gov
    govs pres rev hon messrs supt insp det atty assn dept univ inst inc ltd co corp bros llc plc vs
    v no nos vol pp p fig ed eds al etc e.g i.e cf ca approx est jan feb mar apr jun jul aug sep
    sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del
    fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m n.y n.c n.d okla ore
    pa r.i s.c s.d tenn tex va vt wash w.va wis wyo d.c u.s u.k u.n e.u u.s.a a.m p.m ph.d m.d b.a
    m.a b.c a.d l.a ave blvd rd hwy km sq min max""".split()
)
_LOWER_AFTER = re.compile(r"[\s\"'”’»)]*[a-z]")
_CLOSING = re.compile(r"[\"'”’»)\]]+")


def split_sentences(findings: Findings) -> Findings:
    """Step: the sentences of every paragraph, in order."""
    text = findings.text
    found = (sentence for paragraph in findings.paragraphs for sentence in sentences_in(text, paragraph))
    return replace(findings, sentences=tuple(found))


def sentences_in(text: str, paragraph: Span) -> list[Span]:
    """The sentences of one *paragraph* of *text*: contiguous but for the white space between them."""
    words = paragraph.text(text)
    spans: list[Span] = []
    for start, end in _punkt().span_tokenize(words):
        if spans and _goes_on(words, spans[-1].end, start):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return [Span(paragraph.start + start, paragraph.start + end) for start, end in spans]


def _goes_on(words: str, end: int, start: int) -> bool:
    """Whether the sentence did not really end: a closing mark or a small letter comes next."""
    return _LOWER_AFTER.match(words, start) is not None or (
        start == end and _CLOSING.match(words, start) is not None
    )


@cache
def _punkt() -> "PunktSentenceTokenizer":
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(ABBREVIATIONS)
    return PunktSentenceTokenizer(parameters)
