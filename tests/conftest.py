"""What every test gets: a home of its own, no network but this machine, deterministic properties."""

import compileall
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.dont_write_bytecode = False  # what pytest makes of the tests is kept, wherever they are run
from hypothesis import settings  # noqa: E402

from reader.document.article import Article  # noqa: E402
from reader.document.outline import Outline  # noqa: E402

EXAMPLES = int(os.environ.get("NEWSREADER_EXAMPLES", "25"))
"""Of each property."""
settings.register_profile("steady", deadline=None, max_examples=EXAMPLES, derandomize=True, database=None)
settings.load_profile("steady")

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once: many tests start it, often where it cannot or may not keep what it compiled."""
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(ROOT / "reader", quiet=2)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder and a working folder that nobody else has."""
    folder = tmp_path / "home"
    monkeypatch.setenv("NEWSREADER_HOME", str(folder))
    monkeypatch.setenv("NEWSREADER_DEBUG", "1")  # a fault is an exception here, not an exit code
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to anything but this machine fails the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(("127.", "::1", "localhost")):
            raise AssertionError(f"a test tried to reach {address}")
        connect(self, address)  # type: ignore[arg-type]  # whatever the caller gave

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def seed() -> Article:
    """The bundled article on Bakhmut."""
    from reader.sources import open_article

    return open_article(str(SEEDS / "bakhmut.txt"))


@pytest.fixture(scope="session")
def seed_outline(seed: Article) -> Outline:
    """Its outline."""
    from reader.analysis import outline_of

    return outline_of(seed)


@pytest.fixture
def clock() -> Iterator[float]:
    """Seconds that go on by one."""
    return iter(float(second) for second in range(1_000_000_000, 1_000_001_000))
