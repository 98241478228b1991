"""The one door for reading a file that somebody named: within limits of size and time, whatever is at that name.

A name may lead to a pipe that nobody writes to, a device without end, a terminal or a folder, and what is there may
change between a look and the next. So everything is opened first, without waiting, and looked at afterwards.
"""

import os
import select
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import SourceError

MAX_BYTES = 100_000_000
SILENT_SECONDS = 8.0
"""How long a named pipe may say nothing."""
PIPE_SECONDS = 60.0
"""How long a named pipe may take in all."""
INPUT_SECONDS = 30.0
"""How long standard input may say nothing: what is piped into it may come from a slow server."""
_CHUNK = 1 << 20
_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)


def read(path: str | Path, most: int | None = None) -> bytes:
    """The bytes at *path*. Raises SourceError where it is missing, a folder, unreadable, silent, too large."""
    name = os.fspath(path)
    with _opened(name) as descriptor:
        return b"".join(
            _limited(name, _chunks(name, descriptor, SILENT_SECONDS, PIPE_SECONDS), most or MAX_BYTES)
        )


def text(path: str | Path, most: int | None = None) -> str:
    """The text at *path*, which must be UTF-8, without a byte order mark. Raises SourceError."""
    return decoded(path, read(path, most))


def existing(path: str | Path, most: int | None = None) -> bytes | None:
    """The bytes of the ordinary file at *path*; None where none is. Raises SourceError, for a pipe or device, too."""
    name = os.fspath(path)
    try:
        if not stat.S_ISREG(Path(name).stat().st_mode):
            raise SourceError(name, "this is no ordinary file; name another")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise SourceError(name, f"this cannot be read: {_reason(error)}") from error
    return read(name, most)


def is_folder(path: str | Path) -> bool:
    """Whether *path* is a folder; a name that no file can have is none."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def decoded(path: str | Path, data: bytes) -> str:
    """*data*, which was read from *path*, as UTF-8 text. Raises SourceError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(os.fspath(path), f"this is not UTF-8: byte {error.start:,} is no text") from error


def lines(path: str) -> Iterator[str]:
    """The lines at *path*, `-` for standard input, as they come: a list may be longer than memory.

    Standard input may take as long as it likes. Raises SourceError, for a line above the limit of a file, too.
    """
    if path == "-":
        yield from _split(path, _piped())
        return
    with _opened(path) as descriptor:
        endless = stat.S_ISCHR(os.fstat(descriptor).st_mode)
        chunks = _chunks(path, descriptor, SILENT_SECONDS, None)
        yield from _split(path, _limited(path, chunks, MAX_BYTES) if endless else chunks)


def standard_input() -> bytes:
    """All of standard input. Raises SourceError when it is a terminal, silent or too large."""
    if sys.stdin is None or sys.stdin.isatty():
        raise SourceError("-", "standard input is the keyboard; pipe an article into newsreader")
    return b"".join(_limited("-", _piped(INPUT_SECONDS), MAX_BYTES))


def _piped(silence: float | None = None) -> Iterator[bytes]:
    """What comes through standard input."""
    if sys.stdin is None:
        raise SourceError("-", "standard input is closed; pipe something into newsreader")
    try:
        descriptor = sys.stdin.fileno()
    except (OSError, ValueError):  # no file of the system's: a test, or an embedding program
        yield sys.stdin.buffer.read(MAX_BYTES + 1)
        return
    try:
        yield from _chunks("-", descriptor, silence, None)
    except OSError as error:
        raise SourceError("-", f"standard input cannot be read: {_reason(error)}") from error


@contextmanager
def _opened(name: str) -> Iterator[int]:
    """A descriptor of what is at *name*; what the system has against it, there or while it is read, in a sentence."""
    try:
        descriptor = os.open(name, _FLAGS)
        try:
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise SourceError(name, "this is a folder; name a file in it")
            if os.isatty(descriptor):
                raise SourceError(name, "this is the keyboard; name a file")
            yield descriptor
        finally:
            os.close(descriptor)
    except FileNotFoundError as error:
        raise SourceError(name, "no such file; check the name") from error
    except PermissionError as error:
        raise SourceError(name, "this file may not be read; check its permissions") from error
    except (OSError, ValueError) as error:
        raise SourceError(name, f"this cannot be read: {_reason(error)}") from error


def _chunks(name: str, descriptor: int, silence: float | None, seconds: float | None) -> Iterator[bytes]:
    """What *descriptor* gives to its end. A pipe may be silent for *silence* seconds, and take *seconds* in all."""
    waits = not stat.S_ISREG(os.fstat(descriptor).st_mode) and hasattr(select, "poll")
    deadline = None if seconds is None else time.monotonic() + seconds
    while True:
        if waits:
            _await(name, descriptor, silence, deadline)
        part = os.read(descriptor, _CHUNK)
        if not part:
            return
        yield part


def _await(name: str, descriptor: int, silence: float | None, deadline: float | None) -> None:
    """Wait until *descriptor* has something to say, or has ended."""
    left = None if deadline is None else deadline - time.monotonic()
    wait = min((each for each in (silence, left) if each is not None), default=None)
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    if not poll.poll(None if wait is None else max(0.0, wait) * 1000):
        said = (
            f"nothing more came through this pipe for {wait:.0f} s"
            if wait == silence
            else "this pipe has no end"
        )
        raise SourceError(name, f"{said}; save to a file what is to come, and name that")


def _limited(name: str, chunks: Iterator[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for part in chunks:
        size += len(part)
        if size > most:
            limit = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1_000} kB"
            raise SourceError(name, f"this is larger than {limit}; name a smaller file")
        yield part


def _split(name: str, chunks: Iterator[bytes]) -> Iterator[str]:
    """The lines of *chunks*."""
    begun: list[bytes] = []
    for part in chunks:
        first, *others = part.split(b"\n")
        begun.append(first)
        if sum(map(len, begun)) > MAX_BYTES:
            raise SourceError(name, f"a line of this list is longer than {MAX_BYTES // 1_000_000} MB")
        for other in others:
            yield _line(begun)
            begun = [other]
    if any(begun):
        yield _line(begun)


def _line(parts: list[bytes]) -> str:
    return b"".join(parts).decode(errors="replace").removeprefix("\ufeff")


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
