"""Places: every toponym with where it is."""

from reader.analysis.places.mentions import find_places

__all__ = ["find_places"]
