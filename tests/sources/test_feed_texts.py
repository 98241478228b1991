"""What a feed says is what is read: dates, the signs of titles, lines, every entry; and nothing stops it."""

import json
from html import escape
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.feed import Entry, Feed
from reader.sources.feeds import __main__ as child
from reader.sources.feeds import parse
from reader.sources.feeds.arrivals import arrivals
from reader.sources.feeds.dates import Dates
from reader.sources.feeds.lists import read_list
from reader.sources.feeds.mending import mended
from reader.sources.feeds.parsing import parse_fast
from reader.sources.feeds.texts import plain, written

URI = "https://news.example/feed"


def rss(items: str, title: str = "Tide Post") -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'.encode()


def item(title: str = "Gate open", guid: str = "1", text: str = "x", more: str = "") -> str:
    return (
        f"<item><title>{title}</title><link>https://news.example/{guid}</link><guid>{guid}</guid>"
        f"<description>{text}</description>{more}</item>"
    )


def atom(entries: str, title: str = "<title>Wire</title>") -> bytes:
    return (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{title}<id>j</id>{entries}</feed>'
    ).encode()


def json_feed(*items: Any, **more: Any) -> bytes:
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": items, **more}
    ).encode()


def titles(data: bytes) -> list[str]:
    return [entry.title for entry in parse(data, URI).entries]


def texts(data: bytes) -> list[str]:
    return [each.article.text for each in arrivals(parse(data, URI))]


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2019/3/7 08:05:09", "2019-03-07T08:05:09+00:00"),
        ("2019.03.07 08:05", "2019-03-07T08:05:00+00:00"),
        ("07.03.2019 08:05", "2019-03-07T08:05:00+00:00"),
        ("2019-03-07", "2019-03-07T00:00:00+00:00"),
        ("Do, 07 Mar 2019 08:05:09 +0100", "2019-03-07T07:05:09+00:00"),
        ("Thu, 07 Mar 19 08:05:09 GMT", "2019-03-07T08:05:09+00:00"),
        ("7 Mar 2019 08:05 EST", "2019-03-07T13:05:00+00:00"),
        ("Thu, 7 Mar 2019 8:05:09 PM CET", "2019-03-07T19:05:09+00:00"),
        ("jeu. 07 déc. 2017 09:00:00 +0100", "2017-12-07T08:00:00+00:00"),
        ("Mi, 06 Dez 2017 09:00:00 MEZ", "2017-12-06T08:00:00+00:00"),
        ("mercoledì 6 settembre 2017", "2017-09-06T00:00:00+00:00"),
        ("March 7, 2019 at 5:30 PM EST", "2019-03-07T22:30:00+00:00"),
    ],
)
def test_a_date_is_the_moment_that_the_feed_means(date: str, said: str) -> None:
    assert Dates().read(date) == said
    (entry,) = parse(rss(item(more=f"<pubDate>{date}</pubDate>")), URI).entries
    assert entry.published == said
    (entry,) = parse(json_feed({"id": "1", "title": "t", "date_published": date}), URI).entries
    assert entry.published == said


@pytest.mark.parametrize(
    "date", ["yesterday", "1999", "Wednesday", "06/07/2016", "1e400", "Mon, 32 Jan 2016", "12:30"]
)
def test_what_is_no_date_stays_as_it_is_written(date: str) -> None:
    assert Dates().read(date) == date


def test_a_feed_with_thousands_of_strange_dates_is_read_as_far_as_is_reasonable() -> None:
    dates = Dates(1)
    assert dates.read("6 settembre 2017") != "6 settembre 2017"
    assert not dates.is_short
    assert dates.read("7 settembre 2017") == "7 settembre 2017"
    assert dates.is_short
    assert parse_fast(json_feed({"id": "1", "title": "t", "date_published": "6 settembre 2017"}), URI) is None


@given(st.text(max_size=120))
def test_any_words_are_a_moment_or_those_words(words: str) -> None:
    found = Dates(0).read(words)
    assert found == " ".join(words.split())[:100] or found.endswith("+00:00")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Reading &lt;window.h&gt; in C", "Reading <window.h> in C"),
        ("&lt;antenna&gt;", "<antenna>"),
        ("R&D at sea, Q&A", "R&D at sea, Q&A"),
        ("Locks & gates", "Locks & gates"),
        ("Talk on&lt;br&gt;boats", "Talk on boats"),
        ("&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"),
        ("The aide&amp;apos;s &amp;quot;no&amp;quot;", 'The aide\'s "no"'),
        ("A long\n   title", "A long title"),
    ],
)
def test_the_signs_of_a_title_stay_as_they_are_meant(title: str, said: str) -> None:
    assert titles(rss(item(title))) == [said]
    assert parse(rss(item(), title), URI).title == said


def test_a_title_that_is_text_has_no_markup() -> None:
    entry = (
        '<entry><title type="text">{}</title><id>1</id><link href="https://news.example/1"/>'
        '<updated>2031-06-01T00:00:00Z</updated><content type="text">x</content></entry>'
    )
    assert titles(atom(entry.format("Use &lt;em&gt; and &lt;window.h&gt;"))) == ["Use <em> and <window.h>"]
    assert titles(
        atom(entry.format("x").replace("text", "html", 1).replace("x<", "&amp;lt;em&amp;gt;<"))
    ) == ["<em>"]
    assert (
        parse(atom(entry.format("x"), '<title type="text">&lt;antenna&gt;</title>'), URI).title == "<antenna>"
    )
    assert titles(json_feed({"id": "1", "title": "Use <em> and <window.h>"})) == ["Use <em> and <window.h>"]


PLAIN = "The ice went out.\nNobody saw it go.\n\nOn the tenth the <ferry> ran."
LINES = "April\nThe ice went out.\nNobody saw it go.\nOn the tenth the <ferry> ran."


def test_plain_text_keeps_its_lines() -> None:
    entry = (
        "<entry><title>April</title><id>1</id><updated>2031-06-01T00:00:00Z</updated>"
        f'<content type="text">{escape(PLAIN)}</content></entry>'
    )
    assert texts(atom(entry)) == [LINES]
    assert texts(json_feed({"id": "1", "title": "April", "content_text": PLAIN})) == [LINES]


def test_a_summary_that_was_cut_out_of_the_text_does_not_take_its_place() -> None:
    words = "&lt;p&gt;The bank kept its rate.&lt;/p&gt;&lt;p&gt;Wages rose.&lt;/p&gt;&lt;p&gt;The lira fell.&lt;/p&gt;"
    entry = (
        "<entry><title>Rate</title><id>1</id><updated>2031-06-01T00:00:00Z</updated>"
        f'<content type="html">{words}</content></entry>'
    )
    assert texts(atom(entry)) == ["Rate\nThe bank kept its rate.\nWages rose.\nThe lira fell."]


@pytest.mark.parametrize(
    "reference",
    [
        "&#x110000;",
        "&#55357;",
        "&#xD83D;&#x20;",
        "&#99999999999999999999;",
        "&#8;",
        "&#0;",
        "&#" + "9" * 6_000 + ";",
    ],
)
def test_a_reference_to_no_character_is_one_sign(reference: str) -> None:
    data = rss(item(f"Gate {reference} open", text=escape(f"<p>At {reference} five.</p>")))
    assert [" ".join(title.split()) for title in titles(data)] == ["Gate \ufffd open"]
    assert "five" in texts(data)[0]


def test_two_halves_of_a_pair_are_one_character() -> None:
    assert titles(rss(item("Gate &#55357;&#56832; open"))) == ["Gate 😀 open"]
    assert titles(rss(item("Gate &#xD83D;&#xDE00; open"))) == ["Gate 😀 open"]


def test_control_characters_are_dropped() -> None:
    assert titles(rss(item("Checks\x10 ran\x08 late"))) == ["Checks ran late"]
    assert titles(json_feed({"id": "1", "title": "Checks\x10 ran\0 late"})) == ["Checks ran late"]


def test_what_is_in_a_cdata_section_is_no_reference() -> None:
    link = "<![CDATA[https://news.example/?a=1&b=2]]>"
    data = rss(f"<item><title>Q&A</title><link>{link}</link><guid>1</guid></item>")
    (entry,) = parse(data, URI).entries
    assert (entry.title, entry.link) == ("Q&A", "https://news.example/?a=1&b=2")


@given(st.binary(max_size=200))
def test_what_is_mended_stays_mended(data: bytes) -> None:
    once = mended(b"<rss>" + data)
    assert mended(once) == once


def test_a_nul_somewhere_is_no_other_encoding() -> None:
    assert mended(b'<rss version="2.0">\0&#xD800;') == b'<rss version="2.0">&#65533;'


def test_bytes_of_other_encodings_are_left_alone() -> None:
    for data, kind in (
        ("<rss>&x".encode("utf-16"), ""),
        (b"<rss>\x1b$B&\x1b(B", "text/xml; charset=iso-2022-jp"),
    ):
        assert mended(data, kind) == data


def test_words_are_never_markup_or_entities_twice() -> None:
    assert plain("<i>Tide</i> &amp; <gate>") == "Tide & <gate>"
    assert written("<i>Tide</i> &amp;amp; &copy; x&y") == "<i>Tide</i> &amp; © x&y"


def entry(name: str = "", title: str = "", link: str = "", text: str = "x", published: str = "") -> Entry:
    return Entry(name, title, link, published, "", text)


def names(*entries: Entry) -> list[tuple[str, str]]:
    found = arrivals(Feed(URI, "The News", "", entries))
    assert len({each.id for each in found}) == len({each.article.identity for each in found}) == len(found)
    return [(each.id, each.article.text) for each in found]


def test_entries_with_one_name_or_one_address_are_all_there() -> None:
    link = "https://news.example/journal"
    assert len(names(entry("a", "March", link), entry("a", "April", link), entry("b", "May", link))) == 3
    polls = [entry(link, "Poll", link, f"Text {number}.", f"2031-06-0{number}") for number in (1, 2, 3)]
    assert len(names(*polls)) == 3
    assert len(names(*(entry("", "", link, f"Text {number}.") for number in range(3)))) == 3
    assert len(names(*(entry("i" * 9_000 + str(number), str(number)) for number in range(3)))) == 3


def test_an_entry_that_is_there_twice_is_one() -> None:
    twice = entry("a", "March", "https://news.example/journal")
    assert len(names(twice, twice)) == 1


def test_an_entry_alone_is_called_as_the_feed_calls_it_whatever_others_share() -> None:
    link = "https://news.example/journal"
    found = names(entry("a", "March", link), entry("a", "April", link), entry("b", "May", link + "/may"))
    assert found[2][0] == "b"
    assert names(*reversed([entry("a", "March", link), entry("a", "April", link)]))[::-1] == found[:2]


def test_a_feeds_title_and_long_addresses_are_not_in_each_of_its_articles() -> None:
    base = "https://news.example/" + "x" * 3_000
    entries = tuple(entry(str(number), "t", f"{base}{number}") for number in range(50))
    found = arrivals(Feed(URI, "t" * 100_000, "", entries))
    assert max(len(each.article.site or "") for each in found) <= 100
    assert max(len(each.article.uri) for each in found) < 100


ODD: list[Any] = [
    None,
    5,
    "x",
    [],
    {},
    {"id": {"a": 1}, "title": ["x"], "url": [5], "authors": "x", "tags": 3},
]


@pytest.mark.parametrize(
    "field", ["id", "title", "url", "content_text", "content_html", "summary", "date_published"]
)
def test_half_a_sign_anywhere_in_json_is_read(field: str) -> None:
    half = {
        "id": "1",
        "url": "https://news.example/1",
        "title": "t",
        "content_text": "y",
        field: "https://x/ \ud800 y",
    }
    row = answered(json_feed(half, {"id": "2", "title": "Whole"}, title="J \udfff"))
    assert row["title"] == "J \ufffd"
    assert len(row["arrivals"]) == 2


def test_what_is_odd_in_one_json_item_leaves_the_others() -> None:
    assert titles(json_feed(*ODD, {"id": 7, "title": "Whole"})) == ["Whole"]
    big = (
        b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": '
        + b"9" * 6_000
        + b', "title": "x"}]}'
    )
    assert titles(big) == ["x"]


def answered(data: bytes, what: str = "arrivals", kind: str = "", *, fast: bool = False) -> dict[str, Any]:
    """What the process that reads feeds answers."""
    asked = {"what": what, "uri": URI, "content_type": kind, "size": len(data), "fast": fast}
    target = BytesIO()
    child.main(BytesIO(json.dumps(asked).encode() + b"\n" + data), target)
    return dict(json.loads(target.getvalue()))


def test_what_a_parser_trips_over_is_a_problem_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise AttributeError("nobody foresaw this")

    monkeypatch.setattr(child, "parse", broken)
    assert answered(b"<rss>")["problem"] == "this feed cannot be read: its parser failed (AttributeError)"


def test_deep_nesting_is_a_problem_in_words() -> None:
    deep = b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    assert answered(deep)["problem"] == "this feed is nested or large beyond reason"


@pytest.mark.parametrize(
    "charset", ["rot13", "hex", "undefined", "punycode", "no-such", "unicode_escape", "\xe9"]
)
def test_an_encoding_that_is_none_of_text_stops_nothing(charset: str) -> None:
    row = answered(rss(item()), kind=f"text/xml; charset={charset}")
    assert row["title"] == "Tide Post"
    declared = rss(item()).replace(b'"1.0"', f'"1.0" encoding="{charset}"'.encode())
    assert "problem" not in answered(declared)


@pytest.mark.slow
def test_an_address_that_thousands_of_entries_share_does_not_become_their_size() -> None:
    base = "x" * 1_900
    items = "".join(item(str(number), f"{number}") for number in range(3_000))
    data = rss(items).replace(b"<rss ", f'<rss xml:base="https://news.example/{base}/" '.encode())
    data = data.replace(b"<link>https://news.example/", b"<link>./")
    assert answered(data)["problem"] == "this feed grows beyond reason when it is read"


def test_the_feeds_that_a_page_names_are_told() -> None:
    page = b'<html><head><link rel="alternate" type="text/xml" href="/a"></head></html>'
    assert answered(page, "links")["links"] == ["https://news.example/a"]


def test_a_list_with_half_a_sign_is_read(tmp_path: Any) -> None:
    path = tmp_path / "half.opml"
    outline = '<outline text="Tide {} Post" xmlUrl="https://news.example/f.xml"/>'
    for half in (b"&#xD83D;", b"\xed\xa0\xbd"):
        body = f"<opml><body>{outline}</body></opml>".encode().replace(b"{}", half)
        path.write_bytes(b'<?xml version="1.0" encoding="utf-8"?>' + body)
        (feed,), left = read_list(str(path))
        assert feed.name.startswith("Tide \ufffd")
        assert left == []
