"""One door for every kind of source."""

import re
from urllib.parse import urlsplit

from reader import files
from reader.document.article import Article
from reader.errors import SourceError
from reader.sources import plain
from reader.sources.plain import looks_like_html

_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]+)://")
_HTML_NAMES = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown")


def open_article(uri: str) -> Article:
    """The article at *uri*: a file's path, an http(s) address, or `-` for standard input.

    Raises SourceError, whose text says what is wrong and what to do, for whatever cannot be read.
    """
    if _SCHEME.match(uri):
        from reader.sources import web

        try:
            urlsplit(uri)
        except ValueError as error:
            raise SourceError(uri, f"this is no address: {error}") from error
        return web.article(uri)
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
