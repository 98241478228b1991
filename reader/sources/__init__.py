"""From what the user names (file, address, `-`) to an article."""

from reader.sources.opening import open_article

__all__ = ["open_article"]
