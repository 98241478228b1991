"""Entries of a feed as articles: the longest text that the feed has, as lines."""

from collections import Counter
from dataclasses import replace
from urllib.parse import quote

from reader.document.article import Article
from reader.document.feed import Arrival, Entry, Feed
from reader.sources.links import web_link
from reader.sources.page.fragments import lines, written
from reader.sources.page.lines import Line

_LITTLE = 200
"""Characters under which a text begins with its title: many entries say nothing of their own."""


def arrivals(feed: Feed) -> tuple[Arrival, ...]:
    """The entries of *feed*, each once, in its order."""
    found: dict[str, Arrival] = {}
    for entry in feed.entries:
        arrival = _arrival(entry, feed)
        if arrival:
            found.setdefault(arrival.id, arrival)
    shared = Counter(_page(arrival) for arrival in found.values())
    return tuple(_apart(each) if shared[_page(each)] > 1 else each for each in found.values())


def _page(arrival: Arrival) -> str:
    return arrival.article.uri.partition("#")[0]


def _apart(arrival: Arrival) -> Arrival:
    """One of several entries with the same address, told from the others by what the feed calls it."""
    address, sign, fragment = arrival.article.uri.partition("#")
    uri = f"{address}{'&' if '?' in address else '?'}entry={quote(arrival.id, safe='')}{sign}{fragment}"
    return replace(arrival, article=replace(arrival.article, uri=uri))


def _arrival(entry: Entry, feed: Feed) -> Arrival | None:
    """*entry* as an article; None where it says nothing at all."""
    link = web_link(feed.uri, entry.link) if entry.link else ""
    body = max(lines(entry.content) if entry.content else [], lines(entry.summary), key=_length)
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
            link or f"{feed.uri}{'&' if '?' in feed.uri else '?'}entry={quote(name, safe='')}",
            entry.title or None,
            entry.author or None,
            feed.title or None,
            entry.published or None,
            headings=headings,
            blocks=blocks,
        ),
    )


def _length(found: list[Line]) -> int:
    return sum(len(line.text) for line in found)
