"""How quick the library's screen is, on a pseudo-terminal; newsboat beside it where it is installed.

    python tests/bench/shelf.py FOLDER FOLDER [--feeds FEEDSERVER.py] [--runs 7]

The FOLDERs hold libraries that `library.py make` wrote: first screens in turn, then the time from a key to the last
byte of its paint in each. With FEEDSERVER.py (the development data's `perf/feedserver.py`) newsboat reads 200 feeds of
50 entries first, and is then started in turn with ours.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.app.terminals import Terminal
from tests.bench.refresh import Server, newsboat, prepare
from tests.bench.screen import painted

LIST = b"next unread"
"""Words of the status line, painted with the list."""


def started(command: tuple[str, ...], words: bytes, environ: dict[str, str]) -> float:
    """Milliseconds from the start of a program to its first *words*."""
    began = time.perf_counter()
    terminal = Terminal(command=command, environ=environ)
    terminal.wait_for(words)
    took = 1_000 * (time.perf_counter() - began)
    terminal.rest()
    os.write(terminal.screen, b"\x11" if words == LIST else b"q")
    terminal.ended()
    return took


def screens(folders: list[Path], boat: Path | None, runs: int) -> None:
    """First screens in turn."""
    ours = (sys.executable, "-m", "reader")
    programs: dict[str, tuple[tuple[str, ...], bytes, dict[str, str]]] = {
        folder.name: (ours, LIST, {"NEWSREADER_HOME": str(folder)}) for folder in folders
    }
    if boat:
        programs["newsboat"] = (tuple(newsboat(boat)[:-2]), b"Feed 0", {})
    found: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(runs):
        for name, program in programs.items():
            found[name].append(started(*program))
    for name, times in found.items():
        print(f"first screen   {name:<12} {statistics.median(times):6.0f} ms")


def keys(folder: Path) -> None:
    """From a key to its paint."""
    terminal = Terminal(environ={"NEWSREADER_HOME": str(folder)})
    terminal.wait_for(LIST)
    terminal.rest(1.5)
    tried = {"j": [b"j"] * 100, "space": [b" "] * 30, "G g": [b"G", b"g"] * 10, "m u": [b"m", b"u"] * 10}
    for name, pressed in tried.items():
        times = sorted(painted(terminal, pressed))
        last = times[min(len(times) - 1, int(0.99 * len(times)))]
        print(
            f"key to paint   {folder.name:<12} {name:<6} p50 {statistics.median(times):5.1f}  p99 {last:5.1f} ms"
        )
    os.write(terminal.screen, b"\x11")
    terminal.ended()


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--feeds")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    for folder in options.folders:
        (folder / "toured").touch()
    with tempfile.TemporaryDirectory() as name:
        boat = Path(name) if options.feeds and shutil.which("newsboat") else None
        if boat:
            server = Server(options.feeds, 0)
            prepare(boat, server.urls)
            subprocess.run(newsboat(boat), check=False, capture_output=True)
            server.close()
        screens(options.folders, boat, options.runs)
    for folder in options.folders:
        keys(folder)


if __name__ == "__main__":
    main()
