"""How quick the screen is, on a pseudo-terminal: python tests/bench/screen.py [RUNS]

First text, outline and next article beside an empty Textual app started in turn with it, so that the ratios hold on
a noisy machine; then the time from a key to the last byte of its paint in articles of 1,000 and 30,000 words.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.app.terminals import Terminal
from tests.generator import article

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("MARKER")
Bare().run()
"""
QUIET = 0.04


def text(number: int, words: int) -> str:
    """A text of so many *words*, beginning with a title that is nobody else's."""
    parts = [f"MARKER {number} of the news"]
    while sum(len(part.split()) for part in parts) < words:
        parts.append(article(number * 1_000 + len(parts)).text.partition("\n")[2].strip())
    return "\n\n".join(parts)


def until(terminal: Terminal, words: bytes) -> float:
    """Milliseconds until *words* are painted."""
    start = time.perf_counter()
    terminal.wait_for(words)
    return 1_000 * (time.perf_counter() - start)


def started(words: bytes, *arguments: str, bare: bool = False) -> float:
    """Milliseconds from the start of a program to its first *words*."""
    command = (sys.executable, "-c", BARE) if bare else (sys.executable, "-m", "reader")
    terminal = Terminal(*arguments, command=command)
    took = until(terminal, words)
    terminal.rest()
    os.write(terminal.screen, b"\x11")
    terminal.ended()
    return took


def painted(terminal: Terminal, keys: list[bytes]) -> Iterator[float]:
    """Milliseconds from each of *keys* to the last byte of its paint."""
    for key in keys:
        terminal.press(key)
        start = last = time.perf_counter()
        while time.perf_counter() - last < QUIET or not terminal.seen:
            before = len(terminal.seen)
            terminal.read(0.005)
            if len(terminal.seen) > before:
                last = time.perf_counter()
            if time.perf_counter() - start > 1:
                break
        if terminal.seen:
            yield 1_000 * (last - start)


def main() -> None:
    """Measure, and print a line for each figure."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NEWSREADER_HOME"] = folder
        Path(folder, "toured").touch()
        paths = [Path(folder, f"{number}.txt") for number in range(8)]
        for number, path in enumerate(paths):
            path.write_text(text(number, 1_000))
        book = Path(folder, "book.txt")
        book.write_text(text(9, 30_000))
        first, outline = [], []
        for _ in range(runs + 1):
            bare = started(b"MARKER", bare=True)
            first.append(started(b"MARKER", str(paths[0])) / bare)
            outline.append(started(b"KEY SENTENCES", str(paths[0])) / bare)
        print(f"first text      {statistics.median(first[1:]):.2f} × an empty Textual app")
        print(f"outline         {statistics.median(outline[1:]):.2f} ×")
        terminal = Terminal(*map(str, paths))
        terminal.wait_for(b"KEY SENTENCES")
        terminal.rest(1)
        after = []
        for _ in paths[1:]:
            terminal.press(b"J")
            after.append(until(terminal, b"KEY SENTENCES"))
            terminal.rest(0.5)
        print(f"next article    {statistics.median(after):.0f} ms with its outline")
        for path in (paths[0], book):
            terminal = Terminal(str(path))
            terminal.wait_for(b"KEY SENTENCES", 60)
            terminal.rest(2)
            for name, keys in (("j", [b"j"] * 80), ("]q", [b"]", b"q"] * 40), ("Enter", [b"\r"] * 40)):
                took = sorted(painted(terminal, keys))
                p50, p99 = took[len(took) // 2], took[int(0.99 * len(took))]
                words = len(path.read_text().split())
                print(f"{name:<15} {p50:.1f} ms, 99 % within {p99:.1f} ms, at {words:,} words")
            os.write(terminal.screen, b"\x11")
            terminal.ended()


if __name__ == "__main__":
    main()
