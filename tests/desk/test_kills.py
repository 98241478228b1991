"""Killed at any moment while notes are written, summaries saved, an old library brought up to date: nothing is lost.

`NEWSREADER_KILLS=100` makes more of it.
"""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from reader.desk.verifying import verify
from reader.document.article import Article
from reader.library import Library
from reader.library.soundness import damages
from reader.library.steps import steps
from tests.generator import article
from tests.library.test_migration import OLD, old_library

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


ARTICLES = 4_000
"""So many that bringing them up to date takes a while."""
OPENER = "import sys; from reader.library import Library; Library(sys.argv[1]).close()"


@pytest.mark.slow
def test_a_library_killed_while_it_is_brought_up_to_date_is_the_old_one_or_the_new_one(
    tmp_path: Path,
) -> None:
    path, root = tmp_path / "library.sqlite3", Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    opener = [sys.executable, "-c", OPENER, str(path)]
    old, seen = old_library_of(tmp_path / "old.sqlite3", ARTICLES), set()
    start = time.monotonic()
    shutil.copy(old, path)
    subprocess.run(opener, env=environment, check=True)
    took = time.monotonic() - start
    for moment in range(MOMENTS):
        for each in tmp_path.glob("library*"):
            each.unlink()
        shutil.copy(old, path)
        process = subprocess.Popen(opener, env=environment)
        time.sleep(took * (0.2 + 0.8 * moment / MOMENTS))
        process.kill()
        process.wait()
        with closing(sqlite3.connect(path)) as database:
            seen.add(database.execute("pragma user_version").fetchone()[0])
            assert damages(database, thorough=True) == []
        with Library(path) as library:
            assert library.rows("select count(*) from article") == [(ARTICLES + 3,)]
            assert [kept.note.body for kept in library.all_notes()] == ["why?"]
            assert library.keeping.check() == []
    assert seen <= {OLD, *range(OLD, len(steps()) + 1)}


def old_library_of(path: Path, count: int) -> Path:
    """A library as it was before feeds, with so many articles more."""
    old_library(path)
    with closing(sqlite3.connect(path)) as database, database:
        for number in range(count):
            article = Article(f"Text {number}. " * 40, f"https://news.example/{number}", "Title")
            row = (article.sha256, article.uri, article.text, 1_710_000_100.0 + number, article.uri)
            database.execute(
                "insert into article values (?, ?, 'T', null, null, null, null, null, ?, ?, '[]', '[]', ?)",
                row,
            )
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma wal_checkpoint(truncate)")
    return path
