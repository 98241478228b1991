"""Output that can be gone on with: what has been written, and for which inputs, is noted beside it."""

import json
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


class Journal:
    """Writes to *path*; `path.journal` says for which inputs that is done, and is taken away when all are.

    After a kill, what was not noted is cut off and done again. Raises ExportError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._notes = path.with_name(f"{path.name}.journal")
        self._done: set[bytes] = set()
        try:
            noted = files.existing(self._notes, _MOST_NOTES)
        except SourceError as error:
            raise ExportError(str(error)) from error
        self._file: BinaryIO = appended(path)
        try:
            if noted is None and self._file.tell():
                raise ExportError(f"{path} is there already; name another file or take it away")
            make_file(self._notes)
            self._journal: BinaryIO = appended(self._notes)
            self._file.truncate(self._taken_up(noted or b""))
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
        try:
            self._file.write(text.encode())
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
        """Take up what was noted; up to where the output holds."""
        end = 0
        for line in noted.split(b"\n"):
            try:
                where, digest = json.loads(line)
                self._done.add(bytes.fromhex(digest))
                end = int(where)
            except (ValueError, TypeError, OverflowError):
                continue  # the last line, cut off
        return min(max(0, end), self._file.tell())


def _digest(name: str) -> bytes:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=10).digest()
