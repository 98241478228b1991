"""A web page to the article that its editors meant: text, headings, title, authors, date."""

from reader.sources.page.extraction import article, decoded, from_page
from reader.sources.page.notices import LITTLE, others

__all__ = ["LITTLE", "article", "decoded", "from_page", "others"]
