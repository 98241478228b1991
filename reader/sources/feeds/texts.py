"""Titles and names of a feed as plain words."""

import re
from html import unescape

_TAG = re.compile(r"<[^<>]{0,2000}>")


def plain(text: object) -> str:
    """*text* on one line, without markup and entities."""
    if not isinstance(text, str):
        return ""
    return " ".join(unescape(_TAG.sub(" ", text) if "<" in text else text).split())
