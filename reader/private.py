"""Files and folders that nobody but their owner may read: what a journalist keeps is nobody else's business.

Modes are given when a file is made, never by the process's umask, which is one for all threads. A file that is there
already is never opened here: closing it would drop the locks that SQLite holds on it.
"""

import os
import stat
import threading
from contextlib import suppress
from pathlib import Path

_OTHERS = 0o077
_MADE = threading.Lock()
"""Held while a file is made, so that no other thread has a lock on it yet when it is closed."""


def make_folder(path: Path) -> None:
    """Make *path* and the folders above it that are missing, for the owner alone. Raises OSError."""
    missing = [each for each in (path, *path.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)
    if not path.is_dir():
        raise NotADirectoryError(20, "Not a directory", str(path))


def make_file(path: Path) -> None:
    """Have a file at *path*, empty if it is new, that its owner alone may read. Raises OSError."""
    with _MADE:
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            tighten(path)


def tighten(path: Path) -> None:
    """Take from others what they may do with the file or folder at *path*, if it is this user's own.

    A link is followed. What is no file or folder is left alone, and so is a folder that many share (as /tmp).
    """
    with suppress(OSError):  # gone meanwhile, or on a disk that knows no owners
        found = path.stat()
        is_ours = os.name == "posix" and found.st_uid == os.geteuid()
        is_plain = stat.S_ISREG(found.st_mode) or (
            stat.S_ISDIR(found.st_mode) and not found.st_mode & stat.S_ISVTX
        )
        if is_ours and is_plain and found.st_mode & _OTHERS:
            path.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)
