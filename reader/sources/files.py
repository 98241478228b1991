"""Bytes of a file, a pipe or standard input, within limits of size and time."""

import os
import select
import stat
import sys
import time
from pathlib import Path

from reader.errors import SourceError

MAX_BYTES = 100_000_000
PIPE_SECONDS = 30.0
_CHUNK = 1 << 20


def read(path: str) -> bytes:
    """The bytes at *path*. Raises SourceError when it is missing, a folder, unreadable or too large."""
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(path, "this is a folder; name a file in it")
        if stat.S_ISREG(mode):
            with Path(path).open("rb") as file:
                return _limited(path, file.read(MAX_BYTES + 1))
        return _drained(path, os.open(path, os.O_RDONLY | os.O_NONBLOCK))
    except FileNotFoundError as error:
        raise SourceError(path, "no such file; check the name") from error
    except PermissionError as error:
        raise SourceError(path, "this file may not be read; check its permissions") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(path, f"this cannot be read: {reason}") from error


def standard_input() -> bytes:
    """All of standard input. Raises SourceError when it is a terminal or too large."""
    if sys.stdin is None or sys.stdin.isatty():
        raise SourceError("-", "standard input is the keyboard; pipe an article into newsreader")
    return _limited("-", sys.stdin.buffer.read(MAX_BYTES + 1))


def _limited(path: str, data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise SourceError(path, f"this is larger than {MAX_BYTES // 1_000_000} MB; no article is")
    return data


def _drained(path: str, descriptor: int) -> bytes:
    """What a pipe or device gives until its end; an endless or silent one is refused."""
    deadline = time.monotonic() + PIPE_SECONDS
    parts: list[bytes] = []
    size = 0
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    try:
        while poll.poll(max(0.0, deadline - time.monotonic()) * 1000):
            part = os.read(descriptor, _CHUNK)
            if not part:
                return b"".join(parts)
            parts.append(part)
            size += len(part)
            if size > MAX_BYTES:
                _limited(path, b"".join(parts))
        raise SourceError(path, f"nothing more came through this pipe within {PIPE_SECONDS:.0f} s")
    finally:
        os.close(descriptor)
