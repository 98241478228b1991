"""The checks that keep the house straight, run as one suite with the rest."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports"]],
    ids=" ".join,
)
def test_the_code_is_in_order(command: list[str]) -> None:
    done = subprocess.run(
        [TOOLS / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_colours_are_named_in_sheets_and_themes_only() -> None:
    for path in (ROOT / "reader" / "app").rglob("*.py"):
        if path.name == "themes.py":
            continue
        assert not re.search(r"DEFAULT_CSS|#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8")), path
    for sheet in (ROOT / "styles").glob("*.tcss"):
        assert "!important" not in sheet.read_text(encoding="utf-8")


def test_the_changelog_tells_of_this_version() -> None:
    from reader import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_seed_says_where_it_is_from() -> None:
    sources = (ROOT / "seeds" / "SOURCES.md").read_text(encoding="utf-8")
    for path in (ROOT / "seeds").iterdir():
        assert path.name == "SOURCES.md" or path.name in sources
    assert "TO-FILL" not in sources


STARTERS = {"subprocess", "multiprocessing", "concurrent.futures.process", "pty", "webbrowser"}
STARTING = re.compile(
    r"\b(os|posix)\.(exec|spawn|posix_spawn|fork|system|popen)|create_subprocess|subprocess_exec|ProcessPoolExecutor"
)


def test_processes_are_started_in_one_place() -> None:
    for path in (ROOT / "reader").rglob("*.py"):
        if path.is_relative_to(ROOT / "reader" / "processes"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not STARTERS & {*names}, f"{path}: reader.processes starts processes"
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            assert not STARTING.search(called), f"{path}: reader.processes starts processes"
            if called in {"Child", "Crew", "AsyncChild.started"}:
                assert isinstance(node, ast.Call)
                what = ast.unparse(node.args[0])
                assert what.rpartition(".")[2] == "MODULE", f"{path}: name what {called} runs MODULE"
