"""The library's screen, by its keys: what came is listed, filtered, marked, refreshed and read."""

import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.content import Content
from textual.pilot import Pilot
from textual.widgets import Input

from reader.analysis import outline_of
from reader.app.app import Newsreader
from reader.app.screens import shelving
from reader.app.screens.library import LibraryScreen
from reader.app.screens.reading import ReadingScreen
from reader.app.widgets.library_work import LibraryWork
from reader.desk.home import open_library
from reader.document.article import Article
from reader.document.feed import Answer, Arrival, Listed
from reader.document.outline import VERSION
from reader.errors import LibraryError
from reader.library import Library
from reader.library.outlines import Analysed
from reader.library.shelf import Unread
from tests.app.conftest import screen_text

FEEDS = (("The Times", "world/europe"), ("The Post", ""))
TEXTS = {
    "Harbour": "“We will dredge the harbour,” said Anna Berg, the mayor of Oslo.\nIt costs 40 million.",
    "Bridge": "The bridge was closed.\n“Nobody told us,” said Piet Vos in Rotterdam.",
    "Storm": "A storm hit the coast.",
    "Vote": "The vote was close.",
}


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """No processes but where a test wants them, and no waiting for whoever runs through a list."""
    monkeypatch.setattr(LibraryWork, "make_outlines", lambda self: None)
    monkeypatch.setattr(shelving, "PREVIEWED", 0.001)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path))
    (tmp_path / "toured").touch()
    with open_library() as library:
        now = time.time()
        for name, folder in FEEDS:
            library.feeds.add(Listed(f"https://{name[4:].lower()}.example/feed", name, folder=folder))
        for number, (title, text) in enumerate(TEXTS.items()):
            feed = library.feeds.named(FEEDS[number % 2][0])
            day = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(now - 7_200 * (number + 1)))
            uri = f"https://x.example/{title}"
            came = Arrival(title, Article(text, uri, title, site=feed.name, published=day))
            library.feeds.take([(feed, Answer(feed.uri, feed.name, arrivals=(came,)))])
        for number in library.shelf.numbers():
            article = library.numbered(number)
            assert article
            library.outlines.keep([Analysed(number, article, outline_of(article))], VERSION)
        yield library


@asynccontextmanager
async def opened(library: Library, size: tuple[int, int] = (150, 40)) -> AsyncIterator[Pilot[None]]:
    app = Newsreader([], None, None, library)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until threads have told what they found."""
    for _ in range(3):
        await pilot.pause(0.02)
        while any(thread.name == LibraryWork.THREAD for thread in threading.enumerate()) or any(
            worker.is_running for worker in pilot.app.workers
        ):
            await pilot.pause(0.005)


def screen(pilot: Pilot[None]) -> LibraryScreen:
    return next(each for each in pilot.app.screen_stack if isinstance(each, LibraryScreen))


def said(pilot: Pilot[None]) -> str:
    """What messages lie over the screen."""
    return "\n".join(message.message for message in pilot.app._notifications)


def titles(pilot: Pilot[None]) -> list[str]:
    lines = screen(pilot).library.shelf.lines(screen(pilot).numbers)
    return [lines[number].title for number in screen(pilot).numbers]


async def test_what_came_is_listed_with_its_outline_beside_it(library: Library) -> None:
    async with opened(library) as pilot:
        shown = screen_text(pilot)
        assert titles(pilot) == ["Harbour", "Bridge", "Storm", "Vote"]
        assert "All · 4 · 4 unread" in shown
        assert "world/europe" in shown
        assert "“We will dredge the harbour,”" in shown
        await pilot.press("j")
        await settled(pilot)
        assert "“Nobody told us,”" in screen_text(pilot)


async def test_an_article_is_read_and_left_where_one_stopped(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("j", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.session.article.title == "Bridge"
        assert pilot.app.screen.session.outline.quotes, "the outline that was kept is there at once"
        await pilot.press("J")
        await settled(pilot)
        assert pilot.app.screen.session.article.title == "Storm"
        await pilot.press("q")
        await settled(pilot)
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert screen(pilot).right.at == 2
        lines = library.shelf.lines(screen(pilot).numbers)
        assert [line.is_read for line in lines.values()].count(True) == 2
        await pilot.press("k", "k", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.session.article.title == "Harbour"


async def test_a_filter_lists_while_it_is_typed_and_leads_into_the_passage(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("/", *"closed")
        await settled(pilot)
        assert titles(pilot) == ["Bridge"]
        await pilot.press("enter", "enter")
        await settled(pilot)
        reading = pilot.app.screen
        assert isinstance(reading, ReadingScreen)
        text = reading.session.article.text
        assert reading.view.selected is not None
        assert reading.view.selected.text(text) == "closed"
        await pilot.press("escape", "q")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert len(titles(pilot)) == 4


async def test_a_filter_that_means_nothing_is_a_sentence(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("/", *"speeker:x", "enter")
        await settled(pilot)
        assert "no field speeker" in said(pilot)
        assert len(titles(pilot)) == 4


async def test_a_filter_is_kept_as_a_folder(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("/", *"speaker:berg", "enter", "S", *"Berg", "enter")
        await settled(pilot)
        assert library.shelf.folders() == {"Berg": "speaker:berg"}
        await pilot.press("escape", "h", *["j"] * 5)
        await settled(pilot)
        assert titles(pilot) == ["Harbour"]
        await pilot.press("S", *["backspace"] * 4, "enter")
        await settled(pilot)
        assert library.shelf.folders() == {}


async def test_what_is_unread_in_a_kept_filter_is_counted(library: Library) -> None:
    library.shelf.keep_folder("mayors", "speaker:berg")
    library.shelf.keep_folder("storms", '"storm')
    with library.writing() as database:
        database.execute("insert into smart_folder values ('odd', 'from:')")
    async with opened(library) as pilot:
        unread = {place.name: place.unread for place in screen(pilot).places if place}
        assert (unread["mayors"], unread["storms"], unread["odd"]) == (1, 1, 0)


async def test_outlets_are_shown_by_themselves_and_put_back(library: Library) -> None:
    one, other = library.shelf.numbers()[:2]
    library.stories.fold(one, other)
    async with opened(library) as pilot:
        assert titles(pilot) == ["Bridge", "Storm", "Vote"]
        await pilot.press("U")
        await settled(pilot)
        assert "shown by themselves: 1 article; u takes that back." in screen_text(pilot)
        assert titles(pilot) == ["Harbour", "Bridge", "Storm", "Vote"]
        await pilot.press("u")
        await settled(pilot)
        assert titles(pilot) == ["Bridge", "Storm", "Vote"]
        await pilot.press("j", "U")
        assert "Nobody else has this text." in screen_text(pilot)


async def test_what_has_no_page_is_not_fetched(library: Library) -> None:
    library.keep(Article("A note of mine.\nWith two lines.", "mine.txt"))
    async with opened(library) as pilot:
        assert "A note of mine. With" in screen_text(pilot), "what has no title is known by its words"
        await pilot.press("F")
        assert "This article has no page." in screen_text(pilot)


async def test_a_refresh_that_was_stopped_says_what_it_left_out(library: Library) -> None:
    async with opened(library) as pilot:
        screen(pilot).progressed(LibraryWork.Progress(3, 10, 2, 0, done=True))
        await settled(pilot)
        assert said(pilot) == "2 new articles; stopped, 7 feeds not asked."


async def test_states_are_given_to_what_is_chosen_and_taken_back(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("x", "x", "*")
        lines = library.shelf.lines(screen(pilot).numbers)
        assert {line.title for line in lines.values() if line.is_starred} == {"Harbour", "Bridge"}
        await pilot.press("u")
        assert not any(line.is_starred for line in library.shelf.lines(screen(pilot).numbers).values())
        await pilot.press("escape", "A")
        await settled(pilot)
        assert "marked as read: 4 articles; u takes that back." in screen_text(pilot)
        assert library.shelf.unread() == Unread(0, {}, {})
        await pilot.press("u")
        await settled(pilot)
        assert library.shelf.unread().every == 4
        await pilot.press("g", "t", *"law, port", "enter")
        assert library.shelf.tags() == ["law", "port"]
        await pilot.press("u", "u")
        assert library.shelf.tags() == []


async def test_the_next_unread_is_found_and_reading_states_toggle(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("m", "m")
        assert screen(pilot).right.at == 2
        await pilot.press("g", "n")
        await settled(pilot)
        assert screen(pilot).right.at == 2
        await pilot.press("A", "n")
        await settled(pilot)
        assert "Nothing is unread here." in screen_text(pilot)


async def test_places_list_what_belongs_to_them(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("h", "G")
        await settled(pilot)
        assert titles(pilot) == ["Harbour", "Storm"]
        await pilot.press("k")
        await settled(pilot)
        assert titles(pilot) == ["Harbour", "Storm"]
        await pilot.press("k")
        await settled(pilot)
        assert titles(pilot) == ["Bridge", "Vote"]
        await pilot.press("l", "q")
        await settled(pilot)
        assert len(titles(pilot)) == 4


async def test_the_list_is_sorted(library: Library) -> None:
    async with opened(library) as pilot:
        found = []
        for _ in range(4):
            await pilot.press("comma")
            await settled(pilot)
            found.append((screen(pilot).by, titles(pilot)))
        assert found == [
            ("oldest", ["Vote", "Storm", "Bridge", "Harbour"]),
            ("source", ["Bridge", "Vote", "Harbour", "Storm"]),
            ("title", ["Bridge", "Harbour", "Storm", "Vote"]),
            ("newest", ["Harbour", "Bridge", "Storm", "Vote"]),
        ]


async def test_what_another_newsreader_writes_is_seen(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.app.screens.shelving._GLANCE", 0.1)
    async with opened(library) as pilot:
        with open_library() as other:
            other.shelve(Article("Something new.", "https://x.example/new", "New"))
        for _ in range(5):
            await settled(pilot)
        assert titles(pilot)[0] == "New"


async def test_at_eighty_columns_the_places_are_a_drawer(library: Library) -> None:
    async with opened(library, (80, 24)) as pilot:
        assert not screen(pilot).left.display or screen(pilot).left.size.width == 0
        await pilot.press("tab")
        await pilot.pause()
        assert screen(pilot).left.size.width > 0
        await pilot.press("j", "enter")
        await settled(pilot)
        assert screen(pilot).left.size.width == 0
        assert "4 of" not in screen_text(pilot)


async def test_an_empty_library_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path))
    with open_library() as library:
        async with opened(library) as pilot:
            assert "+ subscribes to a feed" in screen_text(pilot)
            await pilot.press("j", "enter", "m", "*", "x", "F", "o", "n", "t", "r", "R", "A", "u")
            await settled(pilot)
            assert pilot.app.is_running


async def test_a_screen_of_an_article_shows_the_library_and_comes_back(library: Library) -> None:
    app = Newsreader([Article("Only this.", "a.txt", "Only")])
    async with app.run_test(size=(150, 40)) as pilot:
        await settled(pilot)
        await pilot.press("L")
        await settled(pilot)
        assert titles(pilot) == ["Only", "Harbour", "Bridge", "Storm", "Vote"]
        await pilot.press("j", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.session.article.title == "Harbour"


async def test_from_an_article_that_was_named_one_comes_back_to_the_library(library: Library) -> None:
    app = Newsreader([Article("Only this.", "a.txt", "Only")])
    async with app.run_test(size=(150, 40)) as pilot:
        await settled(pilot)
        await pilot.press("L")
        await settled(pilot)
        await pilot.press("j", "enter")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, LibraryScreen)
        await pilot.press("q")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.session.article.title == "Only"


async def test_a_subscription_is_ended_only_when_that_is_said_twice(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("h", "G", "D", "n", "enter")
        await settled(pilot)
        assert len(library.feeds.all()) == 2
        await pilot.press("D", "y", "enter")
        await settled(pilot)
        assert [feed.called for feed in library.feeds.all()] == ["The Post"]
        assert len(titles(pilot)) == 4


async def test_the_cursor_stays_on_an_article_whose_page_came(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("j", "j")
        library.shelve(Article("The whole storm.", "https://x.example/Storm", "Storm, whole"))
        screen(pilot).reload()
        for _ in range(4):
            await settled(pilot)
        assert titles(pilot)[screen(pilot).right.at] == "Storm, whole"


async def test_what_the_library_cannot_do_is_a_sentence_wherever_it_was_asked(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise LibraryError("the library is damaged")

    async with opened(library) as pilot:
        monkeypatch.setattr(type(library.shelf), "lines", broken)
        await pilot.press("m", "n", "*")
        await settled(pilot)
        assert "the library is damaged" in said(pilot)
        assert pilot.app.is_running


async def test_a_word_that_is_being_typed_finds_what_begins_so(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("/", *"stor")
        await settled(pilot)
        assert titles(pilot) == ["Storm"]


async def test_what_a_feed_is_called_is_no_markup(library: Library) -> None:
    feed = library.feeds.named("The Post")
    library.feeds.change(feed, name="[/] [b]x \x1b[31m", folder="", tags=(), whole="by-key")
    async with opened(library) as pilot:
        await pilot.press("h", "g", *["j"] * 5, "D")
        await settled(pilot)
        title = pilot.app.screen.query_one(Input).border_title
        assert Content.from_markup(str(title)).plain == "end the subscription to [/] [b]x ␛[31m? y"
        assert pilot.app.is_running
