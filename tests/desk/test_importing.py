"""Highlights of other programs: each placed by its words, each once, and nothing thrown away."""

from pathlib import Path

import pytest

from reader.cli import main
from reader.desk.home import open_library
from reader.desk.importing import take_in
from reader.desk.relocating import relocate
from reader.document.article import Article
from reader.errors import ImportingError
from reader.library import Library

EXPORTS = Path(__file__).parent / "exports"
SIEGE = Article(
    "The city was quiet.\n\nThe mayor said fourteen people were killed on Monday, and that more were missing.\n\nNobody"
    " else had a number.",
    "https://news.example/siege/",
    title="The siege",
)
ELSEWHERE = Article(
    "It rained. The harbour was closed for the night, said the captain.",
    "https://elsewhere.example/a",
    "Elsewhere",
)
PROGRAMS = ("hypothesis.json", "readwise.csv", "wallabag.json")


def words(library: Library, article: Article) -> list[tuple[str, str]]:
    return [(note.span.text(article.text), note.body) for note in library.notes(article.sha256)]


def test_hypothesis_is_placed_by_words_and_context() -> None:
    with Library(":memory:") as library:
        library.keep(SIEGE)
        done = take_in(str(EXPORTS / "hypothesis.json"), library)
        assert (done.program, done.placed, done.waiting, done.known) == ("Hypothesis", 1, 3, 0)
        assert words(library, SIEGE) == [
            ("", "A note on the page"),
            ("", ""),
            ("fourteen people were killed", "Who counted?\n\nAsk *them*."),
        ]
        assert library.notes(SIEGE.sha256)[2].tags == ("figures", "to check")


def test_readwise_is_placed_by_the_title_and_words_over_two_lines() -> None:
    with Library(":memory:") as library:
        library.keep(SIEGE)
        done = take_in(str(EXPORTS / "readwise.csv"), library)
        assert (done.placed, done.waiting) == (1, 1)
        assert words(library, SIEGE) == [("fourteen people were killed on Monday", "first, see the ministry")]


def test_wallabag_brings_its_page_along() -> None:
    with Library(":memory:") as library:
        done = take_in(str(EXPORTS / "wallabag.json"), library)
        assert (done.placed, done.waiting) == (1, 0)
        article = library.about("news.example/siege", "")
        assert article is not None
        assert words(library, article) == [("fourteen people were killed", "<b>who?</b>")]


@pytest.mark.parametrize("name", ["hypothesis.json", "readwise.csv"])
def test_what_waits_is_placed_when_its_article_is_opened(name: str) -> None:
    with Library(":memory:") as library:
        take_in(str(EXPORTS / name), library)
        assert relocate(library, ELSEWHERE).found == 1
        assert words(library, ELSEWHERE)[0][0] == "The harbour was closed for the night"


@pytest.mark.parametrize("name", PROGRAMS)
def test_taking_in_twice_doubles_nothing(name: str) -> None:
    with Library(":memory:") as library:
        first = take_in(str(EXPORTS / name), library)
        count = len(library.all_notes())
        again = take_in(str(EXPORTS / name), library)
        assert (again.placed, again.waiting, again.known) == (0, 0, first.placed + first.waiting)
        assert len(library.all_notes()) == count


@pytest.mark.parametrize(
    "text",
    [
        "", "{}", "[1, 2]", "no export", '{"annotations": "x"}', "a,b\n1,2\n", "[" * 100_000,
        '{"annotations": [{"target": 5}]}', '[{"content": "x", "annotations": [5]}]', "\0\0",
    ],
)  # fmt: skip
def test_another_file_is_a_sentence(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text)
    with Library(":memory:") as library, pytest.raises(ImportingError, match=str(path)):
        take_in(str(path), library)


def test_on_the_command_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    paths = [str(EXPORTS / name) for name in PROGRAMS]
    assert main(["notes", "import", *paths, str(tmp_path / "missing.json")]) == 1
    told = capsys.readouterr().err
    assert "Readwise, 0 placed, 2 waiting" in told
    assert "missing.json" in told
    assert main(["notes", "list", "tag:figures"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 2
    assert "#figures" in out
    assert main(["notes", "list", "--json", "is:placed"]) == 0
    assert '"fourteen people were killed"' in capsys.readouterr().out
    assert main(["notes", "list", "colour:red"]) == 1
    assert "there is no field colour:" in capsys.readouterr().err
    with open_library() as library:
        assert library.integrity() == "ok"
