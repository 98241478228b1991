"""The words of English by which figures are told from other numbers: languages/en_figures.toml."""

from reader.analysis.languages import word_sets

WORDS = word_sets("en_figures")
