"""Figures: how many, how much, how far, how long, how old."""

from reader.analysis.figures.reading import find_figures

__all__ = ["find_figures"]
