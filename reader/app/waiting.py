"""Writes that another program holds up: they wait in their order, are tried again, and hold up nobody meanwhile."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from reader.errors import LibraryBusyError, LibraryError

AGAIN = 0.15
"""Seconds until a write is tried again that found the library locked."""
_WAITS = "Another program is writing to the library. What you did is kept here, and written when that has finished."
_DONE = "The library is free again, and what waited is written."

Later = Callable[[float, Callable[[], None]], object]
"""Calls a function after so many seconds, as Textual's `set_timer`."""


@dataclass
class _Write:
    write: Callable[[], object]
    done: Callable[[object], None]
    failed: Callable[[LibraryError], None]
    key: object
    words: str
    is_done: bool = False


class Waiting:
    """Writes of the screen, each done at once where the library can be written to.

    *later* calls back after some seconds; *told* says a sentence to the reader, and whether something is wrong.
    """

    def __init__(self, later: Later, told: Callable[[str, bool], None]) -> None:
        self._later, self._told = later, told
        self._writes: deque[_Write] = deque()
        self._is_told = False

    def do(
        self,
        write: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[LibraryError], None],
        *,
        key: object = None,
        words: str = "",
    ) -> bool:
        """Do *write* and hand what it gives to *done*; whether that is done now, and not later or never.

        A write that waits gives way to a later one with the same *key*. *words*: what would be lost with it. Of all
        errors only that the library is locked is waited out; *failed* takes the others.
        """
        wanted = _Write(write, done, failed, key, words)
        if not self._writes:
            if self._is_over(wanted):
                return wanted.is_done
            self._writes.append(wanted)
            self._later(AGAIN, self._try_again)
            return False
        before = next((each for each in self._writes if key is not None and each.key == key), None)
        if before is None:
            self._writes.append(wanted)
        else:
            self._writes[self._writes.index(before)] = wanted
        return False

    def holds(self, key: object) -> bool:
        """Whether a write with this *key* waits."""
        return any(each.key == key for each in self._writes)

    @property
    def waits(self) -> bool:
        """Whether anything waits."""
        return bool(self._writes)

    def finish(self) -> list[str]:
        """Try everything that waits for the last time; the words that could not be written."""
        lost = []
        while self._writes:
            each = self._writes.popleft()
            try:
                each.write()
            except LibraryError:
                lost += [each.words] if each.words.strip() else []
        return lost

    def _try_again(self) -> None:
        while self._writes:
            if not self._is_over(self._writes[0]):
                self._tell()
                self._later(AGAIN, self._try_again)
                return
            self._writes.popleft()
        if self._is_told:
            self._is_told = False
            self._told(_DONE, False)

    def _tell(self) -> None:
        """Say that writes wait, once, and not of a wait that nobody notices."""
        if not self._is_told:
            self._is_told = True
            self._told(_WAITS, True)

    def _is_over(self, wanted: _Write) -> bool:
        """Whether a write needs no second try: it is done, or can never be."""
        try:
            given = wanted.write()
        except LibraryBusyError:
            return False
        except LibraryError as error:
            wanted.failed(error)
        else:
            wanted.is_done = True
            wanted.done(given)
        return True
