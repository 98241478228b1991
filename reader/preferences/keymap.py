"""Which keys do what: a preset and the reader's own changes to it."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.preferences.action import Action, Place
from reader.preferences.actions import ACTIONS, BY_ID, PRESETS

_NAMED = (
    "enter|space|tab|escape|backspace|delete|insert|up|down|left|right|home|end|pageup|pagedown"
    "|f(?:[1-9]|1[0-9]|2[0-4])"
)
_KEY = rf"(?:(?:ctrl|alt|shift)\+)*(?:{_NAMED}|[^\s])"
"""A key as it is written: a character, or a name, with what is held down."""


class Keymap(NamedTuple):
    """Every action with the keys that it has now."""

    actions: tuple[Action, ...] = ACTIONS

    def of(self, name: str) -> Action:
        """The action of this id."""
        return next(action for action in self.actions if action.id == name)

    def at(self, place: Place) -> list[Action]:
        """The actions of one place, in the order of the table."""
        return [action for action in self.actions if action.place == place]

    @property
    def chords(self) -> dict[str, Action]:
        """What two keys in a row do."""
        return {key: action for action in self.at("reading") for key in action.keys if " " in key}


USUAL = Keymap()
"""Every action with the keys that it usually has."""


class Refusal(NamedTuple):
    """An entry that cannot be taken: the action's id, and why."""

    name: str
    reason: str


def keymap(preset: str, changes: Mapping[str, object]) -> tuple[Keymap, list[Refusal]]:
    """The keys of *preset* with the reader's *changes* (id to a key or several), and what cannot be taken of those.

    A key that is given to one action is taken from any other in the same place.
    """
    keys = {action.id: PRESETS[preset].get(action.id, action.keys) for action in ACTIONS}
    _take_away(keys, PRESETS[preset], PRESETS[preset])
    refusals: list[Refusal] = []
    own: dict[str, tuple[str, ...]] = {}
    for name, value in changes.items():
        found, reason = _keys(value) if name in BY_ID else ((), _unknown(name))
        clash = None if reason else _clash(name, found, own)
        if reason or clash:
            refusals.append(Refusal(name, reason or clash or ""))
        else:
            own[name] = found
    _take_away(keys, own, own)
    keys |= own
    return Keymap(tuple(action._replace(keys=keys[action.id]) for action in ACTIONS)), refusals


def _take_away(
    keys: dict[str, tuple[str, ...]], given: Mapping[str, tuple[str, ...]], but: Iterable[str]
) -> None:
    """Take the keys that are *given* from all others in the same place."""
    for taker, mine in given.items():
        for name in keys.keys() - set(but):
            if BY_ID[name].place == BY_ID[taker].place:
                keys[name] = tuple(key for key in keys[name] if key not in mine)


def _keys(value: object) -> tuple[tuple[str, ...], str]:
    """The keys of an entry as they are kept, or why it is none."""
    wanted = value if isinstance(value, list) else [value]
    found = []
    for each in wanted:
        if not isinstance(each, str):
            return (), "must be a key in quotation marks, or a list of keys"
        together = len(each) == 2 and not re.fullmatch(_KEY, each)
        parts = [*each] if together else each.split()
        if not 1 <= len(parts) <= 2 or not all(re.fullmatch(_KEY, part) for part in parts):
            return (), f"there is no key {each!r}; write it as j, ctrl+d, f5, pagedown, or two in a row: ] q"
        if len(parts) == 2 and len(parts[0]) > 1:
            return (), f"{each!r} cannot be pressed in a row: the first of two keys is a single character"
        found.append(" ".join(parts))
    return tuple(found), ""


def _unknown(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, BY_ID, 1, 0.5)
    hint = f"; did you mean {near[0]}?" if near else "; `newsreader config schema` lists them"
    return f"there is no action {name}{hint}"


def _clash(name: str, keys: tuple[str, ...], own: Mapping[str, tuple[str, ...]]) -> str | None:
    first = {key[0] for action in ACTIONS for key in action.keys if " " in key}
    if BY_ID[name].place == "reading" and first & set(keys):
        return f"{min(first & set(keys))!r} begins keys that are pressed in a row; it cannot be one by itself"
    for other, taken in own.items():
        both = set(keys) & set(taken)
        if both and BY_ID[other].place == BY_ID[name].place:
            return f"{min(both)!r} was given to {other} already"
    return None
