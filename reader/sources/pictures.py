"""A picture of an article, within the same limits as a page."""

import asyncio

from reader.document.origin import Origin
from reader.settings import cache_folder
from reader.sources.addresses import host_of
from reader.sources.politeness import turn
from reader.sources.web import fetch

KINDS = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
"""Media types that are fetched; a drawing in SVG is a program as much as a picture."""


def picture(url: str, origin: Origin = Origin.FOUND) -> bytes:
    """The bytes of the picture at the http(s) address *url*. Raises SourceError.

    Only a page of a private network has pictures fetched from there, for which *origin* is as for the page.
    """
    with turn(cache_folder(), host_of(url)):
        return asyncio.run(fetch(url, origin, accepted=KINDS)).data
