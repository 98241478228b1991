"""Ids of items in a saved summary that stay when the analysis finds more, or the article moves: made of their words.

A running number would give a quote another id as soon as one more is found before it, and links into the file
(`summary#^q…` in Obsidian) would lead elsewhere.
"""

from base64 import b32encode
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import count

from reader.document.article import Article
from reader.document.outline import Outline
from reader.document.span import Span

_LETTERS = 5
"""Of 32 each: two of a thousand different quotes share an id once in sixty articles, and are then told apart."""


Known = Iterable[tuple[str, Span]]
"""Ids that a summary has given, with the passage of each in the article as it is now."""


def anchors(article: Article, outline: Outline, known: Known = ()) -> dict[str, str]:
    """The id in the file of every item of *outline* with an id there: its kind's letter and five of its words' digest.

    Items with the same words are told apart by their order: `-2`, `-3`. An item that stands where one of the *known*
    ids does, or mostly so, keeps that one: words and bounds of a passage may change.
    """
    items = sorted(_items(outline), key=lambda item: item[1])
    found = _kept(items, known)
    taken = set(found.values())
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(1))
    for name, span in items:
        if name in found:
            continue
        plain = f"{name[0]}{_digest(span.phrase(article.text))}"
        numbered = (plain if number == 1 else f"{plain}-{number}" for number in numbers[plain])
        anchor = next(anchor for anchor in numbered if anchor not in taken)
        taken.add(anchor)
        found[name] = anchor
    return found


def _kept(items: list[tuple[str, Span]], known: Known) -> dict[str, str]:
    """The items that have an id already, by the passage that both share, best first; each id is given once."""
    ids: dict[str, list[tuple[Span, str]]] = {}
    for anchor, span in known:
        ids.setdefault(anchor[:1], []).append((span, anchor))
    pairs: list[tuple[float, Span, str, str]] = []
    for letter, given in ids.items():
        given.sort()
        for name, mine in items:
            if name[0] != letter:
                continue
            # Two passages that share more than half begin nearer to each other than either is long.
            length = mine.end - mine.start
            first = bisect_left(given, mine.start - length, key=lambda each: each[0].start)
            last = bisect_left(given, mine.end, key=lambda each: each[0].start)
            pairs += [(-_overlap(mine, span), span, name, anchor) for span, anchor in given[first:last]]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for share, _, name, anchor in sorted(pairs):
        if -share > 0.5 and name not in found and anchor not in taken:
            found[name] = anchor
            taken.add(anchor)
    return found


def _overlap(one: Span, other: Span) -> float:
    """What two passages share, of all that they cover together."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (max(one.end, other.end) - min(one.start, other.start)) if both > 0 else 0.0


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
