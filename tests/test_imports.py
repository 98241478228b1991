"""The start is cheap: what a command does not need, it does not load."""

import subprocess
import sys

import pytest

HEAVY = (
    "textual",
    "rich",
    "nltk",
    "sumy",
    "httpx",
    "trafilatura",
    "lxml",
    "charset_normalizer",
    "sqlite3",
    "asyncio",
)


def _loaded(code: str) -> list[str]:
    listing = f"import sys\n{code}\nprint(' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    return (
        subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
        .stdout.split("\n")[-2]
        .split()
    )


@pytest.mark.slow
def test_version_loads_nothing_heavy() -> None:
    assert _loaded("from reader.cli import main\ntry: main(['--version'])\nexcept SystemExit: pass") == []


@pytest.mark.slow
def test_the_screen_loads_neither_models_nor_web() -> None:
    loaded = _loaded("import reader.app.app, reader.desk")
    assert not {"nltk", "sumy", "httpx", "trafilatura", "lxml", "charset_normalizer", "sqlite3"} & set(loaded)


@pytest.mark.slow
def test_the_outline_loads_no_screen_and_no_web(tmp_path: object) -> None:
    loaded = _loaded("from reader.cli import main\nmain(['outline', '--format', 'jsonl', '/dev/null'])")
    assert not {"textual", "rich", "httpx", "trafilatura", "lxml"} & set(loaded)


def test_who_fetches_does_not_load_the_command_line_of_httpx() -> None:
    loading = "import sys, reader.sources.http\nprint('click' in sys.modules or 'rich' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", loading], capture_output=True, text=True, check=True)
    assert found.stdout == "False\n"
