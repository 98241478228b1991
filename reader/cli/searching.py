"""Everything that was ever read, by words and fields."""

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from reader.cli.arguments import Parser, number
from reader.cli.codes import DONE, FAILED, say
from reader.sanitise import printable

if TYPE_CHECKING:
    from reader.library.search import Hit

_MOST_HITS = 1_000_000


def search(arguments: list[str]) -> int:
    """Print the articles that a query means, each with the passage that fits."""
    from reader.library.filters import FIELDS

    parser = Parser(prog="newsreader search", description="Everything in the library, and notes.")
    parser.add_argument("query", nargs="+", metavar="QUERY", help=FIELDS)
    parser.add_argument("--by", choices=("newest", "relevance"), default="newest", help="which come first")
    parser.add_argument(
        "--most", type=number(1, _MOST_HITS), default=50, metavar="N", help="so many articles (50)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    options = parser.parse_args(arguments)
    from reader.desk.home import open_library

    with open_library() as library:
        hits = library.search.find(" ".join(options.query), options.by, options.most)
    for hit in hits:
        sys.stdout.write(json.dumps(_row(hit)) + "\n" if options.json else _lines(hit))
    if not hits:
        say("nothing in the library fits that")
    return DONE if hits else FAILED


def _row(hit: "Hit") -> dict[str, object]:
    row = asdict(hit)
    start, end = row.pop("span")
    first, last = row.pop("found")
    return {**row, "start": start, "end": end, "found": hit.line[first:last]}


def _lines(hit: "Hit") -> str:
    day = f"{hit.published[:10]}  " if hit.published else ""
    where = f"{hit.span.start}–{hit.span.end}  " if hit.span.end > hit.span.start else ""
    note = f"    note: {printable(hit.note)}\n" if hit.note else ""
    head = printable(f"{day}{hit.title or hit.uri}{f' · {hit.site}' if hit.site else ''}  {hit.uri}")
    return f"{head}\n    {where}{printable(hit.line)}\n{note}"
