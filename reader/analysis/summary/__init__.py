"""Key sentences: the few that say most."""

from reader.analysis.summary.finding import find_key_sentences, summarised

__all__ = ["find_key_sentences", "summarised"]
