"""The command `newsreader`: arguments, exit codes, output. stdout is data, stderr is narration."""

import sys
from collections.abc import Callable, Sequence

from reader.cli import dossiers, feeds, library, machine, notes, outlining, reading, searching, summaries
from reader.cli.codes import FAILED, INTERRUPTED, guarded
from reader.cli.streams import flushed, give_up_output, open_streams


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv*; the exit code is 0 for all done, 1 for a failure (2, for wrong
    usage, is argparse's)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    open_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    command = _COMMANDS.get(arguments[0]) if arguments else None
    try:
        code = guarded(lambda: command(arguments[1:]) if command else reading.screen(arguments))
        return max(code, flushed())
    except BrokenPipeError:
        give_up_output()  # whoever read it has closed it; nothing more can be said there
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
