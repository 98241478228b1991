"""Arguments of every command: numbers within limits, names, and a plain sentence for what cannot be taken."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reader.cli.codes import USAGE, say

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

STANDARD_OUTPUT = Path("-")
_ITS_FILES = frozenset({"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
_MOST_DIGITS = 15
MOST_JOBS = 256
_DASHED = "a name that begins with - goes after --"


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence. What a command that takes a QUERY does not know belongs to the query."""

    def parse_known_args(  # type: ignore[override]  # typeshed: one overload for each kind of namespace
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse; `-word` in a query is a word that must not be there."""
        found, rest = super().parse_known_args(args, namespace)
        if rest and hasattr(found, "query"):
            found.query += rest
            rest = []
        return found, rest

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Print the help; argparse passes over it in silence that this cannot be done."""
        (file or sys.stderr).write(message)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End, when what was printed is out: the help, say."""
        sys.stdout.flush()
        super().exit(status, message)

    def error(self, message: str) -> NoReturn:
        """End with exit code 2, and *message*."""
        hint = f" ({_DASHED})" if message.startswith("unrecognized") else ""
        say(f"{message.removeprefix('argument ')}{hint}; see `{self.prog} --help`")
        self.exit(USAGE)


def number(least: int, most: int) -> Callable[[str], int]:
    """What takes a whole number from *least* to *most*."""

    def taken(words: str) -> int:
        if words.isascii() and words.isdigit() and len(words) <= _MOST_DIGITS and least <= int(words) <= most:
            return int(words)
        raise argparse.ArgumentTypeError(f"{words or 'nothing'} is no number from {least:,} to {most:,}")

    return taken


def name(words: str) -> str:
    """An article, file, address or person, by a name that is not empty."""
    if not words.strip():
        raise argparse.ArgumentTypeError("this name is empty")
    return words


def output(words: str) -> Path:
    """The file to write to; `STANDARD_OUTPUT` for each of its names."""
    return STANDARD_OUTPUT if words in _ITS_FILES else Path(name(words))


def once(parser: Parser, names: Sequence[str]) -> None:
    """End with exit code 2 where *names* have standard input twice."""
    if names.count("-") > 1:
        parser.error("standard input (-) can be read only once")
