"""Feeds: subscribed to, listed, handed on, refreshed; and what is in one, without subscribing to it."""

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from reader.cli import streams
from reader.cli.arguments import Parser, name
from reader.cli.codes import DONE, FAILED, say
from reader.document.counting import counted
from reader.sanitise import printable

if TYPE_CHECKING:
    from reader.desk.refreshing import Refreshed
    from reader.library.feeds import Subscription


def feeds(arguments: list[str]) -> int:
    """Do something with feeds."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    return command(options)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="newsreader feeds", description="Feeds of news sites.")
    commands = parser.add_subparsers(
        dest="what", required=True, metavar="add|set|remove|list|preview|import|export|refresh"
    )
    add = commands.add_parser("add", help="subscribe to a feed, or to that of a site")
    add.add_argument("address", type=name, metavar="URL", help="of the feed, or of any page of its site")
    add.add_argument("--name", default="", help="what it is called here, in place of its own title")
    add.add_argument("--folder", default="", help="such as world/europe")
    add.add_argument("--tag", action="append", default=[], metavar="TAG", help="may be given several times")
    add.set_defaults(command=_add)
    setting = commands.add_parser("set", help="another name, folder or tags; full texts always, or by key")
    setting.add_argument("feed", type=name, metavar="FEED", help="its address, number or name")
    setting.add_argument("--name", help="what it is called here; empty: its own title")
    setting.add_argument("--folder", help="such as world/europe; empty: none")
    setting.add_argument("--tag", action="append", metavar="TAG", help="in place of those it has")
    setting.add_argument(
        "--full-text", choices=("by-key", "always"), help="whether its pages are fetched, too"
    )
    setting.set_defaults(command=_set)
    remove = commands.add_parser("remove", help="end a subscription; its articles stay in the library")
    remove.add_argument("feed", type=name, metavar="FEED", help="its address, number or name")
    remove.set_defaults(command=_remove)
    listing = commands.add_parser("list", help="all subscriptions, with what went wrong")
    listing.add_argument("--json", action="store_true", help="as one JSON array")
    listing.set_defaults(command=_list)
    preview = commands.add_parser("preview", help="title and entries of a feed, or of a site's feed")
    preview.add_argument("feed", type=name, metavar="URL|FILE")
    preview.add_argument("--json", action="store_true", help="as one JSON object")
    preview.set_defaults(command=_preview)
    taking = commands.add_parser(
        "import", help="subscribe to all feeds of an OPML file or of newsboat's urls"
    )
    taking.add_argument("file", type=name, metavar="FILE", help="- for standard input")
    taking.set_defaults(command=_import)
    giving = commands.add_parser("export", help="all subscriptions as OPML")
    giving.set_defaults(command=_export)
    refreshing = commands.add_parser("refresh", help="ask all feeds, or these, for what is new")
    refreshing.add_argument("feed", nargs="*", type=name, metavar="FEED", help="address, number or name")
    refreshing.add_argument("--quiet", action="store_true", help="say only what went wrong")
    refreshing.add_argument("--json", action="store_true", help="a JSON object a line as it goes on")
    refreshing.set_defaults(command=_refresh)
    return parser


def _add(options: argparse.Namespace) -> int:
    from reader.desk.home import open_library
    from reader.desk.subscribing import subscribe

    with open_library() as library:
        feed = subscribe(
            library,
            options.address,
            name=options.name,
            folder=options.folder.strip("/"),
            tags=tuple(options.tag),
        )
        number = library.feeds.size(feed)
    say(f"{feed.called}: {counted(number, 'article')}")
    if feed.problem:
        say(feed.problem)
    return FAILED if feed.problem else DONE


def _set(options: argparse.Namespace) -> int:
    from reader.desk.home import open_library

    with open_library() as library:
        feed = library.feeds.named(options.feed)
        library.feeds.change(
            feed,
            name=feed.name if options.name is None else options.name,
            folder=feed.folder if options.folder is None else options.folder.strip("/"),
            tags=feed.tags if options.tag is None else options.tag,
            whole=options.full_text or feed.whole,
        )
        (feed,) = (each for each in library.feeds.all() if each.id == feed.id)
    say(f"now {_described(feed)}")
    return DONE


def _remove(options: argparse.Namespace) -> int:
    from reader.desk.home import open_library

    with open_library() as library:
        feed = library.feeds.named(options.feed)
        library.feeds.remove(feed)
    say(f"no longer subscribed to {feed.called}")
    return DONE


def _list(options: argparse.Namespace) -> int:
    from reader.desk.home import open_library

    with open_library() as library:
        every = library.feeds.all()
    if options.json:
        sys.stdout.write(json.dumps([asdict(feed) for feed in every]) + "\n")
        return DONE
    for feed in every:
        wrong = f"  ! {feed.problem}" if feed.problem else ""
        sys.stdout.write(f"{feed.id:>4}  {_described(feed)}{printable(wrong)}\n")
    if not every:
        say("no feed yet: `newsreader feeds add URL` subscribes to one")
    return DONE


def _described(feed: "Subscription") -> str:
    """A subscription on one line."""
    folder = f"{feed.folder}/" if feed.folder else ""
    tags = "".join(f" #{tag}" for tag in feed.tags)
    whole = "  (full texts)" if feed.whole == "always" else ""
    return printable(f"{folder}{feed.called}{tags}  {feed.uri}{whole}")


def _preview(options: argparse.Namespace) -> int:
    from reader.desk.subscribing import open_feed
    from reader.document.origin import Origin

    found = open_feed(options.feed, Origin.TYPED)
    if options.json:
        sys.stdout.write(json.dumps(asdict(found)) + "\n")
        return DONE
    sys.stdout.write(f"{printable(found.title or found.uri)}\n")
    for each in found.entries:
        when = f"{printable(each.published)}  " if each.published else ""
        sys.stdout.write(f"  {when}{printable(each.title or each.link or each.id)}\n")
    return DONE


def _import(options: argparse.Namespace) -> int:
    from reader.desk.home import open_library
    from reader.desk.subscribing import take_in

    with open_library() as library:
        taken = take_in(library, options.file)
    say(str(taken))
    for line in taken.left:
        say(f"left out, no feed of the web: {line}")
    return DONE


def _export(_: argparse.Namespace) -> int:
    from reader.desk.home import open_library
    from reader.desk.subscribing import opml

    with open_library() as library:
        sys.stdout.write(opml(library))
    return DONE


def _refresh(options: argparse.Namespace) -> int:
    import time

    from reader.desk.home import open_library
    from reader.desk.refreshing import due, refresh

    with open_library() as library:
        chosen = [library.feeds.named(words) for words in options.feed]
        asked = chosen or due(library.feeds.all(), time.time())
        shown = not options.quiet and not options.json and sys.stderr.isatty()
        told = _row if options.json else _progress if shown else lambda _: None
        done = refresh(library, asked, told)
    if shown:
        streams.redraw("")
    for feed, problem in done.problems:
        say(f"{feed.called}: {problem}")
    if not options.quiet:
        say(str(done))
    return FAILED if done.problems else DONE


def _row(done: "Refreshed") -> None:
    row = {"asked": done.asked, "every": done.every, "new": done.new, "problems": len(done.problems)}
    sys.stdout.write(json.dumps(row) + "\n")
    sys.stdout.flush()


def _progress(done: "Refreshed") -> None:
    streams.redraw(f"{done.asked} of {done.every} feeds, {done.new} new articles")
