"""Standard input, output and narration, where whoever started newsreader has closed or filled them."""

import os
import sys
from typing import TextIO, cast


def open_streams() -> None:
    """Put the null device where a standard stream is closed.

    Otherwise the next file that is opened, the library even, would get its number, and what is printed would be
    written into it. Output is opened so that writing to it fails: what was asked for must not vanish unsaid.
    """
    for number, mode in ((0, os.O_RDONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, mode)  # gets the lowest number that is free: this one
    sys.stdin = sys.stdin or _stream(0, "r")
    sys.stdout = sys.stdout or _stream(1, "w")
    sys.stderr = sys.stderr or _stream(2, "w")


def _stream(number: int, mode: str) -> TextIO:
    return cast(TextIO, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def give_up_output() -> None:
    """Nothing more goes to standard output: not even when Python ends and writes what is left."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
