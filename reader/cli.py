"""The command `newsreader`: arguments, exit codes, output. stdout is data, stderr is narration."""

import argparse
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__
from reader.document.summaries import DEFAULT_METHOD, FEWEST, METHODS, MOST, Choice
from reader.errors import NewsreaderError
from reader.sanitise import printable, printable_lines

if TYPE_CHECKING:
    from reader.library import Library

DONE, FAILED, INTERRUPTED = 0, 1, 130

_ABOUT = """\
A terminal news reader that shows who said what, how many, and where.

newsreader [ARTICLE…]     open the screen; ARTICLE is a file (text, HTML, Markdown), an http(s) address,
                          or - for standard input; without one, the library and the bundled articles
newsreader read --linear ARTICLE…   article and outline as numbered plain lines, with jumps by number
newsreader outline …      the outline without a screen
newsreader export …       the annotated summary as Markdown
newsreader verify FILE.md…  is every quoted word in these summaries in its source?
newsreader notes …        the notes on all articles: list, import from Hypothesis, Readwise, wallabag
newsreader config …       the settings file: path, edit, check, schema
newsreader tour           the first steps, on the bundled articles
newsreader doctor         versions, folders and terminal, for a bug report
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line *argv*; the exit code is 0 for all done, 1 for a failure (2, for wrong
    usage, is argparse's)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    command = _COMMANDS.get(arguments[0]) if arguments else None
    try:
        return command(arguments[1:]) if command else _screen(arguments)
    except NewsreaderError as error:
        return _failed(error)
    except BrokenPipeError:
        # Whoever read the output has closed it; nothing more can be said there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _failed(error: NewsreaderError) -> int:
    sys.stderr.write(f"newsreader: {error}\n")
    return FAILED


def _screen(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="newsreader", description=_ABOUT, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"newsreader {__version__}")
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help="file, http(s) address, or -")
    return _shown(parser.parse_args(arguments).articles, linear=False)


def _read(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="newsreader read", description="An article and its outline, to be read."
    )
    words = "as numbered plain lines, with jumps by number; chosen by itself for a pipe or TERM=dumb"
    parser.add_argument("--linear", action="store_true", help=words)
    parser.add_argument("articles", nargs="+", metavar="ARTICLE")
    options = parser.parse_args(arguments)
    return _shown(options.articles, linear=options.linear)


def _shown(articles: list[str], *, linear: bool) -> int:
    """The articles on the screen, or as lines where there is none."""
    drawn = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if drawn and not linear:
        from reader.app import run

        return run(articles)
    if not articles:
        sys.stderr.write(
            "newsreader: the screen needs a terminal that can be drawn on; name an ARTICLE to read it in lines\n"
        )
        return FAILED
    return max(map(_in_lines, articles))


def _in_lines(uri: str) -> int:
    """Print an article and its outline; where somebody can answer, let them jump."""
    from reader.desk.analysing import analyse
    from reader.desk.articles import open_article
    from reader.linear import Listing, talk

    try:
        article = open_article(uri)
        listing = Listing(article, analyse(article))
    except NewsreaderError as error:
        return _failed(error)
    if sys.stdin.isatty() and sys.stdout.isatty() and uri != "-":
        width = shutil.get_terminal_size().columns
        talk(listing, input, lambda line: print(textwrap.fill(line, width, break_long_words=False)))
    else:
        for line in listing.lines():
            sys.stdout.write(f"{line}\n")
    return DONE


def _outline(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="newsreader outline", description="The outline without a screen.")
    parser.add_argument("--format", choices=("markdown", "json", "jsonl"), default="markdown")
    _add_reported(parser)
    _add_choice(parser)
    parser.add_argument("--jobs", type=_positive, default=1, metavar="N", help="work on N articles at a time")
    parser.add_argument("articles", nargs="+", metavar="ARTICLE")
    options = parser.parse_args(arguments)
    choice = _choice(options)
    work = [(uri, options.format, options.reported, choice) for uri in options.articles]
    code = DONE
    for text, failure in _mapped(work, options.jobs):
        if failure is None:
            sys.stdout.write(printable_lines(text) if options.format == "markdown" else text)
            sys.stdout.flush()
        else:
            sys.stderr.write(f"newsreader: {failure}\n")
            code = FAILED
    return code


def _mapped(
    work: list[tuple[str, str, bool, Choice | None]], jobs: int
) -> "Sequence[tuple[str, str | None]] | map[tuple[str, str | None]]":
    """Outline or failure of each article, in the order given, on *jobs* processors."""
    if jobs == 1 or len(work) == 1:
        return map(_one_outline, work)
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=jobs) as pool:
        return list(pool.map(_one_outline, work, chunksize=4))


def _add_reported(parser: argparse.ArgumentParser) -> None:
    words = "Markdown with reported speech too, what stands without quotation marks"
    parser.add_argument("--reported", action="store_true", help=words)


def _add_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--method", choices=METHODS, default=DEFAULT_METHOD, help="how key sentences are chosen"
    )
    numbers = range(FEWEST, MOST + 1)
    words = f"so many key sentences, {FEWEST} to {MOST}"
    parser.add_argument("--sentences", type=int, choices=numbers, metavar="N", help=words)


def _choice(options: argparse.Namespace) -> Choice | None:
    chosen = Choice(options.method, options.sentences)
    return chosen if chosen != Choice() else None


def _one_outline(task: tuple[str, str, bool, Choice | None]) -> tuple[str, str | None]:
    from reader.desk.analysing import analyse
    from reader.desk.articles import open_article
    from reader.desk.summaries import outline_text

    uri, form, reported, choice = task
    try:
        article = open_article(uri)
        notice = article.notice or ("" if article.text.strip() else "no article text was found in it")
        if notice:
            sys.stderr.write(f"newsreader: {printable(uri)}: {notice}\n")
        return outline_text(article, analyse(article, choice), form, reported=reported), None
    except NewsreaderError as error:
        return "", str(error)


def _export(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="newsreader export",
        description="The annotated summary as Markdown, notes of the library included.",
    )
    parser.add_argument("article", metavar="ARTICLE")
    words = "default, obsidian, brief, the name of one of yours, or a file; otherwise as it was saved before"
    parser.add_argument("--template", metavar="NAME|FILE", help=words)
    words = "whose lines count where the file was changed by hand and the summary changes the same"
    parser.add_argument("--keep", choices=("file", "new", "both"), help=words)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write here; - for standard output")
    _add_reported(parser)
    _add_choice(parser)
    options = parser.parse_args(arguments)
    from reader.desk.analysing import analyse
    from reader.desk.articles import open_article, open_library
    from reader.desk.relocating import relocate
    from reader.desk.summaries import save_summary

    article = open_article(options.article)
    outline = analyse(article, _choice(options))
    outline = outline if options.reported else outline.without_reported()
    with open_library() as library:
        relocate(library, article)
        notes = library.notes(article.sha256)
        if options.output == Path("-"):
            from reader.export import markdown

            sys.stdout.write(markdown.summary(article, outline, notes, options.template or "default"))
            return DONE
        path, _ = save_summary(
            library, article, outline, notes, options.output, keep=options.keep, template=options.template
        )
    sys.stderr.write(f"newsreader: {len(outline.direct)} quotes and {len(notes)} notes saved\n")
    sys.stdout.write(f"{printable(str(path))}\n")
    return DONE


def _doctor(arguments: list[str]) -> int:
    argparse.ArgumentParser(prog="newsreader doctor", description="What a bug report should say.").parse_args(
        arguments
    )
    from reader import doctor

    report = doctor.report()
    width = max(len(name) for name, _ in report.lines)
    for name, value in report.lines:
        sys.stdout.write(f"{name:<{width}}  {printable(value)}\n")
    return DONE if report.healthy else FAILED


def _verify(arguments: list[str]) -> int:
    words = "Is every quoted word in these summaries in its source, at the range that is given?"
    parser = argparse.ArgumentParser(prog="newsreader verify", description=words)
    parser.add_argument(
        "--refetch", action="store_true", help="fetch pages again instead of asking the library"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("files", nargs="+", metavar="FILE.md")
    options = parser.parse_args(arguments)
    from dataclasses import asdict

    from reader.desk.articles import open_library
    from reader.desk.verifying import verify

    code = DONE
    with open_library() as library:
        for path in options.files:
            verdict = verify(path, library, refetch=options.refetch)
            code = code if verdict.is_verified else FAILED
            if options.json:
                sys.stdout.write(json.dumps({"verified": verdict.is_verified, **asdict(verdict)}) + "\n")
            else:
                sys.stdout.write(printable_lines("\n".join(verdict.lines())) + "\n")
    return code


def _notes(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="newsreader notes", description="The notes on all articles.")
    commands = parser.add_subparsers(dest="what", required=True, metavar="list|import")
    listing = commands.add_parser("list", help="those that a filter chooses")
    words = 'words, "exact words", tag:, status:, in:, evidence:, is:unplaced; - before one for not'
    listing.add_argument("query", nargs="*", metavar="QUERY", help=words)
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    taking = commands.add_parser("import", help="take in what another program exported")
    words = "JSON of Hypothesis or wallabag, CSV of Readwise"
    taking.add_argument("files", nargs="+", metavar="FILE", help=words)
    options = parser.parse_args(arguments)
    from reader.desk.articles import open_library

    with open_library() as library:
        if options.what == "list":
            return _list_notes(library, " ".join(options.query), as_json=options.json)
        return max(_import_notes(path, library) for path in options.files)


def _list_notes(library: "Library", query: str, *, as_json: bool) -> int:
    from dataclasses import asdict

    from reader.desk.notes_query import chosen, line

    for kept in chosen(library.all_notes(), query):
        row = {"article": kept.identity, "title": kept.title, **asdict(kept.note)}
        sys.stdout.write(json.dumps(row) + "\n" if as_json else printable(line(kept)) + "\n")
    return DONE


def _import_notes(path: str, library: "Library") -> int:
    from reader.desk.importing import take_in

    try:
        sys.stderr.write(f"newsreader: {printable(str(take_in(path, library)))}\n")
    except NewsreaderError as error:
        return _failed(error)
    return DONE


def _tour(arguments: list[str]) -> int:
    words = "The bundled articles, with the first four steps in the status line."
    argparse.ArgumentParser(prog="newsreader tour", description=words).parse_args(arguments)
    from reader.app.run import run
    from reader.resources import seeds

    return run([str(path) for path in seeds()], tour=True)


def _config(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="newsreader config", description="The settings file.")
    words = "where it is; open it in $VISUAL or $EDITOR; what is wrong with it; its JSON Schema"
    parser.add_argument("what", choices=("path", "edit", "check", "schema"), help=words)
    what = parser.parse_args(arguments).what
    from reader.app.themes import misnamed
    from reader.preferences.reading import Problem, read
    from reader.preferences.writing import schema, template
    from reader.settings import config_path

    path = config_path()
    if what == "schema":
        sys.stdout.write(json.dumps(schema(), indent=2) + "\n")
    elif what == "edit":
        return _edit(path, template())
    elif what == "path":
        sys.stdout.write(f"{printable(str(path))}\n")
    else:
        found, problems = read(path)
        unknown = misnamed(found.theme)
        problems += [Problem(1, unknown)] if unknown else []
        if not problems:
            sys.stderr.write(f"newsreader: nothing is wrong with {printable(str(path))}\n")
        for line, reason in problems:
            sys.stdout.write(f"{printable(str(path))}:{line}: {printable(reason)}\n")
        return FAILED if problems else DONE
    return DONE


def _edit(path: Path, template: str) -> int:
    """Open the file, made with everything as usual where there is none, in the user's editor."""
    import shlex
    import subprocess

    usual = next(filter(shutil.which, ("sensible-editor", "nano", "vim", "vi")), None)
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template, encoding="utf-8")
    if not editor:
        sys.stderr.write(f"newsreader: set $EDITOR to open {printable(str(path))} from here\n")
        return FAILED
    try:
        return subprocess.run([*shlex.split(editor), str(path)], check=False).returncode and FAILED
    except (OSError, ValueError) as error:
        sys.stderr.write(f"newsreader: {printable(editor)} cannot be run: {error}\n")
        return FAILED


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return value


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "read": _read,
    "outline": _outline,
    "export": _export,
    "config": _config,
    "doctor": _doctor,
    "tour": _tour,
    "verify": _verify,
    "notes": _notes,
}
