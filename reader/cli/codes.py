"""How a command ends, and how it says why."""

import sys

from reader.errors import NewsreaderError

DONE, FAILED, INTERRUPTED = 0, 1, 130


def failed(error: NewsreaderError) -> int:
    """Say what went wrong, in its one sentence; the exit code that says so too."""
    sys.stderr.write(f"newsreader: {error}\n")
    return FAILED
