"""Quotes: what stands between quotation marks, whether somebody is quoted as saying it, and who."""

from reader.analysis.quotes.attribution import find_quotes
from reader.analysis.quotes.marks import find_quoted

__all__ = ["find_quoted", "find_quotes"]
