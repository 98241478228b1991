"""Pages that were made to break readers: their text is read as ever, without what cannot be."""

import json

import pytest

from reader.document.article import Article
from reader.sources import page
from reader.sources.page import fragments, from_page, others
from reader.sources.page.tree import tree_of
from reader.sources.plain import decode
from tests.stopwatch import millions_of_rounds

SENTENCE = "The council voted on Monday to rebuild the bridge over the canal before the winter comes. "
BODY = "".join(f"<p>{SENTENCE * 2}Part {number} of the plan was not discussed.</p>" for number in range(6))
URL = "https://news.example/a"
NO_ADDRESSES = ["http://[", "http://[::1", "http://a.example／b", "//[", "http://a.example:99999999/\ud800["]


def article(head: str = "", body: str = BODY) -> Article:
    """The article in a page with these elements."""
    story = f"<article><h1>A bridge</h1>{body}</article>"
    return from_page(f"<!doctype html><html lang=en><head>{head}</head><body>{story}</body></html>", URL)


def is_whole(found: Article) -> bool:
    """Whether all of the article is there, in letters that a file can hold."""
    found.text.encode()
    return found.text.count("before the winter") == 12 and "Part 5" in found.text


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_a_page_is_read_without_the_picture_whose_address_is_none(address: str) -> None:
    figure = f"<figure><img src='{address}'></figure><figure><img src='/b.jpg'></figure>"
    found = article(f"<meta property='og:image' content='{address}'>", BODY + figure)
    assert is_whole(found)
    assert [each.url for each in found.media] == ["https://news.example/b.jpg"]


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_an_article_is_not_looked_for_at_addresses_that_are_none(address: str) -> None:
    head = (
        f"<link rel=amphtml href='{address}'><link rel=canonical href='{address}'><link rel=amphtml href=/b>"
    )
    assert others(f"<html><head><base href='{address}'>{head}</head><body>{BODY}</body></html>", URL) == [
        "https://news.example/b"
    ]


@pytest.mark.parametrize("width", ["9" * 5_000, "٩" * 5_000, "-1", "1e999", "²", "\0"])
def test_a_width_may_be_any_number(width: str) -> None:
    assert is_whole(article(body=f"{BODY}<figure><img width='{width}' src=/a.jpg></figure>"))


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "headline": "A \\ud800 bridge", "author": "Ann \\udfff Bell"}',
        '{"@type": "NewsArticle", "headline": "A bridge", "datePublished": ' + "9" * 5_000 + "}",
        '{"@type": "NewsArticle", "datePublished": "9999-99-99", "author": [[[{"name": {"name": 1}}]]]}',
        '{"@type": ["NewsArticle", 1, null], "author": {"@id": {"@id": [1]}}, "headline": 1e999}',
        '{"@type": "NewsArticle", "author": [null, true, 1, {"name": ["Ann Bell", 2]}], "publisher": 7}',
        "[" * 100_000,
        '{"a":' * 900 + "1" + "}" * 900,
    ],
)
def test_a_page_is_read_whatever_its_linked_data_are(data: str) -> None:
    found = article(f'<script type="application/ld+json">{data}</script>')
    assert is_whole(found)
    json.dumps([found.title, found.byline, found.published], ensure_ascii=False).encode()


@pytest.mark.parametrize("reference", ["&#xd800;", "&#55296;", "&#0;", "&#9999999999;", "&#x110000;"])
def test_references_to_no_character_do_not_hide_the_text(reference: str) -> None:
    head = f"<title>A {reference} bridge</title><meta property='og:title' content='A {reference} bridge'>"
    assert is_whole(article(head, f"<p>{reference}</p>{BODY}{reference}"))


@pytest.mark.parametrize(
    "charset", ["rot13", "undefined", "punycode", "idna", "hex", "base64", "zlib", "utf-7", "x" * 40]
)
@pytest.mark.parametrize("letters", ["Åse går", "Café"])
def test_a_charset_that_is_none_is_not_used(charset: str, letters: str) -> None:
    html = f"<html><head><meta charset={charset}></head><body>{BODY}<p>{letters} {SENTENCE}</p></body></html>"
    for data in (html.encode("cp1252"), html.encode("utf-8")):
        assert letters in page.article(data, "a.html").text
        assert letters in page.article(data, "a.html", charset).text


@pytest.mark.parametrize(
    "charset", ["iso-8859-15", "KOI8-R", "windows-1251", "Shift_JIS", "gb2312", "macintosh", "latin1"]
)
def test_charsets_that_are_some_are_used(charset: str) -> None:
    text = {"KOI8-R": "мост", "windows-1251": "мост", "Shift_JIS": "橋です", "gb2312": "桥"}.get(
        charset, "pont à é"
    )
    assert decode(text.encode(charset), "a", charset) == text


@pytest.mark.parametrize(
    "tag", ["div", "span", "font", "b", "blockquote", "a", "section", "zz", "ul><li", "table><tr><td"]
)
@pytest.mark.parametrize("depth", [60, 300, 2_000])
def test_text_is_not_lost_for_standing_deep(tag: str, depth: int) -> None:
    opened = f"<{tag}>" * depth
    closed = "".join(f"</{each}>" for each in reversed(tag.split("><"))) * depth
    for html in (f"{opened}{BODY}{closed}", f"{opened}{BODY}", f"{BODY}{closed}"):
        tree = tree_of(f"<html><body><p>First words.</p>{html}<p>Last words.</p></body></html>")
        assert tree is not None
        words = tree.text_content()
        assert (words.count("before the winter"), "First words" in words, "Last words" in words) == (
            12,
            True,
            True,
        )
        assert sum(line.text.count("before the winter") for line in fragments.lines(html)) == 12


def test_only_the_first_of_thousands_of_attributes_are_read() -> None:
    attributes = " ".join(f'a{number}="<p x=\'>"' for number in range(3_000))
    tree = tree_of(f"<html><body><p {attributes}>{SENTENCE}</p>{BODY}</body></html>")
    assert tree is not None
    assert tree.text_content().count("before the winter") == 13
    assert max(len(each.attrib) for each in tree.iter()) == 100


def test_a_few_attributes_stay_as_they_are() -> None:
    links = '<a href="/a" class=\'b c\' data-x title="a > b" hidden>word</a>' * 50
    tree = tree_of(f"<html><body>{links}</body></html>")
    assert tree is not None
    kept = {"href": "/a", "class": "b c", "data-x": "", "title": "a > b", "hidden": ""}
    assert [dict(each.attrib) for each in tree.iter("a")] == [kept] * 50


def test_the_date_with_its_label_is_found_among_thousands_of_line_breaks() -> None:
    assert article(body=BODY + "<br>\n" * 1_000 + "Published: 12 May 2024").published == "2024-05-12"


def test_a_date_that_cannot_be_read_is_not_tried_in_every_language() -> None:
    article("<meta property='article:published_time' content='2024-05-12T10:00:00Z'>")
    metas = [
        f"<meta property='article:published_time' content='2024-0I-{day:02}T10:00Z'>" for day in range(1, 20)
    ]
    assert millions_of_rounds(lambda: article("".join(metas))) < 20
