"""Lists of articles that others made: each line that cannot be read is told, the rest is done."""

import io
import json
import os
from pathlib import Path

import pytest

from reader import files
from reader.errors import SourceError
from reader.sources.inputs import Input, inputs


def listed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> list[Input]:
    """What a list on standard input means."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))
    return list(inputs([], ["-"]))


@pytest.mark.parametrize(
    "row",
    [
        '{"text": ["We sail."]}',
        '{"text": null}',
        '{"text": "We sail.", "title": ["A"]}',
        '{"text": "We sail.", "language": {"a": 1}}',
        '{"text": "We sail.", "uri": true}',
        '{"text": "We sail.", "title": ' + "9" * 5_000 + "}",
        '{"text": ' + "[" * 100_000,
        '{"text": "We sail."',
        "{}",
        "x" * 100_000,
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_the_next_is_done(
    monkeypatch: pytest.MonkeyPatch, row: str
) -> None:
    found = listed(monkeypatch, f'{row}\n{{"text": "We sail."}}\n'.encode())
    assert found[0].problem
    assert len(f"{found[0].name}{found[0].problem}") < 1_000
    assert found[1].article is not None


def test_half_a_sign_becomes_a_sign_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"text": "We \ud800 sail.", "uri": "a\udc80", "title": "\udfff"}
    (found,) = listed(monkeypatch, json.dumps(row).encode())
    assert found.article is not None
    assert (found.name, found.article.text, found.article.title) == ("a\ufffd", "We \ufffd sail.", "\ufffd")


def test_bytes_that_are_no_utf8_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = listed(monkeypatch, b'{"text": "We \xff sail."}\n')
    assert found.article is not None
    assert found.article.text == "We \ufffd sail."


def test_numbers_are_taken_for_names(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = listed(monkeypatch, b'{"text": "We sail.", "id": 7, "title": 8.5}\n')
    assert found.article is not None
    assert (found.name, found.article.title) == ("7", "8.5")


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "\ud800", "~nobody/a"])
def test_odd_names_are_left_to_whoever_opens_them(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    assert [each.name for each in inputs([name])] == [name]


def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1_000)
    with pytest.raises(SourceError, match="longer than"):
        listed(monkeypatch, b"\0" * 5_000)


def test_a_closed_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(SourceError, match="closed"):
        list(inputs([], ["-"]))


def test_a_folder_without_an_article_says_so(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "photo.jpg").write_text("")
    (found,) = inputs([str(tmp_path)])
    assert found.problem == "there is no article in this folder (.txt, .html or .md)"


def test_a_folder_that_cannot_be_read_says_so_after_what_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("A text.")
    (tmp_path / "closed").mkdir()
    scandir = os.scandir

    def refused(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    article, closed = inputs([str(tmp_path)])
    assert article.name == str(tmp_path / "a.txt")
    assert closed.name == str(tmp_path / "closed")
    assert closed.problem == "this folder cannot be read: Permission denied"
