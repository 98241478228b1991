"""The words of English by which it is told who speaks: languages/en_speakers.toml."""

from reader.analysis.languages import word_sets

WORDS = word_sets("en_speakers")
