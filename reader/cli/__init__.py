"""The command `newsreader`: arguments, exit codes, output. stdout is data, stderr is narration."""

import sys
from collections.abc import Callable, Sequence

from reader.cli import (
    dossiers,
    feeds,
    library,
    machine,
    notes,
    outlets,
    outlining,
    reading,
    searching,
    streams,
    summaries,
)
from reader.cli.codes import FAILED, INTERRUPTED, guarded, say


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv*; the exit code is 0 for all done, 1 for a failure (2, for wrong
    usage, is argparse's)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    outlets.open_streams()
    streams.guard()
    command = _COMMANDS.get(arguments[0]) if arguments else None
    try:
        code = guarded(lambda: command(arguments[1:]) if command else reading.screen(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        outlets.give_up_output()  # whoever read it has closed it; nothing more can be said there
        return FAILED
    except streams.OutputError as error:
        outlets.give_up_output()
        say(f"standard output cannot be written: {error}")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


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
