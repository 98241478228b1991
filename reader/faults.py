"""What nobody foresaw: written down for a report, and put into one sentence for whoever was reading."""

import os
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import FaultError, NewsreaderError
from reader.sanitise import printable_lines
from reader.settings import state_folder

_MOST_BYTES = 1_000_000
"""Of the log: a longer one is begun again."""


def debugging() -> bool:
    """Whether a fault is to be raised, with its traceback, instead of being put into a sentence."""
    return bool(os.environ.get("NEWSREADER_DEBUG"))


def fault(error: BaseException, about: str = "") -> FaultError:
    """*error*, which nobody foresaw, as a sentence that says where its details are; *about*: the input it came from."""
    path = log_path()
    details = "run it again with NEWSREADER_DEBUG=1 for the details"
    with suppress(OSError, ValueError):
        _write(path, error, about)
        details = f"the details are at the end of {path}"
    return FaultError(f"{about}: " if about else "", type(error).__name__, details)


def explained(error: Exception, about: str = "") -> str:
    """Why one of many, *about*, failed: its own sentence, or that of a fault.

    Raises *error* where faults are looked for.
    """
    if isinstance(error, NewsreaderError):
        return str(error)
    if debugging():
        raise error
    return str(fault(error, about))


def log_path() -> Path:
    """The file that details are written to. It is not made here."""
    return state_folder() / "faults.log"


def _write(path: Path, error: BaseException, about: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    flags = (
        os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    )
    descriptor = os.open(path, flags, 0o600)
    try:
        if os.fstat(descriptor).st_size > _MOST_BYTES:
            os.truncate(descriptor, 0)
        words = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC {about}\n{''.join(traceback.format_exception(error))}\n"
        os.write(descriptor, printable_lines(words).encode())
    finally:
        os.close(descriptor)
