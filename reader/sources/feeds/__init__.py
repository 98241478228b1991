"""Feeds of every age: RSS, Atom and JSON, found from a site's address, read fast where that is safe."""

from reader.sources.feeds.parsing import parse

__all__ = ["parse"]
