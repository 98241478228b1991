"""The outline without a screen, on as many processors as one likes."""

import argparse
import sys
from collections.abc import Sequence

from reader.cli.codes import DONE, FAILED
from reader.document.summaries import DEFAULT_METHOD, FEWEST, METHODS, MOST, Choice
from reader.errors import NewsreaderError
from reader.sanitise import printable, printable_lines


def outline(arguments: list[str]) -> int:
    """The outlines of articles."""
    parser = argparse.ArgumentParser(prog="newsreader outline", description="The outline without a screen.")
    parser.add_argument("--format", choices=("markdown", "json", "jsonl"), default="markdown")
    add_reported(parser)
    add_choice(parser)
    parser.add_argument("--jobs", type=_positive, default=1, metavar="N", help="work on N articles at a time")
    parser.add_argument("articles", nargs="+", metavar="ARTICLE")
    options = parser.parse_args(arguments)
    choice = choice_of(options)
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


def add_reported(parser: argparse.ArgumentParser) -> None:
    """Let a command take `--reported`."""
    words = "Markdown with reported speech too, what stands without quotation marks"
    parser.add_argument("--reported", action="store_true", help=words)


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Let a command take how key sentences are chosen."""
    parser.add_argument(
        "--method", choices=METHODS, default=DEFAULT_METHOD, help="how key sentences are chosen"
    )
    numbers = range(FEWEST, MOST + 1)
    words = f"so many key sentences, {FEWEST} to {MOST}"
    parser.add_argument("--sentences", type=int, choices=numbers, metavar="N", help=words)


def choice_of(options: argparse.Namespace) -> Choice | None:
    """How key sentences are chosen; None for as usual."""
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


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return value
