"""How an editor left a file's lines: with which ends, and whether with a mark at the beginning."""

from typing import NamedTuple

_MARK = "\ufeff"


class Ends(NamedTuple):
    """What a file has around its lines."""

    mark: str = ""
    end: str = "\n"

    @classmethod
    def of(cls, text: str) -> tuple["Ends", str]:
        """The ends of *text*, and the text without the mark and with plain line feeds."""
        mark = _MARK if text.startswith(_MARK) else ""
        end = "\r\n" if "\r\n" in text else "\n"
        return cls(mark, end), text.removeprefix(_MARK).replace("\r\n", "\n")

    def put(self, text: str) -> str:
        """*text* with these ends."""
        return self.mark + text.replace("\n", self.end)
