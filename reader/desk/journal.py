"""Output that can be gone on with: what has been written, and for which inputs, is noted beside it."""

import json
import os
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from reader import files
from reader.errors import ExportError, SourceError
from reader.export.saving import appended
from reader.private import make_file

_MOST_NOTES = 1_000_000_000
"""Bytes of a journal: ten million inputs have fewer."""

_MOST_BEGUN = 100_000_000
"""Bytes of an outline that was being written."""


class Journal:
    """Writes to *path*; `path.journal` says for which inputs that is done, and is taken away when all are.

    What stands behind the last that was noted must be the beginning of the next, cut short by a kill: nothing that
    anybody else wrote is ever taken away. Raises ExportError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._notes = path.with_name(f"{path.name}.journal")
        self._done: set[bytes] = set()
        try:
            noted = files.existing(self._notes, _MOST_NOTES)
            if self._notes.is_symlink():
                raise ExportError(f"{self._notes} is a link; name another file or take it away")
        except SourceError as error:
            raise ExportError(str(error)) from error
        self._file: BinaryIO = appended(path)
        try:
            self._begun = self._behind(self._taken_up(noted or b""))
            if self._begun and noted is None:
                raise ExportError(f"{path} is there already; name another file or take it away")
            make_file(self._notes)
            self._journal: BinaryIO = appended(self._notes)
            if noted and not noted.endswith(b"\n"):
                self._journal.write(b"\n")  # the last note was cut short
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self._journal.close()

    @property
    def count(self) -> int:
        """How many inputs are done."""
        return len(self._done)

    def knows(self, name: str) -> bool:
        """Whether this input is done."""
        return _digest(name) in self._done

    def write(self, name: str, text: str) -> None:
        """Write what came of an input, and note it."""
        data = text.encode()
        if not data.startswith(self._begun):
            raise ExportError(f"{self._path} was changed since it was written; name another file")
        try:
            self._file.write(data[len(self._begun) :])
            self._begun = b""
            self._file.flush()
            self._journal.write(json.dumps([self._file.tell(), _digest(name).hex()]).encode() + b"\n")
            self._journal.flush()
        except OSError as error:
            raise ExportError(f"{self._path} cannot be written: {error.strerror}") from error
        self._done.add(_digest(name))

    def finish(self) -> None:
        """All is done: the journal goes."""
        self._notes.unlink(missing_ok=True)

    def _taken_up(self, noted: bytes) -> int:
        """Take up what was noted and is there; up to where the output holds."""
        end, size = 0, self._file.tell()
        for line in noted.split(b"\n"):
            try:
                where, digest = json.loads(line)
                known = bytes.fromhex(digest)
            except (ValueError, TypeError, RecursionError):
                continue  # the last line, cut off
            if isinstance(where, int) and end <= where <= size:
                self._done.add(known)
                end = where
        return end

    def _behind(self, end: int) -> bytes:
        """What the output holds behind *end*; a beginning of it, where that is more than any outline has."""
        self._file.seek(end)
        found = self._file.read(_MOST_BEGUN + 1)
        self._file.seek(0, os.SEEK_END)
        return found


def _digest(name: str) -> bytes:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=10).digest()
