"""The first four steps, one at a time in the status line, until they were made."""

from contextlib import suppress
from pathlib import Path

from reader.app.keys import Hint, shown
from reader.preferences.keymap import Keymap
from reader.private import make_file, make_folder

_STEPS = (
    ("next.quote", "go to the next quote"),
    ("follow", "to its row, and back"),
    ("note", "write a note"),
    ("save", "save the summary"),
)


class Coach:
    """Which step is next; *marker* is the file that says that they were made, so that they never come back."""

    def __init__(self, marker: Path | None = None) -> None:
        self._marker = marker
        self.step = 0 if marker and not marker.exists() else len(_STEPS)

    @property
    def is_on(self) -> bool:
        """Whether a step is left."""
        return self.step < len(_STEPS)

    def begin(self) -> None:
        """Go through the steps once more."""
        self.step = 0

    def did(self, name: str) -> bool:
        """Whether doing the action of this id was the step that was asked for."""
        if not self.is_on or _STEPS[self.step][0] != name:
            return False
        self.step += 1
        if self._marker and self.step == len(_STEPS):
            self.remember()
        return True

    def remember(self) -> None:
        """Write down that the steps are known; they were begun at least."""
        if self._marker and self.step:
            with suppress(OSError):  # they only come once more
                make_folder(self._marker.parent)
                make_file(self._marker)

    def hints(self, keymap: Keymap) -> tuple[Hint, ...]:
        """What the status line says."""
        name, words = _STEPS[self.step]
        action = keymap.of(name)
        return (
            Hint(f"Step {self.step + 1} of {len(_STEPS)}", "", ""),
            Hint(shown(action), words, action.run),
        )
