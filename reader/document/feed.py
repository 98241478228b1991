"""A feed: what a site says is new."""

from dataclasses import dataclass

from reader.document.article import Article


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


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry as an article: as much of it as the feed has. `id` is what the feed calls it."""

    id: str
    article: Article


@dataclass(frozen=True, slots=True)
class Question:
    """A feed to ask for, with the validators of the last answer."""

    uri: str
    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for a feed.

    `arrivals` is None where nothing has changed, or where there is a `problem`, in words; `moved` is where the feed
    is now for good; `wait`: for how many seconds the server asks to be left alone; `is_gone`: it said that the feed
    will not come back.
    """

    asked: str
    title: str = ""
    link: str = ""
    arrivals: tuple[Arrival, ...] | None = None
    etag: str | None = None
    modified: str | None = None
    moved: str = ""
    wait: float = 0.0
    problem: str = ""
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed in a list of subscriptions, as programs hand them on."""

    uri: str
    name: str = ""
    link: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
