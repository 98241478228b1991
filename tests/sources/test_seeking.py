"""A site's address leads to its feed: what its page names is asked for together, and the slow holds up nothing."""

import asyncio
import json

import pytest

from reader.document.feed import Feed
from reader.document.origin import Origin
from reader.errors import SourceError
from reader.sources.cache import Page
from reader.sources.feeds import parse
from reader.sources.feeds.discovery import feeds_of
from reader.sources.feeds.seeking import MOST, sought
from tests.sources.test_feeds import PAGE, RSS

SITE = "https://news.example/a"


class InProcess:
    """Reads what it is given at once."""

    async def feed(self, page: Page) -> Feed:
        return parse(page.data, page.url)

    async def links(self, page: Page) -> list[str]:
        return feeds_of(page.data.decode(), page.url)


class Web:
    """Pages by address; one that is None never answers."""

    def __init__(self, pages: dict[str, str | None]) -> None:
        self.pages = pages
        self.asked: list[tuple[str, Origin]] = []

    async def get(self, uri: str, origin: Origin) -> Page:
        self.asked.append((uri, origin))
        if uri not in self.pages:
            raise SourceError(uri, "the server answered 404 (Not Found)")
        body = self.pages[uri]
        if body is None:
            await asyncio.Event().wait()
        return Page(uri, "", None, str(body).encode())


def found(web: Web, uri: str = SITE, seconds: float = 5.0) -> Feed:
    return asyncio.run(sought(uri, Origin.TYPED, web.get, InProcess(), grace=0.01, seconds=seconds))


def naming(*addresses: str) -> str:
    links = "".join(f'<link rel="alternate" type="text/xml" href="{each}">' for each in addresses)
    return f"<html><head>{links}</head><body>x</body></html>"


def test_a_sites_address_leads_to_the_first_feed_that_its_page_names() -> None:
    comments = RSS.replace("The News", "Comments")
    web = Web(
        {
            SITE: PAGE,
            "https://news.example/sub/news.xml": RSS,
            "https://news.example/sub/comments.xml": comments,
        }
    )
    feed = found(web)
    assert (feed.uri, feed.title) == ("https://news.example/sub/news.xml", "The News")


def test_a_site_that_names_none_is_asked_where_feeds_mostly_are() -> None:
    assert found(Web({SITE: naming(), "https://news.example/rss.xml": RSS})).title == "The News"
    with pytest.raises(SourceError, match="names no feed"):
        found(Web({SITE: naming()}))


def test_twelve_feeds_that_never_answer_do_not_hold_up_a_good_one() -> None:
    silent: dict[str, str | None] = {f"https://news.example/slow{number}": None for number in range(12)}
    good = "https://news.example/good"
    assert found(Web({SITE: naming(*silent, good), **silent, good: RSS})).uri == good


def test_feeds_that_all_never_answer_are_a_sentence() -> None:
    silent: dict[str, str | None] = {f"https://news.example/slow{number}": None for number in range(3)}
    with pytest.raises(SourceError, match="no whole answer within"):
        found(Web({SITE: naming(*silent), **silent}), seconds=0.05)


def test_a_page_that_names_thousands_has_a_few_of_them_asked_for() -> None:
    web = Web({SITE: naming(*(f"/{number}" for number in range(1_000)))})
    with pytest.raises(SourceError, match="404"):
        found(web)
    assert len(web.asked) == 1 + MOST


def test_what_a_public_page_names_does_not_count_as_typed() -> None:
    web = Web({SITE: naming("http://127.0.0.1/feed"), "http://127.0.0.1/feed": RSS})
    found(web)
    assert web.asked[1] == ("http://127.0.0.1/feed", Origin.FOUND)


def test_a_feed_that_is_named_directly_is_read_as_it_is() -> None:
    feed = json.dumps({"version": "https://jsonfeed.org/version/1", "title": "J", "items": []})
    assert found(Web({SITE: feed})).title == "J"
    with pytest.raises(SourceError, match="this is no feed"):
        found(Web({SITE: "words"}))
