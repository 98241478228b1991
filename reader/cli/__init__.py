"""The command `newsreader`: arguments, exit codes, output. stdout is data, stderr is narration."""

import os
import sys
from collections.abc import Callable, Sequence

from reader.cli import (
    dossiers,
    feeds,
    library,
    machine,
    notes,
    outlining,
    reading,
    searching,
    streams,
    summaries,
)
from reader.cli.codes import FAILED, INTERRUPTED, failed
from reader.errors import NewsreaderError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv*; the exit code is 0 for all done, 1 for a failure (2, for wrong
    usage, is argparse's)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    streams.guard()
    command = _COMMANDS.get(arguments[0]) if arguments else None
    try:
        return command(arguments[1:]) if command else reading.screen(arguments)
    except NewsreaderError as error:
        return failed(error)
    except BrokenPipeError:
        # Whoever read the output has closed it; nothing more can be said there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "read": reading.read,
    "outline": outlining.outline,
    "export": summaries.export,
    "verify": summaries.verify,
    "notes": notes.notes,
    "feeds": feeds.feeds,
    "search": searching.search,
    "dossier": dossiers.dossier,
    "library": library.library,
    "config": machine.config,
    "doctor": machine.doctor,
    "tour": reading.tour,
}
