"""`python -m reader.analysis`: an article as JSON in, one JSON line after each step out.

This is how the screen has its analysis done: in a process that it can end at any moment.
"""

import json
import sys

from reader.analysis.pipeline import outlines_of
from reader.document.codec import from_json, to_json


def main() -> int:
    """Read one outline without items from stdin; write {"step", "outline"} a line, without the text."""
    article, _ = from_json(json.loads(sys.stdin.buffer.read()))
    for step, outline in outlines_of(article):
        sys.stdout.write(
            json.dumps({"step": step, "outline": {**to_json(article, outline), "text": ""}}) + "\n"
        )
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
