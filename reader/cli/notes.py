"""The notes on all articles: listed, and taken in from other programs."""

import json
import sys
from typing import TYPE_CHECKING

from reader.cli.arguments import Parser, name
from reader.cli.codes import DONE, FAILED, each, say
from reader.sanitise import printable

if TYPE_CHECKING:
    from reader.library import Library

_MOST_PROBLEMS = 20
"""Highlights of which each is said why it was left out; of more, only how many."""


def notes(arguments: list[str]) -> int:
    """List notes, or take some in."""
    parser = Parser(prog="newsreader notes", description="The notes on all articles.")
    commands = parser.add_subparsers(dest="what", required=True, metavar="list|import")
    listing = commands.add_parser("list", help="those that a filter chooses")
    words = 'words, "exact words", tag:, status:, in:, evidence:, is:unplaced; - before one for not'
    listing.add_argument("query", nargs="*", metavar="QUERY", help=words)
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    taking = commands.add_parser("import", help="take in what another program exported")
    words = "JSON of Hypothesis or wallabag, CSV of Readwise"
    taking.add_argument("files", nargs="+", type=name, metavar="FILE", help=words)
    options = parser.parse_args(arguments)
    from reader.desk.home import open_library

    with open_library() as library:
        if options.what == "list":
            return _list_notes(library, " ".join(options.query), as_json=options.json)
        return each(options.files, lambda path: _import_notes(path, library))


def _list_notes(library: "Library", query: str, *, as_json: bool) -> int:
    from dataclasses import asdict

    from reader.desk.notes_query import chosen, line

    for kept in chosen(library.all_notes(), query):
        row = {"article": kept.identity, "title": kept.title, **asdict(kept.note)}
        sys.stdout.write(json.dumps(row) + "\n" if as_json else printable(line(kept)) + "\n")
    return DONE


def _import_notes(path: str, library: "Library") -> int:
    from reader.desk.importing import take_in

    taken = take_in(path, library)
    say(str(taken))
    for problem in taken.problems[:_MOST_PROBLEMS]:
        say(f"{path}, {problem}; it was left out")
    if len(taken.problems) > _MOST_PROBLEMS:
        say(f"{path}: {len(taken.problems) - _MOST_PROBLEMS:,} more were left out")
    return FAILED if taken.problems else DONE
