"""Many articles at once: in the order asked for, whatever one of them does, and gone on with after a stop."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from reader.cli import main
from reader.desk.batch import AHEAD, Outcome, Task, apart, outlines, task_from_row, task_to_row
from reader.desk.journal import Journal
from reader.document.article import Article
from reader.document.summaries import Choice
from reader.errors import ExportError, ProcessError, SourceError
from reader.processes.child import Row
from reader.processes.crew import Crew
from reader.sources.inputs import Input, inputs
from tests.conftest import SEEDS


def quick(task: Task) -> Outcome:
    """In place of an analysis."""
    return Outcome(task.input.name, task.input.name.upper())


class Failing(Crew):
    """Whose processes end when an article is bad."""

    def __init__(self) -> None:
        super().__init__("none")

    def ask(self, request: Mapping[str, object], seconds: float | None = None) -> Row:
        if "bad" in str(request["name"]):
            raise ProcessError("the process that did it was ended by signal 9 (SIGKILL)")
        return {"text": str(request["name"]).upper(), "notice": "", "problem": ""}


def test_an_article_that_ends_its_process_is_its_own_failure_alone() -> None:
    names = [f"{'bad' if number in {5, 6, 30} else 'good'}{number}" for number in range(40)]
    found = list(outlines((Task(Input(name)) for name in names), 2, apart(Failing())))
    assert [outcome.name for outcome in found] == names
    assert [outcome.problem for outcome in found if outcome.problem] == [
        f"{name}: its analysis failed: the process that did it was ended by signal 9 (SIGKILL)"
        for name in ("bad5", "bad6", "bad30")
    ]
    assert all(outcome.text == outcome.name.upper() for outcome in found if not outcome.problem)


@pytest.mark.parametrize("choice", [None, Choice("luhn", 4)])
def test_a_task_is_the_same_in_another_process(seed: Article, choice: Choice | None) -> None:
    whole = replace(seed, title="T", byline="B", headings=(), notice="a part")
    for asked in (Input("a"), Input("b", whole), Input("c", problem="no text")):
        task = Task(asked, "markdown", True, choice)
        assert task_from_row(json.loads(json.dumps(task_to_row(task)))) == task


def test_what_comes_from_standard_input_is_read_by_the_process_that_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Hello.")))
    read: list[Task] = []

    def do(task: Task) -> Outcome:
        read.append(task)
        return Outcome(task.input.name)

    list(outlines([Task(Input("-"))], 2, do))
    assert read[0].input.article is not None
    assert read[0].input.article.text == "Hello."


def test_no_more_is_read_than_is_needed() -> None:
    read = 0

    def tasks() -> Iterator[Task]:
        nonlocal read
        for number in range(1_000):
            read += 1
            yield Task(Input(f"good{number}"))

    coming = outlines(tasks(), 2, quick)
    for _ in range(10):
        next(coming)
    assert read <= 10 + 2 * AHEAD + 1


def test_folders_lists_and_json_are_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b/2.txt", "a.md", "b/1.html", "b/c/3.txt", "b/picture.png"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "list").write_text("# mine\nhttps://x.example/a\n\nnews/b\n")
    monkeypatch.chdir(tmp_path)
    rows = ['{"text": "Hello.", "id": "7", "title": "Hi"}', '{"txt": 1}', '{"text": 5}', "{", "a.txt"]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(rows).encode())))
    found = list(inputs(["one.txt", "news"], ["list", "-"]))
    names = [each.name for each in found]
    files = ["news/a.md", "news/b/1.html", "news/b/2.txt", "news/b/c/3.txt"]
    assert names == ["one.txt", *files, "https://x.example/a", *files[1:], "7", "-:2", "-:3", "-:4", "a.txt"]
    given = found[-5].article
    assert given is not None
    assert (given.text, given.title) == ("Hello.", "Hi")
    assert [bool(each.problem) for each in found[-5:]] == [False, True, True, True, False]
    with pytest.raises(SourceError, match="no such file"):
        list(inputs([], ["missing"]))


def test_what_was_written_is_gone_on_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.jsonl"
    files = [str(SEEDS / "bakhmut.txt"), str(tmp_path / "later.txt")]
    command = ["outline", "--format", "jsonl", "-o", str(out), *files]
    assert main(command) == 1
    assert len(out.read_text().splitlines()) == 1
    Path(files[1]).write_text("Now it is here.")
    assert main(command) == 0
    assert "1 are in" in capsys.readouterr().err
    assert [json.loads(line)["source"]["uri"] for line in out.read_text().splitlines()] == files
    assert not out.with_name("out.jsonl.journal").exists()
    assert main(command) == 1
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("begun", ["", "sec", "second\n"])
def test_what_was_written_only_in_part_is_written_to_its_end(begun: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with Journal(out) as journal:
        journal.write("a", "first\n")
    out.write_text(f"first\n{begun}")
    notes = tmp_path / "out.journal"
    notes.write_bytes(notes.read_bytes() + b'[13, "7a')
    with Journal(out) as journal:
        assert (journal.knows("a"), journal.knows("b")) == (True, False)
        journal.write("b", "second\n")
    with Journal(out) as journal:
        assert journal.knows("b")
        journal.finish()
    assert out.read_text() == "first\nsecond\n"
    with pytest.raises(ExportError, match="there already"):
        Journal(out)


@pytest.mark.parametrize(
    "noted", [b"", b"[]", b"x" * 99, b'[9999, "00"]', b'[-1, "00"]', b"[" * 9_999, b"{}\n[0,1]"]
)
def test_a_journal_that_somebody_else_put_there_takes_nothing_away(noted: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("my notes")
    (tmp_path / "out.journal").write_bytes(noted)
    with Journal(out) as journal, pytest.raises(ExportError, match="changed since"):
        journal.write("a", "first\n")
    assert out.read_text() == "my notes"


def test_what_was_added_by_hand_stays(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with Journal(out) as journal:
        journal.write("a", "first\n")
    out.write_text("first\nby hand")
    with Journal(out) as journal, pytest.raises(ExportError, match="changed since"):
        journal.write("b", "second\n")
    assert out.read_text() == "first\nby hand"


def test_a_journal_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("")
    (tmp_path / "out.journal").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ExportError, match="is a link"):
        Journal(tmp_path / "out")
    assert (tmp_path / "elsewhere").read_text() == ""


@pytest.mark.slow
def test_a_run_that_was_killed_ends_as_one_that_was_not(tmp_path: Path) -> None:
    files = []
    for number in range(30):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"“We have {number} boats,” said Anna Berg, the mayor of Oslo.\n" * 20)
        files.append(str(path))
    whole, stopped = tmp_path / "whole.jsonl", tmp_path / "stopped.jsonl"
    assert main(["outline", "--format", "jsonl", "-o", str(whole), *files]) == 0
    command = [
        sys.executable,
        "-m",
        "reader",
        "outline",
        "--format",
        "jsonl",
        "--jobs",
        "2",
        "-o",
        str(stopped),
        *files,
    ]
    with subprocess.Popen([*command, *files], stderr=subprocess.DEVNULL, start_new_session=True) as process:
        while process.poll() is None and (not stopped.exists() or stopped.read_bytes().count(b"\n") < 5):
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
    assert main(["outline", "--format", "jsonl", "-o", str(stopped), *files]) == 0
    assert stopped.read_bytes() == whole.read_bytes()
