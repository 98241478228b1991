"""A full disk, a folder that may not be written, two newsreaders at once: one plain sentence, and nothing lost."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.analysis import outline_of
from reader.cli import main
from reader.desk.summaries import save_summary
from reader.desk.verifying import verify
from reader.document.article import Article
from reader.library import Library

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import json, os, resource, sys
from pathlib import Path
from reader.analysis import outline_of
from reader.desk.summaries import save_summary
from reader.errors import NewsreaderError
from reader.library import Library
from tests.generator import article

folder, limit, rounds = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
found = article(22)
outline = outline_of(found)
confirmed, sentences = 0, []
try:
    library = Library(folder / "library.sqlite3")
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    for number in range(rounds):
        try:
            library.add_note(found, outline.direct[number % 9].span, f"{os.getpid()} {number} " + "x" * 400)
            confirmed += 1
            notes = library.notes(found.sha256) if number % 7 == 0 else []
            if notes:
                save_summary(library, found, outline, notes, folder / "a.md", keep="both")
        except NewsreaderError as error:
            sentences.append(str(error))
except NewsreaderError as error:
    sentences.append(str(error))
print(json.dumps([confirmed, sentences]))
"""


def run(folder: Path, limit: int = 0, rounds: int = 120, before: str = "") -> tuple[int, list[str]]:
    """Notes and summaries in a process of its own: how many notes were confirmed, and what was said."""
    command = [sys.executable, "-c", SCRIPT, str(folder), str(limit), str(rounds)]
    if before:
        command = ["unshare", "-rm", "sh", "-c", f'{before} && exec "$0" "$@"', *command]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    confirmed, sentences = json.loads(done.stdout.splitlines()[-1])
    return confirmed, sentences


def mounts() -> bool:
    """Whether a process of ours may mount a file system of its own."""
    if not shutil.which("unshare"):
        return False
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0


def whole(folder: Path, confirmed: int) -> None:
    """Every confirmed note is there, the database is sound, the summary is the article's."""
    with Library(folder / "library.sqlite3") as library:
        assert library.integrity() == "ok"
        assert len(library.all_notes()) >= confirmed
        if (folder / "a.md").exists():
            assert verify(str(folder / "a.md"), library).is_verified


def plain(sentences: list[str]) -> None:
    assert sentences
    for each in sentences:
        assert "\n" not in each
        assert "Traceback" not in each
        assert "cannot be used" in each or "was not written" in each or "cannot be written" in each


LIMITS = (
    [1, 5_000, 33_000, 70_000, 120_000, 200_000] if os.environ.get("NEWSREADER_ALL") else [1, 33_000, 120_000]
)
"""Bytes that a file may have: fewer than the summary, than an empty library, than one with an article."""


@pytest.mark.slow
@pytest.mark.parametrize("limit", LIMITS)
def test_files_that_may_not_grow(limit: int, tmp_path: Path) -> None:
    first, _ = run(tmp_path, rounds=2)
    confirmed, sentences = run(tmp_path, limit)
    plain(sentences)
    whole(tmp_path, first + confirmed)
    assert not [*tmp_path.glob(".*.part")]
    more, sentences = run(tmp_path, rounds=3)
    assert (more, sentences) == (3, [])


@pytest.mark.slow
@pytest.mark.skipif(not mounts(), reason="no file system of its own may be mounted here")
@pytest.mark.parametrize("kilobytes", [64, 160, 400])
def test_a_full_disk(kilobytes: int, tmp_path: Path) -> None:
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    disk.mkdir()
    kept.mkdir()
    mount = f"mount -t tmpfs -o size={kilobytes}k none {disk} && trap 'cp -a {disk}/. {kept}' EXIT"
    command = f'{mount}; "$0" "$@"; true'
    script = [sys.executable, "-c", SCRIPT, str(disk), "0", "150"]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", command, *script],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    confirmed, sentences = json.loads(done.stdout.splitlines()[-1])
    plain(sentences)
    if confirmed:
        whole(kept, confirmed)


@pytest.mark.slow
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    first, _ = run(tmp_path, rounds=3)
    if os.geteuid() and not mounts():
        pytest.skip("no file system of its own may be mounted here")
    before = f"mount --bind {tmp_path} {tmp_path} && mount -o remount,ro,bind {tmp_path}"
    confirmed, sentences = run(tmp_path, rounds=2, before=before)
    assert confirmed == 0
    plain(sentences)
    whole(tmp_path, first)


@pytest.mark.slow
@pytest.mark.skipif(not mounts(), reason="no file system of its own may be mounted here")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["search", "bridge"], "The bridge"),
        (["library", "export"], "The bridge"),
        (["verify", "{home}/summary.md"], "verified"),
    ],
    ids=lambda words: words[0] if isinstance(words, list) else "",
)
def test_what_only_reads_works_where_nothing_may_be_written(
    command: list[str], said: str, home: Path
) -> None:
    found = Article("“The bridge is done,” said Anna Berg, the mayor.", "https://x.example/a", "The bridge")
    with Library(home / "library.sqlite3") as library:
        library.keep(found)
        save_summary(library, found, outline_of(found), [], home / "summary.md")
    words = [each.format(home=home) for each in command]
    mount = f"mount --bind {home} {home} && mount -o remount,ro,bind {home}"
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", f'{mount} && exec "$0" "$@"', sys.executable, "-m", "reader", *words],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout


def test_summaries_are_checked_where_the_library_is_damaged(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("“The bridge is done,” said Anna Berg, the mayor.")
    assert main(["export", str(article)]) == 0
    (home / "library.sqlite3").write_bytes(b"no library" * 1_000)
    assert main(["verify", capsys.readouterr().out.strip()]) == 0
    assert "checked without it" in capsys.readouterr().err


@pytest.mark.slow
def test_two_newsreaders_at_once(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT, str(tmp_path), "0", "60"],
            stdout=subprocess.PIPE, text=True, env=environment,
        )
        for _ in range(2)
    ]  # fmt: skip
    told = [json.loads(each.communicate()[0].splitlines()[-1]) for each in both]
    assert [confirmed for confirmed, _ in told] == [60, 60]
    assert [sentences for _, sentences in told] == [[], []]
    whole(tmp_path, 120)
