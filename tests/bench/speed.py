"""Words a second of the analysis, at growing lengths: `python tests/bench/speed.py`.

Prints one JSON line a length with commit, machine and digest of the text; times are CPU seconds of this
process, so they hold on a busy machine.
"""

import json
import platform
import subprocess
import time
from pathlib import Path

from reader.analysis import STEPS, outline_of
from reader.analysis.pipeline import begin
from reader.document.article import Article

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "seeds" / "the-long-river.txt").read_text(encoding="utf-8")


def main() -> None:
    """Measure the long bundled article once, three and nine times over."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    outline_of(Article(TEXT, "warm"))
    for times in (1, 3, 9):
        article = Article("\n\n".join([TEXT] * times), "bench")
        words = len(article.text.split())
        steps: dict[str, float] = {}
        found = begin(article)
        for name, step in STEPS:
            start = time.process_time()
            found = step(found)
            steps[name] = time.process_time() - start
        row = {
            "commit": commit.stdout.strip(), "machine": platform.machine(), "python": platform.python_version(),
            "sha256": article.sha256[:12], "words": words, "words_per_second": round(words / sum(steps.values())),
            "seconds": {name: round(seconds, 3) for name, seconds in steps.items()},
        }  # fmt: skip
        print(json.dumps(row))


if __name__ == "__main__":
    main()
