"""What an action is: something that the user can do in one place."""

from typing import Literal, NamedTuple

Place = Literal[
    "reading",
    "library",
    "dossier",
    "versions",
    "figures",
    "map",
    "note",
    "prompt",
    "help",
    "shown",
    "picture",
    "why",
    "conflict",
    "select",
    "check",
    "notes",
    "save",
]


class Action(NamedTuple):
    """Something that the user can do in one *place*. Two keys apart by a space are pressed in a row: `] q`.

    `run` is the name of Textual's action; one without keys is in the palette alone.
    """

    id: str
    keys: tuple[str, ...]
    run: str
    label: str
    help: str
    group: str
    place: Place = "reading"
