"""One door for every kind of source."""

import re

from reader import files
from reader.document.article import Article
from reader.document.origin import Origin
from reader.sources import plain
from reader.sources.plain import looks_like_html

_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+)://")
_HTML_NAMES = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown")


def open_article(uri: str, origin: Origin = Origin.FOUND) -> Article:
    """The article at *uri*: a file's path, an http(s) address, or `-` for standard input.

    An address in a private network is opened only where *origin* says that the reader typed it.
    Raises SourceError, whose text says what is wrong and what to do, for whatever cannot be read.
    """
    if _SCHEME.match(uri):
        from reader.sources import web

        return web.article(uri, origin)
    return open_file(uri)


def open_file(uri: str) -> Article:
    """The article in the file at *uri*, or in standard input for `-`; nothing is ever fetched. Raises SourceError."""
    data = files.standard_input() if uri == "-" else files.read(uri)
    name = uri.lower()
    if name.endswith(_HTML_NAMES) or (uri == "-" and looks_like_html(data)):
        from reader.sources import page

        return page.article(data, uri)
    text = plain.decode(data, uri)
    if name.endswith(_MARKDOWN_NAMES):
        from reader.sources import markdown

        return markdown.article(text, uri)
    return Article(text=text, uri=uri)
