"""Outlines that are kept: the same when they come back, and who spoke where is found across articles."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from reader.analysis import outline_of
from reader.document.article import Article
from reader.document.names import is_name, name_key
from reader.document.outline import Outline
from reader.library import Library, packing
from reader.library.outlines import Analysed
from reader.library.packing import packed, unpacked

DICTIONARY = "ae9b8219abf82fbf9dbb1fafc2b249683ba1d44306d328d7f5f2f6b7bebb50d7"

TEXTS = {
    "one": "OSLO — Jens Berg, the mayor of Oslo, spoke on Monday.\n“We will build the bridge,” Mr. Berg said.",
    "two": "PARIS — The bridge is late.\n“We will build it, whatever it takes,” said Jens Berg in Paris.\n“No.”",
}


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(":memory:", clock=lambda: 1_800_000_000.0) as library:
        for name, text in TEXTS.items():
            library.keep(Article(text, f"https://x.example/{name}", name, published=f"2024-01-0{len(name)}"))
        analyse(library)
        yield library


def analyse(library: Library, version: str = "1") -> int:
    """Make the outlines that are missing."""
    numbers = library.outlines.waiting(version)
    articles = [(number, library.numbered(number)) for number in numbers]
    found = [Analysed(number, article, outline_of(article)) for number, article in articles if article]
    library.outlines.keep(found, version)
    return len(found)


def titles(library: Library, query: str) -> set[str]:
    return {hit.title for hit in library.search.find(query)}


def test_an_outline_comes_back_as_it_was(library: Library) -> None:
    for number in (1_704_240_000, 1_704_240_001):
        article = library.numbered(number)
        assert article
        assert library.outlines.of(article, "1") == outline_of(article)
    assert library.outlines.of(Article("", "")) is None


def test_speakers_people_quotes_and_places_are_searched(library: Library) -> None:
    assert titles(library, "speaker:berg") == {"one", "two"}
    assert titles(library, 'speaker:"Jens Berg"') == {"one", "two"}
    assert titles(library, 'speaker:"Jens"') == {"one", "two"}
    assert titles(library, "speaker:bergman") == set()
    assert titles(library, "person:jens") == {"one", "two"}
    assert titles(library, "place:paris") == {"two"}
    assert titles(library, "place:no") == {"one"}
    assert titles(library, 'quote:"whatever it takes"') == {"two"}
    assert titles(library, "quote:late") == set()


def test_a_place_that_is_no_more_and_has_no_coordinates_is_kept(library: Library) -> None:
    library.keep(
        Article(
            "WILLEMSTAD, Netherlands Antilles — Talks began on Monday.", "https://x.example/three", "three"
        )
    )
    analyse(library)
    assert titles(library, 'place:"netherlands antilles"') == {"three"}


def test_only_what_is_missing_or_of_another_version_is_made(library: Library) -> None:
    quotes = library.rows("select count(*) from quote")
    assert analyse(library) == 0
    assert library.outlines.left("1") == 0
    assert library.outlines.left("2") == 2
    assert analyse(library, "2") == 2
    assert titles(library, "quote:bridge") == {"one"}
    assert library.rows("select count(*) from quote") == quotes
    assert library.keeping.check() == []


def test_what_could_not_be_analysed_is_not_tried_again(library: Library) -> None:
    library.keep(Article("Odd.", "odd.txt"))
    (number,) = library.outlines.waiting("1")
    library.outlines.keep([Analysed(number, Article("Odd.", "odd.txt"), Outline(), "it took too long")], "1")
    assert library.outlines.waiting("1") == []


def test_an_article_that_is_gone_meanwhile_is_passed_over(library: Library) -> None:
    library.outlines.keep([Analysed(5, Article("Gone.", ""), Outline())], "1")
    assert library.rows("select count(*) from outline") == [(2,)]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Jens Berg", True),
        ("the Pentagon", True),
        ("The ministry", False),
        ("A spokesman for Jens Berg", False),
        ("She", False),
        ("", False),
        ("Melanie", True),
    ],
)
def test_what_is_a_name(words: str, named: bool) -> None:
    assert is_name(words) == named


def test_names_are_compared_without_accents_case_and_points() -> None:
    assert name_key("José  Á. Pérez-Díaz") == name_key("jose a perez diaz")


def test_the_dictionary_never_changes_for_what_was_packed_needs_it() -> None:
    data = json.dumps({"quotes": [{"id": "q1", "probability": 1.0}]}).encode()
    assert unpacked(packed(data)) == data
    whole = Path(packing.__file__).with_name("outline.dictionary").read_bytes()
    assert sha256(whole).hexdigest() == DICTIONARY
