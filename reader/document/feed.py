"""A feed: what a site says is new."""

from dataclasses import dataclass

from reader.document.admission import LONGEST_ADDRESS, LONGEST_NAME, admit
from reader.document.article import Article
from reader.document.origin import Origin
from reader.sanitise import admitted

_ENTRY = {
    **dict.fromkeys(("id", "link"), LONGEST_ADDRESS),
    **dict.fromkeys(("title", "published", "author"), LONGEST_NAME),
    "summary": None,
    "content": None,
}
_ANSWER = {
    **dict.fromkeys(("asked", "link", "moved"), LONGEST_ADDRESS),
    **dict.fromkeys(("title", "etag", "modified"), LONGEST_NAME),
    "problem": None,
}


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

    def __post_init__(self) -> None:
        admit(self, _ENTRY)


@dataclass(frozen=True, slots=True)
class Feed:
    """What stood at `uri` when it was read; texts are plain, without markup, but for `summary` and `content`.

    `is_private`: it came from a private network, at an address that the reader typed.
    """

    uri: str
    title: str
    link: str
    entries: tuple[Entry, ...]
    is_private: bool = False

    def __post_init__(self) -> None:
        admit(self, {"uri": LONGEST_ADDRESS, "title": LONGEST_NAME, "link": LONGEST_ADDRESS})


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry as an article: as much of it as the feed has. `id` is what the feed calls it."""

    id: str
    article: Article

    def __post_init__(self) -> None:
        admit(self, {"id": LONGEST_ADDRESS})


@dataclass(frozen=True, slots=True)
class Question:
    """A feed to ask for, with the validators of the last answer."""

    uri: str
    etag: str | None = None
    modified: str | None = None
    origin: Origin = Origin.FOUND


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for a feed.

    `arrivals` is None where nothing has changed, or where there is a `problem`, in words; `moved` is where the feed
    is now for good; `wait`: for how many seconds the server asks to be left alone; `is_gone`: it said that the feed
    will not come back; `is_private`: whether it is in a private network, None where nothing came.
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
    is_private: bool | None = None

    def __post_init__(self) -> None:
        admit(self, _ANSWER)


@dataclass(frozen=True, slots=True)
class Listed:
    """A feed in a list of subscriptions, as programs hand them on."""

    uri: str
    name: str = ""
    link: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        admit(
            self,
            {"uri": LONGEST_ADDRESS, "name": LONGEST_NAME, "link": LONGEST_ADDRESS, "folder": LONGEST_NAME},
        )
        object.__setattr__(self, "tags", tuple(admitted(tag, LONGEST_NAME) for tag in self.tags))
