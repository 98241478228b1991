"""Does tasks for another process: a task a line in, its outcome and an empty row out."""

import json
import sys
from contextlib import suppress
from typing import BinaryIO, TextIO

from reader.desk.batch import outline_for, task_from_row


def main(source: BinaryIO, target: TextIO) -> None:
    """Answer what comes until there is no more."""
    for line in source:
        done = outline_for(task_from_row(json.loads(line)))
        row = {"text": done.text, "notice": done.notice, "problem": done.problem}
        target.write(json.dumps(row) + "\n{}\n")
        target.flush()


if __name__ == "__main__":
    with suppress(BrokenPipeError, KeyboardInterrupt):
        main(sys.stdin.buffer, sys.stdout)
