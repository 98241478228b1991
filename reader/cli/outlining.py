"""The outline without a screen, on as many processors as one likes."""

import argparse
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from reader.cli.arguments import MOST_JOBS, STANDARD_OUTPUT, Parser, name, number, once, output
from reader.cli.codes import DONE, FAILED, say
from reader.document.summaries import DEFAULT_METHOD, FEWEST, METHODS, MOST, Choice
from reader.sanitise import printable_lines

if TYPE_CHECKING:
    from reader.desk.batch import Outcome, Task


def outline(arguments: list[str]) -> int:
    """The outlines of articles."""
    options = _options(arguments)
    from reader.desk.batch import Task
    from reader.sources.inputs import inputs

    choice = choice_of(options)
    named = inputs(options.articles, options.lists)
    if options.output == STANDARD_OUTPUT:
        tasks = (Task(each, options.format, options.reported, choice) for each in named)
        return _written(_outcomes(tasks, options), lambda outcome: _print(outcome.text, options.format))
    from reader.desk.journal import Journal

    with Journal(options.output) as journal:
        if journal.count:
            say(f"{journal.count:,} are in {options.output} already")
        left = (each for each in named if not journal.knows(each.name))
        tasks = (Task(each, options.format, options.reported, choice) for each in left)
        code = _written(_outcomes(tasks, options), lambda outcome: journal.write(outcome.name, outcome.text))
        if code == DONE:
            journal.finish()
    return code


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = Parser(prog="newsreader outline", description="The outline without a screen.")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--format", choices=("markdown", "json", "jsonl"), default="markdown")
    words = "how each speaker was decided on: what was proposed, with which weight, and what was overruled"
    form.add_argument("--trace", action="store_const", const="trace", dest="format", help=words)
    add_reported(parser)
    add_choice(parser)
    parser.add_argument(
        "--jobs", type=number(1, MOST_JOBS), default=1, metavar="N", help="work on N articles at a time"
    )
    words = "on the Dask cluster of this scheduler (tcp://HOST:PORT), with newsreader[dask]"
    parser.add_argument("--scheduler", metavar="ADDRESS", help=words)
    words = "also what each line of this file (-: of standard input) names: a file, an address, or JSON with a text"
    parser.add_argument(
        "--from", action="append", type=name, default=[], dest="lists", metavar="LIST", help=words
    )
    words = "write here; what is there of an earlier run that was stopped is gone on with"
    parser.add_argument("-o", "--output", type=output, default=STANDARD_OUTPUT, metavar="FILE", help=words)
    words = "a file, an address, - for standard input, or a folder: all articles in it"
    parser.add_argument("articles", nargs="*", type=name, metavar="ARTICLE", help=words)
    options = parser.parse_args(arguments)
    if not options.articles and not options.lists:
        parser.error("name an article, or a list with --from")
    once(parser, [*options.articles, *options.lists])
    return options


def _outcomes(tasks: Iterator["Task"], options: argparse.Namespace) -> Iterator["Outcome"]:
    if options.scheduler:
        from reader.desk import cluster

        return cluster.outlines(tasks, options.scheduler)
    from reader.desk import batch

    return batch.outlines(tasks, options.jobs)


def _written(outcomes: Iterator["Outcome"], write: Callable[["Outcome"], None]) -> int:
    """Write what comes; what went wrong is said, and the rest is still done."""
    code = DONE
    for outcome in outcomes:
        if outcome.notice:
            say(f"{outcome.name}: {outcome.notice}")
        if outcome.problem:
            say(outcome.problem)
            code = FAILED
        else:
            write(outcome)
    return code


def _print(text: str, form: str) -> None:
    sys.stdout.write(printable_lines(text) if form in {"markdown", "trace"} else text)
    sys.stdout.flush()


def add_reported(parser: argparse.ArgumentParser) -> None:
    """Let a command take `--reported`."""
    words = "Markdown with reported speech too, what stands without quotation marks"
    parser.add_argument("--reported", action="store_true", help=words)


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Let a command take how key sentences are chosen."""
    parser.add_argument(
        "--method", choices=METHODS, default=DEFAULT_METHOD, help="how key sentences are chosen"
    )
    words = f"so many key sentences, {FEWEST} to {MOST}"
    parser.add_argument("--sentences", type=number(FEWEST, MOST), metavar="N", help=words)


def choice_of(options: argparse.Namespace) -> Choice | None:
    """How key sentences are chosen; None for as usual."""
    chosen = Choice(options.method, options.sentences)
    return chosen if chosen != Choice() else None
