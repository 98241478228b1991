"""The search: words and fields find what they mean, and where it stands; any query is an answer or a sentence."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.desk.home import open_library
from reader.document.article import Article
from reader.document.feed import Answer, Arrival, Listed
from reader.document.finding import first_of
from reader.document.query import Term, terms
from reader.document.span import Span
from reader.errors import QueryError
from reader.library import Library

NOW = 1_800_000_000.0
ARTICLES = {
    "storm": ("2027-01-14T07:00:00+00:00", "Storm hits Málaga", "A storm hit it.\nMayor Ruiz spoke of the climate."),
    "vote": ("2027-01-10", "Parliament votes", "The climate law passed.\n“We won,” said Berg."),
    "match": ("2026-06-01", "Late goal", "Nothing but football, and a stormy night."),
}  # fmt: skip
FEEDS = {"https://times.example/feed": ("storm", "vote"), "https://post.example/feed": ("match",)}


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with Library(":memory:", clock=lambda: NOW) as library:
        library.feeds.add(
            Listed("https://times.example/feed", "The Times", folder="world/europe", tags=("daily",))
        )
        library.feeds.add(Listed("https://post.example/feed", "100%_Post"))
        for uri, names in {
            "https://times.example/feed": ("storm", "vote"),
            "https://post.example/feed": ("match",),
        }.items():
            came = tuple(
                Arrival(
                    name, Article(text, f"https://x.example/{name}", title, site="X", published=published)
                )
                for name in names
                for published, title, text in [ARTICLES[name]]
            )
            library.feeds.take([(library.feeds.named(uri), Answer(uri, arrivals=came))])
        read = Article(
            "A page of the Gazette about storms.", "https://gazette.example/p", "A page", site="Gazette"
        )
        library.keep(read)
        library.add_note(read, Span(2, 6), "ask the harbour master")
        with library.writing() as database:
            database.execute("update article set is_starred = 1 where title = 'Parliament votes'")
            database.execute(
                "insert into article_tag select id, 'law' from article where title = 'Parliament votes'"
            )
        yield library


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("climate", ["Storm hits Málaga", "Parliament votes"]),
        ("malaga", ["Storm hits Málaga"]),
        ("MÁLAGA storm", ["Storm hits Málaga"]),
        ("storm*", ["A page", "Storm hits Málaga", "Late goal"]),
        ('"climate law"', ["Parliament votes"]),
        ('"law climate"', []),
        ("climate -law", ["Storm hits Málaga"]),
        ("-climate", ["A page", "Late goal"]),
        ("title:storm", ["Storm hits Málaga"]),
        ("from:times", ["Storm hits Málaga", "Parliament votes"]),
        ("from:gazette", ["A page"]),
        ("from:100%_", ["Late goal"]),
        ("from:%", ["Late goal"]),
        ("folder:world", ["Storm hits Málaga", "Parliament votes"]),
        ("folder:wor", []),
        ("-folder:world/europe", ["A page", "Late goal"]),
        ("tag:daily climate", ["Storm hits Málaga", "Parliament votes"]),
        ("tag:law", ["Parliament votes"]),
        ("newer:2d", ["A page", "Storm hits Málaga"]),
        ("older:2026-12-31", ["Late goal"]),
        ("newer:2027-01-10 older:2027-01-11", ["Parliament votes"]),
        ("unread climate", ["Storm hits Málaga", "Parliament votes"]),
        ("is:read", ["A page"]),
        ("-unread", ["A page"]),
        ("starred", ["Parliament votes"]),
        ('"starred"', []),
        ("is:noted", ["A page"]),
        ("note:harbour", ["A page"]),
        ("is:changed", []),
        ("harbour", ["A page"]),
        ("—", ["A page", "Storm hits Málaga", "Parliament votes", "Late goal"]),
        ("", ["A page", "Storm hits Málaga", "Parliament votes", "Late goal"]),
    ],
)
def test_what_a_query_means(library: Library, query: str, titles: list[str]) -> None:
    assert [hit.title for hit in library.search.find(query)] == titles


def test_a_hit_says_where_it_stands(library: Library) -> None:
    (hit,) = library.search.find('"climate law"')
    assert (hit.span, hit.line, hit.found) == (Span(4, 15), "The climate law passed.", Span(4, 15))
    (hit,) = library.search.find("ruiz")
    assert hit.line[hit.found.start : hit.found.end] == "Ruiz"
    (hit,) = library.search.find("harbour")
    assert (hit.note, hit.span) == ("ask the harbour master", Span(2, 6))


def test_what_fits_best_comes_first_when_that_is_asked_for(library: Library) -> None:
    assert library.search.find("storm*", "relevance")[0].title == "Storm hits Málaga"


@pytest.mark.parametrize("query", ["speeker:x", "is:odd", "newer:soon", "from:", "storm is:"])
def test_what_cannot_be_understood_is_a_sentence(library: Library, query: str) -> None:
    with pytest.raises(QueryError, match=r"no field|means nothing|is no time|wants a word"):
        library.search.find(query)


@given(
    st.text(st.sampled_from("ab \"*-:()^+{}%_\\'ß\u0130 title:from:quote:note:NEAR AND OR"), max_size=30)
    | st.text(max_size=30)
)
def test_any_query_is_an_answer_or_a_sentence(library: Library, query: str) -> None:
    with suppress(QueryError):
        library.search.find(query)


words = st.text(st.sampled_from("aAbBéÉßİşЖж日字'-_ .,\n“"), max_size=12)


@given(words, words, st.booleans())
def test_what_the_index_finds_is_found_in_the_text(text: str, looked_for: str, exact: bool) -> None:
    query = f'"{looked_for}"' if exact else looked_for
    with Library(":memory:") as library:
        library.keep(Article(f"{text} end", "a.txt"))
        for hit in library.search.find(query):
            sought = [term for term in terms(query) if not term.field and term.wanted]
            if any(char.isalnum() for term in sought for char in term.words):
                assert hit.span.end > hit.span.start


def test_words_are_found_whole() -> None:
    assert first_of("Stormy. A STORM", [Term("", "storm")]) == Span(10, 15)
    assert first_of("Stormy. A STORM", [Term("", "storm*")]) == Span(0, 5)
    assert first_of("a–b", [Term("", "a b", exact=True)]) == Span(0, 3)


def test_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path))
    with open_library() as library:
        library.keep(
            Article("The \x1b[31m mayor left.", "https://x.example/a", "Mayor", published="2024-01-02")
        )
    assert main(["search", "mayor", "-absent"]) == 0
    shown = capsys.readouterr().out
    assert shown == "2024-01-02  Mayor  https://x.example/a\n    10–15  The ␛[31m mayor left.\n"
    assert main(["search", "--json", "mayor"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["title"], row["start"], row["end"], row["found"]) == ("Mayor", 10, 15, "mayor")
    assert main(["search", "absent"]) == 1
    assert main(["search", "speeker:x"]) == 1
    assert "no field speeker" in capsys.readouterr().err
