"""Programs are found by absolute entries of PATH alone, and run without a shell."""

from pathlib import Path

import pytest

from reader.app.clipboard import copied_with, tool
from reader.cli import main
from reader.processes.programs import program, run

FOUND = "#!/bin/sh\ncat > {}\n"


def put(folder: Path, name: str, taken: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(FOUND.format(taken))
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("path", ["", ":", ".", ".:", "::/nowhere", "here", "./here:/nowhere"])
def test_a_program_of_the_working_folder_is_none(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "xclip", tmp_path / "taken")
    put(tmp_path / "here", "xclip", tmp_path / "taken")
    monkeypatch.setenv("PATH", path)
    assert program("xclip") in {None, "/usr/bin/xclip"}
    assert program("./xclip") is None
    assert program("here/xclip") is None


@pytest.mark.parametrize("path", [":", "."])
def test_words_are_not_handed_to_a_clipboard_of_the_working_folder(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "xclip", tmp_path / "taken")
    monkeypatch.setenv("PATH", path)
    monkeypatch.setenv("DISPLAY", ":0")
    assert tool({"DISPLAY": ":0"}, "linux") is None
    assert copied_with("words") is None
    assert not (tmp_path / "taken").exists()


def test_settings_are_not_opened_with_an_editor_of_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, "edit", tmp_path / "taken")
    monkeypatch.setenv("PATH", ".:")
    monkeypatch.setenv("VISUAL", "edit")
    assert main(["config", "edit"]) == 1
    assert "there is no program edit" in capsys.readouterr().err
    assert not (tmp_path / "taken").exists()


@pytest.mark.slow
def test_a_program_gets_words_and_says_how_it_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tmp_path / "taken"
    path = put(tmp_path / "bin", "take", taken)
    monkeypatch.setenv("PATH", f".:{path.parent}:/usr/bin:/bin")
    assert run(["take"], given="Høyre") == 0
    assert taken.read_text() == "Høyre"
    path.write_text("#!/bin/sh\nexit 3\n")
    assert run([str(path)], given="") == 3
    path.write_text("#!/bin/sh\nexec sleep 60\n")
    with pytest.raises(TimeoutError, match="takes longer than"):
        run(["take"], given="", seconds=0.2)
