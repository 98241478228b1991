"""Titles and names of a feed as plain words, and plain text as HTML."""

import re
from html import escape, unescape

_ELEMENTS = (
    "a abbr acronym b bdi bdo big blink br center cite code del dfn div em font h[1-6] i img ins kbd label li mark nobr"
    " ol p pre q rp rt ruby s samp script small span strike strong style sub sup table tbody td th time tr tt u ul var"
    " wbr blockquote figure figcaption section article header footer hr iframe dl dt dd"
).replace(" ", "|")
_TAG = re.compile(rf"</?(?:{_ELEMENTS})(?:\s[^<>]{{0,2000}})?/?>|<!--[^<>]{{0,2000}}-->", re.IGNORECASE)
_CLOSED = re.compile(rf"</(?:{_ELEMENTS})\s*>|<(?:br|hr|img|p)(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HUGE = re.compile(r"&#[xX]?[0-9a-fA-F]{8,};?")
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def whole(text: object) -> str:
    """*text* without the control characters that XML has none of; nothing for what is no text."""
    return _NO_CHARACTER.sub("", text) if isinstance(text, str) else ""


def plain(text: object) -> str:
    """*text* on one line, without HTML's own tags and entities; `<window.h>` stays."""
    words = whole(text)
    return written(_TAG.sub(" ", words) if "<" in words else words)


def written(text: object) -> str:
    """Plain *text* on one line as it was written: only entities become what they are the names of."""
    words = whole(text)
    if "&" in words:
        words = whole(_REFERENCE.sub(lambda match: unescape(match[0]), words))
    return " ".join(words.split())


def is_markup(text: str) -> bool:
    """Whether what is said to be plain *text* is HTML all the same: it closes an element."""
    return "<" in text and _CLOSED.search(text) is not None


def paragraphs(text: str) -> str:
    """Plain *text* as HTML without any element, each paragraph on a line of its own."""
    return escape(whole(text), quote=False)


def references_mended(html: str) -> str:
    """*html* with U+FFFD for references to numbers beyond all characters, which not every parser survives."""
    return _HUGE.sub("\N{REPLACEMENT CHARACTER}", html) if "&#" in html else html
