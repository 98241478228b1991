"""What feeds bring: each article once, each text kept, nothing that was read taken away."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reader.document.article import Article
from reader.document.feed import Answer, Arrival, Listed
from reader.document.origin import Origin
from reader.document.span import Span
from reader.errors import LibraryError
from reader.faults import log_path
from reader.library import Library
from reader.library.arrivals import News
from reader.library.feeds import Subscription

URI = "https://news.example/feed"
LATE, EARLY = "2023-11-14T21:13:20+00:00", "2023-11-13T21:13:20+00:00"


def arrival(name: str, text: str = "", published: str | None = EARLY) -> Arrival:
    words = text or f"All about {name}."
    return Arrival(
        name, Article(words, f"https://news.example/{name}", name, site="The News", published=published)
    )


def answer(*arrivals: Arrival, asked: str = URI) -> Answer:
    return Answer(asked, "The News", "https://news.example/", arrivals, '"1"', "then")


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(":memory:", clock=lambda: 1_800_000_000.0) as library:
        library.feeds.add(Listed(URI, folder="world"))
        yield library


def the_feed(library: Library) -> Subscription:
    return library.feeds.named(URI)


def take(library: Library, *arrivals: Arrival) -> News:
    return library.feeds.take([(the_feed(library), answer(*arrivals))])[0]


def shown(library: Library) -> list[str]:
    """The titles of a list, the newest first."""
    rows = library.rows("select title from article where beneath is null order by id desc")
    return [str(title) for (title,) in rows]


def test_what_comes_is_listed_the_newest_first(library: Library) -> None:
    assert take(library, arrival("b", published=EARLY), arrival("a", published=LATE)) == News(2, 0)
    assert shown(library) == ["a", "b"]
    assert take(library, arrival("b", published=EARLY), arrival("a", published=LATE)) == News(0, 0)
    feed = the_feed(library)
    assert (feed.title, feed.etag, feed.modified, feed.checked_at) == (
        "The News",
        '"1"',
        "then",
        1_800_000_000,
    )


def test_many_of_one_second_stand_in_a_row(library: Library) -> None:
    assert take(library, *(arrival(f"n{number}") for number in range(50))).new == 50
    other = Listed("https://other.example/feed")
    library.feeds.add(other)
    more = answer(*(arrival(f"m{number}") for number in range(50)), asked=other.uri)
    assert library.feeds.take([(library.feeds.named(other.uri), more)])[0].new == 50
    numbers = [number for (number,) in library.rows("select id from article order by id")]
    assert numbers == list(range(1_699_910_000, 1_699_910_100))


def test_what_is_not_dated_stands_as_in_its_feed(library: Library) -> None:
    take(library, *(arrival(name, published=None) for name in "abc"))
    assert shown(library) == ["a", "b", "c"]


def test_what_is_not_dated_or_dated_to_come_came_now(library: Library) -> None:
    take(
        library,
        arrival("a", published=None),
        arrival("b", published="2999-01-01"),
        arrival("c", published="soon"),
    )
    assert library.rows("select min(id), max(id) from article") == [(1_800_000_000, 1_800_000_002)]


def test_another_text_of_an_entry_is_shown_in_place_of_the_first_which_is_kept(library: Library) -> None:
    take(library, arrival("a", "Fourteen died."))
    assert take(library, arrival("a", "Seventeen died.")) == News(0, 1)
    assert shown(library) == ["a"]
    assert library.rows("select count(*) from article") == [(2,)]
    assert library.rows("select count(*) from entry") == [(1,)]


def test_a_page_that_was_read_stays_above_what_the_feed_has_of_it(library: Library) -> None:
    take(library, arrival("a", "A teaser."))
    library.keep(Article("The whole page.", "https://www.news.example/a?utm_source=rss", "a"))
    take(library, arrival("a", "Another teaser."))
    rows = library.rows("select text from article join body on body.id = body_id where beneath is null")
    assert rows == [("The whole page.",)]


def test_the_same_text_in_two_feeds_is_one_article(library: Library) -> None:
    library.feeds.add(Listed("https://other.example/feed"))
    take(library, arrival("a"))
    other = library.feeds.named("https://other.example/feed")
    assert library.feeds.take([(other, answer(arrival("a")))])[0] == News(0, 0)
    assert library.rows("select count(*) from entry") == [(2,)]


def test_the_same_text_of_two_outlets_is_two_articles(library: Library) -> None:
    library.feeds.add(Listed("https://other.example/feed"))
    take(library, arrival("a"))
    wire = replace(arrival("a").article, uri="https://other.example/wire", site="The Other")
    other = library.feeds.named("https://other.example/feed")
    assert library.feeds.take([(other, answer(Arrival("w", wire)))])[0] == News(1, 0)
    first, second = library.shelf.numbers()
    library.stories.fold(first, second)
    (lead,) = library.shelf.numbers()
    assert [outlet.site for outlet in library.stories.outlets(lead)] == ["The Other"]


def test_another_title_of_the_same_text_is_taken_over(library: Library) -> None:
    take(library, arrival("a"))
    again = replace(arrival("a").article, title="Corrected")
    assert take(library, Arrival("a", again)) == News(0, 0)
    assert shown(library) == ["Corrected"]
    assert [hit.uri for hit in library.search.find("corrected")] == ["https://news.example/a"]
    assert library.keeping.check() == []


def test_an_entry_that_moved_keeps_its_notes_and_versions(library: Library) -> None:
    take(library, arrival("a", "One."))
    take(library, arrival("a", "Two."))
    (number,) = library.shelf.numbers()
    article = library.numbered(number)
    assert article
    library.add_note(article, Span(0, 3), "mine")
    take(library, Arrival("a", replace(article, uri="https://news.example/elsewhere")))
    assert library.shelf.numbers("is:noted is:changed") == [number]
    assert [old.text for _, old in library.versions(article)] == ["One."]


def test_an_outlet_has_a_text_once_whatever_its_feeds_add_to_the_address(library: Library) -> None:
    library.feeds.add(Listed("https://news.example/top"))
    take(library, arrival("a"))
    again = Arrival("a", replace(arrival("a").article, uri="https://news.example/a?ref=top"))
    library.feeds.take([(library.feeds.named("https://news.example/top"), answer(again))])
    assert shown(library) == ["a"]


def test_a_text_to_which_a_feed_goes_back_is_shown_again(library: Library) -> None:
    for text in ("Fourteen died.", "Seventeen died.", "Fourteen died."):
        take(library, arrival("a", text))
    (number,) = library.shelf.numbers()
    article = library.numbered(number)
    assert article
    assert article.text == "Fourteen died."
    assert [old.text for _, old in library.versions(article)] == ["Seventeen died."]


def test_what_was_taken_away_does_not_come_again_by_another_name(library: Library) -> None:
    take(library, arrival("a"))
    library.shelf.put("is_read", True, library.shelf.numbers())
    library.keeping.remove(library.keeping.old(1_800_000_000))
    assert take(library, Arrival("a", replace(arrival("a").article, title="Corrected"))) == News()
    assert shown(library) == []


def test_a_page_that_had_the_words_of_its_feed_and_changed_has_a_version(library: Library) -> None:
    take(library, arrival("a"))
    library.shelve(arrival("a").article)
    later = Article("All about a, and more.", "https://news.example/a", "a")
    library.keep(later)
    assert [old.text for _, old in library.versions(later)] == ["All about a."]
    assert len(library.search.find("is:changed")) == 1


def test_what_was_asked_for_and_has_not_changed_keeps_its_validators(library: Library) -> None:
    take(library, arrival("a"))
    library.feeds.take([(the_feed(library), Answer(URI))])
    assert the_feed(library).etag == '"1"'


def test_trouble_is_remembered_and_forgotten(library: Library) -> None:
    library.feeds.take([(the_feed(library), Answer(URI, problem="the server answered 503", wait=60.0))])
    feed = the_feed(library)
    assert (feed.problem, feed.due_at) == ("the server answered 503", 1_800_000_060)
    take(library, arrival("a"))
    assert (the_feed(library).problem, the_feed(library).due_at) == ("", 0)


def test_a_feed_that_moved_is_asked_there_unless_that_is_subscribed_to(library: Library) -> None:
    library.feeds.add(Listed("https://other.example/feed"))
    library.feeds.take([(the_feed(library), Answer(URI, moved="https://other.example/feed"))])
    assert len(library.feeds.all()) == 2
    library.feeds.take([(the_feed(library), Answer(URI, moved="https://new.example/feed"))])
    assert {feed.uri for feed in library.feeds.all()} == {
        "https://new.example/feed",
        "https://other.example/feed",
    }


def test_what_came_stays_when_the_subscription_ends(library: Library) -> None:
    take(library, arrival("a"))
    library.feeds.remove(the_feed(library))
    assert shown(library) == ["a"]
    assert library.feeds.all() == []
    with pytest.raises(LibraryError, match="no feed is called"):
        the_feed(library)


def test_a_feed_is_known_by_address_number_and_name(library: Library) -> None:
    feed = the_feed(library)
    library.feeds.change(feed, name="Mine", folder="world", tags=("a",), whole="always")
    found = library.feeds.named("mine")
    assert found == replace(feed, name="Mine", tags=("a",), whole="always")
    assert library.feeds.named(str(feed.id)) == found
    assert not library.feeds.add(Listed(URI))
    library.feeds.add(Listed("https://other.example/feed", "MINE"))
    with pytest.raises(LibraryError, match="several feeds are"):
        library.feeds.named("mine")


def test_answers_come_in_together_or_not_at_all(library: Library) -> None:
    class Broken(tuple):  # type: ignore[type-arg]  # stands for anything that goes wrong half-way
        def __iter__(self) -> Iterator[Arrival]:
            raise LibraryError("the disk is full")

    feed = the_feed(library)
    with pytest.raises(LibraryError):
        library.feeds.take(
            [(feed, answer(arrival("a"))), (feed, replace(answer(), arrivals=Broken([arrival("b")])))]
        )
    assert shown(library) == []
    assert the_feed(library).checked_at == 0


def test_an_answer_that_cannot_be_stored_is_the_problem_of_its_feed_alone(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEWSREADER_DEBUG")

    class Odd(tuple):  # type: ignore[type-arg]  # stands for whatever nobody foresaw
        def __iter__(self) -> Iterator[Arrival]:
            yield arrival("b")
            raise ValueError("nobody foresaw this")

    other = Listed("https://other.example/feed")
    library.feeds.add(other)
    odd = replace(answer(asked=other.uri), title="Renamed", arrivals=Odd([arrival("b")]))
    news = library.feeds.take(
        [(library.feeds.named(other.uri), odd), (the_feed(library), answer(arrival("a")))]
    )
    assert [(each.new, bool(each.problem)) for each in news] == [(0, True), (1, False)]
    assert shown(library) == ["a"]
    feed = library.feeds.named(other.uri)
    assert feed.problem.startswith(
        "what this feed sent cannot be stored: this is a fault of newsreader (ValueError)"
    )
    assert "nobody foresaw this" in log_path().read_text(encoding="utf-8")
    assert (feed.title, feed.etag) == ("", None)


def test_the_search_knows_what_came(library: Library) -> None:
    take(library, arrival("a", "The minister resigned."))
    assert len(library.rows("select rowid from words where words match 'minister'")) == 1
    with library.connection() as database:
        database.execute("insert into words (words, rank) values ('integrity-check', 1)")
    assert sqlite3.sqlite_version_info >= (3, 35)


def test_another_text_of_an_entry_that_was_opened_is_shown_unread_with_its_marks(library: Library) -> None:
    take(library, arrival("a", "Trains were late by 40 minutes."))
    (number,) = library.shelf.numbers()
    opened = library.numbered(number)
    assert opened
    library.keep(opened)
    library.shelf.put("is_starred", True, [number])
    library.shelf.tag("rail", True, [number])
    take(library, arrival("a", "Trains were late by 90 minutes."))
    (shown,) = library.shelf.numbers()
    line = library.shelf.lines([shown])[shown]
    assert (line.versions, line.is_read, line.is_starred) == (1, False, True)
    assert [hit.number for hit in library.search.find("tag:rail is:changed unread")] == [shown]
    article = library.numbered(shown)
    assert article
    assert "90" in article.text
    assert [old.text for _, old in library.versions(article)] == ["Trains were late by 40 minutes."]


def test_a_page_stands_in_the_lists_of_the_feed_that_brought_it(library: Library) -> None:
    take(library, arrival("a", "A teaser."))
    library.shelve(Article("The whole page.", "https://news.example/a", "a"))
    feed = the_feed(library)
    for query in (f"feed:{feed.id}", "from:news", "folder:world"):
        assert [hit.title for hit in library.search.find(query)] == ["a"], query
    assert library.shelf.unread().of_feed == {feed.id: 1}


def test_what_is_shown_in_place_of_an_article_is_known(library: Library) -> None:
    take(library, arrival("a", "A teaser."))
    (before,) = library.shelf.numbers()
    page = library.shelve(Article("The whole page.", "https://news.example/a", "a"))
    assert library.shelf.shown(before) == page
    assert library.shelf.shown(7) == 7


def private(library: Library, *, is_private: bool, moved: str = "") -> Origin:
    """As whose word the feed counts after an answer from there."""
    (feed,) = library.feeds.all()
    told = replace(answer(arrival("a"), asked=feed.uri), is_private=is_private, moved=moved)
    library.feeds.take([(feed, told)])
    return library.feeds.all()[0].question.origin


def test_a_feed_that_was_public_once_is_never_asked_for_in_a_private_network(library: Library) -> None:
    assert the_feed(library).question.origin is Origin.TYPED
    library.feeds.take([(the_feed(library), Answer(URI, problem="x"))])
    assert the_feed(library).question.origin is Origin.TYPED
    assert private(library, is_private=True) is Origin.TYPED
    assert private(library, is_private=False, moved="https://other.example/feed") is Origin.FOUND
    assert private(library, is_private=True) is Origin.FOUND


def test_a_feed_that_a_page_named_is_known_from_the_start(library: Library) -> None:
    for is_private, origin in ((False, Origin.FOUND), (True, Origin.TYPED)):
        uri = f"https://{is_private}.example/"
        library.feeds.add(Listed(uri), is_private=is_private)
        assert library.feeds.named(uri).question.origin is origin


def test_the_links_of_a_private_feed_may_be_private(library: Library) -> None:
    uri = arrival("a").article.uri
    assert library.feeds.origin(uri) is Origin.FOUND
    private(library, is_private=True)
    assert library.feeds.origin(uri) is Origin.TYPED
    assert library.feeds.origin(f"{uri}/other") is Origin.FOUND
    private(library, is_private=False)
    assert library.feeds.origin(uri) is Origin.FOUND
