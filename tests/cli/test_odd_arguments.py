"""Whatever is given as an argument, a command ends, and says what is wrong in a sentence or two."""

import os
import re
import socket
from pathlib import Path

import pytest

from reader import files
from reader.cli import main
from tests.cli.parsers import Place, places

NUMBERS = ["0", "-1", "4e18", str(10**23), "9" * 5_000, "1.5", "nan", "٣", "0x10", "1_0", "+1", "-0"]
WORDS = ["", " ", "\0", "a\0b", "~", "~nosuchuser", "~nosuchuser/x", "x" * 300, "x/" * 3_000, "\udcff.txt", "\ud800",
         "\x1b]0;x\x07", "-\x1b[31m", "--", "http://[", "https://", "HTTP://", "file:///etc/passwd", "data:,x",
         "tcp://[", "%s%n", "{0.__class__}", "*", '"', "title:", "-title:x", "NEAR("]  # fmt: skip
FILES = [".", "folder", "pipe", "socket", "loop", "dangling", "empty", "binary", "a.txt/b", "missing/b",
         "/dev/null", "/dev/zero", "/dev/full", "/dev/stdin", "/dev/stdout", "/dev/fd/1", "/dev/tty", "/dev/urandom",
         "/proc/self/mem", "/proc/self/environ", "/proc/self/fd/0"]  # fmt: skip
PLACES = places()
SHARE = 1 if os.environ.get("NEWSREADER_ALL") else 5
"""Each place gets one of so many values, each another; `NEWSREADER_ALL=1` gives all to each."""
NUMBERED = [pytest.param(number, place, id=place.about) for number, place in enumerate(PLACES)]


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one of each kind of file; nothing is waited for, and nobody answers for a name."""

    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    (tmp_path / "a.txt").write_text(
        "The bridge is closed. “We wait,” said Anna Berg, the mayor, on Monday.\n"
    )
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    (tmp_path / "binary").write_bytes(bytes({*range(256)} - {10}) * 8)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket")
    monkeypatch.setattr(files, "SILENT_SECONDS", 0.02)
    monkeypatch.setattr(files, "MAX_BYTES", 200_000)
    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    monkeypatch.setenv("EDITOR", "true")
    return tmp_path


def ends_well(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Run a command, and hold it to the law of all commands."""
    try:
        code = main(words)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    out, err = capfd.readouterr()
    assert code in {0, 1, 2, 130}, words
    assert len(err.splitlines()) <= 5, (words, err)
    assert "Traceback" not in err, words
    assert code == 0 or out or err, words
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", err), words


def test_every_command_has_places_for_values() -> None:
    assert len(PLACES) > 30


@pytest.mark.slow
@pytest.mark.parametrize(("number", "place"), NUMBERED)
def test_an_odd_number_or_word_ends_well(
    number: int, place: Place, odd: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for value in [*NUMBERS, *WORDS][number % SHARE :: SHARE]:
        ends_well([*place.before, value, *place.after], capfd)


@pytest.mark.slow
@pytest.mark.parametrize(("number", "place"), NUMBERED)
def test_an_odd_file_ends_well(
    number: int, place: Place, odd: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for value in FILES[number % SHARE :: SHARE]:
        ends_well([*place.before, value, *place.after], capfd)
