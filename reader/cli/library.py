"""The library's file: copied, checked, handed on, thinned out; and the outlines of all that is in it."""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable

from reader.cli import streams
from reader.cli.arguments import MOST_JOBS, STANDARD_OUTPUT, Parser, number, output
from reader.cli.codes import DONE, FAILED, say
from reader.document.counting import counted
from reader.sanitise import printable

_DAY = 86_400
_MOST_DAYS = 999_999
"""2,700 years."""


def library(arguments: list[str]) -> int:
    """Look after the library."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    return command(options)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="newsreader library", description="The file with articles, notes and feeds.")
    commands = parser.add_subparsers(dest="what", required=True, metavar="backup|check|export|prune|analyse")
    backup = commands.add_parser("backup", help="a whole copy, while newsreaders may be open")
    words = "beside the library, with the date, if none is named"
    backup.add_argument("file", nargs="?", type=output, metavar="FILE", help=words)
    backup.set_defaults(command=_backup)
    check = commands.add_parser("check", help="is the file whole? indexes that are wrong are made again")
    check.set_defaults(command=_check)
    export = commands.add_parser("export", help="every article with its notes, a JSON object a line")
    export.set_defaults(command=_export)
    kept = (
        "Takes old articles away for good. Kept is what is unread, starred, tagged, has a note or a saved summary, or"
        " was opened since then; a feed does not bring again what was taken away."
    )
    prune = commands.add_parser(
        "prune", help="take read articles away on which nobody wrote", description=kept
    )
    words = "those that came out before so many days (90)"
    prune.add_argument("--older", type=number(0, _MOST_DAYS), default=90, metavar="DAYS", help=words)
    prune.add_argument("--dry-run", action="store_true", help="only say how many")
    prune.set_defaults(command=_prune)
    analyse = commands.add_parser("analyse", help="make the outlines that are missing: who spoke where")
    analyse.add_argument(
        "--jobs", type=number(1, MOST_JOBS), default=1, metavar="N", help="so many articles at a time"
    )
    analyse.add_argument("--quiet", action="store_true", help="say only what goes wrong")
    analyse.set_defaults(command=_analyse)
    return parser


def _backup(options: argparse.Namespace) -> int:
    from reader.desk.home import open_library
    from reader.settings import library_path

    path = library_path()
    target = options.file or path.with_name(f"{path.stem}.{time.strftime('%Y-%m-%d-%H%M%S')}{path.suffix}")
    if target == STANDARD_OUTPUT or os.path.lexists(target):
        say(f"{target} is there already, or is no file; name another")
        return FAILED
    with open_library() as found:
        found.keeping.backup(target)
    say(f"copied to {target}")
    return DONE


def _check(_: argparse.Namespace) -> int:
    from reader.desk.home import open_library

    with open_library() as found:
        wrong = found.keeping.check()
        for sentence in wrong:
            sys.stdout.write(f"{printable(sentence)}\n")
    damaged = [sentence for sentence in wrong if sentence.startswith(("damage", "a row"))]
    if damaged:
        words = "put a backup in its place, or save what can be read: `newsreader library export`"
        say(f"{found.path} is damaged; {words}")
    elif not wrong:
        say(f"nothing is wrong with {found.path}")
    return FAILED if damaged else DONE


def _export(_: argparse.Namespace) -> int:
    from reader.desk.home import open_library

    with open_library() as found:
        for row in found.keeping.everything():
            sys.stdout.write(json.dumps(row) + "\n")
    return DONE


def _prune(options: argparse.Namespace) -> int:
    from reader.desk.home import open_library

    with open_library() as found:
        numbers = found.keeping.old(time.time() - options.older * _DAY)
        if numbers and not options.dry_run:
            found.keeping.remove(numbers)
    done = "would be taken away" if options.dry_run else "taken away"
    say(f"{counted(len(numbers), 'article')} {done}")
    return DONE


def _analyse(options: argparse.Namespace) -> int:
    from reader.desk.backlog import work_off
    from reader.desk.home import open_library

    shown = not options.quiet and sys.stderr.isatty()

    def told(done: int) -> None:
        if shown:
            streams.redraw(f"{done:,} outlines")

    with open_library() as found:
        done = work_off(found, jobs=options.jobs, told=told)
    if not options.quiet:
        if shown:
            streams.redraw("")
        say(f"{counted(done, 'outline')} made")
    return DONE
