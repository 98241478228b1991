"""Output that can be gone on with: what has been written, and for which inputs, is noted beside it."""

import json
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from reader.errors import ExportError
from reader.private import make_file


class Journal:
    """Writes to *path*; `path.journal` says for which inputs that is done, and is taken away when all are.

    After a kill, what was not noted is cut off and done again. Raises ExportError.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._notes = path.with_name(f"{path.name}.journal")
        self._done: set[bytes] = set()
        if path.exists() and not self._notes.exists():
            raise ExportError(f"{path} is there already; name another file or take it away")
        try:
            end = self._read() if self._notes.exists() else 0
            self._file: BinaryIO = path.open("ab")
            self._file.truncate(end)
            make_file(self._notes)
            self._journal: BinaryIO = self._notes.open("ab")
        except OSError as error:
            raise ExportError(f"{path} cannot be written: {error.strerror}") from error

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

    def _read(self) -> int:
        """Take up what was noted; up to where the output holds."""
        end = 0
        for line in self._notes.read_bytes().split(b"\n"):
            try:
                where, digest = json.loads(line)
                self._done.add(bytes.fromhex(digest))
                end = int(where)
            except (ValueError, TypeError):
                continue  # the last line, cut off
        return end


def _digest(name: str) -> bytes:
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=10).digest()
