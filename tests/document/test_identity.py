"""Addresses of the web are told from files however their scheme is written."""

import pytest

from reader.document.article import Article, Media
from reader.document.feed import Entry, Feed, Listed
from reader.document.identity import identity_of, is_web_address
from reader.document.note import Note
from reader.document.span import Span
from reader.errors import SourceError
from reader.sanitise import without_logins


@pytest.mark.parametrize("uri", ["http://a/", "HTTP://a/", "hTtPs://a/"])
def test_an_address_of_the_web(uri: str) -> None:
    assert is_web_address(uri)
    assert identity_of(uri) == "a"


@pytest.mark.parametrize(
    "uri", ["", "-", "http", "http:/a", "/http://a", "ftp://a/", "file:///a", "httpx://a"]
)
def test_anything_else(uri: str) -> None:
    assert not is_web_address(uri)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("https://me:secret@news.example/a@b", "https://news.example/a@b"),
        ("HTTPS://me@news.example", "HTTPS://news.example"),
        ("https://a@b:c@news.example", "https://news.example"),
        ("ftp://me:secret@a and https://you:secret@b: no", "ftp://a and https://b: no"),
        ("https://news.example/@me", "https://news.example/@me"),
        ("https://news.example?to=me@b", "https://news.example?to=me@b"),
        ("mail me@news.example", "mail me@news.example"),
    ],
)
def test_names_and_passwords_are_taken_out(text: str, left: str) -> None:
    assert without_logins(text) == left


def test_no_record_holds_a_password() -> None:
    uri = "https://me:secret@news.example/"
    records = [
        Article("Text.", uri),
        Media("lead", uri, ""),
        Entry(uri, "", uri, "", "", ""),
        Feed(uri, "", uri, ()),
        Listed(uri, "", uri),
        Note(0, "", Span(0, 0), "", "", evidence=uri),
    ]
    assert not any("secret" in repr(each) for each in records)
    assert "secret" not in str(SourceError(uri, f"the connection to {uri} failed"))


def test_a_servers_words_in_an_error_are_printable() -> None:
    assert (
        SourceError("u", "the server answered 418 (\x1b]0;X\x07\n)").reason
        == "the server answered 418 (␛]0;X␇ )"
    )
