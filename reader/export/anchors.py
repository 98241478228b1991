"""Ids of items in a saved summary that stay when the analysis finds more, or the article moves: made of their words.

A running number would give a quote another id as soon as one more is found before it, and links into the file
(`summary#^q…` in Obsidian) would lead elsewhere.
"""

from base64 import b32encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.span import Span

_LETTERS = 5
"""Of 32 each: two of a thousand different quotes share an id once in sixty articles, and are then told apart."""


def anchors(article: Article, outline: Outline) -> dict[str, str]:
    """The id in the file of every item of *outline* with an id there: its kind's letter and five of its words' digest.

    Items with the same words are told apart by their order: `-2`, `-3`.
    """
    seen: dict[str, int] = {}
    found: dict[str, str] = {}
    for name, span in sorted(_items(outline), key=lambda item: item[1]):
        anchor = f"{name[0]}{_digest(span.phrase(article.text))}"
        seen[anchor] = seen.get(anchor, 0) + 1
        found[name] = anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}"
    return found


def _items(outline: Outline) -> Iterator[tuple[str, Span]]:
    groups: tuple[Iterable[tuple[str, Span]], ...] = (
        ((each.id, each.span) for each in outline.quotes),
        ((each.id, each.span) for each in outline.summary),
        ((each.id, each.span) for each in outline.locations),
        ((each.id, each.span) for each in outline.people),
    )
    for group in groups:
        yield from group


def _digest(words: str) -> str:
    return b32encode(sha256(words.encode(errors="surrogatepass")).digest())[:_LETTERS].decode().lower()
