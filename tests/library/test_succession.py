"""Text that came from a feed is that feed's: no other feed, and no import, is ever shown in its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.document.article import Article
from reader.document.feed import Answer, Arrival, Listed
from reader.library import Library
from reader.library.migration import version_of

OUTLET, OTHER = "https://outlet.example/feed", "https://other.example/feed"
TRUE, FALSE = "“We will not raise taxes,” said Berg.", "“We will raise taxes,” said Berg."
NOW = 1_800_000_000.0


def story(text: str, title: str = "Taxes", uri: str = "https://outlet.example/1", name: str = "1") -> Arrival:
    return Arrival(name, Article(text, uri, title, site="Outlet News", published="2023-11-14T10:00:00+00:00"))


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(":memory:", clock=lambda: NOW) as library:
        library.feeds.add_all([Listed(OUTLET), Listed(OTHER)])
        yield library


def take(library: Library, uri: str, *arrivals: Arrival) -> None:
    library.feeds.take([(library.feeds.named(uri), Answer(uri, "Outlet News", arrivals=arrivals))])


def texts(library: Library, query: str = "") -> list[str]:
    found = (library.numbered(number) for number in library.shelf.numbers(query))
    return sorted(article.text for article in found if article)


def of(library: Library, uri: str) -> list[str]:
    """What the list of one feed shows."""
    return texts(library, f"feed:{library.feeds.named(uri).id}")


def test_other_words_of_another_feed_for_an_address_are_another_article(library: Library) -> None:
    take(library, OUTLET, story(TRUE))
    take(library, OTHER, story(FALSE))
    assert texts(library) == sorted([TRUE, FALSE])
    assert (of(library, OUTLET), of(library, OTHER)) == ([TRUE], [FALSE])
    assert {hit.number for hit in library.search.find("taxes")} == {*library.shelf.numbers()}
    for number in library.shelf.numbers():
        article = library.numbered(number)
        assert article
        assert library.versions(article) == []
        assert library.shelf.lines([number])[number].versions == 0
    assert library.search.find("is:changed") == []


@pytest.mark.parametrize("first", [OUTLET, OTHER])
def test_a_feed_that_had_the_same_words_and_changes_them_changes_its_own_alone(
    library: Library, first: str
) -> None:
    for uri in (first, OTHER if first == OUTLET else OUTLET):
        take(library, uri, story(TRUE))
    assert texts(library) == [TRUE]
    take(library, OTHER, story(TRUE, "Berg raises taxes"))
    assert [hit.title for hit in library.search.find("taxes")] == ["Taxes"]
    take(library, OTHER, story(FALSE))
    assert (of(library, OUTLET), of(library, OTHER)) == ([TRUE], [FALSE])


def test_another_text_of_a_feed_stands_above_its_own_earlier_one_alone(library: Library) -> None:
    take(library, OUTLET, story(TRUE))
    take(library, OTHER, story(FALSE))
    take(library, OUTLET, story(f"{TRUE} More."))
    assert texts(library) == sorted([f"{TRUE} More.", FALSE])
    (number,) = library.shelf.numbers(f"feed:{library.feeds.named(OUTLET).id}")
    article = library.numbered(number)
    assert article
    assert [old.text for _, old in library.versions(article)] == [TRUE]
    assert library.shelf.lines([number])[number].versions == 1


def test_two_feeds_of_an_outlet_that_change_one_after_the_other_have_one_article(library: Library) -> None:
    for text in (TRUE, f"{TRUE} More."):
        for uri in (OUTLET, OTHER):
            take(library, uri, story(text))
    assert texts(library) == [f"{TRUE} More."]
    assert len(library.search.find("is:changed")) == 1


def test_a_text_to_which_one_feed_goes_back_is_shown_beside_the_other_feeds(library: Library) -> None:
    take(library, OUTLET, story(TRUE))
    take(library, OUTLET, story(f"{TRUE} More."))
    take(library, OTHER, story(TRUE))
    assert (of(library, OUTLET), of(library, OTHER)) == ([f"{TRUE} More."], [TRUE])


def test_a_page_that_was_fetched_stands_above_what_every_feed_has_of_it(library: Library) -> None:
    take(library, OUTLET, story(TRUE))
    library.shelve(Article("The page.", "https://outlet.example/1"))
    take(library, OTHER, story(FALSE))
    take(library, OTHER, story(f"{FALSE} More."))
    assert texts(library) == ["The page."]
    assert of(library, OTHER) == ["The page."]


def test_no_feed_changes_what_a_feed_left_that_is_no_longer_subscribed_to(library: Library) -> None:
    take(library, OUTLET, story(TRUE))
    take(library, OUTLET, story(f"{TRUE} More."))
    library.feeds.remove(library.feeds.named(OUTLET))
    take(library, OTHER, story(f"{TRUE} More."))
    take(library, OTHER, story(f"{TRUE} More.", "Berg raises taxes"))
    take(library, OTHER, story(FALSE))
    assert texts(library) == sorted([f"{TRUE} More.", FALSE])
    assert {hit.title for hit in library.search.find("more")} == {"Taxes"}
    assert [hit.title for hit in library.search.find("is:changed")] == ["Taxes"]


def test_an_import_is_shown_in_place_of_nothing(library: Library) -> None:
    library.keep(story(FALSE).article, is_handed_on=True)
    take(library, OUTLET, story(TRUE))
    assert texts(library) == sorted([TRUE, FALSE])
    assert len(library.search.find("from:outlet.example")) == 2


def test_an_entry_that_the_feed_calls_otherwise_is_the_same_article(library: Library) -> None:
    take(library, OUTLET, story(TRUE))
    take(library, OUTLET, story(f"{TRUE} More.", name="another"))
    assert texts(library) == [f"{TRUE} More."]
    assert len(library.search.find("is:changed")) == 1


def test_an_entry_with_a_new_title_and_a_new_address_is_the_same_article(library: Library) -> None:
    take(library, OUTLET, story(f"Taxes\n{TRUE}"))
    take(library, OUTLET, story(f"No taxes\n{TRUE}", "No taxes", "https://outlet.example/no-taxes"))
    assert texts(library) == [f"No taxes\n{TRUE}"]
    assert [hit.title for hit in library.search.find("berg")] == ["No taxes"]


def test_an_entrys_name_that_is_used_for_another_story_makes_another_article(library: Library) -> None:
    take(library, OUTLET, story(TRUE))
    take(library, OUTLET, story("The harbour closes.", "Harbour", "https://outlet.example/2"))
    assert texts(library) == sorted([TRUE, "The harbour closes."])


def test_the_marks_of_an_article_go_to_its_next_text(library: Library) -> None:
    take(library, OUTLET, story(TRUE))
    library.shelf.put("is_starred", True, library.shelf.numbers())
    library.shelf.tag("tax", True, library.shelf.numbers())
    take(library, OUTLET, story(f"{TRUE} More."))
    take(library, OUTLET, story(f"{TRUE} Much more."))
    assert texts(library, "starred tag:tax") == [f"{TRUE} Much more."]


def test_what_has_been_shown_for_a_while_is_not_put_beneath_what_says_that_it_is_older() -> None:
    now = [NOW]
    with Library(":memory:", clock=lambda: now[0]) as library:
        first = library.shelve(replace(story(TRUE).article, uri="https://a.example/1"))
        now[0] += 7_200
        older = replace(
            story(FALSE).article, uri="https://b.example/1", published="2023-11-14T09:00:00+00:00"
        )
        second = library.shelve(older)
        library.stories.fold(second, first)
        assert second < first
        assert library.shelf.numbers() == [first]


def test_what_another_feed_covered_in_an_older_library_is_shown_again(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    with Library(path, clock=lambda: NOW) as library:
        library.feeds.add_all([Listed(OUTLET), Listed(OTHER)])
        take(library, OUTLET, story(TRUE))
        take(library, OTHER, story(FALSE))
        take(library, OTHER, story(f"{FALSE} More."))
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        step = version_of(database) - 1
        database.execute(
            "update article set beneath = (select max(id) from article) where id != (select max(id) from article)"
        )
        database.execute(f"pragma user_version = {step}")
    with Library(path) as library:
        assert texts(library) == sorted([TRUE, f"{FALSE} More."])
        assert len(library.search.find("is:changed")) == 1
