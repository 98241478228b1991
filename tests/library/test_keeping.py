"""The file looked after: checked, copied, thinned out, handed on."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.cli import main
from reader.desk.home import open_library
from reader.document.article import Article
from reader.document.feed import Answer, Arrival, Listed
from reader.document.span import Span
from reader.library import Library
from reader.settings import library_path

FEED = "https://x.example/feed"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path))
    return tmp_path


def fill(library: Library) -> Answer:
    """Five old articles by a feed, one of them read and noted on, one starred."""
    library.feeds.add(Listed(FEED))
    came = tuple(
        Arrival(name, Article(f"Text of {name}.", f"https://x.example/{name}", name, published="2020-01-01"))
        for name in ("plain", "noted", "starred", "tagged", "unread")
    )
    answer = Answer(FEED, arrivals=came)
    library.feeds.take([(library.feeds.named(FEED), answer)])
    library.add_note(came[1].article, Span(0, 4), "mine")
    with library.writing() as database:
        database.execute("update article set is_read = 1, opened_at = null where title != 'unread'")
        database.execute("update article set is_starred = 1 where title = 'starred'")
        database.execute("insert into article_tag select id, 'x' from article where title = 'tagged'")
    return answer


def titles(library: Library) -> list[str]:
    return sorted(str(title) for (title,) in library.rows("select title from article"))


def test_pruning_takes_what_was_read_and_nobody_marked(capsys: pytest.CaptureFixture[str]) -> None:
    with open_library() as library:
        answer = fill(library)
    assert main(["library", "prune", "--dry-run"]) == 0
    assert "1 article would be" in capsys.readouterr().err
    assert main(["library", "prune"]) == 0
    with open_library() as library:
        kept = ["noted", "starred", "tagged", "unread"]
        assert titles(library) == kept
        assert library.keeping.check() == []
        assert not library.search.find("plain")
        library.feeds.take([(library.feeds.named(FEED), answer)])
        assert titles(library) == kept, "what was taken away does not come again"
        assert len(library.all_notes()) == 1


def test_pruning_takes_the_same_text_of_other_outlets_along() -> None:
    with open_library() as library:
        fill(library)
        wire = Article("Text of plain.", "https://other.example/plain", "copy", published="2020-01-02")
        (lead,) = (hit.number for hit in library.search.find("plain"))
        copy = library.shelve(wire)
        library.stories.fold(lead, copy)
        library.keeping.remove(library.keeping.old(1_700_000_000))
        assert titles(library) == ["noted", "starred", "tagged", "unread"]


def test_a_story_goes_as_a_whole_or_stays() -> None:
    with open_library() as library:
        fill(library)
        numbers = {str(title): int(str(id_)) for title, id_ in library.rows("select title, id from article")}
        library.stories.put_beneath(numbers["starred"], [numbers["unread"]])
        library.stories.put_beneath(numbers["plain"], [numbers["tagged"]])
        assert library.keeping.old(1_700_000_000) == []


def test_what_was_folded_again_makes_no_ring() -> None:
    with open_library() as library:
        fill(library)
        one, two, three, *_ = library.shelf.numbers()
        library.stories.put_beneath(one, [two])
        library.stories.put_beneath(two, [one, three])
        assert library.shelf.shown(three) == library.shelf.shown(two) == one
        assert library.shelf.shown(one) == one


def test_days_are_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("-5", "soon", "9" * 320):
        with pytest.raises(SystemExit):
            main(["library", "prune", "--older", words])
        assert "--older" in capsys.readouterr().err


def test_a_backup_is_a_library(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_library() as library:
        fill(library)
        target = home / "copy.sqlite3"
        assert main(["library", "backup", str(target)]) == 0
    with Library(target) as copy:
        assert len(titles(copy)) == 5
    assert main(["library", "backup", str(target)]) == 1
    assert "is there already" in capsys.readouterr().err
    for nowhere in (home / "nowhere" / "copy.sqlite3", target / "copy.sqlite3"):
        assert main(["library", "backup", str(nowhere)]) == 1
        assert "no copy could be written to" in capsys.readouterr().err
    assert main(["library", "backup"]) == 0
    assert len([*home.glob("library.2*.sqlite3")]) == 1
    assert not [*home.glob("*.part")]


def test_an_index_that_went_wrong_is_made_again(capsys: pytest.CaptureFixture[str]) -> None:
    with open_library() as library:
        fill(library)
        with library.writing() as database:
            database.execute(
                "insert into words (words, rowid, title, text) values ('delete', 1577836800, 'a', 'b')"
            )
    assert main(["library", "check"]) == 0
    assert "the index of words was wrong" in capsys.readouterr().out
    assert main(["library", "check"]) == 0
    assert "nothing is wrong" in capsys.readouterr().err


def test_damage_is_said_and_what_can_be_read_is_handed_on(capsys: pytest.CaptureFixture[str]) -> None:
    with open_library() as library:
        fill(library)
        for number in range(200):
            library.keep(Article(f"{number} " * 2_000, f"https://x.example/n{number}"))
    path = library_path()
    with closing(sqlite3.connect(path)) as database:
        page = 16_384
        (where,) = database.execute(
            "select pageno from dbstat where name = 'body' and pagetype = 'leaf' order by pageno desc limit 1"
        ).fetchone()
    data = bytearray(path.read_bytes())
    data[(where - 1) * page : where * page] = b"\xa5" * page
    path.write_bytes(data)
    assert main(["library", "check"]) == 1
    told = capsys.readouterr()
    assert "damage" in told.out
    assert "newsreader library export" in told.err
    assert main(["library", "export"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert 100 < len(rows) < 205
    assert next(row for row in rows if row["title"] == "noted")["notes"][0]["body"] == "mine"


def test_outlines_that_are_missing_are_made(capsys: pytest.CaptureFixture[str]) -> None:
    with open_library() as library:
        library.keep(Article("“We go,” said Anna Berg, the mayor of Oslo.", "a.txt"))
    assert main(["library", "analyse"]) == 0
    assert "1 outline made" in capsys.readouterr().err
    assert main(["search", "speaker:berg"]) == 0
