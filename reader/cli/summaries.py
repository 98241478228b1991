"""Summaries saved, and summaries checked."""

import json
import sys
from contextlib import ExitStack

from reader.cli.arguments import STANDARD_OUTPUT, Parser, name, output
from reader.cli.codes import DONE, FAILED, each, say
from reader.cli.outlining import add_choice, add_reported, choice_of
from reader.document.counting import counted
from reader.errors import LibraryError
from reader.sanitise import printable, printable_lines


def export(arguments: list[str]) -> int:
    """Save an annotated summary."""
    parser = Parser(
        prog="newsreader export",
        description="The annotated summary as Markdown, notes of the library included.",
    )
    parser.add_argument("article", type=name, metavar="ARTICLE")
    words = "default, obsidian, brief, the name of one of yours, or a file; otherwise as it was saved before"
    parser.add_argument("--template", type=name, metavar="NAME|FILE", help=words)
    words = "whose lines count where the file was changed by hand and the summary changes the same"
    parser.add_argument("--keep", choices=("file", "new", "both"), help=words)
    parser.add_argument(
        "-o", "--output", type=output, metavar="FILE", help="write here; - for standard output"
    )
    add_reported(parser)
    add_choice(parser)
    options = parser.parse_args(arguments)
    from reader.desk.analysing import analyse
    from reader.desk.articles import open_article
    from reader.desk.home import open_library
    from reader.desk.relocating import relocate
    from reader.desk.summaries import save_summary
    from reader.document.origin import Origin
    from reader.preferences.reading import read
    from reader.settings import config_path

    usual = read(config_path())[0].template
    article = open_article(options.article, Origin.TYPED)
    outline = analyse(article, choice_of(options))
    outline = outline if options.reported else outline.without_reported()
    with open_library() as library:
        relocate(library, article)
        notes = library.notes(article.sha256)
        if options.output == STANDARD_OUTPUT:
            from reader.export import markdown

            sys.stdout.write(markdown.summary(article, outline, notes, options.template or usual))
            return DONE
        written = save_summary(
            library, article, outline, notes, options.output,
            keep=options.keep, template=options.template, usual=usual,
        )  # fmt: skip
    counts = f"{counted(written.quotes, 'quote')} and {counted(written.notes, 'note')}"
    say(f"{counts} in the file")
    sys.stdout.write(f"{printable(str(written.path))}\n")
    return DONE


def verify(arguments: list[str]) -> int:
    """Check saved summaries against their articles."""
    words = "Does the article say what a reader of these summaries sees: quotations, speakers, figures, places, people?"
    parser = Parser(prog="newsreader verify", description=words)
    parser.add_argument(
        "--refetch", action="store_true", help="fetch pages again instead of asking the library"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("files", nargs="+", type=name, metavar="FILE.md")
    options = parser.parse_args(arguments)
    from dataclasses import asdict

    from reader.desk import verifying
    from reader.desk.home import open_library

    with ExitStack() as at_end:
        library = None
        try:
            library = at_end.enter_context(open_library())
        except LibraryError as error:
            say(f"{error}; summaries are checked without it")

        def checked(path: str) -> int:
            verdict = verifying.verify(path, library, refetch=options.refetch)
            row = {"verified": verdict.is_verified, **asdict(verdict)}
            said = json.dumps(row) if options.json else printable_lines("\n".join(verdict.lines()))
            sys.stdout.write(f"{said}\n")
            return DONE if verdict.is_verified else FAILED

        return each(options.files, checked)
