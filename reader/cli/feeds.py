"""Feeds: what is in one, without subscribing to it."""

import argparse
import json
import sys

from reader.cli.codes import DONE
from reader.sanitise import printable


def feeds(arguments: list[str]) -> int:
    """Show a feed."""
    parser = argparse.ArgumentParser(prog="newsreader feeds", description="Feeds of news sites.")
    commands = parser.add_subparsers(dest="what", required=True, metavar="preview")
    preview = commands.add_parser("preview", help="title and entries of a feed, or of a site's feed")
    preview.add_argument("feed", metavar="URL|FILE")
    preview.add_argument("--json", action="store_true", help="as one JSON object")
    options = parser.parse_args(arguments)
    from dataclasses import asdict

    from reader.desk.articles import open_feed

    found = open_feed(options.feed)
    if options.json:
        sys.stdout.write(json.dumps(asdict(found)) + "\n")
        return DONE
    sys.stdout.write(f"{printable(found.title or found.uri)}\n")
    for each in found.entries:
        when = f"{printable(each.published)}  " if each.published else ""
        sys.stdout.write(f"  {when}{printable(each.title or each.link or each.id)}\n")
    return DONE
