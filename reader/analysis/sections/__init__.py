"""Sections: an article's title and headings, marked or told by their look."""

from reader.analysis.sections.finding import find_sections

__all__ = ["find_sections"]
