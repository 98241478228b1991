"""Links as whole addresses of the web, or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources import page
from reader.sources.links import web_link
from reader.sources.page import others

BASE = "https://news.example/a/b"


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("c", "https://news.example/a/c"),
        (" /c ", "https://news.example/c"),
        ("//cdn.example/c", "https://cdn.example/c"),
        ("http://cdn.example/c", "http://cdn.example/c"),
        ("HTTP://cdn.example/c", "http://cdn.example/c"),
    ],
)
def test_a_link_is_whole(link: str, whole: str) -> None:
    assert web_link(BASE, link) == whole


@pytest.mark.parametrize(
    "link", ["http://[", "http://", "http:///x", "//[", "file:///etc/passwd", "javascript:x", "http://[::1"]
)
def test_what_is_broken_or_elsewhere_is_nothing(link: str) -> None:
    assert web_link(BASE, link) == ""
    html = f'<title>T</title><meta property="og:image" content="{link}"><link rel=canonical href="{link}"><p>Words.'
    assert page.article(html.encode(), BASE).media == ()
    assert others(html, BASE) == []


@given(st.text(), st.text())
def test_no_link_is_an_error(base: str, link: str) -> None:
    assert web_link(base, link) == "" or web_link(base, link).lower().startswith("http")
