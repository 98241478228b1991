"""`outline_of(article)`: everything that newsreader finds in one article, by an ordered list of steps."""

from reader.analysis.pipeline import STEPS, outline_of, outlines_of

__all__ = ["STEPS", "outline_of", "outlines_of"]
