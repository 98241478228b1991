"""A row of the outline and what it stands for."""

from dataclasses import dataclass
from typing import Literal

from reader.document.outline import Quote
from reader.document.span import Span

Kind = Literal[
    "key",
    "section",
    "quote",
    "reported",
    "speaker",
    "figure",
    "place",
    "person",
    "note",
    "picture",
    "unplaced",
]
Tab = Literal["all", "quotes", "figures", "places", "people", "notes", "unnamed"]
TABS: tuple[Tab, ...] = ("all", "quotes", "figures", "places", "people", "notes")
"""The tabs that are always named; others only while they are shown."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a row stands for: an item, its passages (the first is shown), and the words related to it.

    `links` says of each passage what it is, where they are links of a chain.
    """

    kind: Kind
    id: str
    spans: tuple[Span, ...]
    related: tuple[Span, ...] = ()
    quote: Quote | None = None
    links: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """The passage that is shown first."""
        return self.spans[0]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: words at the left, a count or unit at the right; a heading has no target."""

    text: str
    style: str
    target: Target | None = None
    right: str = ""
    lead: str = ""
    tail: str = ""
    indent: int = 1


_TABS_OF: dict[Kind, Tab] = {
    "quote": "quotes",
    "reported": "quotes",
    "speaker": "quotes",
    "figure": "figures",
    "place": "places",
    "person": "people",
    "note": "notes",
    "unplaced": "notes",
}


def tab_of(kind: Kind) -> Tab:
    """The tab that has the items of a *kind* by themselves."""
    return _TABS_OF.get(kind, "all")
