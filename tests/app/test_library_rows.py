"""What the lines of the library say."""

from dataclasses import replace

import pytest

from reader.app.library_rows import age, line_cells, places
from reader.library.feeds import Subscription
from reader.library.shelf import Line, Unread


@pytest.mark.parametrize(
    ("past", "said"),
    [(0, "0m"), (3_599, "59m"), (3_600, "1h"), (86_400, "1d"), (6.9 * 86_400, "6d"), (-50, "0m")],
)
def test_how_long_ago(past: float, said: str) -> None:
    assert age(1_800_000_000, 1_800_000_000 + past) == said


def test_a_line_says_what_is_known() -> None:
    line = Line(1, "A \x1b[31mtitle", "Site", "https://x/", False, True, True, 3, 1, 2)
    cells = line_cells(line, chosen=False, width=100)
    words = "".join(piece for piece, _ in (*cells.before, cells.words, *cells.after))
    assert "\x1b" not in words
    assert all(each in words for each in ("●★", "+2", "Δ1", "Site", "3 ❝"))
    assert "Site" not in str(line_cells(line, chosen=True, width=60))
    assert line_cells(replace(line, title=""), chosen=True, width=60).words[0] == "x"


def test_places_have_their_counts() -> None:
    feeds = [
        Subscription(1, "u", "", "The Post", "", "", (), "by-key", None, None, 0, 0, "", False),
        Subscription(2, "v", "The Times", "", "", "world/europe", (), "by-key", None, None, 0, 0, "", False),
    ]
    found = [place for place in places(feeds, {"Mine": "x"}, Unread(5, {1: 3, 2: 2}, {"Mine": 1})) if place]
    counts = {place.name: place.unread for place in found}
    assert (counts["Unread"], counts["Mine"], counts["The Post"]) == (5, 1, 3)
    assert counts["world/europe"] == counts["The Times"] == 2
