"""Commands where something around them is missing or odd: the work is done, or a sentence says why not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SEEDS

pytestmark = pytest.mark.slow

ARTICLE = SEEDS.parent / "tests" / "cli" / "article.txt"
OUTLINE = ["outline", str(ARTICLE)]
FAULTS = (b"Traceback", b"fault of newsreader", b"Exception ignored")


def run(
    arguments: list[str], *, environ: dict[str, str] | None = None, cwd: Path | None = None, ends: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """What `newsreader` did; *ends* are redirections of the shell."""
    kept = {name: value for name, value in os.environ.items() if name != "NEWSREADER_DEBUG"}
    kept |= environ or {}
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {ends}', "sh", sys.executable, "-m", "reader", *arguments],
        env={name: value for name, value in kept.items() if value != "(none)"},
        cwd=cwd or SEEDS.parent,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert not any(words in done.stderr + done.stdout for words in FAULTS), done.stderr
    return done


@pytest.mark.parametrize("ends", ["<&-", "2>&-", "<&- 2>&-", "</dev/null 2>/dev/full"])
def test_closed_streams_that_are_not_needed_change_nothing(ends: str) -> None:
    done = run(OUTLINE, ends=ends)
    assert done.returncode == 0
    assert b"Hanna Maliar" in done.stdout


@pytest.mark.parametrize("ends", [">&-", "<&- >&- 2>&-", ">/dev/full"])
def test_words_that_cannot_be_written_are_no_success(ends: str) -> None:
    done = run(OUTLINE, ends=ends)
    assert done.returncode == 1
    assert "2>&-" in ends or done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("ends", [">&-", ">/dev/full"])
@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["feeds", "--help"]], ids=" ".join)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_nor_is_help_that_cannot_be_written(arguments: list[str], ends: str, unbuffered: str) -> None:
    done = run(arguments, ends=ends, environ={"PYTHONUNBUFFERED": unbuffered})
    assert done.returncode == 1
    assert done.stderr.startswith(b"newsreader: standard output cannot be written: ")


@pytest.mark.parametrize(
    "environ",
    [
        {"HOME": "(none)"},
        {"HOME": "", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": "", "XDG_CACHE_HOME": "", "XDG_STATE_HOME": ""},
        {"HOME": "/nonexistent", "NEWSREADER_HOME": "(none)"},
        {"HOME": "/dev/null", "NEWSREADER_HOME": "(none)", "XDG_DATA_HOME": "relative"},
        {"NEWSREADER_HOME": "/proc/nothing"},
        {"NEWSREADER_HOME": "/dev/null/a"},
        {"TMPDIR": "/nonexistent", "TMP": "/nonexistent", "TEMP": "/nonexistent"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LANG": "xx_YY.KOI8-Q", "LC_ALL": "xx_YY.KOI8-Q", "LANGUAGE": "xx"},
        {"PYTHONIOENCODING": "ascii"},
        *({"COLUMNS": columns} for columns in ("0", "1", "-5", "99999999999999", "wide", "")),
        {"TERM": "dumb", "NO_COLOR": "1"},
        {"TERM": "(none)", "PATH": ""},
        {"TZ": "Nowhere/Land", "BROWSER": "%s%s%s", "PAGER": "cat", "EDITOR": ";"},
    ],
    ids=lambda environ: " ".join(f"{name}={value}" for name, value in environ.items()),
)
def test_an_outline_needs_nothing_around_it(environ: dict[str, str]) -> None:
    done = run(OUTLINE, environ=environ)
    assert done.returncode == 0, done.stderr
    assert "### Hanna Maliar" in done.stdout.decode()
    assert run(["--help"], environ=environ).returncode == 0


@pytest.mark.parametrize(
    "command", [["feeds", "list"], ["search", "mayor"], ["library", "check"]], ids=" ".join
)
@pytest.mark.parametrize("home", ["/proc/nothing", "/dev/null/a"])
def test_a_library_that_can_be_nowhere_is_a_sentence(command: list[str], home: str) -> None:
    done = run(command, environ={"NEWSREADER_HOME": home})
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert home.encode() in done.stderr


def test_a_working_folder_that_is_gone_holds_nothing_up(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    script = f'cd "{folder}" && rmdir "{folder}" && exec "$@"'
    for arguments, code in ((OUTLINE, 0), (["outline", "article.txt"], 1), (["outline", "."], 1)):
        done = subprocess.run(
            ["/bin/sh", "-c", script, "sh", str(Path(sys.executable).with_name("newsreader")), *arguments],
            env={name: value for name, value in os.environ.items() if name != "NEWSREADER_DEBUG"},
            capture_output=True,
            timeout=60,
            check=False,
        )
        folder.mkdir(exist_ok=True)
        assert not any(words in done.stderr for words in FAULTS), done.stderr
        assert done.returncode == code, done.stderr
