"""Feeds and arrivals as JSON between two processes."""

from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

from reader.document.article import Article
from reader.document.codec import blocks_from_json, blocks_to_json, headings_from_json, headings_to_json
from reader.document.feed import Arrival, Entry, Feed


def to_row(title: str, link: str, arrivals: Iterable[Arrival]) -> dict[str, object]:
    """What is told of a feed."""
    return {"title": title, "link": link, "arrivals": [_to_list(each) for each in arrivals]}


def arrivals_of(row: dict[str, Any]) -> tuple[Arrival, ...]:
    """The arrivals in what `to_row` returned. Raises KeyError, TypeError and ValueError."""
    return tuple(_from_list(*each) for each in row["arrivals"])


def entries_to_row(feed: Feed) -> dict[str, object]:
    """What is told of a feed with its entries as they are."""
    return {"title": feed.title, "link": feed.link, "entries": [astuple(each) for each in feed.entries]}


def feed_of(row: dict[str, Any], uri: str) -> Feed:
    """The feed at *uri* in what `entries_to_row` returned. Raises KeyError and TypeError."""
    return Feed(uri, row["title"], row["link"], tuple(Entry(*each) for each in row["entries"]))


def _to_list(each: Arrival) -> list[object]:
    one = each.article
    about = [each.id, one.text, one.uri, one.title, one.byline, one.site, one.published]
    return [*about, headings_to_json(one.headings), blocks_to_json(one.blocks)]


def _from_list(name: str, text: str, uri: str, *more: Any) -> Arrival:
    title, byline, site, published, headings, blocks = more
    marked, others = headings_from_json(headings), blocks_from_json(blocks)
    return Arrival(name, Article(text, uri, title, byline, site, published, headings=marked, blocks=others))
