"""How far an address reaches: by whose word it is, and from where it was reached."""

import asyncio
import base64
from pathlib import Path

import httpx
import pytest

from reader.cli import main
from reader.document.origin import Origin
from reader.errors import SourceError
from reader.settings import cache_folder
from reader.sources import open_article, web
from reader.sources.addresses import Names, web_address
from reader.sources.cache import Page, PageCache
from reader.sources.feeds.opening import open_feed
from reader.sources.http import client, get
from reader.sources.pictures import picture
from tests.sources.fake_web import NEWS, FakeWeb, answer
from tests.sources.fake_web import web as web_without_network

fake = web_without_network
TYPED, FOUND = Origin.TYPED, Origin.FOUND
WORDS = "<p>The minister said that the line will be finished in the spring of next year.</p>"
LONG = f"<!doctype html><title>Line</title><article><h1>A line</h1>{WORDS * 12}</article>"


def fetched(url: str, origin: Origin) -> Page:
    return asyncio.run(web.fetch(url, origin, pause=lambda _: asyncio.sleep(0)))


def leading(fake: FakeWeb, **redirects: str) -> None:
    """Have the first label of a host's name lead to an address; other hosts answer."""

    def answers(host: str, path: str) -> bytes:
        target = redirects.get(host.partition(".")[0]) if path == "/" else None
        return answer(status="302 Found", Location=target) if target else answer(LONG)

    fake.answers = answers


@pytest.mark.parametrize("url", ["http://127.0.0.1:8081/", "http://intra.corp.example/", "http://localhost/"])
def test_what_the_reader_types_may_be_private(url: str, fake: FakeWeb) -> None:
    page = fetched(url, TYPED)
    assert (page.is_private, page.leads) == (True, TYPED)
    with pytest.raises(SourceError, match="private network, where only addresses that you type"):
        fetched(url, FOUND)


def test_an_intranet_leads_on_within_itself(fake: FakeWeb) -> None:
    leading(fake, intra="http://10.0.0.9/there")
    assert fetched("http://intra.corp.example/", TYPED).is_private
    assert fake.connected == ["10.0.0.5", "10.0.0.9"]


def test_there_is_no_way_back_from_outside(fake: FakeWeb) -> None:
    leading(fake, intra="http://cdn.example/", cdn="http://intra.corp.example/there")
    with pytest.raises(SourceError, match="redirects into a private network"):
        fetched("http://intra.corp.example/", TYPED)
    assert fake.connected == ["10.0.0.5", "93.184.216.35"]


@pytest.mark.parametrize("host", ["both.example", "both-private-first.example", "both6.example"])
def test_a_host_with_a_public_address_is_not_private(host: str, fake: FakeWeb) -> None:
    label = host.partition(".")[0]
    leading(fake, **{label: "http://127.0.0.1/there"})
    with pytest.raises(SourceError, match="redirects into a private network"):
        fetched(f"http://{host}/", TYPED)
    assert "127.0.0.1" not in fake.connected


def test_pages_of_an_intranet_have_pictures_feeds_and_versions_there(fake: FakeWeb) -> None:
    links = '<link rel=amphtml href="/amp"><link rel=alternate type="application/rss+xml" href="http://10.0.0.9/f">'
    rss = '<rss version="2.0"><channel><title>In</title><item><title>One</title></item></channel></rss>'
    pages = {"/amp": LONG.replace("<title>", '<meta property="og:image" content="/a.png"><title>'), "/f": rss}
    fake.answers = lambda host, path: answer(
        pages.get(path, f"<html><title>T</title>{links}"),
        kind="image/png" if path == "/a.png" else "text/html",
    )
    article = open_article("http://intra.corp.example/", TYPED)
    assert article.uri == "http://intra.corp.example/amp"
    assert picture(article.media[0].url, article.leads)
    assert open_feed("http://intra.corp.example/", TYPED).is_private


def test_a_copy_of_an_intranets_page_leads_nowhere(fake: FakeWeb) -> None:
    cache = PageCache(cache_folder() / "pages.sqlite3")
    web.read("http://intra.corp.example/", cache, TYPED)
    fake.dead = {"10.0.0.5"}
    page = web.read("http://intra.corp.example/", cache, TYPED)
    assert (page.is_old, page.leads) == (True, FOUND)


def test_the_connection_goes_to_the_address_that_was_judged(fake: FakeWeb) -> None:
    fetched("http://flip.example/", FOUND)
    assert (fake.connected, fake.looked_up["flip.example"]) == ([NEWS], 1)


def test_the_next_address_is_tried_where_one_does_not_answer(fake: FakeWeb) -> None:
    fake.dead = {"2606:2800:220:1::1"}
    fetched("https://twin.example/", FOUND)
    assert fake.connected == ["2606:2800:220:1::1", "93.184.216.36"]
    assert fake.named == ["twin.example"], "TLS verifies the host's name, not its address"


def test_a_connection_that_the_reader_may_have_is_not_lent_to_others(fake: FakeWeb) -> None:
    fake.answers = lambda host, path: answer("x", Connection="keep-alive")

    async def both() -> None:
        async with client(names=Names()) as asking:
            await get(asking, "http://lo.example/", origin=TYPED)
            await get(asking, "http://lo.example/", origin=FOUND)

    with pytest.raises(SourceError, match="private"):
        asyncio.run(both())
    assert len(fake.asked) == 1


def test_https_is_not_followed_down_to_http(fake: FakeWeb) -> None:
    leading(fake, news="http://cdn.example/")
    with pytest.raises(SourceError, match="redirects from https to http"):
        fetched("https://news.example/", TYPED)
    assert fetched("http://news.example/", TYPED).url == "http://cdn.example/"
    leading(fake, news="https://cdn.example/")
    assert fetched("http://news.example/", TYPED).url == "https://cdn.example/"


@pytest.mark.parametrize("location", ["http://[", "http://a:99999/", "http://a b/", "http://%/"])
def test_a_broken_redirect_is_a_sentence_and_is_not_asked_for_again(location: str, fake: FakeWeb) -> None:
    leading(fake, news=location)
    with pytest.raises(SourceError, match=r"not a web address|not opened"):
        fetched("http://news.example/", TYPED)
    assert len(fake.asked) == 1


@pytest.mark.parametrize(
    "url",
    ["http://[", "http://", "http:///x", "http://a:99999/", "http://a:-1/", "http://a\\@b/", "http://a b/",
     "http://a%00b/", "http://\ud800/", "http://a\x00/", "ftp://a/", "http://" + "a" * 70_000],
)  # fmt: skip
def test_what_is_no_web_address_is_a_sentence(url: str) -> None:
    with pytest.raises(SourceError, match=r"not a web address|only http and https"):
        web_address(url)
    with pytest.raises(SourceError):
        open_article(url, TYPED)
    with pytest.raises(SourceError):
        picture(url)


# -- names and passwords -------------------------------------------------------------------------


def test_a_password_goes_to_its_server_alone_and_is_kept_nowhere(fake: FakeWeb, home: Path) -> None:
    leading(fake, news="http://cdn.example/")
    article = open_article("http://me:s3cret@news.example/", TYPED)
    sent = "authorization: basic " + base64.b64encode(b"me:s3cret").decode()
    assert [sent.lower() in head.lower() for head in fake.asked] == [True, False]
    article = open_article("http://me:s3cret@news.example/b", TYPED)
    assert article.uri == "http://news.example/b"
    kept = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    assert b"s3cret" not in kept
    with pytest.raises(SourceError) as failed:
        open_article("http://me:s3cret@lost.example/", TYPED)
    assert "s3cret" not in str(failed.value)


def test_a_server_cannot_have_a_password_stored(fake: FakeWeb) -> None:
    leading(fake, news="http://me:s3cret@cdn.example/")
    assert fetched("http://news.example/", TYPED).url == "http://cdn.example/"
    assert not any("authorization" in head.lower() for head in fake.asked)


def test_a_feed_with_a_password_is_not_subscribed_to(
    fake: FakeWeb, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["feeds", "add", "https://me:s3cret@news.example/feed"]) == 1
    Path("urls").write_text("https://me:s3cret@news.example/feed\n")
    assert main(["feeds", "import", "urls"]) == 0
    assert main(["feeds", "list"]) == 0
    assert main(["feeds", "list", "--json"]) == 0
    assert main(["feeds", "export"]) == 0
    said = capsys.readouterr()
    assert "never stored" in said.err
    assert "s3cret" not in said.out + said.err
    assert not fake.asked


# -- proxies -------------------------------------------------------------------------------------


def test_a_proxy_of_the_reader_is_used_and_no_name_is_looked_up(
    fake: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:3128")
    monkeypatch.setenv("no_proxy", "cdn.example")
    with pytest.raises(SourceError, match="connection failed"):
        fetched("http://lo.example.news/", FOUND)
    assert not fake.looked_up
    assert not fake.connected
    fetched("http://cdn.example/", FOUND)
    assert fake.connected == ["93.184.216.35"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "0x7f.1", "2130706433", "[::1]", "localhost", "a.localhost", "printer", "nas.local"]
)
def test_a_proxy_is_not_asked_for_what_is_private_as_it_is_written(
    host: str, fake: FakeWeb, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "127.0.0.1:3128")
    with pytest.raises(SourceError, match="private network"):
        fetched(f"http://{host}/", FOUND)


def test_a_proxy_that_cannot_be_used_is_a_sentence(fake: FakeWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", "gopher://me:s3cret@127.0.0.1")
    with pytest.raises(
        SourceError, match=r"the proxy gopher://127\.0\.0\.1 of the environment cannot be used"
    ):
        fetched("http://news.example/", FOUND)


def test_httpx_still_has_the_pool_that_is_replaced(fake: FakeWeb) -> None:
    transport = httpx.AsyncHTTPTransport()
    assert hasattr(transport, "_pool"), "without it, Pinned would connect wherever a second look-up says"
