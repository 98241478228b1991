"""Dossiers: everything that somebody said, with its source; names are merged by the reader, and parted again."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.analysis import outline_of
from reader.cli import main
from reader.desk.home import open_library
from reader.document.article import Article
from reader.document.outline import VERSION
from reader.library import Library
from reader.library.outlines import Analysed

TEXTS = {
    "https://times.example/1": (
        "2024-01-02",
        "Anna Berg, the mayor of Oslo, spoke on Monday.\n"
        "“We will build the bridge whatever it takes, and we will build it soon,” Anna Berg said.\n"
        "“Nobody asked us,” said Piet Vos, a farmer.",
    ),
    "https://post.example/2": (
        "2024-01-03",
        "The bridge of Oslo is late.\n“We will build the bridge whatever it takes,” said Anna Berg, mayor of Oslo.",
    ),
    "https://post.example/3": (
        "2024-01-04",
        "Berg spoke again.\n“I am tired of this bridge,” Berg said on Thursday.",
    ),
}


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path))
    with open_library() as library:
        for uri, (day, text) in TEXTS.items():
            article = Article(text, uri, uri[-1], site=uri[8:12], published=day)
            library.outlines.keep([Analysed(library.shelve(article), article, outline_of(article))], VERSION)
        yield library


def test_a_dossier_has_all_quotes_each_with_its_source(library: Library) -> None:
    found = library.people.dossier("anna BERG")
    assert found.name == "Anna Berg"
    assert [(each.site, each.words[:8]) for each in found.said] == [
        ("time", "“We will"),
        ("post", "“We will"),
    ]
    for each in found.said:
        article = library.numbered(each.number)
        assert article
        assert each.span.text(article.text) == each.words
    assert dict(found.roles).keys() >= {"mayor of Oslo"} or found.roles
    assert dict(found.beside) == {"Piet Vos": 1}
    assert dict(found.perhaps) == {"Berg": 1}


def test_names_are_merged_and_parted_by_the_reader_alone(library: Library) -> None:
    library.people.merge("Berg", "Anna Berg")
    found = library.people.dossier("Berg")
    assert (len(found.said), found.merged, found.names) == (3, ("berg",), ("Anna Berg", "Berg"))
    assert found == library.people.dossier("Anna Berg")
    assert library.people.part("berg")
    assert not library.people.part("berg")
    assert len(library.people.dossier("Anna Berg").said) == 2


def test_merging_what_was_merged_goes_to_the_same_speaker(library: Library) -> None:
    library.people.merge("Vos", "Piet Vos")
    library.people.merge("Piet Vos", "Anna Berg")
    assert len(library.people.dossier("vos").said) == 3
    library.people.merge("Anna Berg", "Anna Berg")
    assert library.people.dossier("nobody").said == ()


def test_of_an_articles_versions_one_counts(library: Library) -> None:
    day, text = TEXTS["https://times.example/1"]
    later = Article(f"{text}\nMore.", "https://times.example/1", "1", site="time", published=day)
    library.outlines.keep([Analysed(library.shelve(later), later, outline_of(later))], VERSION)
    assert len(library.people.dossier("Anna Berg").said) == 2


def test_on_the_command_line(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", "Anna", "Berg"]) == 0
    shown = capsys.readouterr().out
    assert "perhaps the same (--same-as merges): Berg (1)" in shown
    assert "2024-01-03 · post" in shown
    assert main(["dossier", "--json", "Anna Berg"]) == 0
    (quote,) = json.loads(capsys.readouterr().out)["quotes"]
    (other,) = quote["printings"]
    assert other["uri"] == "https://post.example/2"
    assert [change["words"] for change in other["changes"] if change["kind"] == "longer"] == [
        "and we will build it soon,”"
    ]
    assert main(["dossier", "Berg", "--same-as", "Anna Berg"]) == 0
    assert main(["dossier", "Berg", "--not-same"]) == 0
    assert main(["dossier", "Berg", "--not-same"]) == 1
    assert main(["dossier", "Nobody"]) == 1
    assert main(["dossier", "ann"]) == 1
    assert "there are Anna Berg (2)" in capsys.readouterr().err


def test_a_surname_is_enough_where_one_speaker_has_it(library: Library) -> None:
    assert library.people.dossier("Vos").name == "Piet Vos"
    assert library.people.dossier("vos").said
    assert not library.people.dossier("Piet").said


def test_a_surname_of_two_speakers_is_nobody_yet_until_the_reader_says_they_are_one(tmp_path: Path) -> None:
    text = "“It is cold today, and dark,” said Jutta Brenner.\n“It is not cold at all,” said Hannes Brenner."
    with Library(tmp_path / "l.sqlite3") as library:
        article = Article(text, "https://post.example/4")
        library.outlines.keep([Analysed(library.shelve(article), article, outline_of(article))], VERSION)
        assert not library.people.dossier("Brenner").said
        library.people.merge("Jutta Brenner", "Hannes Brenner")
        assert len(library.people.dossier("Brenner").said) == 2
