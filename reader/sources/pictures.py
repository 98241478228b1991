"""A picture of an article, within the same limits as a page."""

import asyncio
from urllib.parse import urlsplit

from reader.errors import SourceError
from reader.settings import cache_folder
from reader.sources.addresses import redirect_refusal
from reader.sources.politeness import turn
from reader.sources.web import fetch

KINDS = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
"""Media types that are fetched; a drawing in SVG is a program as much as a picture."""


def picture(url: str, page: str) -> bytes:
    """The bytes of the picture at *url*, which the page at *page* shows. Raises SourceError.

    A page from the web cannot have a picture fetched from a private address, nor from a file.
    """
    if urlsplit(url).scheme not in {"http", "https"}:
        raise SourceError(url, "only pictures at http and https addresses are shown")
    refusal = redirect_refusal(page, url) if page.startswith(("http://", "https://")) else None
    if refusal:
        raise SourceError(url, refusal)
    with turn(cache_folder(), urlsplit(url).hostname or ""):
        found = asyncio.run(fetch(url, accepted=KINDS))
    if found is None:
        raise SourceError(url, "the server sent nothing")
    return found.data
