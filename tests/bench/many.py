"""Throughput and memory of `newsreader outline --jobs`, over JSONL on standard input.

    python tests/bench/many.py [--articles 1000] FILE…

Articles of about 500 words are put together from the paragraphs of the FILEs, each differently.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = 500


def articles(files: list[Path], count: int) -> str:
    """JSONL of *count* articles."""
    draw = random.Random(1)
    paragraphs = [line for path in files for line in path.read_text().split("\n") if len(line.split()) > 8]
    rows = []
    for number in range(count):
        text, words = [], 0
        while words < WORDS:
            text.append(draw.choice(paragraphs))
            words += len(text[-1].split())
        rows.append(json.dumps({"id": f"n{number}", "text": "\n".join(text)}))
    return "\n".join(rows) + "\n"


def run(jobs: int, data: str) -> tuple[float, float]:
    """Seconds, and the most memory that any of the processes took, in MB; a child, so that the most is of this run."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        source.write_text(data)
        command = [
            sys.executable,
            "-m",
            "reader",
            "outline",
            "--format",
            "jsonl",
            "--from",
            "-",
            "--jobs",
            str(jobs),
        ]
        began = time.perf_counter()
        pid = os.fork()
        if not pid:
            with source.open() as reading, target.open("w") as writing:
                done = subprocess.run(command, stdin=reading, stdout=writing, check=False)
            most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
            Path(folder, "most").write_text(str(most))
            os._exit(done.returncode)
        _, status = os.waitpid(pid, 0)
        took = time.perf_counter() - began
        assert status == 0
        assert target.read_text().count("\n") == data.count("\n")
        return took, int(Path(folder, "most").read_text()) / 1024


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=1_000)
    options = parser.parse_args()
    data = articles(options.files, options.articles)
    few = "".join(f"{line}\n" for line in data.splitlines()[: options.articles // 10])
    _, little = run(2, few)
    alone, _ = run(1, data)
    both, most = run(2, data)
    times = f"--jobs 1 {alone:.1f} s, --jobs 2 {both:.1f} s: {alone / both:.2f} times as fast"
    print(f"{options.articles:,} articles: {times}")
    print(
        f"most memory of a process: {most:.0f} MB, for a tenth of them {little:.0f} MB: {most / little:.2f} times"
    )


if __name__ == "__main__":
    main()
