"""Keys as Textual wants them, and as a user reads them."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding

from reader.preferences.action import Action, Place
from reader.preferences.actions import BY_ID
from reader.preferences.keymap import USUAL, Keymap

_TEXTUAL = {
    "[": "left_square_bracket", "]": "right_square_bracket", "{": "left_curly_bracket", "}": "right_curly_bracket",
    "<": "less_than_sign", ">": "greater_than_sign", "?": "question_mark", "/": "slash", "'": "apostrophe",
    ":": "colon", ";": "semicolon", ",": "comma", ".": "full_stop", "+": "plus", "-": "minus", "=": "equals_sign",
    "*": "asterisk", "#": "number_sign", "!": "exclamation_mark", "@": "at", "$": "dollar_sign", "%": "percent_sign",
    "&": "ampersand", "(": "left_parenthesis", ")": "right_parenthesis", "_": "underscore", '"': "quotation_mark",
    "|": "vertical_line", "\\": "backslash", "~": "tilde", "^": "circumflex_accent", "`": "grave_accent",
}  # fmt: skip
_READABLE = {
    "enter": "Enter",
    "space": "Space",
    "tab": "Tab",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


class Hint(NamedTuple):
    """A key, what it does, and the action that a click on it runs."""

    key: str
    label: str
    action: str


def bindings(place: Place) -> list[Binding]:
    """Textual's bindings of a place with the usual keys; their ids let a keymap change them."""
    return [
        Binding(
            _single(action),
            action.run,
            action.label,
            id=action.id,
            show=False,
            tooltip=action.help,
            priority=action.id == "pane",
        )
        for action in USUAL.at(place)
    ]


def changes(keymap: Keymap) -> dict[str, str]:
    """For Textual's keymap: the keys of all actions that have others than usual."""
    return {action.id: _single(action) for action in keymap.actions if action.keys != BY_ID[action.id].keys}


def _single(action: Action) -> str:
    """The keys of an action that are pressed alone; one that no keyboard has where there are none."""
    keys = [_TEXTUAL.get(key, key) for key in action.keys if " " not in key]
    return ",".join(keys) or f"none-{action.id}"


def shown(action: Action) -> str:
    """The first key of an action as a user reads it; nothing where it has none."""
    return readable(action.keys[0]) if action.keys else ""


def readable(key: str) -> str:
    """A key as a user reads it."""
    return "".join(_READABLE.get(part, part) for part in key.split())


_IN_ARTICLE = ("follow", "next.quote", "pane", "keys", "note", "save", "find")
_IN_OUTLINE = ("follow", "next.quote", "pane", "keys", "note", "save", "tab.quotes")


def hints(keymap: Keymap, prefix: str, *, in_outline: bool) -> tuple[Hint, ...]:
    """What the status line offers: the keys that matter most, or what may follow an open chord."""
    offered: Iterable[tuple[str, Action]]
    if prefix:
        offered = [(readable(keys), action) for keys, action in keymap.chords.items() if keys[0] == prefix]
    else:
        offered = [(shown(each), each) for each in map(keymap.of, _IN_OUTLINE if in_outline else _IN_ARTICLE)]
    return tuple(Hint(key, action.label, action.run) for key, action in offered if key)
