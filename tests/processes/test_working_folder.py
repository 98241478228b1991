"""Nothing of the working folder is run: not by a process of ours, not by the commands that start them."""

import ast
import pickle
import re
import subprocess
import sys
import threading
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader.document.article import Article
from reader.document.codec import to_json
from reader.document.feed import Listed
from reader.document.outline import Outline
from reader.library import Library
from reader.processes.command import command, lifeline
from reader.sources.inputs import Input
from tests.app.terminals import Terminal
from tests.processes.folders import MODULE_PATHS, ROOT, Trapped, environment, loaded_by_python
from tests.sources.test_feeds import ITEM

pytestmark = pytest.mark.slow

TEXT = "“We have 40 boats,” said Anna Berg, the mayor of Oslo.\n"
FEED = (
    f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{ITEM.format("one")}</channel></rss>'
)
QUIT = b"\x11"


def _row(row: object) -> bytes:
    import json

    return json.dumps(row).encode() + b"\n"


def _task() -> object:
    from reader.desk.batch import Task, task_to_row

    return task_to_row(Task(Input("a", Article(TEXT, "a"))))


def _template() -> object:
    values = b64encode(pickle.dumps({"title": "Anna Berg"})).decode()
    return {"source": "{{ title }}", "name": "a.md.j2", "values": values, "seconds": 5}


ASKED: dict[str, tuple[tuple[str, ...], bytes, str]] = {
    "reader": (("--version",), b"", r"newsreader 0"),
    "reader.analysis": (
        (),
        _row({"outline": to_json(Article(TEXT, "a"), Outline())}),
        r'"name": "Anna Berg"',
    ),
    "reader.sources.feeds": (
        (),
        _row({"what": "arrivals", "uri": "u", "content_type": "", "size": len(FEED), "fast": False})
        + FEED.encode(),
        r'"title": "F"',
    ),
    "reader.desk.batch_worker": ((), _row(_task()), r"Anna Berg"),
    "reader.export.apart": ((), _row(_template()), r"Anna Berg"),
}
"""For each module that runs in a process of its own: arguments, input, and what is then seen in its output."""


def modules() -> list[str]:
    """The modules that are run in processes: each is named where it is started, as `MODULE`."""
    found = []
    for path in (ROOT / "reader").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        for line in ast.parse(source).body if "MODULE" in source else ():
            named = isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "MODULE"
            found += [ast.literal_eval(line.value)] if isinstance(line, ast.Assign) and named else []
    return sorted(found)


@pytest.mark.parametrize("module_path", MODULE_PATHS)
@pytest.mark.parametrize("module", modules())
def test_a_process_of_ours_runs_nothing_of_the_working_folder(
    module: str, module_path: str | None, tmp_path: Path
) -> None:
    assert module in ASKED, "say above what the new process is asked"
    arguments, given, answer = ASKED[module]
    trapped = Trapped(tmp_path)
    with lifeline() as (theirs, _):
        done = subprocess.run(
            command(theirs, module, *arguments),
            input=given, cwd=trapped.folder, env=environment(module_path, tmp_path),
            capture_output=True, check=False, pass_fds=(theirs,),
        )  # fmt: skip
    assert trapped.sprung == set()
    assert (done.returncode, done.stderr) == (0, b"")
    assert re.search(answer, done.stdout.decode().replace("\\", ""))


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        self.wfile.write(FEED.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/feed"
    server.shutdown()
    server.server_close()


@pytest.fixture
def trapped(tmp_path: Path) -> Trapped:
    """With an article in it; spared is what Python imports before a program can do anything."""
    found = Trapped(tmp_path, spared=loaded_by_python())
    for name in "ab":
        (found.folder / f"{name}.txt").write_text(TEXT)
    return found


@pytest.fixture
def script(tmp_path: Path) -> tuple[str, ...]:
    """The command, as the script of an installation starts it."""
    path = tmp_path / "bin" / "newsreader"
    path.parent.mkdir()
    lines = [
        "import sys",
        f"sys.path.append({str(ROOT)!r})",
        "from reader.__main__ import main",
        "sys.exit(main())",
    ]
    path.write_text("\n".join(lines))
    return (sys.executable, str(path))


def no_command_is_caught(
    newsreader: Sequence[str], trapped: Trapped, environ: Mapping[str, str], address: str
) -> None:
    outputs = []
    for words in (
        f"feeds add {address}",
        "feeds refresh --json",
        "library analyse",
        "outline --jobs 2 a.txt b.txt",
    ):
        done = subprocess.run(
            [*newsreader, *words.split()],
            cwd=trapped.folder,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
        )
        assert trapped.sprung == set(), words
        assert done.returncode == 0, done.stderr
        outputs.append(done.stdout)
    assert outputs[-1].count("Anna Berg") >= 2


@pytest.mark.parametrize("module_path", MODULE_PATHS)
def test_no_command_runs_anything_of_the_working_folder(
    script: tuple[str, ...], module_path: str | None, trapped: Trapped, address: str, tmp_path: Path
) -> None:
    no_command_is_caught(script, trapped, environment(module_path, tmp_path / "home"), address)


def test_nor_does_the_package_as_a_command(trapped: Trapped, address: str, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "reader")
    no_command_is_caught(command, trapped, environment(None, tmp_path / "home"), address)


@pytest.mark.parametrize("module_path", ["", ":"])
def test_the_screen_runs_nothing_of_the_working_folder(
    script: tuple[str, ...],
    module_path: str,
    trapped: Trapped,
    address: str,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home.mkdir()
    (home / "toured").touch()
    with Library(home / "library.sqlite3") as library:
        library.feeds.add(Listed(address))
    monkeypatch.chdir(trapped.folder)
    environ = {"PYTHONPATH": module_path, "NEWSREADER_HOME": str(home)}
    article = Terminal("a.txt", command=script, environ=environ)
    article.wait_for(b"KEY SENTENCES", 60)
    article.press(QUIT)
    assert article.ended() == 0
    shelf = Terminal(command=script, environ=environ)
    shelf.wait_for(b"127.0.0.1", 60)
    shelf.press(b"r")
    shelf.wait_for(b"1 new article", 60)
    shelf.press(QUIT)
    assert shelf.ended() == 0
    assert trapped.sprung == set()
