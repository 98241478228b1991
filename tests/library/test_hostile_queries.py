"""Whatever is typed into a filter: an answer, or a sentence about it, never a word of SQLite's."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desk.notes_query import chosen
from reader.document.article import Article
from reader.document.query import MOST_CHARACTERS, MOST_TERMS
from reader.document.span import Span
from reader.errors import QueryError
from reader.library import Library
from reader.library.filters import _SQL

FIELDS = (*_SQL, "is", "title", "words", "rowid", "no", "")
ODD = (
    '"', '""', '"a', 'a"b', "*", "-*", "%", "_", "\\", "(", ")", "a OR b", "NEAR(a b, 2)", "^a", "AND", "{a b}: c", ":",
    "--", "'; drop table article; --", "\0", "\ud800", "\u0301", "2d", "999999y", "99999-01-01", "1e999", "9" * 300,
)  # fmt: skip
TERM = st.builds("{}{}:{}".format, st.sampled_from(("", "-")), st.sampled_from(FIELDS), st.sampled_from(ODD))


@pytest.fixture(scope="module")
def asked() -> Iterator[Callable[[str], None]]:
    """Asks a library with an article and a note, in each way in which it can be asked."""
    with Library(":memory:") as library:
        article = Article("The mayor spoke. “We stay,” she said.", "https://x.example/a", "The mayor")
        library.keep(article)
        library.add_note(article, Span(0, 9), "who?")

        def ask(query: str) -> None:
            for what in (
                library.shelf.numbers,
                library.search.find,
                lambda q: chosen(library.all_notes(), q),
            ):
                with suppress(QueryError):
                    what(query)

        yield ask


@pytest.mark.parametrize("odd", ODD)
def test_odd_words_are_words_in_every_field(odd: str, asked: Callable[[str], None]) -> None:
    for field in FIELDS:
        for query in (odd, f"{field}:{odd}", f'-{field}:"{odd}"', f"{field}:{odd}*"):
            asked(query)


@given(query=st.lists(TERM | st.text(max_size=8), max_size=12).map(" ".join))
def test_any_mixture_of_conditions_is_answered(query: str, asked: Callable[[str], None]) -> None:
    asked(query)


@pytest.mark.parametrize("field", [f"{sign}{name}:" for name in (*_SQL, "title") for sign in ("", "-")])
def test_as_many_conditions_as_are_allowed_are_answered(field: str, asked: Callable[[str], None]) -> None:
    asked(" ".join([f"{field}2d"] * MOST_TERMS))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("tag:a " * (MOST_TERMS + 1), "50 conditions at most; this one has 51"),
        ("a" * (MOST_CHARACTERS + 1), "2,000 characters at most; this one has 2,001"),
        ('"' * 100_000, "this one has 100,000"),
    ],
)
def test_more_than_can_be_meant_is_a_sentence(query: str, said: str) -> None:
    with Library(":memory:") as library:
        for what in (library.shelf.numbers, library.search.find, lambda q: chosen([], q)):
            with pytest.raises(QueryError, match=said):
                what(query)
