"""Killed at any moment while notes are written and summaries saved: nothing confirmed is lost, nothing is torn."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.desk.verifying import verify
from reader.document.article import Article
from reader.library import Library
from tests.generator import article

WRITER = """
import sys
from pathlib import Path
from reader.analysis import outline_of
from reader.desk.summaries import save_summary
from reader.library import Library
from tests.generator import article

found = article(22)
outline = outline_of(found)
with Library(sys.argv[1]) as library:
    number = len(library.notes(found.sha256))
    print("ready", flush=True)
    while True:
        library.add_note(found, outline.direct[number % 9].span, f"note {number}")
        print(number, flush=True)
        save_summary(library, found, outline, library.notes(found.sha256), Path(sys.argv[2]))
        number += 1
"""
MOMENTS = int(os.environ.get("NEWSREADER_KILLS", "8"))
"""How many times it is killed."""


@pytest.mark.slow
def test_nothing_confirmed_is_lost_and_no_file_is_torn(tmp_path: Path) -> None:
    path, summary = tmp_path / "library.sqlite3", tmp_path / "summary.md"
    found: Article = article(22)
    confirmed = 0
    root = Path(__file__).resolve().parents[2]
    for moment in range(MOMENTS):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(summary)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(root)},
            text=True,
        )
        with writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(0.002 + 0.15 * moment / MOMENTS)
            writer.send_signal(signal.SIGKILL)
            told = writer.stdout.read().split()
        confirmed = max([confirmed, *(int(each) + 1 for each in told)])
        with Library(path) as library:
            assert library.integrity() == "ok"
            assert len(library.notes(found.sha256)) >= confirmed
            if summary.exists():
                assert verify(str(summary), library).is_verified
    assert confirmed
