"""Subscriptions come from other programs and go back to them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.feed import Listed
from reader.errors import SourceError
from reader.sources.feeds.lists import read_list, to_opml

OPML = """<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<opml version="1.0"><head><title>Mine</title></head><body>
<outline text="World"><outline title="Europe" text="x">
  <outline type="rss" text="The News" xmlUrl="https://news.example/feed"
    htmlUrl="https://news.example/" category="/a,b c"/>
</outline></outline>
<outline text="Alone &amp; bare" XMLURL="http://alone.example/rss"/>
<outline text="A link" type="link" url="https://news.example/"/>
<outline text="Bad" xmlUrl="javascript:alert(1)"/>
</body></opml>"""
NEWSBOAT = """# mine
https://news.example/feed "world news" europe "~The News"
http://alone.example/rss ! "~Alone"

"query:Unread:unread = \\"yes\\"" all
exec:~/bin/feed.sh
https://odd.example/feed "no end
"""
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
names = words.map(lambda text: " ".join(text.replace("/", "").split()))
listed = st.builds(
    Listed,
    st.integers(0, 99).map("https://news.example/{}".format),
    names.filter(bool),
    st.just("https://news.example/"),
    st.lists(st.sampled_from(["World", "A & B", "<x>"]), max_size=3).map("/".join),
    st.lists(st.sampled_from(["a", "b c"]), max_size=2, unique=True).map(tuple),
)


def read(tmp_path: Path, text: str) -> tuple[list[Listed], list[str]]:
    path = tmp_path / "list"
    path.write_text(text, encoding="utf-8")
    return read_list(str(path))


def test_opml_with_folders_and_tags(tmp_path: Path) -> None:
    feeds, left = read(tmp_path, OPML)
    site = "https://news.example/"
    assert feeds == [
        Listed("https://news.example/feed", "The News", site, "World/Europe", ("a", "b c")),
        Listed("http://alone.example/rss", "Alone & bare"),
    ]
    assert left == ["javascript:alert(1)"]


def test_newsboats_file(tmp_path: Path) -> None:
    feeds, left = read(tmp_path, NEWSBOAT)
    assert feeds == [
        Listed("https://news.example/feed", "The News", tags=("world news", "europe")),
        Listed("http://alone.example/rss", "Alone"),
        Listed("https://odd.example/feed", tags=('"no', "end")),
    ]
    assert [line.split(":")[0].strip('"') for line in left] == ["query", "exec"]


@pytest.mark.parametrize(
    "text", ["", "hello", "<html><body>x</body></html>", "<opml><body/></opml>", "<", "\0"]
)
def test_what_is_no_list_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match=r"no list|no OPML|not text"):
        read(tmp_path, text)


@given(st.lists(listed, min_size=1, max_size=6, unique_by=lambda feed: feed.uri))
def test_what_is_handed_on_comes_back(tmp_path_factory: pytest.TempPathFactory, feeds: list[Listed]) -> None:
    path = tmp_path_factory.mktemp("opml") / "feeds.opml"
    path.write_text(to_opml(feeds), encoding="utf-8")
    found, left = read_list(str(path))
    shown = "".join(chr(code) for code in range(0x20) if chr(code) not in "\t\n\r")
    obeyed = [*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    table = dict.fromkeys([*map(ord, shown + "\ufffe\uffff"), *obeyed], "\ufffd")
    wanted = {
        (feed.uri, " ".join(feed.name.translate(table).split()), feed.folder, feed.tags) for feed in feeds
    }
    assert {(feed.uri, feed.name, feed.folder, feed.tags) for feed in found} == wanted
    assert left == []


def test_a_bomb_of_entities_is_not_blown_up(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><opml><body><outline text="&l11;" xmlUrl="https://a.b/"/></body></opml>'
    with pytest.raises(SourceError):
        read(tmp_path, bomb)
