"""The checks that keep the house straight, run as one suite with the rest."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
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


@cache
def tree_of(path: Path) -> ast.Module:
    """A module's source as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


STARTERS = {"subprocess", "multiprocessing", "concurrent.futures.process", "pty", "webbrowser"}
STARTING = re.compile(
    r"\b(os|posix)\.(exec|spawn|posix_spawn|fork|system|popen)|create_subprocess|subprocess_exec|ProcessPoolExecutor"
)


def test_processes_are_started_in_one_place() -> None:
    for path in (ROOT / "reader").rglob("*.py"):
        if path.is_relative_to(ROOT / "reader" / "processes"):
            continue
        for node in ast.walk(tree_of(path)):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not STARTERS & {*names}, f"{path}: reader.processes starts processes"
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            assert not STARTING.search(called), f"{path}: reader.processes starts processes"
            if called in {"Child", "Crew", "AsyncChild.started"}:
                assert isinstance(node, ast.Call)
                what = ast.unparse(node.args[0])
                assert what.rpartition(".")[2] == "MODULE", f"{path}: name what {called} runs MODULE"


def _trees(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    for folder in folders:
        for path in (ROOT / "reader" / folder).rglob("*.py"):
            yield path, tree_of(path)


def _name(node: ast.AST) -> str:
    return ast.unparse(node) if isinstance(node, ast.Name | ast.Attribute) else ""


PAST_THE_STREAMS = re.compile(
    r"sys\.__std(out|err)__|sys\.std(out|err)\.(buffer|detach)|os\.(write|writev)|open\(1|open\(2"
)


def test_no_command_writes_past_the_streams_that_are_guarded() -> None:
    for path, tree in _trees("cli", "linear", "desk", "export"):
        for node in ast.walk(tree):
            assert not PAST_THE_STREAMS.match(_name(node)), f"{path}:{getattr(node, 'lineno', 0)}"
    for path, tree in _trees("cli", "linear"):
        controls = [
            node for node in ast.walk(tree) if isinstance(node, ast.Constant) and "\x1b" in str(node.value)
        ]
        assert not controls or path.name == "streams.py", path


def _is_no_markup(node: ast.AST) -> bool:
    """Whether what a widget is given is Content, which has no markup, or our own words without any."""
    if isinstance(node, ast.Call):
        return _name(node.func) in {"Content", "Content.assemble"}
    return isinstance(node, ast.Name) or (isinstance(node, ast.Constant) and "[" not in str(node.value))


def test_no_words_reach_a_widget_as_markup() -> None:
    for path, tree in _trees("app"):
        for node in ast.walk(tree):
            place = f"{path}:{getattr(node, 'lineno', 0)}"
            name = _name(node)
            assert not name.endswith((".from_markup", ".from_rich_text", "RichText")), place
            if isinstance(node, ast.keyword) and node.arg == "markup":
                assert _name(node.value) == "markup" or ast.unparse(node.value) == "False", place
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).endswith(
                (".border_title", ".border_subtitle", ".tooltip")
            ):
                assert _is_no_markup(node.value), place
            if isinstance(node, ast.Call) and _name(node.func) in {"Static"}:
                assert all(map(_is_no_markup, node.args)), place
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Static).update"):
                assert all(map(_is_no_markup, node.args)), place
            if isinstance(node, ast.Call) and _name(node.func) == "Binding":
                assert not any(isinstance(each, ast.JoinedStr) for each in node.args), place


def test_fields_to_type_in_are_our_own() -> None:
    for path, tree in _trees("app"):
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and path.name != "fields.py":
                assert not {"Input", "TextArea", "MaskedInput"} & {each.name for each in node.names}, path


OPENING = re.compile(
    r"(^|\.)(read_text|read_bytes)$|^(open|os\.open|io\.open|os\.fdopen|gzip\.open|codecs\.open|tomllib\.load|json\.load)$"
    r"|^(Path\(.*\)|path|file)\.open$"
)
OWN_DATA = re.compile(r"^(Path\(__file__\)|\(?FOLDER|step\.|path\.read_text\(encoding='utf-8'\)$)")
"""What stands beside the code: no name of a reader's, a feed's or a summary's gets there."""
OPENERS = {
    "files.py": "reads what is named",
    "export/saving.py": "writes what is named",
    "private.py": "makes files of the library's",
    "faults.py": "writes its log",
    "cli/outlets.py": "mends closed streams",
    "app/run.py": "asks the terminal for keys",
}


def test_what_a_reader_names_is_read_at_one_door() -> None:
    beside = {"document/codec.py", "analysis/languages/__init__.py"}  # their own schema and tables
    for path, tree in _trees("."):
        place = path.relative_to(ROOT / "reader").as_posix()
        if place in OPENERS or place.startswith("training/"):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and OPENING.search(ast.unparse(node.func)):
                called = ast.unparse(node)
                is_own = OWN_DATA.match(called) and (not called.startswith("path.") or place in beside)
                assert is_own, f"{place}:{node.lineno}: reader.files reads what is named"
