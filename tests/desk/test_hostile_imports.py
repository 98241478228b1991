"""Exports that are damaged, hostile or huge: each bad highlight is told, the others are taken, nothing else happens."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.desk.importing import Imported, take_in
from reader.desk.imports import hypothesis, readwise, wallabag
from reader.document.article import Article
from reader.errors import ImportingError
from reader.library import Library
from tests.stopwatch import millions_of_rounds

PAGE = Article("The city was quiet. Nobody had a number.", "https://news.example/siege", "The siege")
GOOD: dict[str, Any] = {
    "id": "good",
    "uri": PAGE.uri,
    "text": "really?",
    "tags": ["war"],
    "document": {"title": ["The siege"]},
    "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "The city was quiet"}]}],
}
KEPT = {"url": PAGE.uri, "title": "The siege", "content": "", "tags": []}
HEAD = "Highlight,Book Title,Note,Tags\n"
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("\ud801"),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOD, "selector", "exact"]), inner)
    ),
    max_leaves=6,
)


def taken(text: str, tmp_path: Path, library: Library) -> Imported:
    path = tmp_path / "export"
    path.write_text(text, encoding="utf-8")
    return take_in(str(path), library)


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(":memory:") as library:
        library.keep(PAGE)
        yield library


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (5, "annotation 1: the entry is not an object"),
        ({**GOOD, "target": 5}, "target is not a list"),
        ({**GOOD, "target": [[]]}, "target is not an object"),
        ({**GOOD, "text": {"a": 1}}, "text is an object, not text"),
        ({**GOOD, "tags": "war"}, "tags is not a list"),
        ({**GOOD, "tags": [["war"]]}, "tag is a list, not text"),
        ({**GOOD, "document": []}, "document is not an object"),
    ],
)
def test_a_bad_annotation_is_told_and_the_others_are_taken(
    bad: object, reason: str, tmp_path: Path, library: Library
) -> None:
    done = taken(json.dumps([bad, GOOD]), tmp_path, library)
    assert (done.placed, len(done.problems)) == (1, 1)
    assert reason in done.problems[0]


def test_a_bad_annotation_of_a_page_leaves_the_pages_others(tmp_path: Path, library: Library) -> None:
    notes = [{"quote": ["x"], "text": ""}, 7, {"quote": "Nobody had a number", "text": "who?"}]
    done = taken(json.dumps([{**KEPT, "annotations": notes}, "no page"]), tmp_path, library)
    assert (done.program, done.placed, len(done.problems)) == ("wallabag", 1, 3)


@pytest.mark.parametrize(
    "rows",
    [
        'The city was quiet,The siege,a,\n"not closed,The siege,b,\n',
        'The city was quiet,The siege,a,\n"closed" twice,The siege,b,\n',
        f'The city was quiet,The siege,a,\n"{"x" * 10_000_001}",The siege,b,\n',
    ],
    ids=["not closed", "closed twice", "too long"],
)
def test_a_damaged_row_is_told_and_the_others_are_taken(rows: str, tmp_path: Path, library: Library) -> None:
    done = taken(HEAD + rows, tmp_path, library)
    assert (done.placed, len(done.problems)) == (1, 1)
    assert "line 3" in done.problems[0] or "line 4" in done.problems[0]


def test_nothing_in_a_table_is_taken_for_more_than_words(tmp_path: Path, library: Library) -> None:
    done = taken(f'{HEAD}"The city was quiet",The siege,"\0\x1b]0;X\a","a\x1b[31m,b"\n', tmp_path, library)
    (note,) = [kept.note for kept in library.all_notes()]
    assert done.problems == ()
    assert not {*"\0\x1b\a"} & {*note.body, *"".join(note.tags)}


def test_half_characters_become_the_sign_for_them(tmp_path: Path, library: Library) -> None:
    half = json.loads(json.dumps(GOOD).replace("really?", "\\ud801").replace('"war"', '"t\\ud801"'))
    half["uri"] += "\ud801"
    done = taken(json.dumps([half]), tmp_path, library)
    (kept,) = library.all_notes()
    assert (done.problems, kept.note.body, kept.note.tags) == ((), "\ufffd", ("t\ufffd",))


@pytest.mark.parametrize(
    "uri", ["data:text/html," + "x" * 1_000_000, "javascript:alert(1)", "https://" + "x" * 9_999]
)
def test_an_address_that_is_none_is_not_kept(uri: str, tmp_path: Path, library: Library) -> None:
    taken(json.dumps([{**GOOD, "uri": uri, "document": None}]), tmp_path, library)
    assert [kept.identity for kept in library.all_notes()] == [""]


@pytest.mark.parametrize(
    "text", ["x" * 200_000, "x," * 200_000, '"' * 200_001, "9" * 10_000, "[" + "9" * 10_000 + "]"]
)
def test_one_long_line_is_no_export(text: str, tmp_path: Path, library: Library) -> None:
    with pytest.raises(ImportingError, match="it is no export"):
        taken(text, tmp_path, library)


def test_numbers_too_long_to_count_with_are_words(tmp_path: Path, library: Library) -> None:
    text = json.dumps([{**GOOD, "text": 0}]).replace('"text": 0', '"text": ' + "9" * 5_000)
    assert taken(text, tmp_path, library).placed == 1


@given(st.sampled_from([*GOOD]), VALUES)
def test_whatever_stands_in_a_field_the_others_are_taken(name: str, value: object) -> None:
    found = hypothesis.read(json.dumps([{**GOOD, name: value}, {**GOOD, "id": "other"}]))
    assert found is not None
    assert len(found.highlights) + len(found.problems) == 2
    assert found.highlights[-1].quoted == "The city was quiet"


@given(st.sampled_from([*KEPT, "annotations", "quote", "text", "id"]), VALUES)
def test_whatever_stands_in_a_page_its_reading_ends_well(name: str, value: object) -> None:
    note = {
        "quote": "Nobody",
        "text": "",
        "id": 1,
        **({name: value} if name in {"quote", "text", "id"} else {}),
    }
    found = wallabag.read(
        json.dumps([{**KEPT, "annotations": [note], **({name: value} if name not in note else {})}])
    )
    assert found is None or len(found.highlights) + len(found.problems) <= 4


@given(st.text(alphabet='ab,"\n\r\0 ', max_size=60))
def test_whatever_stands_in_a_table_its_reading_ends_well(rows: str) -> None:
    assert readwise.read(HEAD + rows) is not None


def test_on_the_command_line_a_bad_one_fails_and_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([*([{**GOOD, "tags": 5}] * 30), GOOD]))
    assert main(["notes", "import", str(path)]) == 1
    said = capsys.readouterr().err
    assert "1 waiting for their article or passage, 30 not readable" in said
    assert said.count("tags is not a list; it was left out") == 20
    assert "10 more were left out" in said


@pytest.mark.slow
def test_a_hundred_thousand_highlights_cost_little_each(tmp_path: Path) -> None:
    count = int(os.environ.get("NEWSREADER_HIGHLIGHTS", "20000"))
    rows = [{**GOOD, "id": str(number), "text": f"note {number}"} for number in range(count)]
    with Library(tmp_path / "library.sqlite3") as library:
        library.keep(PAGE)
        written = json.dumps(rows)
        placed: list[int] = []
        spent = millions_of_rounds(lambda: placed.append(taken(written, tmp_path, library).placed))
        assert placed == [count]
        assert spent < count / 50
        assert len(library.notes(PAGE.sha256)) == count
