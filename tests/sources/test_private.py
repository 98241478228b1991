"""Nothing that a page, a feed, a file or a server says leads into a private network, however it is written."""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from html import escape
from pathlib import Path

import pytest

from reader.cli import main
from reader.desk.fetching import fetch_whole
from reader.document.origin import Origin
from reader.errors import SourceError
from reader.library import Library
from reader.sources import open_article, web
from reader.sources.feeds.opening import open_feed
from reader.sources.pictures import picture
from tests.sources.fake_web import FakeWeb, answer
from tests.sources.fake_web import web as web_without_network

fake = web_without_network
NEWS = "http://news.example"
PRIVATE = [
    # Addresses as they are usually written, a block of IANA's registries each.
    "http://0.0.0.0/",
    "http://10.0.0.5/",
    "http://100.64.0.1/",
    "http://127.0.0.1:8081/secret",
    "http://127.255.255.254/",
    "http://169.254.169.254/latest/meta-data",
    "http://172.16.0.1/",
    "http://192.0.0.8/",
    "http://192.0.2.1/",
    "http://192.88.99.1/",
    "http://192.168.0.1/",
    "http://198.18.0.1/",
    "http://198.51.100.7/",
    "http://203.0.113.7/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://255.255.255.255/",
    "http://[::]/",
    "http://[::1]/",
    "http://[::127.0.0.1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::ffff:0:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::7f00:1]/",
    "http://[100::1]/",
    "http://[2001::7f00:1]/",
    "http://[2001:db8::1]/",
    "http://[2002:7f00:1::]/",
    "http://[3fff::1]/",
    "http://[5f00::1]/",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25lo]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    # The same, written otherwise.
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://0x7f.1/",
    "http://0x7f000001/",
    "http://127.1/",
    "http://0/",
    "http://127.0.0.1./",
    "http://127。0。0。1/",
    "http://１２７.０.０.１/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127.0.0.%31/",
    "http://127.0.\t0.1/",
    "http:\\\\127.0.0.1/",
    "//127.0.0.1/secret",
    "HTTP://127.0.0.1/",
    " http://127.0.0.1/",
    # One host for one parser, another for the next.
    "http://news.example@127.0.0.1/",
    "http://news.example:80@127.0.0.1/",
    "http://news.example\\@127.0.0.1/",
    "http://127.0.0.1\\@news.example/",
    "http://127.0.0.1#@news.example/",
    "http://127.0.0.1?@news.example/",
    "http://news.example%2f@127.0.0.1/",
    # Names.
    "http://localhost/",
    "HTTP://LOCALHOST:8081/",
    "http://%6cocalhost/",
    "http://ｌｏｃａｌｈｏｓｔ/",
    "https://lo.example/",
    "http://intra.corp.example/",
    "http://both.example/",
    "http://both-private-first.example/",
    "http://both6.example/",
    "http://mapped.example/",
    "http://six.example/",
    "http://nat64.example/",
    "http://6to4.example/",
    "http://scoped.example/",
    "http://flip.example/",
    "http://flop.example/",
    # No address of the web.
    "file:///etc/passwd",
    "ftp://127.0.0.1/",
    "gopher://127.0.0.1:8081/_x",
    "ws://127.0.0.1/",
    "http://[",
    "http://127.0.0.1:99999/",
]
SHORT = "<!doctype html><title>T</title>{}<body><p>Short.</p>"
Channel = Callable[[FakeWeb, str], object]


def redirect(fake: FakeWeb, target: str, status: str = "302 Found") -> None:
    fake.answers = lambda host, path: (
        answer(status=status, Location=target) if (host, path) == ("news.example", "/") else answer("here")
    )
    asyncio.run(web.fetch(f"{NEWS}/", Origin.TYPED, pause=lambda _: asyncio.sleep(0)))


def moved_for_good(fake: FakeWeb, target: str) -> None:
    redirect(fake, target, "301 Moved Permanently")


def elsewhere(fake: FakeWeb, target: str, link: str = '<link rel=amphtml href="{}">') -> None:
    page = SHORT.format(link.format(escape(target)))
    fake.answers = lambda host, path: answer(page if host == "news.example" else "<p>here")
    open_article(f"{NEWS}/", Origin.TYPED)


def print_version(fake: FakeWeb, target: str) -> None:
    elsewhere(fake, target, '<link rel=alternate media=print href="{}">')


def canonical(fake: FakeWeb, target: str) -> None:
    elsewhere(fake, target, '<link rel=canonical href="{}">')


def pictured(fake: FakeWeb, target: str) -> None:
    page = SHORT.format(f'<meta property="og:image" content="{escape(target)}">')
    fake.answers = lambda host, path: answer(page) if path == "/" else answer("x", kind="image/png")
    article = open_article(f"{NEWS}/", Origin.TYPED)
    fake.connected.clear()
    for medium in article.media:
        picture(medium.url, article.leads)


def pictured_in_a_saved_page(fake: FakeWeb, target: str) -> None:
    fake.answers = lambda host, path: answer("x", kind="image/png")
    Path("saved.html").write_text(SHORT.format(f'<meta property="og:image" content="{escape(target)}">'))
    article = open_article("saved.html", Origin.TYPED)
    for medium in article.media:
        picture(medium.url, article.leads)


def named_feed(fake: FakeWeb, target: str) -> None:
    link = f'<link rel=alternate type="application/rss+xml" href="{escape(target)}">'
    fake.answers = lambda host, path: answer(SHORT.format(link))
    open_feed(f"{NEWS}/", Origin.TYPED)


def named_feed_by_base(fake: FakeWeb, target: str) -> None:
    links = f'<base href="{escape(target)}"><link rel=alternate type="application/rss+xml" href="/feed">'
    fake.answers = lambda host, path: answer(SHORT.format(links))
    open_feed(f"{NEWS}/", Origin.TYPED)


def source_of_a_summary(_: FakeWeb, target: str) -> None:
    head = f'source: "{target}"\nsha256: {"0" * 64}\nnewsreader: "0.1.0"'
    Path("summary.md").write_text(f"---\n{head}\n---\n\n# T\n\n> “Yes.”\n")
    main(["verify", "--refetch", "summary.md"])


def plain_link(_: FakeWeb, target: str) -> None:
    open_article(target)


CHANNELS: list[Channel] = [
    redirect, moved_for_good, elsewhere, print_version, canonical, pictured, pictured_in_a_saved_page, named_feed,
    named_feed_by_base, source_of_a_summary, plain_link,
]  # fmt: skip

SLOW = (named_feed, named_feed_by_base)
"""These start processes, so that each gets a part of the targets; the way to an address is that of the others."""
SHARE = 1 if os.environ.get("NEWSREADER_ALL") else 3
"""Each channel gets one of so many targets, each another: every target goes through several channels."""
FAST = 6
"""One of so many is fast."""
WAYS = [
    pytest.param(
        channel,
        target,
        id=f"{channel.__name__}-{target}",
        marks=[] if (place + number) % FAST == 0 else [pytest.mark.slow],
    )
    for place, channel in enumerate(CHANNELS)
    for number, target in enumerate(PRIVATE[::8] if channel in SLOW else PRIVATE)
    if channel in SLOW or (place + number) % SHARE == 0
]


@pytest.mark.parametrize(("channel", "target"), WAYS)
def test_nothing_private_is_connected_to(channel: Channel, target: str, fake: FakeWeb) -> None:
    with suppress(SourceError):
        channel(fake, target)
    assert not fake.private
    assert all(count == 1 for host, count in fake.looked_up.items() if host.startswith("fl"))


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.__name__)
def test_what_is_public_is_connected_to(channel: Channel, fake: FakeWeb) -> None:
    with suppress(SourceError):  # what is there is no feed
        channel(fake, "http://cdn.example/there")
    assert "93.184.216.35" in fake.connected


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with Library(Path(":memory:")) as library:
        yield library


@pytest.mark.parametrize("target", PRIVATE)
def test_full_texts_are_not_fetched_from_private_addresses(
    target: str, fake: FakeWeb, library: Library
) -> None:
    if target.lower().startswith("http"):
        assert fetch_whole(library, [target]).pages == 0
    assert not fake.private
