"""Feeds of every age: RSS, Atom and JSON, found from a site's address, read fast where that is safe."""

from reader.sources.feeds.opening import open_feed
from reader.sources.feeds.parsing import parse

__all__ = ["open_feed", "parse"]
