"""The one door for writing a file that somebody named: at every moment the old one or the new one is there, whole."""

import os
import re
import secrets
import stat
import time
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from reader.errors import ExportError

_RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{n}" for n in range(1, 10)),
    *(f"lpt{n}" for n in range(1, 10)),
}
LONGEST_NAME = 80
_ABANDONED_SECONDS = 600.0


def file_name(title: str) -> str:
    """A name for the summary of an article called *title* that every file system takes."""
    plain = unicodedata.normalize("NFC", title)
    words = re.sub(r"[^\w]+", "-", plain, flags=re.UNICODE).strip("-_").lower()
    name = words[:LONGEST_NAME].rstrip("-") or "article"
    while len(name.encode()) > 200:
        name = name[:-1]
    return f"{'_' if name in _RESERVED else ''}{name}.md"


def save(path: Path, data: bytes) -> None:
    """Put *data* at *path*, atomically and durably. Raises ExportError, for a pipe, device or folder, too."""
    try:
        _refuse(path, _mode_at(path))
        temporary = path.with_name(f"{_prefix(path)}{secrets.token_hex(4)}.part")
        handle = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)  # less what the umask takes
        try:
            with os.fdopen(handle, "wb") as file:
                _take_mode(temporary, path)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)
        _sweep(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(f"{path} was not written: {reason}; the old file, if any, is as it was") from error


def appended(path: Path) -> BinaryIO:
    """The file at *path*, made where there is none, to be read and added to. Raises ExportError, as `save` does."""
    try:
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT
        flags |= sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY"))
        descriptor = os.open(path, flags, 0o666)
        try:
            _refuse(path, os.fstat(descriptor).st_mode)
        except BaseException:
            os.close(descriptor)
            raise
        return os.fdopen(descriptor, "ab+")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ExportError(f"{path} cannot be written: {reason}") from error


def _refuse(path: Path, mode: int | None) -> None:
    """Raise ExportError where something is at *path* that is no ordinary file."""
    if mode is not None and stat.S_ISDIR(mode):
        raise ExportError(f"{path} is a folder; name a file in it")
    if mode is not None and not stat.S_ISREG(mode):
        raise ExportError(f"{path} is no ordinary file; name another, or - for standard output")


def _mode_at(path: Path) -> int | None:
    """The kind and permissions of what is at *path*; None where nothing is."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _prefix(path: Path) -> str:
    return f".{path.name[:40]}."


def _sweep(path: Path) -> None:
    """Take away what saves of *path* left behind that were killed; a save that is going on is younger."""
    for left in path.parent.iterdir():
        if left.name.startswith(_prefix(path)) and left.name.endswith(".part"):
            with suppress(OSError):  # somebody else's, or gone already
                if time.time() - left.stat().st_mtime > _ABANDONED_SECONDS:
                    left.unlink()


def _take_mode(new: Path, old: Path) -> None:
    """Give a *new* file the permissions of the one that it replaces, if there is one."""
    with suppress(FileNotFoundError):
        new.chmod(old.stat().st_mode & 0o777)


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
