"""What the lines of the library say: pure functions from what is kept to what is drawn."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from reader.app.widgets.line_list import Cells
from reader.sanitise import printable

if TYPE_CHECKING:
    from reader.library.feeds import Subscription
    from reader.library.shelf import Line, Unread

_HOUR, _DAY = 3_600, 86_400
_SITE_WIDTH = 18
_NARROW = 70
"""Cells under which a line has no room for its source."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the left pane: what it is called, the query that it stands for, and how much there is unread."""

    name: str
    query: str
    unread: int = 0
    indent: int = 0
    problem: str = ""
    feed: int = 0


STANDING = (
    Place("All", ""),
    Place("Unread", "unread"),
    Place("Starred", "starred"),
    Place("With notes", "is:noted"),
    Place("Changed since", "is:changed"),
)
"""Places that are always there."""


def places(
    feeds: "Iterable[Subscription]", folders: dict[str, str], unread: "Unread | None"
) -> Iterator[Place | None]:
    """The left pane: what is always there, filters that were kept, feeds by folder; None for an empty line."""
    of_feed = unread.of_feed if unread else {}
    for place in STANDING:
        yield Place(place.name, place.query, unread.every if unread and place.query == "unread" else 0)
    if folders:
        yield None
        of_folder = unread.of_folder if unread else {}
        yield from (Place(name, query, of_folder.get(name, 0)) for name, query in folders.items())
    for folder, members in groupby(feeds, key=lambda feed: feed.folder):
        found = [
            Place(
                feed.called, f"feed:{feed.id}", of_feed.get(feed.id, 0), bool(folder), feed.problem, feed.id
            )
            for feed in members
        ]
        yield None
        if folder:
            yield Place(folder, f'folder:"{folder}"', sum(each.unread for each in found))
        yield from found


def place_cells(place: Place | None) -> Cells:
    """A line of the left pane."""
    if place is None:
        return Cells((), ("", "list--state"))
    style = "list--read" if not place.unread else "list--unread"
    if place.feed == 0 and place.query.startswith("folder:"):
        style = "list--folder"
    count = (f"{place.unread:,}", "list--quiet") if place.unread else ("", "list--quiet")
    after = (("! ", "list--problem"), count) if place.problem else (count,)
    return Cells(((" " * (1 + 2 * place.indent), "list--quiet"),), (printable(place.name), style), after)


def line_cells(line: "Line | None", *, chosen: bool, width: int, now: float | None = None) -> Cells:
    """A line of the list."""
    if line is None:
        return Cells((), ("…", "list--state"))
    state = "+" if chosen else " " if line.is_read else "●"
    mark = "★" if line.is_starred else "✎" if line.is_noted else " "
    before = ((f" {state}{mark} ", "list--mark"), (f"{age(line.number, now):>7}  ", "list--quiet"))
    title = printable(" ".join(line.title.split()) or line.uri.rstrip("/").rpartition("/")[2])
    more = "".join(
        f"  {words}"
        for words, count in ((f"+{line.others}", line.others), (f"Δ{line.versions}", line.versions))
        if count
    )
    site = f"  {printable(line.site)[:_SITE_WIDTH]:>{_SITE_WIDTH}}" if width >= _NARROW else ""
    quotes = f" {line.quotes:>3} ❝" if line.quotes else " " * 6
    return Cells(
        before,
        (title, "list--read" if line.is_read else "list--unread"),
        ((more, "list--mark"), (site, "list--quiet"), (quotes if width >= _NARROW else "", "list--quiet")),
    )


def age(second: int, now: float | None = None) -> str:
    """How long ago a *second* is, shortly: 5m, 3h, 2d, then the day, of another year the month."""
    now = time.time() if now is None else now
    past = max(0, now - second)
    if past < _HOUR:
        return f"{past // 60:.0f}m"
    if past < _DAY:
        return f"{past // _HOUR:.0f}h"
    if past < 7 * _DAY:
        return f"{past // _DAY:.0f}d"
    day, this = time.localtime(second), time.localtime(now)
    return (
        time.strftime("%d %b", day).lstrip("0")
        if day.tm_year == this.tm_year
        else time.strftime("%Y-%m", day)
    )
