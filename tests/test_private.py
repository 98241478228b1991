"""What the program keeps is readable by its owner alone; what is there already is mended; nothing else is touched."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.cli import main
from reader.desk.home import open_library
from reader.desk.journal import Journal
from reader.document.article import Article
from reader.export.saving import save
from reader.library import Library
from reader.private import make_file, make_folder, tighten
from reader.settings import cache_folder
from reader.sources.cache import Page, PageCache
from reader.sources.politeness import turn

WRITER = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('insert into t values (1)')"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


def modes(folder: Path) -> set[int]:
    return {mode(each) for each in folder.rglob("*") if each.is_file()}


def test_a_new_library_its_logs_and_its_folder_are_private(home: Path) -> None:
    with open_library() as library:
        library.keep(Article("Words.", "https://x.example/a"))
        assert {each.name for each in home.iterdir()} >= {"library.sqlite3", "library.sqlite3-wal"}
        assert modes(home) == {0o600}
    assert mode(home) == 0o700


def test_what_an_older_newsreader_left_readable_is_mended(home: Path) -> None:
    Library(home / "library.sqlite3").close()
    names = ["library.version-4.sqlite3", "library.2026-01-02-030405.sqlite3", "config.toml", "toured"]
    for name in (*names, "library.sqlite3"):
        (home / name).touch()
        (home / name).chmod(0o644)
    (home / "cache").mkdir()
    (home / "cache" / "host-1.lock").touch(0o644)
    home.chmod(0o755)
    open_library().close()
    assert modes(home) == {0o600}
    assert (mode(home), mode(home / "cache")) == (0o700, 0o700)


def test_a_folder_in_which_other_things_lie_is_left_as_it_is(home: Path) -> None:
    home.mkdir(mode=0o755)
    (home / "holiday.jpg").touch(0o644)
    open_library().close()
    assert (mode(home), mode(home / "holiday.jpg"), mode(home / "library.sqlite3")) == (0o755, 0o644, 0o600)


def test_what_is_tighter_already_stays_so_and_a_shared_folder_is_nobodys(tmp_path: Path) -> None:
    for each, wanted in (("tight", 0o400), ("shared", 0o1777)):
        path = tmp_path / each
        path.touch() if each == "tight" else path.mkdir()
        path.chmod(wanted)
        tighten(path)
        assert mode(path) == wanted
    tighten(tmp_path / "absent")


def test_a_library_behind_a_link_is_private_too(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    link = tmp_path / "library.sqlite3"
    link.symlink_to(tmp_path / "disk" / "real.sqlite3")
    with Library(link) as library:
        library.keep(Article("Words.", "https://x.example/a"))
        assert modes(tmp_path / "disk") == {0o600}
    with Library(link) as library:
        assert len(library.recent()) == 1


def test_settings_that_are_a_link_to_somebody_elses_file_are_not_touched(home: Path, tmp_path: Path) -> None:
    home.mkdir()
    (tmp_path / "dotfile").touch(0o644)
    (home / "config.toml").symlink_to(tmp_path / "dotfile")
    open_library().close()
    assert mode(tmp_path / "dotfile") == 0o644


def test_backups_journals_settings_and_fetched_pages_are_private(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library().close()
    out = tmp_path / "out"
    out.mkdir()
    assert main(["library", "backup", str(out / "copy.sqlite3")]) == 0
    assert mode(out / "copy.sqlite3") == 0o600
    with Journal(tmp_path / "outlines.jsonl") as journal:
        journal.write("a", "text\n")
    assert mode(tmp_path / "outlines.jsonl.journal") == 0o600
    assert mode(tmp_path / "outlines.jsonl") == 0o644, "what is asked for is as the user's umask says"
    monkeypatch.setenv("EDITOR", "true")
    assert main(["config", "edit"]) == 0
    PageCache(cache_folder() / "pages.sqlite3").put("https://x.example/", Page("u", "text/html", None, b"x"))
    with turn(cache_folder(), "x.example"):
        assert modes(home) == {0o600}
    assert mode(cache_folder()) == 0o700


@pytest.mark.parametrize(("umask", "wanted"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_saved_summary_has_the_mode_that_the_umask_gives(umask: int, wanted: int, tmp_path: Path) -> None:
    os.umask(umask)
    save(tmp_path / "a.md", b"words")
    assert mode(tmp_path / "a.md") == wanted
    (tmp_path / "a.md").chmod(0o640)
    save(tmp_path / "a.md", b"other words")
    assert mode(tmp_path / "a.md") == 0o640


@pytest.mark.slow
def test_making_a_file_that_is_there_does_not_drop_the_locks_on_it(tmp_path: Path) -> None:
    path = tmp_path / "locked.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("create table t (a)")
        holder.execute("begin exclusive")
        make_file(path)
        done = subprocess.run([sys.executable, "-c", WRITER, str(path)], capture_output=True, check=False)
        assert b"database is locked" in done.stderr


def test_folders_that_are_missing_are_made_private_and_others_left(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_folder(tmp_path / "a" / "b")
    assert (mode(tmp_path / "a"), mode(tmp_path / "a" / "b"), mode(tmp_path)) == (0o700, 0o700, 0o755)
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="Not a directory"):
        make_folder(tmp_path / "file")
