"""From a quote to all that its speaker said, and from there to any source; an article beside its earlier version."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from reader.analysis import outline_of
from reader.app.app import Newsreader
from reader.app.screens import shelving
from reader.app.screens.dossier import DossierScreen
from reader.app.screens.figures import FiguresScreen
from reader.app.screens.library import LibraryScreen
from reader.app.screens.prompt import Prompt
from reader.app.screens.reading import ReadingScreen
from reader.app.screens.versions import VersionsScreen
from reader.app.widgets.library_work import LibraryWork
from reader.desk.home import open_library
from reader.document.article import Article
from reader.document.outline import VERSION
from reader.library import Library
from reader.library.outlines import Analysed
from tests.app.conftest import screen_text
from tests.app.test_library import opened, settled

ONE = "Anna Berg, the mayor of Oslo, spoke on Monday.\n“We will build the bridge whatever it takes,” Anna Berg said."
TWO = "The bridge is late.\n“I am tired of this bridge and of its costs,” said Anna Berg in Oslo."
BEFORE = (
    "The bridge is late.\n“I am tired of this bridge and of all that,” said Anna Berg in Oslo.\nAn old line."
)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path))
    monkeypatch.setattr(LibraryWork, "make_outlines", lambda self: None)
    monkeypatch.setattr(shelving, "PREVIEWED", 0.001)
    (tmp_path / "toured").touch()
    ticks = iter(range(1_700_000_000, 1_800_000_000, 86_400))
    with open_library() as library:
        library.clock = lambda: float(next(ticks))
        for name, text in (("one", ONE), ("two", BEFORE), ("two", TWO)):
            article = Article(text, f"https://x.example/{name}", name.capitalize(), site="Times")
            library.outlines.keep([Analysed(library.shelve(article), article, outline_of(article))], VERSION)
        library.clock = time.time
        yield library


async def test_from_a_quote_to_all_its_speaker_said_and_to_a_source(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("]", "q", "P")
        await settled(pilot)
        assert isinstance(pilot.app.screen, DossierScreen)
        shown = screen_text(pilot)
        assert "Anna Berg · 2 quotes in 2 articles" in shown
        assert "mayor of Oslo" in shown
        await pilot.press("enter")
        await settled(pilot)
        reading = pilot.app.screen
        assert isinstance(reading, ReadingScreen)
        assert reading.session.article.title == "One"
        assert reading.view.selected is not None
        assert reading.view.selected.text(ONE).startswith("“We will build")


async def test_who_trimmed_a_quote_and_who_gives_it_to_somebody_else(library: Library) -> None:
    for name, text in (
        ("short", "“We will build the bridge,” Anna Berg said."),
        ("wrong", "“We will build the bridge whatever it takes,” said Piet Vos, a minister."),
    ):
        article = Article(text, f"https://x.example/{name}", name, site=name.capitalize())
        library.outlines.keep([Analysed(library.shelve(article), article, outline_of(article))], VERSION)
    async with opened(library) as pilot:
        await pilot.press("P", *"anna berg", "enter")
        await settled(pilot)
        shown = screen_text(pilot)
        assert "Short trimmed: We will build the bridge [−whatever it takes−]" in shown
        assert "GIVEN TO OTHERS" in shown
        assert "Piet Vos · Wrong" in shown


async def test_what_was_asked_for_before_does_not_come_over_what_is_shown(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("P", *"anna berg", "enter")
        await settled(pilot)
        shown = pilot.app.screen
        assert isinstance(shown, DossierScreen)
        shown._loaded("Piet Vos", library.people.dossier("Piet Vos"), [], [])
        assert "Anna Berg · 2 quotes" in screen_text(pilot)
        await pilot.press("escape")
        screen_beneath = pilot.app.screen
        assert isinstance(screen_beneath, LibraryScreen)
        await pilot.press("enter")
        screen_beneath.compared(LibraryWork.Compared([], []))
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_names_are_merged_where_one_sees_what_comes_of_it(library: Library) -> None:
    article = Article(
        "Tired.\n“It will be late again,” Berg said on Thursday.", "https://x.example/three", "Three"
    )
    library.outlines.keep([Analysed(library.shelve(article), article, outline_of(article))], VERSION)
    async with opened(library) as pilot:
        await pilot.press("P", *"anna berg", "enter")
        await settled(pilot)
        assert "PERHAPS THE SAME" in screen_text(pilot)
        await pilot.press("j", "j", "s", "enter")
        await settled(pilot)
        assert "3 quotes in 3 articles" in screen_text(pilot)
        await pilot.press("u")
        await settled(pilot)
        assert "2 quotes in 2 articles" in screen_text(pilot)
        await pilot.press("g", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_an_article_beside_its_earlier_version(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("D")
        await settled(pilot)
        assert isinstance(pilot.app.screen, VersionsScreen)
        shown = screen_text(pilot)
        assert "CHANGED QUOTES" in shown
        assert "was “I am tired of this bridge and of all that,”" in shown
        assert "− An old line." in shown
        await pilot.press("n", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.view.selected is not None
        assert pilot.app.screen.view.selected.text(TWO).startswith("“I am tired")


async def test_where_nobody_is_meant_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path))
    app = Newsreader([Article("Nothing is said here.", "a.txt", "A")])
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("P")
        await settled(pilot)
        assert "Nobody is selected" in screen_text(pilot)
        await pilot.press("D")
        await settled(pilot)
        assert "Only this version is in the library." in screen_text(pilot)


async def test_figures_of_several_articles_stand_side_by_side(library: Library) -> None:
    for name, text in (
        ("a", "Police said 14 people were killed in the blast."),
        ("b", "The blast killed 17 people."),
    ):
        article = Article(text, f"https://x.example/{name}", name, site=f"Site {name}")
        library.outlines.keep([Analysed(library.shelve(article), article, outline_of(article))], VERSION)
    async with opened(library) as pilot:
        await pilot.press("#")
        await settled(pilot)
        assert "No other article of this story is known" in screen_text(pilot)
        await pilot.press("x", "x", "#")
        await settled(pilot)
        assert isinstance(pilot.app.screen, FiguresScreen)
        shown = screen_text(pilot)
        assert "people … killed · disagree" in shown
        assert "14  Site a" in shown
        assert "Police said 14 people" in shown
        await pilot.press("j", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert pilot.app.screen.view.selected is not None


async def test_from_a_place_to_all_articles_that_name_it(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("]", "l", "P")
        await settled(pilot)
        shown = pilot.app.screen
        assert isinstance(shown, LibraryScreen)
        assert shown.query_ == 'place:"Oslo"'
        assert len(shown.numbers) == 2


async def test_letters_typed_at_once_after_a_key_of_the_dossier_are_not_lost(library: Library) -> None:
    async with opened(library) as pilot:
        await pilot.press("P", *"anna", "enter")
        await settled(pilot)
        for key in ("/", *"sophie"):
            pilot.app.post_message(events.Key("slash" if key == "/" else key, key))
        await settled(pilot)
        assert isinstance(pilot.app.screen, Prompt)
        assert pilot.app.screen.query_one(Input).value == "sophie"
