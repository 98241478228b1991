"""A feed: what a site says is new."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed. `id` is what the feed calls it, else its link; `published` is ISO 8601 if that was read."""

    id: str
    title: str
    link: str
    published: str
    author: str
    summary: str
    content: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What stood at `uri` when it was read; texts are plain, without markup, but for `summary` and `content`."""

    uri: str
    title: str
    link: str
    entries: tuple[Entry, ...]
