"""Files are replaced whole, and never another's."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desk.home import open_library
from reader.desk.summaries import save_summary, usual_path
from reader.document.article import Article
from reader.document.outline import Outline
from reader.errors import ExportError
from reader.export.saving import file_name, save


@given(st.text())
def test_any_title_gives_a_name_that_stays_in_its_folder(title: str) -> None:
    name = file_name(title)
    assert name.endswith(".md")
    assert Path(name).name == name
    assert not name.startswith((".", "-"))
    assert len(name.encode()) < 255


def test_names_that_windows_keeps_for_itself_are_changed() -> None:
    assert file_name("CON") == "_con.md"


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    save(path, b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left"):
        save(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["a.md"]


def test_what_a_killed_save_left_behind_is_swept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    killed, running, other = (tmp_path / f".{name}.part" for name in ("a.md.x1", "a.md.x2", "b.md.x3"))
    for each in (killed, running, other):
        each.write_text("half")
    for each in (killed, other):
        os.utime(each, (1e9, 1e9))
    save(path, b"whole")
    assert not killed.exists()
    assert running.exists()
    assert other.exists()


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="was not written"):
        save(tmp_path / "missing" / "a.md", b"x")


def test_what_was_written_into_the_file_is_kept_when_it_is_saved_again(
    seed: Article, seed_outline: Outline
) -> None:
    with open_library() as library:
        first = save_summary(library, seed, seed_outline, []).path
        assert save_summary(library, seed, seed_outline, []).path == first
        first.write_text(first.read_text() + "\nmy own words\n")
        edited = first.read_bytes()
        assert save_summary(library, seed, seed_outline, []).path == first
        assert first.read_bytes() == edited


def test_a_file_of_somebody_else_is_not_touched(seed: Article, seed_outline: Outline) -> None:
    with open_library() as library:
        usual = usual_path(seed, seed_outline)
        usual.write_text("# My shopping list\n")
        assert save_summary(library, seed, seed_outline, []).path.name == f"{usual.stem}-2.md"
        with pytest.raises(ExportError, match="holds something else"):
            save_summary(library, seed, seed_outline, [], usual)
        assert usual.read_text() == "# My shopping list\n"
