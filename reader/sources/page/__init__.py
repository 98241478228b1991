"""A web page to the article that its editors meant: text, headings, title, authors, date."""

from reader.sources.page.extraction import article, from_page

__all__ = ["article", "from_page"]
