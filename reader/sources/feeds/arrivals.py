"""Entries of a feed as articles: the longest text that the feed has, as lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from urllib.parse import quote

from reader.document.article import Article
from reader.document.feed import Arrival, Entry, Feed
from reader.sanitise import admitted
from reader.sources.feeds.texts import references_mended
from reader.sources.links import web_link
from reader.sources.page.fragments import lines, written
from reader.sources.page.lines import Line

_LITTLE = 200
"""Characters under which a text begins with its title: many entries say nothing of their own."""
_LONGEST_SITE = 100
"""Characters of a feed's title that each of its articles has: the whole of it is kept once, with the subscription."""
_LONGEST_LINK = 2_000
"""Characters of an entry's address; longer ones are not asked for, and a feed may have thousands with one beginning."""
_LONGEST_NAME = 200
"""Characters of an entry's name that an address may have in it; a longer one is a digest there."""

_JOINT = "\n"


def arrivals(feed: Feed) -> tuple[Arrival, ...]:
    """The entries of *feed* in its order, each once; those that share a name or an address are told apart."""
    found = [arrival for entry in feed.entries if (arrival := _arrival(entry, feed))]
    if len({each.id for each in found}) < len(found):
        found = [replace(each, id=name) for each, name in zip(found, _names(found), strict=True) if name]
    pages = [_page(each.article.uri) for each in found]
    shared = Counter(pages)
    return tuple(_apart(each) if shared[page] > 1 else each for each, page in zip(found, pages, strict=True))


def _names(found: Sequence[Arrival]) -> Iterator[str]:
    """The name of each of *found*: what the feed calls it, with as much more as it takes; nothing for a repetition."""
    told = [_told(each) for each in found]
    counts = Counter(parts[:size] for parts in told for size in range(1, len(parts) + 1))
    given: set[tuple[str, ...]] = set()
    for parts in told:
        if (words := parts[:3] + parts[4:]) in given:
            yield ""
            continue
        given.add(words)
        sizes = (size for size in range(1, len(parts)) if counts[parts[:size]] == 1)
        yield _name(parts[: next(sizes, len(parts))])


def _name(parts: tuple[str, ...]) -> str:
    """The name that a feed gives to an entry, with a digest of what else tells it from others, if that is needed."""
    return parts[0] if len(parts) == 1 else f"{parts[0][:_LONGEST_NAME]}{_JOINT}{_short(_JOINT.join(parts))}"


def _short(words: str) -> str:
    return blake2b(words.encode(), digest_size=8).hexdigest()


def _told(each: Arrival) -> tuple[str, ...]:
    """What tells an entry from others, the most lasting first; one that is repeated differs at most in its date."""
    article = each.article
    return each.id, article.uri, article.title or "", article.published or "", article.text


def _page(uri: str) -> str:
    return uri.partition("#")[0]


def _apart(arrival: Arrival) -> Arrival:
    """One of several entries with the same address, told from the others by what the feed calls it."""
    return replace(
        arrival, article=replace(arrival.article, uri=_entry_address(arrival.article.uri, arrival.id))
    )


def _entry_address(uri: str, name: str) -> str:
    """The address of the entry with this *name* at *uri*, where there are several or none has its own."""
    address, sign, fragment = uri.partition("#")
    is_short = len(name) <= _LONGEST_NAME and _JOINT not in name
    short = name if is_short else _short(name)
    return f"{address}{'&' if '?' in address else '?'}entry={quote(short, safe='')}{sign}{fragment}"


def _arrival(entry: Entry, feed: Feed) -> Arrival | None:
    """*entry* as an article; None where it says nothing at all."""
    link = web_link(feed.uri, entry.link) if entry.link else ""
    link = link if len(link) <= _LONGEST_LINK else ""
    body = max(_lines(entry.content), _lines(entry.summary), key=_letters)
    if _length(body) < _LITTLE and entry.title and not (body and body[0].text == entry.title):
        body = [Line(entry.title, "head", 1), *body]
    text, headings, blocks = written(body)
    if not text:
        return None
    name = entry.id or link or f"{entry.title} {entry.published}"
    return Arrival(
        name,
        Article(
            text,
            link or _entry_address(feed.uri[:_LONGEST_LINK], name),
            entry.title or None,
            entry.author or None,
            admitted(feed.title, _LONGEST_SITE) or None,
            entry.published or None,
            headings=headings,
            blocks=blocks,
        ),
    )


def _lines(html: str) -> list[Line]:
    return lines(references_mended(html)) if html else []


def _length(found: list[Line]) -> int:
    return sum(len(line.text) for line in found)


def _letters(found: list[Line]) -> int:
    """The length without spaces: a summary that was cut out of a text, with all in one line, is not longer than it."""
    return sum(len(line.text) - line.text.count(" ") for line in found)
