"""The names of an article: tagged sentence by sentence, then made to agree."""

from dataclasses import replace

from reader.analysis.entities.areas import with_areas
from reader.analysis.entities.consistency import consistent
from reader.analysis.entities.tagger import tag
from reader.analysis.findings import Findings
from reader.analysis.words import name_words_in


def find_entities(findings: Findings) -> Findings:
    """Step: every name with its kind."""
    sentences = [list(name_words_in(findings.text, sentence)) for sentence in findings.sentences]
    found = with_areas(findings.text, sentences, list(tag(sentences)))
    agreed = consistent(findings.text, sentences, found)
    return replace(findings, entities=tuple(agreed))
