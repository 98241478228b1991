"""A page to the article that its editors meant: each rule by one small page."""

import time

import pytest

from reader.document.article import Article, Media
from reader.sources.page import from_page, others

SENTENCE = "The council voted on Monday to rebuild the bridge over the canal before the winter comes. "
BODY = "".join(f"<p>{SENTENCE * 2}Part {number} of the plan was not discussed.</p>" for number in range(6))


def page(head: str = "", body: str = BODY, above: str = "") -> Article:
    """The article in a page with these elements."""
    html = f"<!doctype html><html lang='en'><head>{head}</head><body>{above}<article>{body}</article></body></html>"
    return from_page(html, "https://news.example/a")


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    ("head", "above", "title"),
    [
        ("<title>Bridge to be rebuilt - The Canal Post</title><meta property='og:site_name' content='The Canal Post'>",
         "", "Bridge to be rebuilt"),
        ("<title>The Canal Post | Bridge to be rebuilt</title><meta property='og:site_name' content='The Canal Post'>",
         "", "Bridge to be rebuilt"),
        ("<title>Bridge to be rebuilt - The Canal Post</title>", "<h1>Bridge to be rebuilt</h1>",
         "Bridge to be rebuilt"),
        ("<title>x</title><meta property='og:title' content='Bridge to be rebuilt by May'>",
         "<h1><b>Local news</b> Bridge to be rebuilt by May</h1>", "Bridge to be rebuilt by May"),
        ("<title>Work - home</title>" + ld('{"@type":"NewsArticle","headline":"Bridge &amp; canal"}'), "",
         "Bridge & canal"),
        ("<title>Spring - a season - and a bridge</title>", "", "Spring - a season - and a bridge"),
    ],
)  # fmt: skip
def test_the_title_is_the_articles_not_the_sites(head: str, above: str, title: str) -> None:
    assert page(head, above=above).title == title


@pytest.mark.parametrize(
    ("head", "above", "byline"),
    [
        (ld('{"@type":"NewsArticle","author":[{"name":"Ann Bell"},{"name":"Cem Dal"}]}'), "", "Ann Bell; Cem Dal"),
        (ld('{"@graph":[{"@type":"Article","author":{"@id":"#1"}},{"@type":"Person","@id":"#1","name":"Ann Bell"}]}'),
         "", "Ann Bell"),
        ("<meta name='author' content='By Ann Bell, Staff Writer'>", "", "Ann Bell"),
        ("", "<span class='byline'>Posted by Ann Bell and Cem Dal | 12 May 2024</span>", "Ann Bell and Cem Dal"),
        ("", "<p>By Ann Bell</p>", "Ann Bell"),
        ("<meta name='author' content='admin'>", "<a rel='author'>View all posts by Ann Bell</a>", "Ann Bell"),
        ("<meta property='og:site_name' content='Canal Post'><meta name='author' content='Canal Post'>",
         "<a rel='author'>Ann Bell</a>", "Ann Bell"),
        ("", "<div class='comment'><b class='author'>Troll</b></div>", None),
    ],
)  # fmt: skip
def test_the_byline_is_names(head: str, above: str, byline: str | None) -> None:
    assert page(head, above=above).byline == byline


@pytest.mark.parametrize(
    ("head", "above", "day"),
    [
        (ld('{"@type":"NewsArticle","datePublished":"2024-05-12T10:00:00+02:00","dateModified":"2024-06-01"}'), "",
         "2024-05-12"),
        (ld('{"@type":"NewsArticle","datePublished":"2024-05-12T03:10:00Z"}'),
         "<time datetime='2024-05-11 23:10:00'>May 11</time>", "2024-05-11"),
        ("<meta property='article:published_time' content='2024-05-12T08:00:00Z'>", "", "2024-05-12"),
        ("<meta name='dc.date' content='2024-01-01'>", "<header><div><h1>Bridge</h1></div><i>12 May 2024</i></header>",
         "2024-05-12"),
        ("", "<time datetime='2024-05-12T08:00'>today</time>", "2024-05-12"),
        ("", "<p>2024-04-01</p><p>Written: 2024-05-12 15:03 / Updated: 2024-05-13</p>", "2024-05-12"),
        ("", "<p>Apr. 1, 2024</p><p>Last updated May 12, 2024</p>", "2024-05-12"),
    ],
)  # fmt: skip
def test_the_day_is_that_of_publication_where_the_newsroom_is(head: str, above: str, day: str) -> None:
    assert page(head, above=above).published == day


def test_broken_data_for_machines_says_nothing() -> None:
    article = page(ld('{"@type":"NewsArticle","author":') + ld("[" * 5_000) + ld('{"@type":7,"author":[[]]}'))
    assert article.byline is None
    assert SENTENCE.strip() in article.text


@pytest.mark.slow
def test_a_long_list_for_machines_takes_no_long_time() -> None:
    start = time.process_time()
    page(ld("[" + "1," * 1_000_000 + "1]"))
    assert time.process_time() - start < 4


def test_what_is_not_the_article_is_cut() -> None:
    furniture = (
        "<p>Read more: Ten bridges to see</p><p>Sign up for our newsletter</p>",
        "<h2>You may also like</h2><p><a href='/b'>A ferry sinks in the harbour</a></p><h2>Comments</h2><p>First!</p>",
    )
    article = page("<title>Bridge</title>", furniture[0] + BODY + furniture[1])
    for words in ("Ten bridges", "newsletter", "also like", "ferry sinks", "First!"):
        assert words not in article.text
    assert article.text.count("was not discussed") == 6


@pytest.mark.parametrize(
    "sentence",
    [
        "Sponsored by Senator Ann Bell, the bill passed 30 to 20 on Monday.",
        "Recommended by two panels, the vaccine was given to 400 children.",
        "Trending upward since March, prices rose by 3 percent.",
        "Copyright law does not cover recipes, the court said.",
        "Related charges against the firm were dropped in May.",
        "If you buy a house here, Bell said, you pay the tax twice.",
        "Get the boats out of the water, the mayor told fishermen.",
        "More stories like this one will follow, the union warned.",
        "Download figures fell by half, the company told investors.",
        "For more than a year nobody answered the letters.",
        "Subscribe or leave, the editor told her readers in May.",
        "Comments by the minister angered the opposition on Monday.",
    ],
)
def test_what_only_begins_as_furniture_does_is_kept(sentence: str) -> None:
    assert sentence in page("<title>Bridge</title>", f"{BODY}<p>{sentence}</p>{BODY}").text


def test_lists_quotes_and_tables_are_told_apart() -> None:
    more = (
        "<ul><li>eight gates of steel for the harbour</li><li>one dike along the northern shore</li></ul>"
        "<blockquote><p>The gates will close five times a year and nobody has told us the price.</p></blockquote>"
        "<table><tr><td>Gates</td><td>710</td><td></td></tr><tr><td>Dikes</td><td>320</td></tr></table>"
    )
    article = page("<title>Gates</title>", BODY + more + BODY)
    found = [(block.kind, block.span.text(article.text)) for block in article.blocks]
    assert ("item", "one dike along the northern shore") in found
    assert ("row", "Gates | 710") in found
    assert any(kind == "quote" and "five times" in words for kind, words in found)


def test_pictures_come_with_captions_and_addresses() -> None:
    head = "<meta property='og:image' content='/pictures/large/bridge.jpg'>"
    figures = (
        "<figure><img src='/pictures/small/bridge.jpg'><figcaption>The bridge in May.</figcaption></figure>"
        "<figure><img data-src='https://cdn.example/map.png' alt='A map'></figure>"
        "<figure><img src='javascript:alert(1)'></figure><figure><img src='i.png' width='16'></figure>"
    )
    assert page(head, figures + BODY).media == (
        Media("lead", "https://news.example/pictures/large/bridge.jpg", "The bridge in May."),
        Media("figure", "https://cdn.example/map.png", "A map"),
    )


LINKS = "".join(
    f"<p><a href='/{number}'>Another headline of story number {number}</a></p>" for number in range(40)
)


@pytest.mark.parametrize(
    ("head", "body", "said"),
    [
        ("", BODY, ""),
        (
            ld('{"@type":"NewsArticle","isAccessibleForFree":"False"}'),
            f"<p>{SENTENCE}</p>",
            "for its subscribers",
        ),
        ("", f"<p>{SENTENCE}</p><p>Subscribe now to read on.</p>", "for its subscribers"),
        ("", "<p>Before you continue: we use cookies.</p><button>Accept all</button>", "consent to cookies"),
        ("<meta property='og:type' content='video.other'>", "<p>Watch the bridge fall.</p>", "a video"),
        ("", LINKS, "index page: 40 links"),
        ("", "", "No article text"),
    ],
)
def test_a_page_that_is_no_article_is_said_to_be_none(head: str, body: str, said: str) -> None:
    notice = page(head, body).notice
    assert said in notice if said else notice == ""


def test_other_addresses_of_an_article() -> None:
    head = (
        "<link rel='amphtml' href='/amp/a'><link rel='canonical' href='https://news.example/a'>"
        "<link rel='alternate' media='print' href='/print/a'><link rel='canonical' href='file:///etc/passwd'>"
    )
    found = others(f"<html><head>{head}</head><body>x</body></html>", "https://news.example/a")
    assert found == ["https://news.example/amp/a", "https://news.example/print/a"]


def test_pages_in_other_languages_are_read_too() -> None:
    said = "Der Stadtrat hat am Montag beschlossen, dass die Brücke über den Kanal neu gebaut wird. "
    html = f"<html lang='de-AT'><title>Brücke</title><article>{f'<p>{said * 3}</p>' * 4}</article></html>"
    article = from_page(html, "https://news.example/a")
    assert article.language == "de"
    assert article.text.count("Stadtrat") == 12
