"""Reading: the screen, the tour, or lines where nothing can be drawn."""

import argparse
import os
import shutil
import sys
import textwrap

from reader import __version__
from reader.cli.arguments import Parser, name, once
from reader.cli.codes import DONE, FAILED, each, say

_ABOUT = """\
A terminal news reader that shows who said what, how many, and where.

newsreader [ARTICLE…]     open the screen; ARTICLE is a file (text, HTML, Markdown), an http(s) address,
                          or - for standard input; without one, the library and the bundled articles
newsreader read --linear ARTICLE…   article and outline as numbered plain lines, with jumps by number
newsreader outline …      the outline without a screen
newsreader export …       the annotated summary as Markdown
newsreader verify FILE.md…  is every quoted word in these summaries in its source?
newsreader feeds …        subscribe to feeds and sites: add, remove, list, refresh, import, export, preview
newsreader search QUERY   everything in the library, by words and fields
newsreader dossier NAME   all that somebody said, in every article
newsreader library …      the library's file: backup, check, export, prune, analyse
newsreader notes …        the notes on all articles: list, import from Hypothesis, Readwise, wallabag
newsreader config …       the settings file: path, edit, check, schema
newsreader tour           the first steps, on the bundled articles
newsreader doctor         versions, folders and terminal, for a bug report
"""


def screen(arguments: list[str]) -> int:
    """The screen, on articles or on the library."""
    parser = Parser(
        prog="newsreader", description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"newsreader {__version__}")
    parser.add_argument(
        "articles", nargs="*", type=name, metavar="ARTICLE", help="file, http(s) address, or -"
    )
    articles = parser.parse_args(arguments).articles
    once(parser, articles)
    return _shown(articles, linear=False)


def read(arguments: list[str]) -> int:
    """An article and its outline, drawn or in lines."""
    parser = Parser(prog="newsreader read", description="An article and its outline, to be read.")
    words = "as numbered plain lines, with jumps by number; chosen by itself for a pipe or TERM=dumb"
    parser.add_argument("--linear", action="store_true", help=words)
    parser.add_argument("articles", nargs="+", type=name, metavar="ARTICLE")
    options = parser.parse_args(arguments)
    once(parser, options.articles)
    return _shown(options.articles, linear=options.linear)


def _shown(articles: list[str], *, linear: bool) -> int:
    """The articles on the screen, or as lines where there is none."""
    if _can_be_drawn_on() and not linear:
        from reader.app import run

        return run(articles)
    if not articles:
        say("the screen needs a terminal that can be drawn on; name an ARTICLE to read it in lines")
        return FAILED
    return each(articles, _in_lines)


def _can_be_drawn_on() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _in_lines(uri: str) -> int:
    """Print an article and its outline; where somebody can answer, let them jump."""
    from reader.desk.analysing import analyse
    from reader.desk.articles import open_article
    from reader.desk.home import notes_on
    from reader.document.origin import Origin
    from reader.linear import Listing, talk

    article = open_article(uri, Origin.TYPED)
    listing = Listing(article, analyse(article), tuple(notes_on(article)))
    if sys.stdin.isatty() and sys.stdout.isatty() and uri != "-":
        width = shutil.get_terminal_size().columns
        talk(listing, input, lambda line: print(textwrap.fill(line, width, break_long_words=False)))
    else:
        for line in listing.lines():
            sys.stdout.write(f"{line}\n")
    return DONE


def tour(arguments: list[str]) -> int:
    """The bundled articles, with the first steps."""
    words = "The bundled articles, with the first four steps in the status line."
    Parser(prog="newsreader tour", description=words).parse_args(arguments)
    if not _can_be_drawn_on():
        say("the tour needs a terminal that can be drawn on")
        return FAILED
    from reader.app.run import run
    from reader.resources import seeds

    return run([str(path) for path in seeds()], tour=True)
