"""From what the user names (file, address, `-`) to an article or a feed."""

from reader.sources import lean as lean
from reader.sources.opening import open_article, open_file

__all__ = ["open_article", "open_file"]
