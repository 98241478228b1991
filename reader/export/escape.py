"""Text from outside as it may stand in Markdown, YAML and links."""

import json
import re
from urllib.parse import quote

from reader.sanitise import printable

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$%^={}#]")
_LINE_START = re.compile(r"^(?P<space>\s*)(?P<mark>[-+]|(?P<number>\d{1,9})(?=[.)]))")


def markdown(text: str) -> str:
    """*text* on one line as literal Markdown: what is rendered are these words and nothing else."""
    line = _MARKUP.sub(r"\\\g<0>", printable(" ".join(text.split())))
    return _LINE_START.sub(_escaped_start, line)


def _escaped_start(match: re.Match[str]) -> str:
    if match["number"]:
        return f"{match['space']}{match['number']}\\"
    return f"{match['space']}\\{match['mark']}"


def yaml(text: str) -> str:
    """*text* as a double-quoted YAML scalar (JSON's escapes are YAML's)."""
    return json.dumps(printable(text), ensure_ascii=False)


def address(uri: str) -> str:
    """A web address as it may stand in a link: nothing in it ends the link or means anything to Markdown."""
    return quote(uri, safe=":/?&=%+,;@~.-_#")
