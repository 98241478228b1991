"""The settings file as it is first written, and its JSON Schema."""

import json
from collections.abc import Mapping
from typing import Any

from reader.preferences.actions import ACTIONS
from reader.preferences.reading import BIND
from reader.preferences.settings import SETTINGS


def template() -> str:
    """A file in which everything is as usual, each setting with a comment."""
    lines = [
        "# Settings of newsreader. A line counts without its #; `newsreader config check` looks the file over."
    ]
    for each in SETTINGS:
        among = f" ({', '.join(each.among)})" if each.among else ""
        span = f" ({each.least} to {each.most})" if each.sort == "number" else ""
        lines += ["", f"# {each.help}{among}{span}", f"# {each.name} = {_written(each.usual)}"]
    lines += [
        "",
        "# Keys of your own: an action's id and its key, several in a list, two in a row apart by a space.",
        "# [bind]",
    ]
    for action in ACTIONS:
        keys = ", ".join(json.dumps(key) for key in action.keys)
        lines.append(f'# "{action.id}" = [{keys}]  # {action.help}')
    return "\n".join(lines) + "\n"


def schema() -> Mapping[str, Any]:
    """The JSON Schema (draft 2020-12) of the file, for editors that complete TOML."""
    sorts = {"word": "string", "number": "integer", "switch": "boolean"}
    properties = {}
    for each in SETTINGS:
        told: dict[str, Any] = {"type": sorts[each.sort], "default": each.usual, "description": each.help}
        told |= {"enum": list(each.among)} if each.among else {}
        told |= {"minimum": each.least, "maximum": each.most} if each.sort == "number" else {}
        properties[each.name] = told
    key = {"type": "string", "description": "j, ctrl+d, f5, pagedown; two in a row: ] q"}
    keys = {"anyOf": [key, {"type": "array", "items": key}]}
    properties[BIND] = {
        "type": "object",
        "description": "keys of your own: an action's id and its keys",
        "properties": {action.id: {**keys, "description": action.help} for action in ACTIONS},
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of newsreader",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _written(value: str | int | bool) -> str:
    return (
        str(value).lower()
        if isinstance(value, bool)
        else f'"{value}"'
        if isinstance(value, str)
        else str(value)
    )
