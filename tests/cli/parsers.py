"""The parsers of all commands, taken from the commands themselves: a new one is tested without being named here."""

import argparse
from collections.abc import Iterator
from typing import NamedTuple, NoReturn
from unittest import mock

from reader.cli import _COMMANDS, reading
from reader.cli.arguments import Parser


class TakenError(Exception):
    """Carries a parser out of its command."""


class Place(NamedTuple):
    """An argument of a command that takes a value: the words before the value and the words after it."""

    about: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def places() -> list[Place]:
    """Every place of every command where a value can be given."""
    every = [*_COMMANDS.items(), ("", reading.screen)]
    return [
        place
        for name, command in every
        for words, parser in _leaves(name, _parser(command))
        for place in _of(words, parser)
    ]


def leaves() -> list[tuple[str, ...]]:
    """Every command, with its subcommand."""
    every = [*_COMMANDS.items(), ("", reading.screen)]
    return [words for name, command in every for words, _ in _leaves(name, _parser(command))]


def _parser(command: object) -> argparse.ArgumentParser:
    def take(self: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise TakenError(self)

    assert callable(command)
    with mock.patch.object(Parser, "parse_args", take):
        try:
            command([])
        except TakenError as taken:
            found = taken.args[0]
            assert isinstance(found, argparse.ArgumentParser)
            return found
    raise AssertionError(f"{command} parses its arguments otherwise than by Parser")


def _leaves(
    name: str, parser: argparse.ArgumentParser
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    inner = [each for each in parser._actions if isinstance(each, argparse._SubParsersAction)]
    words = (name,) if name else ()
    if not inner:
        yield words, parser
    for action in inner:
        for word, each in action.choices.items():
            yield (*words, word), each


def _of(words: tuple[str, ...], parser: argparse.ArgumentParser) -> Iterator[Place]:
    needed = [each for each in parser._actions if not each.option_strings and each.nargs not in {"*", "?"}]
    for action in parser._actions:
        if action.nargs == 0 or isinstance(action, argparse._HelpAction | argparse._VersionAction):
            continue
        others = tuple(_fitting(each) for each in needed if each is not action)
        if action.option_strings:
            yield Place(
                f"{' '.join(words)} {action.option_strings[-1]}",
                (*words, *others, action.option_strings[-1]),
                (),
            )
        else:
            yield Place(f"{' '.join(words)} {action.metavar or action.dest}", (*words, *others, "--"), ())


def _fitting(action: argparse.Action) -> str:
    """A value that this argument takes."""
    return next(iter(action.choices)) if action.choices else "a.txt"
