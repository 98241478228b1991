"""Feeds: read fast where that is the same, found from a site, refused in a sentence."""

import json
from contextlib import suppress
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.document.feed import Feed
from reader.errors import SourceError
from reader.sources.feeds import faithful, fast, parse
from reader.sources.feeds.arrivals import arrivals
from reader.sources.feeds.discovery import feeds_of

ITEM = (
    "<item><title>{0}</title><link>https://news.example/{0}</link><guid>{0}</guid>"
    "<pubDate>Tue, 14 Nov 2023 21:13:20 GMT</pubDate><description>About {0}.</description></item>"
)
RSS = (
    '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>The News</title>'
    f"<link>https://news.example/</link>{ITEM.format('one')}{ITEM.format('two')}</channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The News</title><id>x</id><entry><title>one</title>'
    '<link href="https://news.example/one"/><id>1</id><updated>2023-11-14T21:13:20Z</updated></entry></feed>'
)
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel>'
    "<title>The News</title></channel><item><title>one</title><link>https://news.example/one</link></item></rdf:RDF>"
)
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The News",
        "items": [{"id": "1", "title": "one", "url": "https://news.example/one", "content_text": "x"}],
    }
)


def titles(feed: Feed) -> tuple[str, list[str]]:
    return feed.title, [entry.title for entry in feed.entries]


@pytest.mark.parametrize("text", [ATOM, RDF, JSON], ids=["atom", "rdf", "json"])
def test_feeds_of_every_age(text: str) -> None:
    feed = parse(text.encode(), "u")
    assert titles(feed) == ("The News", ["one"])
    assert feed.entries[0].link == "https://news.example/one"


def test_both_parsers_say_the_same() -> None:
    quick, slow = fast.parse(RSS.encode(), "u"), faithful.parse(RSS.encode(), "u", "")
    assert quick == slow
    assert quick is not None
    assert quick.entries[1].published == "2023-11-14T21:13:20+00:00"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("utf-8", "iso-8859-1", ""),
        ("The News", "The N&eacute;ws", ""),
        ('<?xml version="1.0" encoding="utf-8"?>', '<!DOCTYPE rss [<!ENTITY a "b">]>', ""),
        ("<rss", "<rss", "text/html"),
        ("<rss", "<rss", "application/xml; charset=windows-1252"),
        ("<rss", "<what", ""),
    ],
)
def test_what_the_fast_parser_is_not_trusted_with(old: str, new: str, kind: str) -> None:
    assert fast.is_safe(RSS.encode(), "application/rss+xml; charset=utf-8")
    assert not fast.is_safe(RSS.replace(old, new, 1).encode(), kind)


def test_titles_are_plain_words() -> None:
    text = RSS.replace("<title>one</title>", "<title>&lt;b&gt;One&lt;/b&gt; &amp;amp; only</title>")
    assert parse(text.encode(), "u").entries[0].title == "One & only"


@given(
    st.one_of(
        st.binary(max_size=300), st.text(max_size=300).map(lambda words: RSS.replace("one", words).encode())
    )
)
def test_any_bytes_are_a_feed_or_a_sentence(data: bytes) -> None:
    with suppress(SourceError):
        assert isinstance(parse(data, "u").title, str)


def test_a_bomb_of_entities_is_not_blown_up() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><rss version="2.0"><channel><title>&l11;</title></channel></rss>'
    with suppress(SourceError):
        assert len(parse(bomb.encode(), "u").title) < 10_000


PAGE = """<html><head><base href="/sub/"><title>Site</title>
<link rel="alternate" type="application/rss+xml" title="Comments" href="comments.xml">
<link REL="Alternate" TYPE="application/atom+xml; charset=utf-8" href="news.xml">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
<link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" type="text/xml" href="x">
</head><body></body></html>"""


def test_a_pages_feeds_are_found_the_sites_own_first() -> None:
    assert feeds_of(PAGE, "https://news.example/a") == [
        "https://news.example/sub/news.xml",
        "https://news.example/sub/comments.xml",
    ]
    assert feeds_of("", "https://news.example/") == []


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS.replace("two", "\x1b[31mtwo"))
    assert main(["feeds", "preview", str(path)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("The News\n  2023-11-14")
    assert "\x1b" not in shown
    path.write_text(RSS)
    assert main(["feeds", "preview", "--json", str(path)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["title"], [entry["title"] for entry in found["entries"]]) == ("The News", ["one", "two"])
    path.write_text("no feed")
    assert main(["feeds", "preview", str(path)]) == 1
    assert "this is no feed" in capsys.readouterr().err


def test_a_head_full_of_comments_is_judged_at_once() -> None:
    began = process_time()
    assert not fast.is_safe(b"<!---->" * 560, "")
    assert process_time() - began < 0.1


def test_a_base_that_is_no_address_leads_nowhere_else() -> None:
    page = PAGE.replace('<base href="/sub/">', '<base href="http://[">')
    assert feeds_of(page, "https://news.example/a")[0] == "https://news.example/news.xml"


@pytest.mark.parametrize("date", ["", "<pubDate></pubDate>", "<pubDate>yesterday noon</pubDate>"])
def test_no_date_is_made_of_what_is_none(date: str) -> None:
    text = RSS.replace("<pubDate>Tue, 14 Nov 2023 21:13:20 GMT</pubDate>", date).replace(
        "<guid>one</guid>", '<guid isPermaLink="false">1999</guid>'
    )
    assert "1999" not in parse(text.encode(), "u").entries[0].published
    assert not any(entry.published[:4].isdigit() for entry in parse(text.encode(), "u").entries)


def test_entries_that_share_an_address_or_have_none_are_several_articles() -> None:
    shared = RSS.replace("https://news.example/one", "https://news.example/log#one").replace(
        "https://news.example/two", "https://news.example/log#two"
    )
    without = RSS.replace("<link>https://news.example/one</link>", "").replace(
        "<link>https://news.example/two</link>", "<link>javascript:x</link>"
    )
    for text in (shared, without):
        found = arrivals(parse(text.encode(), "https://news.example/feed"))
        assert len({each.article.identity for each in found}) == 2
