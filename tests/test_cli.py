"""The command line: stdout is data, stderr is narration, and the exit code says how it went."""

import json
from pathlib import Path

import pytest

from reader.cli import main
from reader.desk.analysing import analyse
from reader.desk.articles import open_article
from reader.desk.home import open_library
from reader.document.codec import from_json
from reader.document.span import Span
from tests.conftest import SEEDS

SEED = str(SEEDS / "bakhmut.txt")


def test_outlines_come_one_a_line_in_the_order_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", "--format", "jsonl", SEED, str(SEEDS / "harbour-barrier.html")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["source"]["uri"].rsplit("/")[-1] for line in lines] == [
        "bakhmut.txt",
        "harbour-barrier.html",
    ]
    assert len(from_json(json.loads(lines[0]))[1].direct) == 11


@pytest.mark.slow
def test_the_trace_tells_how_each_speaker_was_decided_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", "--trace", SEED]) == 0
    said = capsys.readouterr().out
    assert "q1 at " in said
    assert "→ “" in said
    assert "speaker with probability" in said


def test_jobs_give_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    files = [SEED, str(SEEDS / "the-long-river.txt"), "missing.txt", SEED]
    assert main(["outline", "--format", "jsonl", *files]) == 1
    alone = capsys.readouterr()
    assert main(["outline", "--jobs", "2", "--format", "jsonl", *files]) == 1
    assert capsys.readouterr() == alone


def test_a_failure_is_one_sentence_and_the_rest_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["outline", "--format", "jsonl", "missing.txt", SEED]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert err == "newsreader: missing.txt: no such file; check the name\n"


def test_wrong_usage_is_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as wrong:
        main(["outline", "--format", "xml", SEED])
    assert wrong.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_export_writes_notes_and_says_where(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    article = open_article(SEED)
    with open_library() as library:
        library.add_note(article, analyse(article).direct[0].span, "first confirmation")
    assert main(["export", SEED]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path.parent == tmp_path
    assert "**Note:** first confirmation" in path.read_text(encoding="utf-8")
    assert main(["export", SEED, "-o", "-"]) == 0
    assert capsys.readouterr().out == path.read_text(encoding="utf-8")


def test_markdown_on_the_terminal_carries_no_escape(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "A \x1b]0;x\x07 title\n“Quoted \x9b31m words,” said Per Hansen on Monday in Oslo, Norway.\n"
    )
    assert main(["outline", str(path)]) == 0
    assert not set("\x1b\x07\x9b") & set(capsys.readouterr().out)


def test_doctor_tells_versions_and_changes_nothing(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "textual" in out
    assert "not made yet" in out
    assert not home.exists()


def test_doctor_reports_a_damaged_library(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    home.mkdir()
    (home / "library.sqlite3").write_bytes(b"no database" * 1000)
    assert main(["doctor"]) == 1
    assert "cannot be used" in capsys.readouterr().out


def test_without_a_terminal_the_screen_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 1
    assert "needs a terminal that can be drawn on" in capsys.readouterr().err


def test_notes_are_of_the_text_not_of_the_name(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(Path(SEED).read_bytes())
    with open_library() as library:
        library.add_note(open_article(SEED), Span(0, 7), "n")
        assert len(library.notes(open_article(str(copy)).sha256)) == 1
