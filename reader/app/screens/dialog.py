"""What lies over the reading screen and takes keys of its own."""

from typing import ClassVar, TypeVar
from weakref import WeakSet

from textual import events
from textual.screen import ModalScreen

from reader.preferences.action import Place
from reader.resources import folder

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A modal screen that knows which keys it saw.

    Keys that come in one burst (a slow line, a fast typist) are on their way to the screen beneath when
    the first of them opens a dialog; the application gives those it never saw to it.
    """

    CSS_PATH = folder("styles") / "dialogs.tcss"
    place: ClassVar[Place]
    """Whose actions of the table it has."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: WeakSet[events.Key] = WeakSet()
        """The keys that are on their way through the application."""

    def on_key(self, event: events.Key) -> None:
        """Remember that this key was for the dialog."""
        self.seen.add(event)
